"""The example reports from end to end: read, compared, written and opened; its numbers show the words that the reports hold."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

REPORTS = Path(__file__).parent.parent.parent / "examples" / "aleppo-mosul-2016"


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    """The payload that the command makes of the example reports."""
    folder = tmp_path_factory.mktemp("example")
    file = folder / "payload.json"
    command = [
        sys.executable,
        "-m",
        "sayso",
        "compare",
        "Aleppo",
        "Mosul",
        str(REPORTS),
        "--ledger",
        str(folder / "sayso.db"),
        "-o",
        str(file),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(file.read_text("utf-8"))


@pytest.fixture(scope="module")
def texts():
    """The example reports' texts by name."""
    return {path.stem: json.loads(path.read_text("utf-8"))["text"] for path in REPORTS.glob("*.json")}


def test_the_matrix_shows_both_cities_and_says_that_these_are_examples(show, compared):
    page = show(compared)

    assert page.locator("[role=columnheader] h2").all_inner_texts() == ["Aleppo", "Mosul"]
    assert page.locator(".what h3").all_inner_texts() == [row["label"] for row in compared["rows"]]
    assert "Examples, not the originals" in page.locator(".banner").inner_text()


def test_every_excerpt_marks_the_words_that_the_report_holds(blank, compared, texts):
    claims = list(compared["claims"].values())
    asked = [[claim["excerpt"]["text"], claim["excerpt"]["words"]["start16"], claim["excerpt"]["words"]["end16"]] for claim in claims]

    marked = blank.evaluate("(cases) => cases.map(([text, start, end]) => text.slice(start, end))", asked)

    held = [texts[compared["documents"][claim["document"]]["name"]][claim["start"] : claim["end"]] for claim in claims]
    assert len(claims) > 100
    assert [" ".join(words.split()) for words in marked] == [" ".join(words.split()) for words in held]


def test_twenty_marks_open_the_sentences_that_they_stand_for(show, compared, texts):
    page = show(compared, "#compare?more=all")
    marks = page.locator("a.mark")
    step = max(1, marks.count() // 20)

    for number in range(0, marks.count(), step):
        link = marks.nth(number).get_attribute("href")
        marks.nth(number).dispatch_event("click")
        name = link.partition("claim=")[2].partition("&")[0]
        card = page.locator(f".panel .claim.chosen[data-claim='{name}']")
        claim = compared["claims"][name]
        text = texts[compared["documents"][claim["document"]]["name"]]
        assert card.locator("mark").text_content().split() == text[claim["start"] : claim["end"]].split()


def test_the_report_holds_excerpts_and_no_full_text(compared, texts):
    shown = json.dumps(compared, ensure_ascii=False)

    assert not any(json.dumps(text[:400], ensure_ascii=False)[1:-1] in shown for text in texts.values())
