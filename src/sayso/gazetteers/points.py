"""Points: coordinates as a file has them."""

from __future__ import annotations

import math

__all__ = ["degrees", "point"]


def point(lat: str, lon: str) -> tuple[float, float] | str:
    """Return latitude and longitude in degrees, or the reason why the two words are none.

    >>> point("36.2", "37,16"), point("96", "37")
    ((36.2, 37.16), "'96' is no latitude")
    """
    north, east = degrees(lat), degrees(lon)
    if north is None or abs(north) > 90:
        return f"{lat.strip()[:40]!r} is no latitude"
    if east is None or abs(east) > 180:
        return f"{lon.strip()[:40]!r} is no longitude"
    return (north, east) if north or east else "0, 0 is no place"


def degrees(word: str) -> float | None:
    """Return a number of degrees, with a point or a comma; None where the word is none."""
    try:
        number = float(word.strip().replace(",", "."))
    except ValueError:
        return None
    return number if math.isfinite(number) else None
