"""Happenings: words for what happens on a day or over some days, each with its kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sayso.lexicon import table

__all__ = ["Happening", "kinds"]


@dataclass(frozen=True, slots=True)
class Happening:
    """A word for something that happens: a "blow", a "disaster", a "campaign", a "gathering"."""

    word: str
    kind: str
    example: str


@cache
def kinds() -> Mapping[str, str]:
    """Return the kinds of happenings by their words."""
    return {row.word: row.kind for row in table("lexicons/happenings.csv", Happening)}
