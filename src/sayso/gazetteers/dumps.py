"""Dumps: the files of places that GeoNames gives out, one place a line (https://download.geonames.org/export/dump/readme.txt)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from sayso.gazetteers.entry import Entry, How, Left
from sayso.gazetteers.folding import fold, latin
from sayso.gazetteers.points import point
from sayso.lexicon import table

__all__ = ["CREDIT", "NAME", "entries", "knows"]

NAME = "GeoNames dump"
CREDIT = "GeoNames (CC BY 4.0)"
_COLUMNS = 19
_LONGEST = 60  # letters of a name


@dataclass(frozen=True, slots=True)
class _Feature:
    codes: tuple[str, ...]
    used: bool
    precision: int
    example: str


def knows(line: str) -> bool:
    """Tell whether a file's first line is one of a dump: nineteen columns parted by tabs, an id first."""
    cells = line.split("\t")
    return len(cells) == _COLUMNS and cells[0].isdecimal()


def entries(lines: Iterable[str], countries: Callable[[str], str]) -> Iterator[Entry | Left]:
    """Yield the places of use, and the rows left out with the reason."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _entry(number, line.rstrip("\r\n").split("\t"))


def precision(kind: str, code: str) -> int | None:
    """Return UCDP's where_prec for a feature class and code; None where such places are of no use here."""
    feature = _features().get(code) or _features().get(kind)
    return feature.precision if feature and feature.used else None


def _entry(number: int, cells: list[str]) -> Entry | Left:
    if len(cells) != _COLUMNS:
        return Left(number, f"{len(cells)} columns, not {_COLUMNS}")
    if not cells[0].isdecimal():
        return Left(number, f"{cells[0][:40]!r} is no id")
    exact = precision(cells[6], cells[7])
    if exact is None:
        return Left(number, f"feature {cells[6]}.{cells[7]} is of no use here", fine=True)
    where = point(cells[4], cells[5])
    if isinstance(where, str):
        return Left(number, where)
    if not 2 <= len(fold(cells[1])) <= _LONGEST:
        return Left(number, f"{cells[1][:40]!r} is no name")
    return _placed(cells, where, exact)


def _placed(cells: list[str], where: tuple[float, float], exact: int) -> Entry:
    others = [name for name in dict.fromkeys([cells[2], *cells[3].split(",")]) if name and name != cells[1] and latin(name)]
    names = ((cells[1], How.MAIN), *((name, How.ALTERNATE) for name in others))
    country, first, second = cells[8], cells[10], cells[11]
    admin = (*((f"{country}.{first}",) if first not in ("", "00") else ()), *((f"{country}.{first}.{second}",) if first and second else ()))
    code = admin[-1] if cells[7] in ("ADM1", "ADM2") and admin else ""
    people = int(cells[14]) if cells[14].isdecimal() else 0
    return Entry(
        f"geonames:{int(cells[0])}", cells[1], *where, cells[7] or cells[6], country, admin, people, exact, len(others), code, names
    )


@cache
def _features() -> dict[str, _Feature]:
    return {code: row for row in table("lexicons/place_features.csv", _Feature) for code in row.codes}
