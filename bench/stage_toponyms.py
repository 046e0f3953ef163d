"""Toponyms for the stage benchmark: predictions in the format of the geoparsing scorer."""

from __future__ import annotations

from typing import Any

from sayso.annotators.toponyms import Found, find
from sayso.gazetteers import local

RECOGNISED = 0.5
RESOLVED = 0.2


def predict(text: str) -> list[dict[str, Any]]:
    """Return the toponyms of a text, names of peoples included, since the geoparsing sets count them."""
    return [row(found, RESOLVED) for found in find(text, local.default()) if found.likely >= RECOGNISED]


def row(found: Found, least: float) -> dict[str, Any]:
    """Return a toponym in the scorer's format, with its place where the probability of that is not below `least`."""
    one = found.candidate
    place = found.meant.named.place if found.meant and found.meant.chance >= least else None
    number = int(place.id[9:]) if place and place.id.startswith("geonames:") else None
    return {
        "start": one.start,
        "end": one.end,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "geonameid": number,
        "country": place.country or None if place else None,
    }
