"""The project's own gold claims: offsets, words, dimensions, values, and that what is named stands in the text."""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from sayso.model import Civil, Modality, Polarity, SourceKind

GOLD = Path(__file__).parent.parent / "bench" / "gold"
NAMES = sorted(path.stem for path in (GOLD / "docs").glob("*.json"))
DIMENSIONS = {path.stem for path in (Path(__file__).parent.parent / "src/sayso/data/dimensions").glob("*.toml")}


def document(name):
    return json.loads((GOLD / "docs" / f"{name}.json").read_text("utf-8"))


def claims(name):
    return json.loads((GOLD / "claims" / f"{name}.json").read_text("utf-8"))["claims"]


def test_every_document_has_claims_and_every_claim_a_document():
    assert sorted(path.stem for path in (GOLD / "claims").glob("*.json")) == NAMES
    assert len(NAMES) == 12


@pytest.mark.parametrize("name", NAMES)
def test_the_words_of_a_claim_stand_where_it_says(name):
    text = document(name)["text"]

    for claim in claims(name):
        assert text[claim["start"] : claim["end"]] == claim["text"], claim["id"]
        assert claim["text"].strip() == claim["text"] != "", claim["id"]


@pytest.mark.parametrize("name", NAMES)
def test_the_spans_of_the_claims_do_not_overlap_and_stand_in_order(name):
    ends = [(claim["start"], claim["end"]) for claim in claims(name)]

    assert all(one[1] <= other[0] for one, other in pairwise(ends))


@pytest.mark.parametrize("name", NAMES)
def test_the_values_of_a_claim_are_of_the_kinds_that_the_guidelines_name(name):
    for claim in claims(name):
        assert claim["dimensions"]
        assert set(claim["dimensions"]) <= DIMENSIONS, claim["id"]
        assert claim["civil"] in {None, *Civil}, claim["id"]
        assert claim["polarity"] in set(Polarity), claim["id"]
        assert claim["modality"] in set(Modality), claim["id"]
        assert {source["kind"] for source in claim["sources"]} <= set(SourceKind), claim["id"]


@pytest.mark.parametrize("name", NAMES)
def test_a_value_has_an_end_and_its_ends_are_in_order(name):
    for claim in claims(name):
        low, high = claim["low"], claim["high"]
        assert low is not None or high is not None, claim["id"]
        assert low is None or high is None or low <= high, claim["id"]
        assert claim["unit"] != "fraction" or (low if high is None else high) <= 1, claim["id"]


@pytest.mark.parametrize("name", NAMES)
def test_a_period_has_an_end_and_its_ends_are_in_order(name):
    for claim in claims(name):
        if claim["when"]:
            since, until = (date.fromisoformat(day) if day else None for day in claim["when"])
            assert since or until, claim["id"]
            assert not (since and until) or since <= until, claim["id"]


@pytest.mark.parametrize("name", NAMES)
def test_what_a_claim_names_stands_in_the_text(name):
    text = document(name)["text"].lower()

    for claim in claims(name):
        named = [claim["affected"], claim["actor"], claim["place"], *(source["name"] for source in claim["sources"])]
        assert [words for words in named if words and words.lower() not in text] == [], claim["id"]


@pytest.mark.parametrize("name", NAMES)
def test_a_repeat_repeats_a_claim_of_the_same_document(name):
    ids = [claim["id"] for claim in claims(name)]

    assert len(ids) == len(set(ids))
    assert all(claim["repeat_of"] in set(ids) - {claim["id"]} for claim in claims(name) if "repeat_of" in claim)
