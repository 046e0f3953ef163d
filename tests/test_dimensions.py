"""Dimensions: each rule fires on its own example, and the data hang together."""

import pytest

from sayso.annotators.dimensions import Rule, counted, dimension, dimensions, rules
from sayso.annotators.syntax import parse
from sayso.annotators.triggers import matches
from sayso.model import Span

NAMES = [
    "access",
    "aid",
    "attacks",
    "cases",
    "corridors",
    "crowd",
    "damage",
    "detained",
    "displaced",
    "equipment",
    "evacuated",
    "forces",
    "infrastructure",
    "killed",
    "missing",
    "munitions",
    "population",
    "returned",
    "strikes",
    "territory",
    "trapped",
    "wounded",
]


def test_every_dimension_of_the_guidelines_is_there():
    assert [one.name for one in dimensions()] == NAMES


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_a_rule_finds_its_words_in_its_example(rule: Rule):
    (parsed,) = parse(rule.example, [Span(0, len(rule.example))])

    found = {match.rule.id for sentence in parsed.doc.sents for match in matches(sentence)}

    assert rule.id in found


def test_a_rule_counts_kinds_of_things_that_are_known():
    known = {row.kind for row in counted().values()} | {"none", "other", "victim", "fraction"}

    unknown = {(rule.id, kind) for rule in rules() for kind in rule.kinds if kind not in known}

    assert not unknown


def test_words_of_a_phrase_may_stand_a_little_apart():
    text = "Gunmen took the four hostage."
    (parsed,) = parse(text, [Span(0, len(text))])

    found = {match.rule.id for sentence in parsed.doc.sents for match in matches(sentence)}

    assert "missing.object" in found


def test_a_dimension_says_what_it_counts_and_its_names_in_other_schemes():
    killed = dimension("killed")

    assert killed.counts == "people said to have died"
    assert ("hxl", "#affected+killed") in killed.crosswalk
