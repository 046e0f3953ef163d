"""A numeral: some tokens that are a number."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Numeral"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number: its first token and the one after its last, and its value.

    `form` is digits, words, vague, fraction, ratio or none. `scale` is the magnitude applied. `either` where a point may group
    or part decimals, `plain` where it is bare digits without grouping, decimals and magnitude.
    """

    start: int
    end: int
    value: float
    form: str
    scale: float = 1
    approximate: bool = False
    either: bool = False
    plain: bool = False
