"""Word: the paragraphs and tables of a .docx file."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from sayso.errors import ReadError
from sayso.model import Document, Unread
from sayso.readers._contents import contents, document
from sayso.readers._zipped import DAMAGE, check

SUFFIXES = (".docx",)


def read(path: Path) -> Iterator[Document | Unread]:
    """Yield the one document that a Word file holds: paragraphs parted by blank lines, a table row a line, cells parted by tabs.

    Its created and modified days are the file's, not the report's, and are left out.
    """
    found = contents(path)
    check(found.raw)
    try:
        blocks, title, author = _parts(found.raw)
    except DAMAGE as error:
        raise ReadError("damaged, or no Word file") from error
    if not blocks:
        raise ReadError("no text in it")
    yield document(path, "\n\n".join(blocks), "docx 1", sha256=found.sha256, title=title, author=author)


def _parts(raw: bytes) -> tuple[list[str], str | None, str | None]:
    """Return the paragraphs and tables, the title and the author."""
    import docx
    from docx.opc.exceptions import OpcError

    try:
        file = docx.Document(BytesIO(raw))
    except OpcError as error:
        raise ValueError(str(error)) from error
    blocks = [text for block in file.iter_inner_content() if (text := _text(block)).strip()]
    return blocks, file.core_properties.title or _title(file), _author(file.core_properties.author)


def _text(block: Any) -> str:
    if not hasattr(block, "rows"):
        return str(block.text)
    return "\n".join("\t".join(_row(row)) for row in block.rows)


def _row(row: Any) -> Iterator[str]:
    before = None
    for cell in row.cells:
        if cell._tc is not before:  # a merged cell comes once for each column
            yield " ".join(cell.text.split())
        before = cell._tc


def _title(file: Any) -> str | None:
    first = next((p for p in file.paragraphs if p.text.strip()), None)
    named = first is not None and first.style is not None and first.style.name in ("Title", "Heading 1")
    return first.text.strip() if first is not None and named else None


def _author(name: str | None) -> str | None:
    return name if name and " " in name else None  # one word is an account ("python-docx", "admin")
