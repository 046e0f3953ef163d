"""Narrowing: of places named together ("the Nur camp in Jenin", "near the Omar mosque in Basra"), the one that is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from sayso.extractors.rules.containment import breadth
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.standings import Standing
from sayso.model import Toponym
from sayso.text import level

__all__ = ["narrowed", "quarter"]

_BROAD = ("PCLI", "PCL", "RGN", "ADM1", "ADM2", "PPL")
_JOINED = re.compile(r",?\s(?:(?:in|of|at|near|outside)\s(?:the\s)?)(?:[a-z-]+\s){0,3}|,\s|\s\(|\scity,?\s(?:in|of)\s(?:the\s)?")
_WITHIN = re.compile(r",?\sin\sthe\s")  # "in Nur in the Homs countryside": whatever their kinds
_LOCATED = re.compile(  # "the Nur School for Girls, located in Block 12 of Jabalia camp"
    r"(?:\sfor\s[A-Z]\w+)?,?\s(?:which\sis\s|is\s)?(?:located|situated)\s(?:in|at|on|inside|within)\s(?:the\s)?(?:[\w-]+\s){0,3}(?:of\s)?(?:the\s)?"
)
_OWNED = re.compile(r"'?s\s")
_BEFORE = 40  # code points in which a preposition stands before a landmark
_FAR = 70  # code points between places of which one is told to be located in the other
_TOWN = 5  # how narrow a place is from which on a quarter or a village lies in it
_KIND_LONGEST = 80  # code points
_KIND_OF = re.compile(r"(?:[\w'-]+\s){1,3}(?P<kind>[a-z]+)\sof\s(?:the\s)?")
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


def quarter(text: str, best: Toponym, figure: Figure, places: Sequence[Standing]) -> Toponym:
    """Return the quarter or village named in the sentence that a figure's place is carried over from: "a raid on Nur hit Olive camp"."""
    own = next((one for one in places if one.toponym is best), None)
    if own is None or own.row or breadth(best) < _TOWN or own.stands_in(figure.sentence):
        return best
    beside = (one for one in places if one.stands_in(own.root.sent) and one is not own)
    inside = [one.toponym for one in beside if not one.row and one.sited and _is_quarter(text, one.toponym, best)]
    return inside[0] if len({one.place.id if one.place else one.name.lower() for one in inside}) == 1 else best


def _is_quarter(text: str, inner: Toponym, outer: Toponym) -> bool:
    return breadth(inner) > breadth(outer) and inner.whole.of(text).split()[-1].lower() in signs("quarter")


def _is_wide(toponym: Toponym) -> bool:
    return toponym.place is not None and breadth(toponym) == 0


def _inner(text: str, best: Toponym, named: Sequence[Toponym]) -> Toponym | None:
    for other in named:
        between = _between(text, other, best)
        if (
            other is best
            or _is_wide(other)
            or other.whole.overlaps(best.whole)
            or (_inside(best, other) and not _WITHIN.fullmatch(between))
        ):
            continue
        owned = _OWNED.fullmatch(_between(text, best, other)) or _is_kind_of(text, best, other)
        if _JOINED.fullmatch(between) or _LOCATED.fullmatch(between) or owned:
            return other
    return None


def _is_kind_of(text: str, best: Toponym, other: Toponym) -> bool:
    """Tell whether the name before only says where what is named behind lies: "the Nurland suburb of Olive", "the US town of Nur"."""
    if not 0 < other.whole.start - best.span.start <= _KIND_LONGEST:
        return False
    between = _KIND_OF.fullmatch(level(text[best.span.start : other.whole.start]))
    if between is None or between["kind"] not in signs("stands alone"):
        return False
    return best.place is None or other.place is None or not _inside(best, other)


def _outer(text: str, best: Toponym, named: Sequence[Toponym]) -> Toponym | None:
    around = (other for other in named if _JOINED.fullmatch(_between(text, best, other)))
    return next(around, None)


def _between(text: str, first: Toponym, second: Toponym) -> str:
    if not 0 <= second.whole.start - first.whole.end <= _FAR:
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
    if feature.startswith("PPL") and feature != "PPLX":  # a capital is no narrower than a village
        feature = "PPL"
    return _BROAD.index(feature) if feature in _BROAD else len(_BROAD)
