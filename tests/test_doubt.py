"""Doubt: which figures a text keeps its distance from, and which only stand near a word of doubt."""

from datetime import date

import pytest

from sayso.extractors.rules import extract
from sayso.model import Document

DOUBTED = [
    "On Friday an alleged army raid hit a house, killing seven people.",
    "Six people were killed when an alleged army raid hit a house.",
    "Rumours spoke of 50 dead.",
    "By 11 June, 79 villagers reportedly had been killed.",
    "The mayor said that 60 people had been killed. The broadcaster could not verify the report.",
    "The mayor said that 60 people had been killed. The agency said it could not verify the report.",
]
PLAIN = [
    "The group released statements claiming five attacks on the border.",
    "The agency counted 12 reported deaths.",
    "Police said that an alleged gunman and two officers were killed.",
    "Police arrested 12 people allegedly linked to the rebels.",
    "Police arrested 12 people who allegedly planned attacks.",
    "These claims follow two army strikes.",
    "The mayor said that 60 people had been killed. A general said the reports were not confirmed.",
    "The mayor said that 60 people had been killed. Monitors could not verify how they had died.",
]


@pytest.mark.parametrize("text", DOUBTED)
def test_what_is_told_in_words_of_doubt_is_doubted(text):
    assert any(hedges(text))


@pytest.mark.parametrize("text", PLAIN)
def test_what_only_stands_near_a_word_of_doubt_is_not(text):
    assert not any(hedges(text))


def test_reports_that_were_not_checked_are_those_just_told():
    between = "The council met in the town hall, and the roads were open again for most of the day. " * 6

    told = hedges(f"The mayor said that 60 people had been killed. {between}The broadcaster could not verify the reports.")

    assert told == [False]


def hedges(text):
    """Return for each figure of a text whether it is doubted."""
    return [claim.hedged for claim in extract(Document(text, "test", published=date(2021, 5, 6))).claims]
