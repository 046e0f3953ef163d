"""Containment: whether one named place lies in another, as the gazetteer or the text has it."""

from __future__ import annotations

from enum import Enum
from math import asin, cos, radians, sin, sqrt

from sayso.model import Place, Toponym

__all__ = ["Lies", "breadth", "lies", "within"]

_RADIUS = 6371.0  # km
_OF_A_CITY = 15.0  # km: a quarter or a village this far from a large city's middle is of it
_CITY = 200_000  # people
_ORDER = {"PCL": 0, "RGN": 1, "ADM1": 2, "ADM2": 3, "ADM3": 4}


class Lies(Enum):
    """How two places stand to each other."""

    INSIDE = "inside"
    AROUND = "around"
    SAME = "same"
    UNKNOWN = "unknown"
    APART = "apart"


def lies(text: str, first: Toponym, second: Toponym) -> Lies:
    """Return how the first place lies to the second: inside it, around it, the same, apart, or unknown where a gazetteer lacks one."""
    if first.place is None or second.place is None:
        return Lies.SAME if _alike(text, first, second) else Lies.UNKNOWN
    if first.place.id == second.place.id:
        narrow, narrower = breadth(first), breadth(second)
        return Lies.SAME if narrow == narrower else Lies.INSIDE if narrow > narrower else Lies.AROUND
    if within(first.place, second.place):
        return Lies.INSIDE
    return Lies.AROUND if within(second.place, first.place) else Lies.APART


def breadth(toponym: Toponym) -> int:
    """Return how narrow a place is, from 0 for a country to 7 for a site or a part of a town."""
    place = toponym.place
    if place is None:
        return 7
    level = _ORDER.get(place.feature[:3] if place.feature.startswith("PCL") else place.feature)
    if level is None:
        level = 5 if place.feature.startswith("PPL") and place.feature != "PPLX" and place.population >= _CITY else 6
    return level + (toponym.whole != toponym.span and level >= 5)


def _alike(text: str, first: Toponym, second: Toponym) -> bool:
    return first.name.lower() == second.name.lower() or first.whole.of(text).lower() == second.whole.of(text).lower()


def within(inner: Place, outer: Place) -> bool:
    """Tell whether a place lies in a wider one, by the units that the gazetteer gives it, else by distance."""
    if inner.country != outer.country or not inner.country:
        return False
    low, high = _rank(inner), _rank(outer)
    if low <= high:
        return False
    if high == 0:
        return True
    if outer.feature in _ORDER and outer.admin:
        return inner.admin[: len(outer.admin)] == outer.admin
    if outer.feature == "RGN":
        return _km(inner, outer) < 150
    return outer.population >= _CITY and _km(inner, outer) < _OF_A_CITY


def _rank(place: Place) -> int:
    if place.feature.startswith("PCL"):
        return 0
    return _ORDER.get(place.feature, 5 if place.population >= _CITY else 6)


def _km(one: Place, other: Place) -> float:
    a, b = radians(one.lat), radians(other.lat)
    half = sin((a - b) / 2) ** 2 + cos(a) * cos(b) * sin(radians(one.lon - other.lon) / 2) ** 2
    return 2 * _RADIUS * asin(sqrt(half))
