"""Signs: single words that tell something of a claim, by what they tell."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.lexicon import table

__all__ = ["Sign", "signs"]


@dataclass(frozen=True, slots=True)
class Sign:
    """A word and what it marks: "hedge", "forecast", "locative" ... (see `signs.csv`)."""

    word: str
    marks: str
    example: str


@cache
def signs(marks: str) -> frozenset[str]:
    """Return the words that mark one thing; empty where no row of `signs.csv` has that mark."""
    return frozenset(row.word for row in table("lexicons/signs.csv", Sign) if row.marks == marks)
