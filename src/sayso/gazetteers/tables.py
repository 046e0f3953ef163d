"""Tables: a user's own list of places, with columns for the name, the latitude and the longitude under any usual heading."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from sayso.gazetteers.entry import Entry, How, Left
from sayso.gazetteers.events import bare_name
from sayso.gazetteers.folding import fold
from sayso.gazetteers.points import point
from sayso.gazetteers.records import Record, columns, records
from sayso.lexicon import table

__all__ = ["CREDIT", "NAME", "entries", "knows"]

NAME = "table with columns for name, latitude and longitude"
CREDIT = ""  # the file's name
_CODE = re.compile(r"[A-Z]{2,5}[0-9]?")


@dataclass(frozen=True, slots=True)
class _Column:
    field: str
    words: tuple[str, ...]
    example: str


def knows(line: str) -> bool:
    """Tell whether a file's first line heads columns for name, latitude and longitude."""
    return {"name", "lat", "lon"} <= set(_fields(columns(line)))


def entries(lines: Iterable[str], countries: Callable[[str], str]) -> Iterator[Entry | Left]:
    """Yield the places, and the rows that cannot be used with the reason."""
    for row in records(lines):
        yield row if isinstance(row, Left) else _entry(row, countries)


def _entry(row: Record, countries: Callable[[str], str]) -> Entry | Left:
    cells = {field: row.cells[column].strip() for field, column in _fields(list(row.cells)).items()}
    if not 2 <= len(fold(cells["name"])) <= 60:
        return Left(row.line, f"{cells['name'][:40]!r} is no name")
    where = point(cells["lat"], cells["lon"])
    if isinstance(where, str):
        return Left(row.line, where)
    country = countries(cells.get("country", ""))
    others = (name.strip() for name in re.split(r"[|;]", cells.get("names", "")))
    names = ((cells["name"], How.CURATED), *((name, How.CURATED) for name in others if name))
    slug = re.sub(r"[^a-z0-9]+", "-", fold(cells["name"])).strip("-")
    ref = f"own:{country.lower() or 'xx'}-{slug}-{where[0]:.4f}-{where[1]:.4f}"
    people, told = _whole(cells.get("population", "")), _whole(cells.get("precision", ""))
    exact = told if 1 <= told <= 7 else 1
    return Entry(ref, cells["name"], *where, _feature(cells.get("feature", "")), country, (), people, exact, 0, "", names)


def _feature(word: str) -> str:
    return word if _CODE.fullmatch(word) else bare_name(f"X {word}")[1]


def _whole(word: str) -> int:
    digits = re.sub(r"[ ,.']", "", word)
    return int(digits) if digits.isdecimal() and len(digits) < 12 else 0


def _fields(names: list[str]) -> dict[str, str]:
    # For each field the column that heads it; where several do, the one whose word is listed first.
    plain = {re.sub(r"[^a-z0-9]+", " ", name.lower()).strip(): name for name in names}
    return {row.field: plain[word] for row in _columns() for word in reversed(row.words) if word in plain}


@cache
def _columns() -> tuple[_Column, ...]:
    return table("lexicons/place_columns.csv", _Column)
