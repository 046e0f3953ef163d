"""PDF: the text layer, page by page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.errors import ReadError
from sayso.model import Document, Unread
from sayso.readers._contents import contents, document

SUFFIXES = (".pdf",)

_PAGES = 5000
_HYPHEN = re.compile(r"(?:[\u00ad\ufffe\x02]\n?|(?<=[a-z])[-\u2010]\n)(?=\w)")  # PDFium gives \ufffe or \x02 for a hyphen at a line's end
_FEW = 8  # characters a page: fewer are page numbers and stamps on scanned pages


def read(path: Path) -> Iterator[Document | Unread]:
    """Yield the one document that a PDF file holds; ReadError where it is damaged, encrypted or scanned.

    Lines stay as they are set; a word parted at a line's end is joined; pages are parted by a blank line.
    """
    import pypdfium2

    found = contents(path)
    try:
        file = pypdfium2.PdfDocument(found.raw)
    except pypdfium2.PdfiumError as error:
        raise ReadError(_reason(str(error))) from error
    try:
        pages = [_text(page) for page in _pages(file)]
        known = file.get_metadata_dict(skip_empty=True)
    except pypdfium2.PdfiumError as error:
        raise ReadError(f"damaged: {error}") from error
    finally:
        file.close()
    if sum(len(page.strip()) for page in pages) < _FEW * max(1, len(pages)):
        raise ReadError(f"no text layer on its {len(pages)} pages: it seems to be scanned; run it through OCR first")
    yield document(path, _HYPHEN.sub("", "\n\n".join(pages)), "pdf 1", sha256=found.sha256, title=_title(known.get("Title")))


def _pages(file: Any) -> Iterator[Any]:  # pypdfium2 has no types
    if len(file) > _PAGES:
        raise ReadError(f"too long: {len(file)} pages, and {_PAGES} is the limit; split it")
    for number in range(len(file)):
        yield file[number]


def _text(page: Any) -> str:
    layer = page.get_textpage()
    lines = layer.get_text_range().replace("\r\n", "\n").replace("\r", "\n").split("\n")
    layer.close()
    page.close()
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def _title(title: str | None) -> str | None:
    """Return the title unless it is a file's name, which word processors leave there."""
    if not title or len(title.split()) < 2 or re.search(r"\.(?:docx?|indd|pdf|qxd|pptx?|xlsx?)$|^Microsoft Word", title, re.IGNORECASE):
        return None
    return " ".join(title.split())


def _reason(error: str) -> str:
    if "password" in error.casefold():
        return "encrypted: it opens only with a password"
    return f"damaged, or no PDF: {error}"
