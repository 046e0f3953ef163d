"""Rows: tables with a header, one row a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from sayso.errors import ReadError
from sayso.model import Document, Unread
from sayso.readers._record import field, record

__all__ = ["documents"]

_HEADER_ROWS = 10  # rows among which the header is: people put a title and a note above it


def documents(
    path: Path, sheets: Sequence[tuple[str, Sequence[tuple[Any, ...]]]], reader: str, sha256: str
) -> Iterator[Document | Unread]:  # cells hold anything
    """Yield a document for each row of each sheet with a column of texts; ReadError where none has one."""
    tables = [(name, rows, header) for name, rows in sheets if (header := _header(rows)) is not None]
    if not tables:
        raise ReadError("no list of reports: none of the columns is called text, body or the like")
    for name, rows, header in tables:
        for number, row in enumerate(rows[header + 1 :], header + 2):
            if any(cell not in (None, "") for cell in row):
                where = f"{name} row {number}".strip()
                yield _document(path, dict(zip(map(str, rows[header]), row, strict=False)), where, reader, sha256)


def _header(rows: Sequence[tuple[Any, ...]]) -> int | None:
    for number, row in enumerate(rows[:_HEADER_ROWS]):
        fields = [found.field for cell in row if isinstance(cell, str) and (found := field(cell))]
        if "text" in fields:
            return number
    return None


def _document(path: Path, cells: dict[str, Any], where: str, reader: str, sha256: str) -> Document | Unread:
    try:
        return record(path, cells, where, reader, sha256)
    except ReadError as error:
        return Unread(f"{path}: {where}", str(error))
