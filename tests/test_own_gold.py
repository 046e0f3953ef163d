"""The closed gold set: offsets, dimensions, kinds and dates are well-formed, no passage of a text is stored, words are filled in."""

import hashlib
import json
import subprocess
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from sayso.model import Civil, Modality, Polarity, SourceKind

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "bench"))

import own  # noqa: E402  # bench/ is a folder of programs, not a package

OWN = ROOT / "bench" / "own"
FIRST = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(OWN.glob("*.json"))}
SECOND = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted((OWN / "second").glob("*.json"))}
STORED = FIRST | {f"second/{name}": gold for name, gold in SECOND.items()}
CLAIMS = [pytest.param(claim, id=f"{name}:{claim['id']}") for name, gold in STORED.items() for claim in gold["claims"]]
DIMENSIONS = {path.stem for path in (ROOT / "src/sayso/data/dimensions").glob("*.toml")}
FIELDS = {
    *("id", "start", "end", "dimensions", "low", "high", "approx", "unit", "affected", "civil", "actor", "place"),
    *("when", "sources", "hedged", "polarity", "modality"),
}
LONGEST = 80  # code points: a name or a noun, never a sentence
TEXT = "Officials said 14 people died."


def strings(value):
    """Yield every string in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from strings(inner)


def stored(text, *spans):
    return {
        "id": "x",
        "set": "A",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "claims": [{"start": start, "end": end} for start, end in spans],
    }


@pytest.mark.parametrize("chosen", own.SETS)
def test_a_set_has_twelve_documents(chosen):
    assert len([name for name, gold in FIRST.items() if gold["set"] == chosen]) == 12


@pytest.mark.parametrize("chosen", ["A", "B"])  # of C and D, none was put back for having few claims
def test_a_document_of_the_first_sets_has_four_claims_or_more(chosen):
    documents = {name: gold for name, gold in FIRST.items() if gold["set"] == chosen}

    assert [name for name, gold in documents.items() if sum("repeat_of" not in claim for claim in gold["claims"]) < 4] == []


def test_the_second_annotator_read_the_texts_that_the_first_one_read():
    assert len(SECOND) == 6
    assert {name: gold["sha256"] for name, gold in SECOND.items()} == {name: FIRST[name]["sha256"] for name in SECOND}
    assert [name for name, gold in SECOND.items() if gold["annotator"] == FIRST[name]["annotator"]] == []


@pytest.mark.parametrize("name", STORED)
def test_a_document_says_which_text_was_annotated_by_whom_and_when(name):
    gold = STORED[name]

    assert set(gold) == {"id", "sha256", "annotator", "date", "set", "claims"}
    assert gold["id"] == Path(name).name
    assert gold["set"] in own.SETS
    assert len(bytes.fromhex(gold["sha256"])) == 32
    assert date.fromisoformat(gold["date"])


@pytest.mark.parametrize("name", STORED)
def test_no_words_of_a_claim_and_no_passage_of_a_text_are_stored(name):
    claims = STORED[name]["claims"]

    assert [claim["id"] for claim in claims if set(claim) - {"repeat_of"} != FIELDS] == []
    assert [words for words in strings(claims) if len(words) > LONGEST] == []


@pytest.mark.parametrize("name", STORED)
def test_spans_are_not_empty_stand_in_order_and_do_not_overlap(name):
    spans = [(claim["start"], claim["end"]) for claim in STORED[name]["claims"]]

    assert all(0 <= start < end <= start + LONGEST for start, end in spans)
    assert all(one[1] <= following[0] for one, following in pairwise(spans))


@pytest.mark.parametrize("name", STORED)
def test_a_repeat_repeats_a_main_claim_on_the_same_dimensions(name):
    claims = {claim["id"]: claim for claim in STORED[name]["claims"]}

    assert len(claims) == len(STORED[name]["claims"])
    for claim in claims.values():
        if "repeat_of" in claim:
            main = claims[claim["repeat_of"]]
            assert main is not claim
            assert "repeat_of" not in main
            assert main["dimensions"] == claim["dimensions"]


@pytest.mark.parametrize("claim", CLAIMS)
def test_the_values_of_a_claim_are_of_the_kinds_that_the_guidelines_name(claim):
    assert claim["dimensions"]
    assert set(claim["dimensions"]) <= DIMENSIONS
    assert claim["civil"] in {None, *Civil}
    assert claim["polarity"] in set(Polarity)
    assert claim["modality"] in set(Modality)
    assert {type(claim[name]) for name in ("approx", "hedged")} == {bool}


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_source_has_a_name_a_kind_and_says_whether_it_is_anonymous(claim):
    for source in claim["sources"]:
        assert set(source) == {"name", "kind", "anonymous"}
        assert source["kind"] in set(SourceKind)
        assert source["name"] or (source["kind"] == "unspecified" and source["anonymous"])


@pytest.mark.parametrize("claim", CLAIMS)
def test_a_figure_and_a_period_have_an_end_and_their_ends_are_in_order(claim):
    low, high = claim["low"], claim["high"]
    assert low is not None or high is not None
    assert low is None or high is None or low <= high
    exceeded = "aid" in claim["dimensions"]  # what was reached of a target can be more than all of it: "vaccination reached 101%"
    assert claim["unit"] != "fraction" or exceeded or (low if high is None else high) <= 1

    since, until = (date.fromisoformat(day) if day else None for day in claim["when"] or (None, date.min.isoformat()))
    assert since or until
    assert not (since and until) or since <= until


def test_the_words_of_a_claim_are_filled_in_from_the_text():
    (claim,) = own.filled(stored(TEXT, (15, 24)), TEXT)["claims"]

    assert claim["text"] == "14 people"


def test_another_text_than_the_annotated_one_is_refused():
    with pytest.raises(ValueError, match="sha256"):
        own.filled(stored(TEXT, (15, 24)), TEXT.replace("14", "15"))


def test_the_set_scores_one_against_itself_and_lists_no_error(tmp_path, monkeypatch):
    corpus, folder = tmp_path / "corpus" / "docs", tmp_path / "stored"
    corpus.mkdir(parents=True)
    folder.mkdir()
    (corpus / "x.json").write_text(json.dumps({"text": TEXT}), "utf-8")
    gold = {**stored(TEXT), "claims": [{**FIRST["071"]["claims"][0], "start": 15, "end": 24}]}
    (folder / "x.json").write_text(json.dumps(gold), "utf-8")
    monkeypatch.setattr(own, "STORED", folder)

    rebuilt = own.rebuild(corpus, tmp_path / "gold")
    measured = own.score(rebuilt, rebuilt.claims)

    assert measured.scores["full"]["f1"] == 1
    assert measured.part.closed
    assert measured.errors == ()


def test_one_set_is_rebuilt_on_its_own_and_never_among_the_files_of_the_other(tmp_path, monkeypatch):
    corpus, folder, target = tmp_path / "docs", tmp_path / "stored", tmp_path / "gold"
    for path in (corpus, folder):
        path.mkdir()
    for name, chosen in (("x", "A"), ("y", "B")):
        (corpus / f"{name}.json").write_text(json.dumps({"text": TEXT}), "utf-8")
        (folder / f"{name}.json").write_text(json.dumps({**stored(TEXT), "set": chosen}), "utf-8")
    monkeypatch.setattr(own, "STORED", folder)

    assert own.rebuild(corpus, target, "B").names() == ["y"]
    with pytest.raises(ValueError, match=r"y\.json"):
        own.rebuild(corpus, target, "A")
    assert own.rebuild(corpus, target).names() == ["x", "y"]


def test_it_says_what_to_set_where_the_evaluation_sets_are_not_named(tmp_path):
    done = subprocess.run([sys.executable, "bench/own.py", str(tmp_path)], cwd=ROOT, env={}, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "SAYSO_EVAL is not set" in done.stderr
