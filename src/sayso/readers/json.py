"""JSON and JSON lines: one object a report, several in a list, or a chat export."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.errors import ReadError
from sayso.model import Document, Unread
from sayso.readers._contents import Contents, contents, decode
from sayso.readers._record import record
from sayso.readers._telegram import is_export, messages

SUFFIXES = (".json", ".jsonl", ".ndjson")


def read(path: Path) -> Iterator[Document | Unread]:
    """Yield a document for each object that has a text, which is taken unchanged."""
    found = contents(path)
    text, _ = decode(found.raw)
    lines = path.suffix.lower() in (".jsonl", ".ndjson")
    yield from _lines(path, found, text) if lines else _whole(path, found, text)


def _whole(path: Path, found: Contents, text: str) -> Iterator[Document | Unread]:
    try:
        value = json.loads(text, strict=False)
    except json.JSONDecodeError as error:
        raise ReadError(f"not valid JSON: {error.msg} (line {error.lineno})") from error
    except RecursionError as error:
        raise ReadError("not usable JSON: nested too deeply") from error
    if is_export(value):
        yield from messages(path, value, found.sha256)
        return
    items = value if isinstance(value, list) else [value]
    if not items:
        raise ReadError("an empty list: no report in it")
    for number, item in enumerate(items, 1):
        yield _item(path, found, item, "" if item is value else f"item {number}")


def _lines(path: Path, found: Contents, text: str) -> Iterator[Document | Unread]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _item(path, found, json.loads(line, strict=False), f"line {number}")
        except (json.JSONDecodeError, RecursionError):
            yield Unread(f"{path}: line {number}", "not valid JSON")


def _item(path: Path, found: Contents, item: Any, where: str) -> Document | Unread:  # JSON may hold anything
    place = f"{path}: {where}" if where else str(path)
    if not isinstance(item, dict):
        return Unread(place, "not a JSON object with the report's fields")
    try:
        return record(path, item, where, "json 1", found.sha256)
    except ReadError as error:
        return Unread(place, str(error))
