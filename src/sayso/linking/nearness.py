"""Nearness: how far places lie from each other, and which lies in which."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from sayso.model import Place

__all__ = ["kilometres", "unit_code", "within"]

_EARTH = 6371.0  # kilometres: mean radius
_COUNTRY = "PCL"
_UNIT = "ADM"


def kilometres(one: Place, other: Place) -> float:
    """Return the distance of two places along the globe (haversine)."""
    lat, lon, other_lat, other_lon = map(radians, (one.lat, one.lon, other.lat, other.lon))
    a = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(a))


def unit_code(place: Place) -> str:
    """Return the code of the administrative unit that the place is, or lies in: the deepest, else its country's."""
    return place.country if place.feature.startswith(_COUNTRY) or not place.admin else place.admin[-1]


def within(place: Place, unit: Place) -> bool | None:
    """Tell whether a place lies in the administrative unit that another is, or lies in; None where the gazetteer does not say."""
    if place.country != unit.country:
        return False
    code = unit_code(unit)
    if code == unit.country or code in place.admin:
        return True
    return False if place.admin or place.feature.startswith(_COUNTRY) else None
