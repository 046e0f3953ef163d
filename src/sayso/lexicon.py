"""Lexicons: knowledge kept as rows of data, each with an example."""

from __future__ import annotations

import csv
import hashlib
import tomllib
from dataclasses import MISSING, dataclass, fields
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, TypeVar, get_type_hints

from sayso.errors import DataError

__all__ = ["Word", "data_files", "fingerprint", "table", "toml", "words"]

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Word:
    """A row of a plain list of words: the file says what they are, `example` where one is that."""

    word: str
    example: str


@cache
def table(path: str, row: type[Row]) -> tuple[Row, ...]:
    """Return the rows of `data/PATH` (CSV with a header) as values of a dataclass of strings, integers, floats and booleans.

    A field of type tuple takes words parted by "|". An empty cell gives the field's default, or "" for a string without one.
    Raises DataError, naming the file and the line, where a column is missing or a cell does not fit.
    """
    hints = get_type_hints(row)
    columns = fields(row)  # type: ignore[arg-type]  # every row type here is a dataclass
    text = (files("sayso") / "data" / path).read_text("utf-8")
    reader = csv.DictReader(text.splitlines(), strict=True)
    missing = {c.name for c in columns if c.default is MISSING} - set(reader.fieldnames or ())
    if missing:
        raise DataError(f"data/{path}: no column {', '.join(sorted(missing))}")
    return tuple(
        row(**{c.name: _cell(cells.get(c.name), hints[c.name], c.default, f"data/{path}, row {number}") for c in columns})
        for number, cells in enumerate(reader, 2)
    )


@cache
def words(path: str) -> frozenset[str]:
    """Return the words of `data/PATH`, a CSV with the columns `word` and `example`; raises DataError as `table` does."""
    return frozenset(row.word for row in table(path, Word))


@cache
def toml(path: str) -> dict[str, Any]:
    """Return what `data/PATH` (TOML) holds; Any because each file has a shape of its own, checked where it is used."""
    return tomllib.loads((files("sayso") / "data" / path).read_text("utf-8"))


def data_files(folder: str, suffix: str) -> tuple[str, ...]:
    """Return the paths, below `data/`, of the files of a folder with this suffix, sorted."""
    found = (files("sayso") / "data" / folder).iterdir()
    return tuple(sorted(f"{folder}/{item.name}" for item in found if item.name.endswith(suffix)))


@cache
def fingerprint() -> str:
    """Return a hash of every data file, so that a changed word is noticed."""
    digest = hashlib.sha256()
    for name, item in sorted(_walk(files("sayso") / "data", "")):
        digest.update(name.encode() + b"\0" + item.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for item in folder.iterdir():
        name = f"{prefix}{item.name}"
        found += _walk(item, f"{name}/") if item.is_dir() else [(name, item)]
    return found


def _cell(value: str | None, kind: object, default: object, where: str) -> object:
    if not value:
        return ("" if kind is str else () if kind == tuple[str, ...] else None) if default is MISSING else default
    if kind == tuple[str, ...]:
        return tuple(part.strip() for part in value.split("|") if part.strip())
    if kind is bool:
        return value.strip().lower() in ("yes", "true", "1")
    try:
        return int(value) if kind in (int, int | None) else float(value) if kind in (float, float | None) else value
    except ValueError as error:
        raise DataError(f"{where}: {value!r} is not a number") from error
