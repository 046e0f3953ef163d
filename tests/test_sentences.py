"""Sentences: found without a parser, and each abbreviation by its own example."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from material import span

from sayso import lexicon
from sayso.annotators.sentences import Abbreviation, around, sentences
from sayso.model import Span

ABBREVIATIONS = lexicon.table("lexicons/abbreviations.csv", Abbreviation)

SENTENCES = [
    ("Gen. Salah counted 12. He left.", ["Gen. Salah counted 12.", "He left."]),
    ("The U.N. Office spoke of 4.5 million people. Nobody else did!", ["The U.N. Office spoke of 4.5 million people.", "Nobody else did!"]),
    ('"Six died." He wept.', ['"Six died."', "He wept."]),
    ("SIX DIE IN RAID\nA raid killed six\npeople. Two fled.", ["SIX DIE IN RAID", "A raid killed six\npeople.", "Two fled."]),
    ("It came at 5 p.m. Nine fled.", ["It came at 5 p.m.", "Nine fled."]),
    ("On Sept. 5 they fled, in Sept. They came back.", ["On Sept. 5 they fled, in Sept.", "They came back."]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [sentence.of(text) for sentence in sentences(text)] == expected


def test_the_sentence_around_words() -> None:
    text = "Six died. Two fled. One stayed."
    found = list(sentences(text))

    assert around(found, span(text, "Two")).of(text) == "Two fled."
    assert around(found, span(text, "fled. One")).of(text) == "Two fled. One stayed."
    assert around(found, Span(10, 10)).of(text) == "Two fled."
    assert around([], Span(3, 5)) == Span(3, 5)


@pytest.mark.parametrize("row", ABBREVIATIONS, ids=[row.abbreviation for row in ABBREVIATIONS])
def test_an_abbreviation_ends_no_sentence(row: Abbreviation) -> None:
    assert f"{row.abbreviation}." in row.example
    assert [sentence.of(row.example) for sentence in sentences(row.example)] == [row.example]


@given(st.text(alphabet='aB1 .!?"\n\u201d\u00a0', max_size=60))
def test_sentences_stand_in_order_apart_and_without_space_around(text: str) -> None:
    found = list(sentences(text))

    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(sentence.of(text).strip() == sentence.of(text) != "" for sentence in found)
