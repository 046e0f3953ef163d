"""Units: which class a counted thing is of, and whether it is a part of those counted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso import lexicon
from sayso.annotators.dimensions import counted, subgroups

__all__ = ["PEOPLE", "SHARE", "THINGS", "Compared", "compared", "is_group", "unit_class", "unit_kind"]

PEOPLE, SHARE, THINGS = "people", "share", "things"


@dataclass(frozen=True, slots=True)
class UnitClass:
    """Things of these kinds are counted in one class of units; figures of two classes are never in one row.

    "things" are counted as whatever a dimension counts, unless that is people.
    """

    kind: str
    group: str
    example: str


@dataclass(frozen=True, slots=True)
class Compared:
    """How a dimension is compared: the titles of its rows (empty where it has no such row), and its class of units where none is told.

    `extents` are what stands for a cell, the first found first.
    """

    dimension: str
    people: str
    civilian: str
    combatant: str
    group: str
    extents: tuple[str, ...]
    unit: str
    example: str


@cache
def compared(dimension: str) -> Compared:
    """Return how the dimension is compared; KeyError where there is none of this name."""
    rows: tuple[Compared, ...] = lexicon.table("lexicons/compared.csv", Compared)
    return {row.dimension: row for row in rows}[dimension]


def unit_class(unit: str | None, dimension: str) -> str:
    """Return the class of a claim's unit; the dimension's own where the text gives no unit or an unknown one.

    >>> unit_class("family", "displaced"), unit_class("fraction", "killed"), unit_class(None, "strikes")
    ('families', 'share', 'strikes')
    """
    if unit == "fraction":
        return SHARE
    row = counted().get(unit) if unit else None
    known = _classes().get(row.kind) if row else None
    own = compared(dimension).unit
    return own if known is None or (known == THINGS and own != PEOPLE) else known


def unit_kind(unit: str | None) -> str | None:
    """Return the kind of thing that a unit is ("building"), itself where it is not listed; None where no unit is given."""
    row = counted().get(unit) if unit else None
    return row.kind if row else unit


def is_group(unit: str | None) -> bool:
    """Tell whether the unit is a part of the people counted (children, medics), so that it stands for no total."""
    return unit in subgroups()


@cache
def _classes() -> dict[str, str]:
    return {row.kind: row.group for row in lexicon.table("lexicons/unit_classes.csv", UnitClass)}
