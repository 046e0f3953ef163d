"""Units: what a figure counts, taken from its noun or, where it has none, from the figure before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from sayso.annotators.dimensions import counted, subgroups
from sayso.extractors.rules.assignment import Assignment
from sayso.extractors.rules.figures import Figure

__all__ = ["unit_of"]

_STATES = ("VBN", "JJ", "VBD", "VBG")
_PEOPLE = frozenset({"person", "combatant", "household", "prisoner", "displaced", "resident", "crowd"})
_SHARED = frozenset({"killed", "wounded", "missing", "detained", "displaced", "evacuated", "trapped", "returned", "cases"})
_OF_THINGS = frozenset({"infrastructure", "equipment", "territory", "munitions"})
_UNKNOWN = frozenset({"none", "other", "fraction", "money"})


def unit_of(figure: Figure, assignment: Assignment, before: Sequence[tuple[Figure, str | None]]) -> str | None:
    """Return the counted thing in the singular, lower case; "fraction" for a ratio; None where the text gives no noun near.

    A word of state behind the number ("21 injured") is no noun: such a figure takes the unit of the people counted just before.
    """
    measure = figure.measure
    if measure.kind in ("fraction", "percent", "ratio"):
        return "fraction"
    own, dimensions = _own(figure), set(assignment.dimensions)
    if measure.noun is None and (told := _said_to_be(figure)) is not None:
        return told
    if own is not None and _is_others(figure):
        return own if own not in _narrow() else next((unit for unit in _people(figure, before) if unit not in _narrow()), own)
    if own is not None:
        return own
    if dimensions & _OF_THINGS:
        return next(_things(figure, before), None)
    if any(match.rule.id == "killed.toll" for match in assignment.matches):
        return "death"
    return next(_people(figure, before), None) if dimensions & _SHARED else None


def _said_to_be(figure: Figure) -> str | None:
    """Return what a bare number is said to be: "two of those killed were women"."""
    verb = figure.root.head
    if figure.root.dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    nouns = (child.lemma_.lower() for child in verb.children if child.dep_ == "attr" and child.i > verb.i)
    return next((noun for noun in nouns if noun in counted()), None)


def _people(figure: Figure, before: Sequence[tuple[Figure, str | None]]) -> Iterator[str]:
    """Yield the units of the people counted before in this sentence and the one before it, the nearest first."""
    sentences = (figure.sentence.start, _previous(figure))
    for earlier, unit in reversed(before):
        if earlier.parsed is not figure.parsed or earlier.sentence.start not in sentences:
            return
        if earlier.kind in _PEOPLE and unit not in (None, "fraction") and not earlier.measure.part:
            yield unit


def _things(figure: Figure, before: Sequence[tuple[Figure, str | None]]) -> Iterator[str]:
    """Yield the units of the things counted before in this sentence, the nearest first."""
    for earlier, unit in reversed(before):
        if earlier.parsed is not figure.parsed or earlier.sentence.start != figure.sentence.start:
            return
        if earlier.kind not in _PEOPLE | _UNKNOWN and unit not in (None, "fraction"):
            yield unit


def _is_others(figure: Figure) -> bool:
    return any(token.lower_ in ("other", "others", "more") for token in figure.tokens)


@cache
def _narrow() -> frozenset[str]:
    """Return the units of which "others" are seldom: some of the people before ("two women"), or what befell these ("four deaths")."""
    happened = {row.unit for row in counted().values() if row.kind in ("death", "injury", "casualty", "body")}
    return subgroups() | happened


def _own(figure: Figure) -> str | None:
    unit = figure.measure.unit
    words = [token for token in figure.tokens if any(character.isalpha() for character in token.text)]
    last = words[-1] if words else None
    if unit is None or last is None:
        return unit
    if unit == "ton" and last.lower_.startswith("tonne"):
        return "tonne"
    if unit == "toll" or (unit == "dead" and last.lower_ != "dead"):
        return None
    if last.lower_ != unit.lower() or last.tag_ not in _STATES or (unit == "dead" and len(words) < 2):
        return unit
    inner = words[-2].lemma_.lower() if len(words) > 1 else ""
    if inner in counted():
        return inner
    return unit if unit == "dead" else None


def _previous(figure: Figure) -> int:
    start = figure.sentence.start
    return figure.parsed.doc[start - 1].sent.start if start else -1
