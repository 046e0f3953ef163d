"""Dimensions: what a figure can be put on, with the words that put it there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from sayso.lexicon import data_files, table, toml

__all__ = ["Counted", "Dimension", "Rule", "Subgroup", "counted", "dimension", "dimensions", "rules", "subgroups"]


@dataclass(frozen=True, slots=True)
class Rule:
    """Words that put a figure on a dimension, for some kinds of counted things.

    `role` says where the figure stands: "object" or "subject" of the words as a verb; "state": the words describe what is
    counted; "unit": they are what is counted; "of": "the killing of 12"; "toll": "the death toll of 12"; "label": "Deaths: 12";
    "adjunct": "in three towns".
    """

    id: str
    dimension: str
    role: str
    words: tuple[tuple[str, ...], ...]
    kinds: frozenset[str]
    example: str


@dataclass(frozen=True, slots=True)
class Dimension:
    """What a figure can be put on: its name, its label for people, what it counts, and its names in other schemes."""

    name: str
    label: str
    counts: str
    crosswalk: tuple[tuple[str, str], ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A thing that reports count; `kind` groups things ("person", "vehicle"), `civil` is the status the word itself claims."""

    unit: str
    kind: str
    civil: str
    example: str


@dataclass(frozen=True, slots=True)
class Subgroup:
    """A word for some of the people counted, who are a part of any total."""

    unit: str
    example: str


@cache
def dimensions() -> tuple[Dimension, ...]:
    """Return every dimension, by name."""
    return tuple(_dimension(path) for path in data_files("dimensions", ".toml"))


@cache
def dimension(name: str) -> Dimension:
    """Return the dimension of this name; KeyError if there is none."""
    return {one.name: one for one in dimensions()}[name]


@cache
def rules() -> tuple[Rule, ...]:
    """Return the rules of all dimensions."""
    return tuple(rule for one in dimensions() for rule in one.rules)


@cache
def counted() -> dict[str, Counted]:
    """Return the counted things by unit, lower case and singular."""
    return {row.unit: row for row in table("lexicons/counted.csv", Counted)}


@cache
def subgroups() -> frozenset[str]:
    """Return the units that are some of the people counted ("child", "medic")."""
    return frozenset(row.unit for row in table("lexicons/subgroups.csv", Subgroup))


def _dimension(path: str) -> Dimension:
    raw = toml(path)
    own = tuple(
        Rule(
            id=trigger["rule"],
            dimension=raw["name"],
            role=trigger["role"],
            words=tuple(tuple(words.split()) for words in trigger["words"]),
            kinds=frozenset(trigger["kinds"]),
            example=trigger["example"],
        )
        for trigger in raw["trigger"]
    )
    return Dimension(raw["name"], raw["label"], raw["counts"], tuple(raw["crosswalk"].items()), own)
