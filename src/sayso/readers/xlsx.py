"""Excel lists: one row a report, on every sheet that has a column of texts."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from sayso.errors import ReadError
from sayso.model import Document, Unread
from sayso.readers._contents import contents
from sayso.readers._rows import documents
from sayso.readers._zipped import DAMAGE, check

SUFFIXES = (".xlsx", ".xlsm")


def read(path: Path) -> Iterator[Document | Unread]:
    """Yield a document for each row; ReadError where no sheet has a column of texts."""
    found = contents(path)
    check(found.raw)
    try:
        sheets = _sheets(found.raw)
    except DAMAGE as error:
        raise ReadError("damaged, or no Excel file") from error
    yield from documents(path, sheets, "xlsx 1", found.sha256)


def _sheets(raw: bytes) -> list[tuple[str, list[tuple[Any, ...]]]]:  # cells hold anything
    import openpyxl

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on styles and extensions that it leaves out, which we do not read
        book = openpyxl.load_workbook(BytesIO(raw), read_only=True, data_only=True)
        sheets = [(sheet.title, [tuple(row) for row in sheet.iter_rows(values_only=True)]) for sheet in book.worksheets]
        book.close()
    return sheets if len(sheets) > 1 else [("", rows) for _, rows in sheets]
