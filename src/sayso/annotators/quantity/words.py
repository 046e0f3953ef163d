"""Measure words: the units, bounds and other words around a number, from the lexicons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso import lexicon
from sayso.gazetteers.curated import countries
from sayso.model import Bound

__all__ = ["BoundWords", "Plural", "Unit", "Word", "after", "before", "having", "known", "months", "people", "singular", "symbols", "units"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure, time or money: its word forms in lower case, its symbols as written."""

    unit: str
    kind: str
    forms: tuple[str, ...]
    symbols: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class BoundWords:
    """Words before or after a number that bound it or say that it is approximate; `bound` "" where they do not bound."""

    words: str
    side: str
    example: str
    bound: str = ""
    approximate: bool = False

    @property
    def limit(self) -> Bound | None:
        """The bound that the words set."""
        return Bound(self.bound) if self.bound else None


@dataclass(frozen=True, slots=True)
class Word:
    """A word with the part that it plays around numbers."""

    word: str
    role: str
    example: str


@dataclass(frozen=True, slots=True)
class Plural:
    """A plural that the rules of spelling do not give."""

    plural: str
    singular: str
    example: str


@dataclass(frozen=True, slots=True)
class _Counted:
    unit: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Month:
    name: str
    forms: tuple[str, ...] = ()


@cache
def having(*roles: str) -> frozenset[str]:
    """Return the words that play one of these parts."""
    return frozenset(row.word for row in lexicon.table("lexicons/measures_words.csv", Word) if row.role in roles)


@cache
def units() -> dict[tuple[str, ...], Unit]:
    """Return the units by the words of their forms."""
    rows = lexicon.table("lexicons/measures_units.csv", Unit)
    return {tuple(form.replace(".", " .").split()): row for row in rows for form in row.forms}


@cache
def symbols() -> dict[str, Unit]:
    """Return the units by their symbols."""
    return {symbol: row for row in lexicon.table("lexicons/measures_units.csv", Unit) for symbol in row.symbols}


@cache
def before() -> dict[tuple[str, ...], BoundWords]:
    """Return the bounds that stand before a number, by their words."""
    return _bounds("before")


@cache
def after() -> dict[tuple[str, ...], BoundWords]:
    """Return the bounds that stand after a number, by their words."""
    return _bounds("after")


def _bounds(side: str) -> dict[tuple[str, ...], BoundWords]:
    rows = lexicon.table("lexicons/measures_bounds.csv", BoundWords)
    return {tuple(row.words.replace(".", " .").replace(">=", "> =").replace("<=", "< =").split()): row for row in rows if row.side == side}


@cache
def months() -> frozenset[str]:
    """Return the names of the months and their short forms, in lower case."""
    rows = lexicon.table("lexicons/month_names.csv", _Month)
    return frozenset(form.lower() for row in rows for form in (row.name, *row.forms))


@cache
def known() -> frozenset[str]:
    """Return the things that reports count, in the singular."""
    return frozenset(row.unit.lower() for row in lexicon.table("lexicons/counted.csv", _Counted))


@cache
def people() -> frozenset[str]:
    """Return the words for people among the things that reports count, in the singular."""
    rows = lexicon.table("lexicons/counted.csv", _Counted)
    return frozenset(row.unit.lower() for row in rows if row.kind == "person") - having("nominal")


@cache
def _plurals() -> dict[str, str]:
    """Return the singular of each plural that the letters do not tell, the names of peoples ("Iraqis") among them."""
    people = (name.lower() for country in countries() for name in country.demonyms if name.endswith("is"))
    return {name: name[:-1] for name in people} | {
        row.plural: row.singular for row in lexicon.table("lexicons/measures_plurals.csv", Plural)
    }


def singular(word: str) -> str | None:
    """Return the singular of a plural, None where the word does not look like one.

    >>> singular("families"), singular("people"), singular("city")
    ('family', 'people', None)
    """
    low = word.lower().removesuffix("'s") if word[-2:-1] == "'" else word.lower()
    if low in _plurals():
        return _plurals()[low]
    if not low.endswith("s") or low.endswith(("ss", "us", "is", "'s")) or len(low) < 3:
        return None
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return low[:-2]
    return low[:-1]
