"""Words around place names, as the toponym lexicons list them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.gazetteers import curated
from sayso.gazetteers.folding import fold
from sayso.lexicon import table

__all__ = ["abbreviations", "common", "given_names", "others", "surnames", "weights", "words"]


@dataclass(frozen=True, slots=True)
class _Row:
    words: tuple[str, ...]
    example: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class _Weight:
    model: str
    feature: str
    weight: float
    meaning: str = ""


@cache
def words(kind: str) -> frozenset[str]:
    """Return the words of one kind ("direction", "site", "title" ...), in small letters."""
    return frozenset(word.lower() for row in table("lexicons/toponym_words.csv", _Row) if row.kind == kind for word in row.words)


@cache
def common() -> frozenset[str]:
    """Return the everyday English words that are also names of places."""
    return frozenset(word for row in table("lexicons/toponym_common.csv", _Row) for word in row.words)


@cache
def given_names() -> frozenset[str]:
    """Return given names, in small letters."""
    return frozenset(word.lower() for row in table("lexicons/toponym_given_names.csv", _Row) for word in row.words)


@cache
def others() -> frozenset[str]:
    """Return folded names that are in the gazetteer, and in reports stand for somebody or something else."""
    return frozenset(word for row in table("lexicons/toponym_others.csv", _Row) for word in row.words)


@cache
def surnames() -> dict[str, int]:
    """Return surnames that are also names of places, in small letters, with how rare they are: 0 (frequent) to 3."""
    rows = table("lexicons/toponym_surnames.csv", _Row)
    return {word.lower(): rank for rank, row in reversed(list(enumerate(rows))) for word in row.words}


@cache
def abbreviations() -> frozenset[str]:
    """Return the folded names of places that are written with a full stop at their end ("Calif.")."""
    return frozenset(fold(name) for state in curated.states() for name in state.names if name.endswith("."))


@cache
def weights(model: str) -> dict[str, float]:
    """Return the weights of "recognition", "first" or "context", by feature."""
    return {row.feature: row.weight for row in table("models/toponym_weights.csv", _Weight) if row.model == model}
