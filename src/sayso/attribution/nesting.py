"""Nesting: each statement put inside the one whose content holds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayso.model import Span, Statement

__all__ = ["nested"]


def nested(found: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the statements in the order of their content, each with the one it stands in."""
    ordered = sorted(found, key=lambda s: (s.content[0].start, -sum(map(len, s.content)), s.cue[0].start if s.cue else 0))
    placed: list[Statement] = []
    for statement in sorted(ordered, key=lambda s: -sum(map(len, s.content))):
        holders = [other for other in placed if _holds(other, statement)]
        inner = min(holders, key=lambda s: sum(map(len, s.content)), default=None)
        while inner is not None and _one_voice(inner, statement):
            inner = inner.inside
        placed.append(replace(statement, inside=inner) if inner else statement)
    return tuple(sorted(placed, key=lambda s: (s.content[0].start, -sum(map(len, s.content)))))


def _one_voice(outer: Statement, inner: Statement) -> bool:
    """Tell whether the inner speaker is the outer one again: no link of its own."""
    return bool(outer.source and inner.source and outer.source.name and outer.source.name == inner.source.name)


def _holds(outer: Statement, inner: Statement) -> bool:
    """Tell whether all that belongs to the inner one stands in the outer one's content."""
    parts: list[Span] = [*inner.cue, *inner.content]
    return all(any(part in piece for piece in outer.content) for part in parts) and outer.content != inner.content
