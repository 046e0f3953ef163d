"""Importing: a user's file of places, of whichever kind, into the user's own places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from sayso.errors import GazetteerError
from sayso.gazetteers import dumps, events, extra, tables
from sayso.gazetteers.entry import Entry, Left
from sayso.gazetteers.lines import Told, lines

__all__ = ["Added", "Countries", "add"]

_KINDS: tuple[ModuleType, ...] = (dumps, events, tables)  # the first that knows the first line reads the file
_LISTED = 100  # bad rows of one file that are kept with their reasons; all are counted

Countries = Callable[[str], str]


@dataclass(slots=True)
class Added:
    """What came of a file: places that are new and that were there already, rows left out by reason, and rows that cannot be used.

    `bad` holds the first hundred of `unusable` rows, each with its line and the reason.
    """

    file: Path
    kind: str
    credit: str
    new: int = 0
    known: int = 0
    left: Counter[str] = field(default_factory=Counter)
    unusable: int = 0
    bad: list[Left] = field(default_factory=list)


def add(file: Path, into: Path, countries: Countries, told: Told | None = None) -> Added:
    """Add a GeoNames dump, a UCDP GED file or a table of places to the places in `into`, and return what came of it.

    `countries` gives the ISO code of a country's name or code, "" where unknown; `told` hears the share read and the file's name.
    Raises GazetteerError where the file cannot be read, is of no known kind or names no place; then nothing is added.
    """
    stream = lines(file, told)
    first = next(stream, "")
    kind = next((kind for kind in _KINDS if kind.knows(first)), None)
    if kind is None:
        raise GazetteerError(f"{file}: not a file of places; there are {', '.join(kind.NAME for kind in _KINDS)}")
    added = Added(file, kind.NAME, kind.CREDIT or file.name)
    added.new, added.known = extra.add(into, _usable(kind.entries(_again(first, stream), countries), added), added.credit)
    if not added.new and not added.known:
        reasons = [f"{bad.reason} (line {bad.line})" for bad in added.bad[:1]] + [*added.left]
        raise GazetteerError(f"{file}: no place in it could be used: {'; '.join(reasons) or 'it has no rows'}")
    return added


def _usable(rows: Iterable[Entry | Left], added: Added) -> Iterator[Entry]:
    for row in rows:
        if isinstance(row, Entry):
            yield row
        elif row.fine:
            added.left[row.reason] += 1
        else:
            added.unusable += 1
            if len(added.bad) < _LISTED:
                added.bad.append(row)


def _again(first: str, rest: Iterable[str]) -> Iterator[str]:
    yield first
    yield from rest
