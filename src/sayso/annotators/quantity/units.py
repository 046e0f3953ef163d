"""Measure units: the unit behind a number and the currency before it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sayso.annotators.quantity.tokens import BROKEN, END, TOUCHING, Token, token_at
from sayso.annotators.quantity.words import Unit, having, symbols, units

__all__ = ["currency", "form_at", "is_money", "unit_at"]


def is_money(token: Token) -> bool:
    """Tell whether the word is the sign of a currency."""
    unit = symbols().get(token.text)
    return unit is not None and unit.kind == "money" and len(token.text) > 1


def currency(tokens: Sequence[Token], start: int) -> tuple[Unit, int] | None:
    """Return the currency whose sign ends before this token, and the first token of the sign."""
    for size in (3, 2, 1):
        if start < size or (size == 1 and not _near(tokens, start)):
            continue
        run = tokens[start - size : start]
        text = run[0].text + "".join((" " if t.gap else "") + t.text for t in run[1:])
        unit = symbols().get(text)
        if unit and unit.kind == "money" and (len(text) > 1 or not text.isalpha()):
            return unit, start - size
    return None


def _near(tokens: Sequence[Token], start: int) -> bool:
    return token_at(tokens, start).gap < BROKEN


def unit_at(tokens: Sequence[Token], at: int) -> tuple[Unit, int] | None:
    """Return the unit that starts at this token, and the token after it."""
    if token_at(tokens, at).text == "-" and tokens[at].gap == TOUCHING and token_at(tokens, at + 1).gap == TOUCHING:
        return form_at(tokens, at + 1)
    return _symbol(tokens, at) or form_at(tokens, at)


def form_at(tokens: Sequence[Token], at: int) -> tuple[Unit, int] | None:
    """Return the unit whose name starts at this token, and the token after it."""
    for size in (3, 2, 1):
        run = tuple(token.low for token in tokens[at : at + size])
        unit = units().get(run) if len(run) == size else None
        if unit and (tokens[at].gap < BROKEN or not tokens[at].text[:1].isupper()):
            return unit, at + size
    return None


def _symbol(tokens: Sequence[Token], at: int) -> tuple[Unit, int] | None:
    first = token_at(tokens, at)
    if first is END:
        return None
    for size in (3, 2, 1):
        run = tokens[at : at + size]
        if len(run) < size or any(token.gap != TOUCHING for token in run[1:]):
            continue
        text = "".join(token.text for token in run)
        unit = symbols().get(text) or (_lowered().get(text.lower()) if len(text) > 1 else None)
        if first.gap == BROKEN and len(text) < 2:
            continue
        after = token_at(tokens, at + size)
        joint = after.text == "-" and after.gap == TOUCHING and run[-1].text.isalpha() and first.gap != TOUCHING
        whole = (not joint and not (after.gap == TOUCHING and after.kind in ("word", "number"))) or not run[-1].text.isalpha()
        if unit and whole and (first.gap == TOUCHING or size > 1 or not first.text.isalpha() or len(first.text) > 1 or _ends(after)):
            return unit, at + size
    return None


@cache
def _lowered() -> dict[str, Unit]:
    return {symbol.lower(): unit for symbol, unit in symbols().items() if unit.kind != "money"}


def _ends(token: Token) -> bool:
    return token.kind in ("sign", "end") or token.low in having("stop")
