"""Units: what a figure counts, taken from its noun or, where it has none, from the figure before it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotators.dimensions import counted
from sayso.extractors.rules.figures import Figure

__all__ = ["unit_of"]

_STATES = ("VBN", "JJ", "VBD", "VBG")
_PEOPLE = frozenset({"person", "combatant", "household", "prisoner", "displaced", "resident", "crowd"})
_SHARED = frozenset({"killed", "wounded", "missing", "detained", "displaced", "evacuated", "trapped", "returned", "cases"})


def unit_of(figure: Figure, dimensions: Sequence[str], before: Sequence[tuple[Figure, str | None]]) -> str | None:
    """Return the counted thing in the singular, lower case; "fraction" for a ratio; None where the text gives no noun near.

    A word of state behind the number ("21 injured") is no noun: such a figure takes the unit of the people counted just before.
    """
    measure = figure.measure
    if measure.kind in ("fraction", "percent", "ratio"):
        return "fraction"
    own = _own(figure)
    if own is not None or not set(dimensions) & _SHARED:
        return own
    sentences = (figure.sentence.start, _previous(figure))
    for earlier, unit in reversed(before):
        if earlier.parsed is not figure.parsed or earlier.sentence.start not in sentences:
            return None
        if earlier.kind in _PEOPLE and unit not in (None, "fraction") and not earlier.measure.part:
            return unit
    return None


def _own(figure: Figure) -> str | None:
    unit = figure.measure.unit
    words = [token for token in figure.tokens if any(character.isalpha() for character in token.text)]
    last = words[-1] if words else None
    if unit is None or last is None:
        return unit
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
