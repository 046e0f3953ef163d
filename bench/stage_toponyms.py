"""Toponyms for the stage benchmark: predictions in the format of the geoparsing scorer."""

from __future__ import annotations

from typing import Any

from sayso.annotators.toponyms import Found, find
from sayso.gazetteers import local

RECOGNISED = 0.5
RESOLVED = 0.2


def predict(text: str) -> list[dict[str, Any]]:
    """Return the toponyms of a text, names of peoples included, since the geoparsing sets count them."""
    return [_row(found) for found in find(text, local.default()) if found.likely >= RECOGNISED]


def _row(found: Found) -> dict[str, Any]:
    one = found.candidate
    place = found.meant.named.place if found.meant and found.meant.chance >= RESOLVED else None
    number = int(place.id[9:]) if place and place.id.startswith("geonames:") else None
    return {
        "start": one.start,
        "end": one.end,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "geonameid": number,
        "country": place.country or None if place else None,
    }
