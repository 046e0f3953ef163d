"""Plain text and Markdown: the file is the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sayso.model import Document, Unread
from sayso.readers._contents import contents, decode, document

SUFFIXES = (".txt", ".text", ".md", ".markdown")


def read(path: Path) -> Iterator[Document | Unread]:
    """Yield the one document that a text file is."""
    found = contents(path)
    text, notes = decode(found.raw)
    yield document(path, text, "plaintext 1", sha256=found.sha256, notes=notes)
