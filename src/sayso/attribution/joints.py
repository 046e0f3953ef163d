"""Joints: the marks and small words at which phrases and clauses are joined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon import table

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Joint", "joint", "mark"]


@dataclass(frozen=True, slots=True)
class Joint:
    """Words or marks of one kind; `sort` is "word" or "mark"."""

    words: tuple[str, ...]
    sort: str
    kind: str
    example: str


def joint(token: Token) -> str:
    """Return the kind of a joining word ("time", "which" ...), "" for any other."""
    return _kinds("word").get(token.lower_, "")


def mark(token: Token) -> str:
    """Return the kind of a mark between words ("comma", "dash" ...), "" for any other token and for a hyphen inside a word."""
    kind = _kinds("mark").get(token.text, "")
    return kind if token.text != "-" or token.whitespace_ else ""


@cache
def _kinds(sort: str) -> Mapping[str, str]:
    return {word: row.kind for row in table("lexicons/joints.csv", Joint) if row.sort == sort for word in row.words}
