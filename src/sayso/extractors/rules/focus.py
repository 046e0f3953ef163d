"""Focus: the country or region that a text is about, as far as it names one more than all others together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sayso.extractors.rules.containment import breadth
from sayso.extractors.rules.standings import Standing

__all__ = ["with_focus"]

_SHARE = 0.5  # of the countries and regions told of
_WIDE = 1  # how narrow a country or region is at most
_ASIDE = (
    "doer",
    "name",
    "actor",
    "party",
    "aside",
    "office",
    "origin",
    "dateline",
    "speech",
)  # parts in a sentence in which a place is not told of


def with_focus(places: Sequence[Standing]) -> tuple[Standing, ...]:
    """Return the standings with `around` set on the country or region that the text is about, and `focus` on its first mention.

    Only what the text names is counted, not where the gazetteer puts its places, so that one country is found as another would be.
    """
    told = [one for one in places if one.role not in _ASIDE and one.toponym.place is not None and breadth(one.toponym) <= _WIDE]
    named = Counter(_id(one) for one in told)
    most = max(named, key=lambda key: named[key], default=None)  # the first named of those that are named as often
    if most is None or named[most] < _SHARE * len(told):
        return tuple(places)
    first = next(one for one in told if _id(one) == most)
    return tuple(replace(one, focus=one is first, around=_id(one) == most) for one in places)


def _id(one: Standing) -> str | None:
    return one.toponym.place.id if one.toponym.place is not None else None
