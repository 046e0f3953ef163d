"""Folder: one JSON file for each document, named after it."""

from __future__ import annotations

import json
import re
from pathlib import Path

from sayso.exports._record import Record
from sayso.model import Document

__all__ = ["Folder"]

_UNSAFE = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')  # what Linux, macOS or Windows refuses in a file's name
_LONGEST = 120  # code points of a name; with ".json" and a mark it stays under 255 bytes in most scripts


class Folder:
    """A folder that takes each document's values as NAME.json; names that clash get a mark from the document's id."""

    def __init__(self, path: Path) -> None:
        """Make the folder if it is not there."""
        path.mkdir(parents=True, exist_ok=True)
        self._path = path
        self._owners: dict[str, str] = {}

    def put(self, document: Document, values: Record) -> Path:
        """Write the values, whole or not at all; return the file."""
        file = self._path / f"{self._name(document)}.json"
        half = file.with_suffix(".json.part")
        half.write_text(json.dumps(values, ensure_ascii=False, allow_nan=False, indent=1) + "\n", "utf-8")
        half.replace(file)
        return file

    def _name(self, document: Document) -> str:
        name = _UNSAFE.sub("_", document.name).strip(" .")[:_LONGEST] or "document"
        owner = self._owners.setdefault(name.casefold(), document.id)  # case-folded: two names may be one file elsewhere
        return name if owner == document.id else f"{name}~{document.id[:8]}"
