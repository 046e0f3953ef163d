"""Narrowing: of places named together ("the Nur camp in Jenin", "near the Omar mosque in Basra"), the one that is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.extractors.rules.signs import signs
from sayso.model import Toponym
from sayso.text import level

__all__ = ["narrowed"]

_BROAD = ("PCLI", "PCL", "RGN", "ADM1", "ADM2", "PPL")
_JOINED = re.compile(r",?\s(?:in|of|at)\s(?:the\s)?|,\s|\s\(|\scity,?\s(?:in|of)\s(?:the\s)?")
_OWNED = re.compile(r"'?s\s")
_BEFORE = 40  # code points in which a preposition stands before a landmark
_STEPS = 3  # a village in a district in a province


def narrowed(text: str, best: Toponym, named: Sequence[Toponym]) -> Toponym:
    """Return the narrowest of the places that stand together with the best one; what lies around a landmark, not the landmark.

    `named` are the places of the text, in reading order.
    """
    for _ in range(_STEPS):
        inner = _inner(text, best, named)
        if inner is None or _is_landmark(text, inner):
            break
        best = inner
    return (_outer(text, best, named) or best) if _is_landmark(text, best) else best


def _inner(text: str, best: Toponym, named: Sequence[Toponym]) -> Toponym | None:
    for other in named:
        if other is best or other.whole.overlaps(best.whole) or _inside(best, other):
            continue
        if _JOINED.fullmatch(_between(text, other, best)) or _OWNED.fullmatch(_between(text, best, other)):
            return other
    return None


def _outer(text: str, best: Toponym, named: Sequence[Toponym]) -> Toponym | None:
    around = (other for other in named if _JOINED.fullmatch(_between(text, best, other)))
    return next(around, None)


def _between(text: str, first: Toponym, second: Toponym) -> str:
    if not 0 <= second.whole.start - first.whole.end <= _BEFORE:
        return "-"
    return level(text[first.whole.end : second.whole.start])


def _is_landmark(text: str, toponym: Toponym) -> bool:
    """Tell whether a site is only what something lies close to ("next to the hospital", "near the mosque")."""
    if toponym.whole == toponym.span and toponym.place is not None:
        return False
    before = level(text[max(0, toponym.whole.start - _BEFORE) : toponym.whole.start]).lower()
    return _close_by().search(before) is not None


@cache
def _close_by() -> re.Pattern[str]:
    words = "|".join(sorted(signs("close by")))
    return re.compile(rf"\b(?:{words})(?:\s+(?:to|of))?(?:\s+the)?(?:\s+entrance\s+(?:of|to)(?:\s+the)?)?\s+$")


def _inside(inner: Toponym, outer: Toponym) -> bool:
    if outer.place is None:
        return False
    outside = _rank(outer)
    if inner.place is None:
        return inner.whole != inner.span or outside < len(_BROAD)
    if inner.place.country != outer.place.country or inner.place.id == outer.place.id:
        return False
    return outside < _rank(inner)


def _rank(toponym: Toponym) -> int:
    feature = toponym.place.feature if toponym.place else ""
    return _BROAD.index(feature) if feature in _BROAD else len(_BROAD)
