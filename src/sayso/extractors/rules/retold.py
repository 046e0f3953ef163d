"""Retold: a figure told in several sentences of a text is about one place, the narrowest that they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extractors.rules.containment import breadth, inside
from sayso.extractors.rules.tellings import Telling, compared
from sayso.model import Claim, Reason, Toponym

__all__ = ["retold"]

_NARROW = 4  # regions and provinces are not narrow enough to say where a thing happened
_WIDE = 1  # a country that is named for a figure is only less exact


def retold(text: str, tellings: Sequence[Telling]) -> list[Claim]:
    """Return the claims, each with the narrowest place that another telling of its figure names within its own.

    The figures that stand beside it in the sentence, at the same place, move with it. Small numbers count as the same figure only where
    another figure of their sentences is the same too.
    """
    moved: dict[int, Toponym] = {}
    for one, others, beside in compared(tellings):
        place = _narrowest(one, others)
        if place is not None:
            moved.update((id(near.claim), place) for near in beside if near is one or _goes_with(near, one, moved))
    return [_at(text, one.claim, moved[id(one.claim)]) if id(one.claim) in moved else one.claim for one in tellings]


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
