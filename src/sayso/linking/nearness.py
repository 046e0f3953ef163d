"""Nearness: which place lies in which administrative unit."""

from __future__ import annotations

from sayso.model import Place

__all__ = ["unit_code", "within"]

_COUNTRY = "PCL"
_UNIT = "ADM"


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
