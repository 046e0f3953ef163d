"""Zero in words: "no civilians", "not a single convoy", "no one"."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sayso.annotators.quantity.nouns import Counted, behind
from sayso.annotators.quantity.tokens import BROKEN, END, Token
from sayso.annotators.quantity.words import having, known
from sayso.model import Bound, Measure, Span

__all__ = ["zero_at"]


def zero_at(tokens: Sequence[Token], at: int) -> tuple[Measure, int] | None:
    """Read "no civilians", "not a single convoy", "no one"."""
    token = tokens[at]
    if token.low not in ("no", "not") or token.kind != "word":
        return None
    low = [t.low for t in tokens[at + 1 : at + 3]]
    if token.low == "not":
        if low not in (["a", "single"], ["one", "single"]) and low[:1] != ["one"]:
            return None
        end = at + 2 + (low[1:] == ["single"])
        counted = behind(tokens, end, 1)
        return (_nothing(tokens, at, end, counted), end) if counted else None
    if low[:1] == ["one"]:
        return _nothing(tokens, at, at + 2, None), at + 2
    if not low or low[0] in having("zero-never") or tokens[at + 1].kind != "word" or tokens[at + 1].gap == BROKEN:
        return None
    many = behind(tokens, at + 1, 2)
    counted = many or behind(tokens, at + 1, 1)
    if counted is None or counted.unit not in _countable():
        return None
    following = tokens[counted.end] if counted.end < len(tokens) else END
    if not many and following.kind == "word" and following.low not in having("stop"):
        return None
    return _nothing(tokens, at, at + 1, counted), at + 1


@cache
def _countable() -> frozenset[str]:
    return known() | having("zero-noun")


def _nothing(tokens: Sequence[Token], at: int, end: int, counted: Counted | None) -> Measure:
    noun = Span(tokens[counted.start].start, tokens[counted.end - 1].end) if counted else None
    span = Span(tokens[at].start, tokens[end - 1].end)
    return Measure(span, 0.0, 0.0, Bound.EXACT, unit=counted.unit if counted else None, noun=noun)
