"""Ratios: "one in five", "nine out of ten"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotators.quantity.digits import amount_of
from sayso.annotators.quantity.number_words import role_of
from sayso.annotators.quantity.numeral import Numeral
from sayso.annotators.quantity.rows import row
from sayso.annotators.quantity.tokens import Token, token_at
from sayso.annotators.quantity.units import form_at

__all__ = ["ratio"]


_BOTTOMS = (3, 4, 5, 10)  # what people take shares of by "in"; "two in twelve" counts two


def ratio(tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    """Read "one in five", "nine out of ten"."""
    at, value = numeral.end, numeral.value
    low = [token_at(tokens, at + step).low for step in range(2)]
    step = 2 if low in (["out", "of"], ["in", "every"]) else 1 if low[0] == "in" else 0
    step = step + 1 if step == 2 and token_at(tokens, at + 2).low == "every" else step
    if not step or value < 1 or value != int(value) or value > 99:
        return numeral
    below = token_at(tokens, at + step)
    if below.kind not in ("number", "word") or role_of(below) in ("vague", "some", "part") or below.gap > 1:
        return numeral
    other = (
        _digits_only(below) if below.kind == "number" else row(tokens, at + step, at + step) if role_of(below) in ("unit", "ten") else None
    )
    if other is None or other.value <= value or other.value > 1_000_000:
        return numeral
    bottom = other.value
    end = other.end if below.kind == "word" else at + step + 1
    usual = (value == 1 and not 1900 < bottom < 2100) or bottom in _BOTTOMS
    if step == 1 and (not usual or _is_time(tokens, end)):
        return numeral
    return replace(numeral, end=end, value=value / bottom, form="ratio", plain=False)


def _is_time(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a unit of time follows: "two in five days" is no share."""
    unit = form_at(tokens, at)
    return unit is not None and unit[0].kind == "duration"


def _digits_only(token: Token) -> Numeral | None:
    value = amount_of(token.text)
    return None if value is None else Numeral(0, 0, value, "digits")
