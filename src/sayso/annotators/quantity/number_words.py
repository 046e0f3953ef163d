"""Number words: what each is and how it joins with others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso import lexicon
from sayso.annotators.quantity.tokens import Token

__all__ = ["NumberWord", "role_of", "value_of", "words"]


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word that is a number or part of one; `role` says how it joins with others."""

    word: str
    value: float
    role: str
    example: str


@cache
def words() -> dict[str, NumberWord]:
    """Return the number words by their form."""
    return {row.word: row for row in lexicon.table("lexicons/numbers.csv", NumberWord)}


def role_of(token: Token) -> str:
    """Return how the token joins with others as a number word; "" where it is none."""
    row = words().get(token.low) if token.kind == "word" else None
    return row.role if row else ""


def value_of(token: Token) -> float:
    """Return the value of a number word."""
    return words()[token.low].value
