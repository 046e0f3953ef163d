"""CSV lists: one row a report."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from sayso.errors import ReadError
from sayso.model import Document, Unread
from sayso.readers._contents import contents, decode
from sayso.readers._rows import documents

SUFFIXES = (".csv", ".tsv")

_FIELD = 64 * 1024 * 1024  # characters in a cell: the module's own limit of 131,072 is less than a long report


def read(path: Path) -> Iterator[Document | Unread]:
    """Yield a document for each row; the columns may be parted by commas, semicolons or tabs."""
    found = contents(path)
    text, _ = decode(found.raw)
    header = text.split("\n", 1)[0]
    parting = max(",;\t", key=header.count)
    limit = csv.field_size_limit(_FIELD)
    try:
        rows = [tuple(row) for row in csv.reader(StringIO(text, newline=""), delimiter=parting)]
    except csv.Error as error:
        raise ReadError(f"not valid CSV: {error}") from error
    finally:
        csv.field_size_limit(limit)
    yield from documents(path, [("", rows)], "csv 1", found.sha256)
