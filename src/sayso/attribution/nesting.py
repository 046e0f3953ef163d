"""Nesting: each statement put inside the one whose content holds it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from sayso.model import Span, Statement

__all__ = ["nested"]

_STRETCH = 2_000  # code points


def nested(found: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the statements in the order of their content, each with the one it stands in."""
    placed: list[Statement] = []
    near: dict[int, list[Statement]] = defaultdict(list)  # by stretch of the text, so that long documents stay linear
    for statement in sorted(found, key=_outermost_first):
        holders = [other for other in near[statement.content[0].start // _STRETCH] if _holds(other, statement)]
        inner = min(reversed(holders), key=_length, default=None)
        while inner is not None and _one_voice(inner, statement):
            inner = inner.inside
        placed.append(replace(statement, inside=inner) if inner else statement)
        for stretch in {at for piece in statement.content for at in range(piece.start // _STRETCH, piece.end // _STRETCH + 1)}:
            near[stretch].append(placed[-1])
    return tuple(sorted(placed, key=lambda s: (s.content[0].start, -_length(s))))


def _outermost_first(statement: Statement) -> tuple[int, bool, int]:
    return -_length(statement), _cited(statement), (statement.cue or statement.content)[0].start


def _length(statement: Statement) -> int:
    return sum(map(len, statement.content))


def _cited(statement: Statement) -> bool:
    return statement.rule.endswith(":citing")


def _one_voice(outer: Statement, inner: Statement) -> bool:
    """Tell whether the inner speaker is the outer one again: no link of its own."""
    return bool(outer.source and inner.source and outer.source.name and outer.source.name == inner.source.name)


def _holds(outer: Statement, inner: Statement) -> bool:
    """Tell whether all that belongs to the inner one stands in the outer one's content."""
    if outer.content == inner.content:
        return _cited(inner) and not _cited(outer)
    parts: list[Span] = [*inner.cue, *inner.content]
    return all(any(part in piece for piece in outer.content) for part in parts)
