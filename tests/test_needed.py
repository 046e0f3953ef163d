"""Needed: the parser reads what the claims of a text rest on, and words alone tell of the rest."""

from __future__ import annotations

from datetime import date

import pytest

from sayso.annotators import measures, periods, timexes
from sayso.annotators.layout import blocks
from sayso.annotators.syntax import parse
from sayso.extractors.rules import extract
from sayso.extractors.rules.needed import needed
from sayso.model import Document

DAY = date(2016, 12, 10)
HEAD = "The council met in Ulan.\n\nIts members spoke about the harvest.\n\n"
PLAIN = "The road to the valley was quiet, and traders went to the market as they always do."
FIGURE = "Nine people were killed in the raid."

BLOCKS = [
    # a figure, a day, words by which a report could not be checked
    (f"{HEAD}{PLAIN}\n\n{FIGURE}\n\n{PLAIN}\n\n{PLAIN}", {0, 1, 3}),
    (f"{HEAD}{PLAIN}\n\nThe raid began on Friday in the valley, and nobody slept in the town that night.\n\n{PLAIN}", {0, 1, 3}),
    (f"{HEAD}{PLAIN}\n\nThe report could not be independently verified by anybody who was there.\n\n{PLAIN}", {0, 1, 3}),
    # the label beside a number
    (f"{HEAD}{PLAIN}\n\nPeople displaced\n\n4,000\n\n{PLAIN}", {0, 1, 3, 4}),
    # who "he" is, who speaks behind a colon
    (f"{HEAD}The mayor said that the road was open.\n\n{PLAIN}\n\nHe said nine people were killed.", {0, 1, 2, 4}),
    (f"{HEAD}{PLAIN}\n\nThe mayor, who had come from the capital on the road by the river, spoke of it:\n\n{FIGURE}", {0, 1, 3, 4}),
]


def _needed(text: str) -> frozenset[int]:
    times = tuple(timexes.annotate(text, DAY))
    return needed(text, tuple(blocks(text)), measures.annotate(text), periods.periods(text, times, DAY))


@pytest.mark.parametrize(("text", "numbers"), BLOCKS)
def test_blocks_are_read_that_claims_rest_on(text: str, numbers: set[int]) -> None:
    assert _needed(text) == numbers


def test_names_in_what_is_not_read_keep_their_part() -> None:
    text = "Traders met in Homs. Then Peru's mayor left. But Lima said so."
    (one,) = parse(text, [block.span for block in blocks(text)], lambda span: False)

    assert not one.read
    assert [sentence.text.strip() for sentence in one.doc.sents] == ["Traders met in Homs.", "Then Peru's mayor left.", "But Lima said so."]
    parts = {token.text: token.dep_ for token in one.doc if token.pos_ == "PROPN"}
    assert (parts["Homs"], parts["Peru"], parts["Lima"]) == ("pobj", "poss", "nsubj")


def test_plain_paragraphs_between_change_no_claim() -> None:
    close = extract(Document(f"{HEAD}{FIGURE}", "test", published=DAY)).claims
    apart = extract(Document(f"{HEAD}{PLAIN}\n\n{PLAIN}\n\n{FIGURE}\n\n{PLAIN}", "test", published=DAY)).claims

    assert [(c.text, c.dimensions, c.low, c.unit) for c in apart] == [(c.text, c.dimensions, c.low, c.unit) for c in close]
