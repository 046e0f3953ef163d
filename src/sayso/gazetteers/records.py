"""Records: the rows of a table with a header, by column."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.gazetteers.entry import Left

__all__ = ["Record", "columns", "records"]

_MARKS = ("\t", ";")  # what may part columns besides a comma


@dataclass(frozen=True, slots=True)
class Record:
    """A row: the line that it ends in, and its cells by column, in small letters."""

    line: int
    cells: dict[str, str]


def columns(header: str) -> list[str]:
    """Return the columns that a header names, in small letters."""
    return [column.strip().lower() for column in next(csv.reader([header], delimiter=_mark(header)), [])]


def records(lines: Iterable[str]) -> Iterator[Record | Left]:
    """Yield the rows under the header that the first line is; a row with too few or too many cells is left with the reason."""
    stream = iter(lines)
    header = next(stream, "")
    names = columns(header)
    reader = csv.reader(stream, delimiter=_mark(header))
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Left(reader.line_num + 1, str(error))
            continue
        if any(cell.strip() for cell in cells):
            yield _record(reader.line_num + 1, names, cells)


def _record(line: int, names: list[str], cells: list[str]) -> Record | Left:
    if len(cells) != len(names):
        return Left(line, f"{len(cells)} cells under {len(names)} columns")
    return Record(line, dict(zip(names, cells, strict=True)))


def _mark(header: str) -> str:
    return max((",", *_MARKS), key=header.count)
