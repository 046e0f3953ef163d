"""Assignment: what a figure was put on, by which words."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.annotators.triggers import Match
from sayso.model import Reason

__all__ = ["Assignment"]


@dataclass(frozen=True, slots=True)
class Assignment:
    """The dimensions of a figure, the rules that gave them, and the words these rest on.

    `reasons` and `unit` are given where these words stand in another line.
    """

    dimensions: tuple[str, ...]
    matches: tuple[Match, ...]
    score: float
    inherited: bool = False
    reasons: tuple[Reason, ...] = ()
    unit: str | None = None
