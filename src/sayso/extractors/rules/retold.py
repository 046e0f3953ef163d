"""Retold: a figure told in several sentences of a text is about one place, the narrowest that they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.extractors.rules.containment import breadth, inside
from sayso.model import Claim, Reason, Toponym

__all__ = ["Telling", "retold"]

_TELLING = 10  # from here on the same number is seldom another figure
_NARROW = 4  # regions and provinces are not narrow enough to say where a thing happened
_WIDE = 1  # a country that is named for a figure is only less exact
_MOST = 20  # tellings of one number that are compared

_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim with where its sentence starts and the number of its scope."""

    sentence: int
    scope: int
    claim: Claim


def retold(text: str, tellings: Sequence[Telling]) -> list[Claim]:
    """Return the claims, each with the narrowest place that another telling of its figure names within its own.

    The figures that stand beside it in the sentence, at the same place, move with it. Small numbers count as the same figure only where
    another figure of their sentences is the same too.
    """
    together: dict[int, list[Telling]] = {}
    alike: dict[_Key, list[Telling]] = {}
    for one in tellings:
        together.setdefault(one.sentence, []).append(one)
        alike.setdefault(_key(one), []).append(one)
    moved: dict[int, Toponym] = {}
    for group in alike.values():
        for one in group[:_MOST]:
            place = _narrowest(one, [other for other in group[:_MOST] if _is_same(one, other, together)])
            if place is not None:
                moved.update((id(near.claim), place) for near in together[one.sentence] if near is one or _goes_with(near, one, moved))
    return [_at(text, one.claim, moved[id(one.claim)]) if id(one.claim) in moved else one.claim for one in tellings]


def _key(telling: Telling) -> _Key:
    claim = telling.claim
    who = claim.unit if claim.unit in ("child", "woman", "man") else "all"
    return (telling.scope, claim.dimensions, claim.low, claim.polarity, who)


def _is_same(one: Telling, other: Telling, together: dict[int, list[Telling]]) -> bool:
    if one.sentence == other.sentence or not one.claim.low or not _is_number(one.claim):
        return False
    if one.claim.low >= _TELLING:
        return True
    beside = {_key(near) for near in together[one.sentence] if near is not one}
    return any(_key(near) in beside for near in together[other.sentence] if near is not other)


def _is_number(claim: Claim) -> bool:
    """Tell whether a claim gives a number, and no "dozens" or "hundreds"."""
    return claim.low == claim.high or any(letter.isdigit() for letter in claim.text)


def _narrowest(one: Telling, others: Sequence[Telling]) -> Toponym | None:
    own = one.claim.place
    within = [place for place in _places(others) if breadth(place) >= _NARROW and (own is None or _may_lie_in(place, own))]
    return max(within, key=lambda place: (breadth(place), -place.span.start), default=None)


def _may_lie_in(place: Toponym, own: Toponym) -> bool:
    return breadth(own) < _WIDE or inside(place, own)


def _places(tellings: Sequence[Telling]) -> Iterator[Toponym]:
    return (one.claim.place for one in tellings if one.claim.place is not None)


def _goes_with(near: Telling, one: Telling, moved: dict[int, Toponym]) -> bool:
    return id(near.claim) not in moved and near.claim.place == one.claim.place


def _at(text: str, claim: Claim, place: Toponym) -> Claim:
    kept = tuple(reason for reason in claim.why if reason.field != "place")
    return replace(claim, place=place, why=(*kept, Reason("place.retold", "place", place.whole.of(text), place.whole)))
