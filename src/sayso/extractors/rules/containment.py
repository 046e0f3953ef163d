"""Containment: how narrow a named place is, and whether it lies in another, as the gazetteer has it."""

from __future__ import annotations

from sayso.gazetteers.distance import kilometres
from sayso.model import Place, Toponym

__all__ = ["breadth", "inside"]

_OF_A_CITY = 15.0  # kilometres: a quarter or a village this far from a large city's middle is of it
_OF_A_REGION = 150.0  # kilometres
_OF_A_PROVINCE = 60.0  # kilometres from its middle, for places that the gazetteer puts in no unit
_CITY = 200_000  # people
_ORDER = {"PCL": 0, "RGN": 1, "ADM1": 2, "ADM2": 3, "ADM3": 4}
_LARGE, _SMALL, _SITE = 5, 6, 7  # a large city, a smaller place, a site or a part of a town


def inside(inner: Toponym, outer: Toponym) -> bool:
    """Tell whether a place is told to be in another, or is a part of it; False where the gazetteer lacks one of them."""
    if inner.place is None or outer.place is None:
        return False
    if inner.place.id == outer.place.id:
        return breadth(inner) > breadth(outer)
    return _within(inner.place, outer.place)


def breadth(toponym: Toponym) -> int:
    """Return how narrow a place is, from 0 for a country to 7 for a site or a part of a town."""
    if toponym.place is None:
        return _SITE
    level = _level(toponym.place)
    return level + (toponym.whole != toponym.span and level >= _LARGE)


def _within(inner: Place, outer: Place) -> bool:
    """Tell whether a place lies in a wider one, by the units that the gazetteer gives it, else by distance."""
    high = _level(outer)
    if inner.country != outer.country or not inner.country or _level(inner) <= high:
        return False
    if high == 0:
        return True
    if outer.feature in _ORDER and outer.admin:
        return inner.admin[: len(outer.admin)] == outer.admin if inner.admin else kilometres(inner, outer) < _OF_A_PROVINCE
    if outer.feature == "RGN":
        return kilometres(inner, outer) < _OF_A_REGION
    return outer.population >= _CITY and kilometres(inner, outer) < _OF_A_CITY


def _level(place: Place) -> int:
    city = place.feature.startswith("PPL") and place.feature != "PPLX" and place.population >= _CITY
    return _ORDER.get(place.feature[:3] if place.feature.startswith("PCL") else place.feature, _LARGE if city else _SMALL)
