"""Curated: our own rows of places, with the source and the precision of each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.gazetteers.entry import Entry, How
from sayso.gazetteers.folding import fold
from sayso.lexicon import data_files, table

__all__ = ["Country", "Spot", "State", "countries", "entry", "spots", "states"]

_TABLES = ("gazetteers/countries.csv", "gazetteers/states.csv")


@dataclass(frozen=True, slots=True)
class Country:
    """What we add to a country: a point in its middle, English names, and what its people are called."""

    country: str
    lat: float
    lon: float
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class State:
    """What we add to a first-level unit with abbreviations in use: a point, and the short forms."""

    code: str
    name: str
    names: tuple[str, ...]
    postal: str
    lat: float
    lon: float
    source: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of our own, or further names of a place that the packages have (then `id` may name it).

    `names` are other spellings, `demonyms` what its people or things are called, `precision` is UCDP's where_prec.
    """

    id: str
    name: str
    names: tuple[str, ...]
    feature: str
    country: str
    lat: float
    lon: float
    precision: int
    demonyms: tuple[str, ...]
    source: str


def countries() -> tuple[Country, ...]:
    """Return the additions to the countries."""
    return table("gazetteers/countries.csv", Country)


def states() -> tuple[State, ...]:
    """Return the additions to the first-level units."""
    return table("gazetteers/states.csv", State)


def spots() -> tuple[Spot, ...]:
    """Return the places of our own, file by file."""
    return tuple(spot for name in data_files("gazetteers", ".csv") if name not in _TABLES for spot in table(name, Spot))


def entry(spot: Spot) -> Entry:
    """Return a place of our own as an entry of the gazetteer.

    >>> entry(Spot("", "Old City", (), "PPLX", "SY", 36.2, 37.16, 1, (), "")).ref
    'sayso:sy-old-city-36.20-37.16'
    """
    slug = re.sub(r"[^a-z0-9]+", "-", fold(spot.name)).strip("-")
    ref = spot.id or f"sayso:{spot.country.lower() or 'xx'}-{slug}-{spot.lat:.2f}-{spot.lon:.2f}"
    return Entry(ref, spot.name, spot.lat, spot.lon, spot.feature, spot.country, (), 0, spot.precision, 0, "", names(spot))


def names(spot: Spot) -> tuple[tuple[str, How], ...]:
    """Return the names of a place of our own."""
    own = ((name, How.CURATED) for name in (spot.name, *spot.names))
    return (*own, *((name, How.DEMONYM) for name in spot.demonyms))
