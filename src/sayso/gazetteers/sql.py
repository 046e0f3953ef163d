"""SQL: the named queries of a .sql file."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

__all__ = ["queries"]


@cache
def queries(name: str) -> dict[str, str]:
    """Return the queries of a .sql file of this package, by the name in the comment above each."""
    text = (files("sayso.gazetteers") / name).read_text("utf-8")
    return dict(re.findall(r"-- name: (\w+)\n(.*?;)$", text, re.DOTALL | re.MULTILINE))
