"""Distance: how far places lie from each other."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from sayso.model import Place

__all__ = ["kilometres"]

_EARTH = 6371.0  # kilometres: mean radius


def kilometres(one: Place, other: Place) -> float:
    """Return the distance of two places along the globe (haversine)."""
    lat, lon, other_lat, other_lon = map(radians, (one.lat, one.lon, other.lat, other.lon))
    a = sin((other_lat - lat) / 2) ** 2 + cos(lat) * cos(other_lat) * sin((other_lon - lon) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(a))
