"""The exports: what leaves a ledger, and that nothing in it runs in a spreadsheet or changes between runs."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from material import TEXT, claims, counts, document, extraction

from sayso.exports import formats
from sayso.exports._record import record, sheet
from sayso.exports.csv import COLUMNS, safe
from sayso.ledger import Filter, Ledger, Run, review
from sayso.model import Document, Extraction, Judgement, Source

GUIDELINES = {
    *("start", "end", "text", "dimensions", "low", "high", "approx", "unit", "affected", "civil", "actor", "place", "when", "sources"),
    *("hedged", "polarity", "modality", "repeat_of", "id"),
}
MORE = {"document", "kind", "bound", "extent", "said", "cue", "quoted", "part_of", "by", "why", "located", "address"}


def ledger(*reports: Document) -> Ledger:
    made = Ledger()
    run = Run(made)
    for report in reports:
        if run.wants(report):
            run.put(report, extraction(report) if report.text == TEXT else counts(report))
    run.finish()
    return made


def written(made: Ledger, form: str, wanted: Filter | None = None) -> str:
    return "".join(formats()[form].lines(made, wanted or Filter()))


def test_a_claim_has_the_names_and_values_of_the_guidelines() -> None:
    killed, wounded, _ = (record(claim, document()) for claim in claims(document()))

    assert set(killed) == GUIDELINES | MORE
    assert {name: killed[name] for name in ("text", "low", "high", "unit", "place", "when", "sources", "polarity", "modality")} == {
        "text": "at least 12 people",
        "low": 12,
        "high": None,
        "unit": "people",
        "place": "Homs",
        "when": ["2016-05-01", "2016-05-01"],
        "sources": [{"name": "The governor's office", "kind": "official", "anonymous": False}],
        "polarity": "affirmed",
        "modality": "asserted",
    }
    assert (wounded["polarity"], wounded["hedged"], wounded["when"], wounded["affected"], wounded["cue"]) == (
        "denied",
        True,
        None,
        "soldiers",
        ["denied"],
    )


def test_a_sheet_numbers_its_claims_and_keeps_repeats_within_it() -> None:
    first, second, third = claims(document())
    whole = sheet(document(), Extraction((first, second, replace(third, repeat_of=first.id)), extraction(document()).abstentions))

    made = whole["claims"]

    assert isinstance(made, list)
    assert [claim["id"] for claim in made] == ["sunday-01", "sunday-02", "sunday-03"]
    assert [claim["repeat_of"] for claim in made] == [None, None, "sunday-01"]
    assert made[0]["claim"] == first.id
    assert whole["left_alone"] == [{"start": TEXT.index("4 km"), "end": TEXT.index("4 km") + 4, "reason": "a distance"}]


@pytest.mark.parametrize("form", ["csv", "json", "jsonl", "canonical"])
def test_every_format_holds_every_claim(form: str) -> None:
    for claim in claims(document()):
        assert claim.id in written(ledger(document()), form)


@pytest.mark.parametrize("form", ["csv", "json", "jsonl", "canonical"])
def test_every_format_holds_only_what_is_wanted(form: str) -> None:
    text = written(ledger(document()), form, Filter(denied=True))

    assert [claim.id in text for claim in claims(document())] == [False, True, False]


@pytest.mark.parametrize("form", ["json", "jsonl", "canonical", "csv"])
def test_every_format_can_be_written_of_an_empty_ledger(form: str) -> None:
    expected = {"json": "[]\n", "jsonl": "", "canonical": '{"canonical":1}\n', "csv": ",".join(COLUMNS) + "\n"}

    assert written(Ledger(), form) == expected[form]


def test_json_and_json_lines_hold_the_same() -> None:
    made = ledger(document(), document("Later 5 people fled.", "later"))

    assert json.loads(written(made, "json")) == [json.loads(line) for line in written(made, "jsonl").splitlines()]


def test_csv_has_a_row_for_each_claim_with_all_that_leads_back() -> None:
    made = ledger(document(url="https://example.org/a", path="a.txt", title="=Sunday"))

    rows = list(csv.DictReader(io.StringIO(written(made, "csv"))))

    assert len(rows) == 3
    assert (
        rows[1]
        | {
            "document": "sunday",
            "text": "30 soldiers",
            "sentence": "Gen. Salah denied that 30 soldiers were wounded.",
            "low": "30",
            "sources": "The governor's office > Gen. Salah",
            "source_kinds": "official > military",
            "anonymous": "no > no",
            "polarity": "denied",
            "hedged": "yes",
            "published": "2016-05-02",
            "url": "https://example.org/a",
            "path": "a.txt",
            "title": "'=Sunday",
        }
        == rows[1]
    )
    assert TEXT[int(rows[1]["start"]) : int(rows[1]["end"])] == "30 soldiers"
    assert (rows[0]["place_name"], rows[0]["country"], rows[0]["lat"], rows[0]["high"]) == ("Homs", "SY", "34.73", "")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", '=HYPERLINK("http://x")'])
def test_no_words_of_a_report_run_in_a_spreadsheet(cell: str) -> None:
    named = replace(claims(document())[0], chain=(Source(cell),))
    made = Ledger()
    Run(made).put(document(title=cell), Extraction((named,)))

    row = next(csv.DictReader(io.StringIO(written(made, "csv"), newline="")))

    assert row["title"] == row["sources"] == f"'{cell}"


@given(st.text(max_size=20))
def test_a_safe_cell_begins_with_no_formula_and_loses_nothing(cell: str) -> None:
    made = str(safe(cell))

    assert made.removeprefix("'") == cell.removeprefix("'")
    assert not made.lstrip().startswith(("=", "+", "-", "@"))


def test_canonical_leaves_out_where_and_when_it_was_read() -> None:
    here = ledger(document(path="here/a.txt", retrieved=datetime(2016, 5, 3, tzinfo=UTC)))
    there = ledger(document(path="there/a.txt"))

    assert written(here, "canonical") == written(there, "canonical")


def test_canonical_holds_the_figures_left_alone_and_the_judgements() -> None:
    made = ledger(document())
    review.judge(
        made,
        Judgement(
            "claim", "right", "Amal", datetime(2016, 5, 3, tzinfo=UTC), document().id, (review.quote(claims(document())[0], document()),)
        ),
    )

    lines = [json.loads(line) for line in written(made, "canonical").splitlines()]

    assert [next(iter(line)) for line in lines] == ["canonical", "document", "claim", "claim", "claim", "left_alone", "judgement"]
    assert lines[-1]["judgement"]["quotes"][0]["exact"] == "at least 12 people"


REPORTS = st.lists(
    st.builds(
        lambda name, number, day: document(f"{number} people fled on day {day}, and {day} soldiers stayed. \U0001f54a é", name),
        st.sampled_from(["first", "second", "third/a"]),
        st.integers(0, 10**6),
        st.integers(1, 30),
    ),
    max_size=6,
)


@settings(max_examples=25, deadline=None)
@given(REPORTS, st.randoms(use_true_random=False))
def test_canonical_is_the_same_byte_for_byte_in_any_order_of_adding(reports: list[Document], order: object) -> None:
    shuffled = reports * 2
    order.shuffle(shuffled)  # type: ignore[attr-defined]  # hypothesis types its random as object

    assert written(ledger(*reports), "canonical").encode() == written(ledger(*shuffled), "canonical").encode()
