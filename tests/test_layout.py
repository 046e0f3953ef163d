"""Layout: lists, headings and wrapped lines."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.annotators.layout import blocks

CASES = [
    (
        "KEY FIGURES\n• 14 cases confirmed.\n• 9 deaths, among them\ntwo nurses.\n",
        [("heading", "KEY FIGURES"), ("item", "14 cases confirmed."), ("item", "9 deaths, among them\ntwo nurses.")],
    ),
    (
        "The flood that followed three days of rain over the upper valley\nkilled 12 people.",
        [("paragraph", "The flood that followed three days of rain over the upper valley\nkilled 12 people.")],
    ),
    ("Floods in the north\nA dam breaks. (Agency)", [("heading", "Floods in the north"), ("paragraph", "A dam breaks. (Agency)")]),
    ("First part.\n\nSecond part.", [("paragraph", "First part."), ("paragraph", "Second part.")]),
    ("1. Six boats sank.\n2) Two were saved.", [("item", "Six boats sank."), ("item", "Two were saved.")]),
    ("", []),
    (" \n\t\n", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_a_text_falls_into_its_blocks(text, expected):
    assert [(block.kind, block.span.of(text)) for block in blocks(text)] == expected


@given(st.text(alphabet=st.sampled_from("aA1 .•-\n\r\t\u2028)(:o"), max_size=80))
def test_blocks_stand_in_order_and_hold_every_letter(text):
    found = list(blocks(text))

    assert all(one.span.end <= following.span.start for one, following in pairwise(found))
    covered = sum(character.isalpha() for block in found for character in block.span.of(text))
    marks = text.count("o") + len(re.findall(r"[a-z][.)]\s", text))  # a lone "o" at the start of a line is a bullet, and so is "a."
    assert covered >= sum(character.isalpha() for character in text) - marks
