"""Events: the places that UCDP's georeferenced event data name (https://ucdp.uu.se/downloads/, GED, with 41 or 49 columns)."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from sayso.gazetteers import dumps
from sayso.gazetteers.entry import Entry, How, Left
from sayso.gazetteers.folding import fold
from sayso.gazetteers.points import point
from sayso.gazetteers.records import records
from sayso.lexicon import table

__all__ = ["CREDIT", "NAME", "bare_name", "entries", "knows"]

NAME = "UCDP GED file"
CREDIT = "UCDP GED (CC BY 4.0: Sundberg and Melander 2013)"
_NEEDED = frozenset(("where_prec", "latitude", "longitude", "country"))
_WORDS = ("where_coordinates", "where_description")
_NAMED_BARE = ("PPL", "ADM")  # features whose places reports name without the word that says what they are
_EXACT = ("1", "2")  # where_prec: the coordinates are those of the place named


@dataclass(frozen=True, slots=True)
class _Kind:
    words: tuple[str, ...]
    feature: str
    example: str


def knows(line: str) -> bool:
    """Tell whether a file's first line is the header of such a file."""
    columns = {column.strip().lower() for column in next(csv.reader([line]), [])}
    return columns >= _NEEDED and bool(columns & {*_WORDS})


def entries(lines: Iterable[str], countries: Callable[[str], str]) -> Iterator[Entry | Left]:
    """Yield the places whose coordinates are their own, and the rows left out with the reason."""
    for row in records(lines):
        yield row if isinstance(row, Left) else _entry(row.line, row.cells, countries)


def bare_name(words: str) -> tuple[str, str]:
    """Return a place's name without the word that says what it is, and the feature code of that word.

    >>> bare_name("Tartus town"), bare_name("Tartus")
    (('Tartus', 'PPL'), ('Tartus', 'PPL'))
    """
    found = _kind().search(words.strip())
    if not found or not found.start():
        return words.strip(), "PPL"
    return words.strip()[: found.start()].rstrip(), _features()[found["kind"].lower()]


def _entry(line: int, cells: dict[str, str], countries: Callable[[str], str]) -> Entry | Left:
    if cells["where_prec"].strip() not in _EXACT:
        return Left(line, f"where_prec {cells['where_prec'].strip()[:9]!r}: the coordinates are not those of the place named", fine=True)
    words = next((cells[column] for column in _WORDS if cells.get(column, "").strip()), "")
    name, feature = bare_name(words)
    if not 2 <= len(fold(name)) <= 60:
        return Left(line, f"{words[:40]!r} is no name")
    where = point(cells["latitude"], cells["longitude"])
    if isinstance(where, str):
        return Left(line, where)
    country, full = countries(cells["country"]), words.strip()
    name = name if feature[:3] in _NAMED_BARE else full
    slug = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")
    names = ((name, How.CURATED), *(((full, How.CURATED),) if feature.startswith("ADM") else ()))
    ref = f"ucdp:{country.lower() or 'xx'}-{slug}-{where[0]:.3f}-{where[1]:.3f}"
    return Entry(ref, name, *where, feature, country, (), 0, dumps.precision("P", feature) or 1, 0, "", names)


@cache
def _kind() -> re.Pattern[str]:
    words = sorted(_features(), key=lambda word: (-len(word), word))
    return re.compile(rf"\s(?P<kind>{'|'.join(map(re.escape, words))})$", re.IGNORECASE)


@cache
def _features() -> dict[str, str]:
    return {word: row.feature for row in table("lexicons/place_kinds.csv", _Kind) for word in row.words}
