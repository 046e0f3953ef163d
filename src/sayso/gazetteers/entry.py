"""Entry: a place on its way into the gazetteer, with its names."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import IntEnum

__all__ = ["Entry", "How", "Left"]


class How(IntEnum):
    """How a name stands to its place; the lower, the more it may be relied on."""

    MAIN = 0
    CURATED = 1
    ALTERNATE = 2
    SHORT = 3
    DEMONYM = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with its names.

    `ref` is the id ("geonames:170063", "sayso:..."), `admin` the codes of the units around it (a unit's own last), `code` its own where
    it is such a unit, `fame` how many names in how many languages a world gazetteer knows for it: a mark of how well it is known.
    """

    ref: str
    name: str
    lat: float | None
    lon: float | None
    feature: str
    country: str
    admin: tuple[str, ...] = ()
    population: int = 0
    precision: int = 1
    fame: int = 0
    code: str = ""
    names: tuple[tuple[str, How], ...] = field(default=())

    def also(self, names: tuple[tuple[str, How], ...]) -> Entry:
        """Return the entry with further names."""
        return replace(self, names=self.names + names)


@dataclass(frozen=True, slots=True)
class Left:
    """A row of a user's file that gave no place, with the reason; `fine` where it was left out on purpose, else it cannot be used."""

    line: int
    reason: str
    fine: bool = False
