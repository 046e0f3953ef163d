"""Voice: on whose say-so a figure stands."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.attribution import is_saying
from sayso.extractors.rules.figures import Figure
from sayso.model import Statement

__all__ = ["statement_of"]


def statement_of(figure: Figure, statements: Sequence[Statement]) -> Statement | None:
    """Return the innermost saying that holds the figure; attitudes and intentions are not sayings."""
    span = figure.measure.span
    holding = [s for s in statements if s.holds(span) and is_saying(s)]
    return min(holding, key=lambda s: (-len(s.chain), sum(len(piece) for piece in s.content)), default=None)
