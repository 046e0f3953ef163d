"""Records: a report given as named fields, by whatever names people use for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from sayso import lexicon
from sayso.errors import ReadError
from sayso.model import Document
from sayso.publishers import publisher_country
from sayso.readers._contents import document
from sayso.readers._days import day, order_in

__all__ = ["FieldName", "field", "known_fields", "record"]


@dataclass(frozen=True, slots=True)
class FieldName:
    """A name that lists give to a field of a report, folded to lower-case letters; the lower rank is preferred."""

    field: str
    rank: int
    name: str
    example: str


def record(path: Path, cells: Mapping[str, Any], where: str, reader: str, sha256: str) -> Document:  # cells: JSON or Excel values
    """Return the document that a record holds; ReadError where it has no text. `where` names the record in its file."""
    known = known_fields(cells)
    text = known.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ReadError("no text: none of its fields is called text, body or the like, or it is empty")
    outlet, url = _words(known.get("outlet")), _words(known.get("url"))
    published, note = _day(known.get("published"), order_in(publisher_country(outlet, url)))
    return document(
        path,
        text,
        reader,
        sha256=sha256,
        name=_words(known.get("id")) or (f"{path.stem} {where}" if where else path.stem),
        title=_words(known.get("title")),
        outlet=outlet,
        author=_words(known.get("author")),
        url=url,
        published=published,
        notes=(note,) if note else (),
    )


def known_fields(cells: Mapping[str, Any]) -> dict[str, Any]:  # cells: JSON or Excel values
    """Return the filled cells by the fields of a report that their names stand for, the preferred name first."""
    found: dict[str, tuple[int, Any]] = {}
    for name, value in cells.items():
        match = field(name)
        if match and value not in (None, "") and (match.field not in found or match.rank < found[match.field][0]):
            found[match.field] = (match.rank, value)
    return {name: value for name, (_, value) in found.items()}


def field(name: object) -> FieldName | None:
    """Return the field that a column of this name holds, or None.

    >>> field("Date Published").field
    'published'
    """
    return _names().get(_fold(str(name)))


@cache
def _names() -> dict[str, FieldName]:
    return {row.name: row for row in lexicon.table("lexicons/report_fields.csv", FieldName)}


def _fold(name: str) -> str:
    return "".join(character for character in name.casefold() if character.isalpha())


def _words(value: object) -> str | None:
    if isinstance(value, (list, tuple)):
        return ", ".join(filter(None, map(_words, value))) or None
    if isinstance(value, Mapping):
        return _words(value.get("name"))
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip() or None if isinstance(value, (str, int, float)) and value != "" else None


def _day(value: object, order: str) -> tuple[date | None, str | None]:
    if isinstance(value, datetime):
        return value.date(), None
    if isinstance(value, date):
        return value, None
    if value is None:
        return None, None
    found = day(str(value), order)
    if found is None:
        return None, f"its date, {str(value)[:40]!r}, was not understood"
    return found.day, found.note
