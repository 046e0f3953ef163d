"""What a rule is given, a match of the grammar, and what it gives, an expression."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from sayso.annotators.time.context import Context
from sayso.annotators.time.words import Words

__all__ = ["Days", "Found", "Match", "Rule"]

Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Found:
    """An expression: the tokens from `first` up to `last` (not included), and what it stands for."""

    first: int
    last: int
    type: str
    value: str | None
    mod: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens that a rule of the grammar fitted."""

    words: Words
    first: int
    last: int

    @property
    def tags(self) -> str:
        """The letters of the tokens."""
        return self.words.tags[self.first : self.last]

    def find(self, tags: str) -> int:
        """Return the first token with one of these letters; -1 if none."""
        return next((n for n in range(self.first, self.last) if self.words.tags[n] in tags), -1)

    def all(self, tags: str) -> list[int]:
        """Return every token with one of these letters."""
        return [n for n in range(self.first, self.last) if self.words.tags[n] in tags]

    def value(self, tags: str) -> str:
        """Return the value of the first token with one of these letters; "" if none."""
        place = self.find(tags)
        return self.words.value(place) if place >= 0 else ""

    def part(self, first: int, last: int) -> Match:
        """Return the match of some of the tokens."""
        return Match(self.words, first, last)

    @property
    def previous(self) -> str:
        """The word before the match; "" if none."""
        return self.words.word(self.first - 1) if self.first else ""

    @property
    def plural(self) -> bool:
        """Whether the unit is in the plural."""
        return self.words.word(self.find("U")).endswith("s")

    def stands_for(self, kind: str, value: str | None, mod: str | None = None, days: Days = (None, None)) -> Found:
        """Return the whole match as an expression of a type (TIMEX3's) and value."""
        return Found(self.first, self.last, kind, value, mod, *days)


Rule = Callable[[Match, Context], Iterator[Found]]
