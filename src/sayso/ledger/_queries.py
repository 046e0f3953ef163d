"""Queries: the SQL of `queries.sql` by name, and the migrations in order."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

__all__ = ["migrations", "names", "query"]

_NAME = re.compile(r"^-- name: (?P<name>\w+)\n", re.MULTILINE)


def query(name: str) -> str:
    """Return the query of this name."""
    return _queries()[name]


def names() -> tuple[str, ...]:
    """Return the names of all queries."""
    return tuple(_queries())


@cache
def migrations() -> tuple[str, ...]:
    """Return the scripts that lead from an empty file to the newest version, one a version."""
    found = sorted((files(__package__) / "migrations").iterdir(), key=lambda item: item.name)
    return tuple(item.read_text("utf-8") for item in found if item.name.endswith(".sql"))


@cache
def _queries() -> dict[str, str]:
    parts = _NAME.split((files(__package__) / "queries.sql").read_text("utf-8"))[1:]
    return dict(zip(parts[::2], parts[1::2], strict=True))
