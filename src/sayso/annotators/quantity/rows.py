"""Rows of number words: "one hundred and twenty-three thousand"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotators.quantity.number_words import role_of, value_of
from sayso.annotators.quantity.numeral import Numeral
from sayso.annotators.quantity.tokens import TOUCHING, Token, token_at

__all__ = ["row"]


def row(tokens: Sequence[Token], at: int, start: int) -> Numeral:
    """Add up a row of number words: "one hundred and twenty-three thousand"."""
    total, current, scale, last = 0.0, 1.0 if start < at else 0.0, 1.0, "unit" if start < at else ""
    if start < at:
        current = 1.0
    while True:
        token = token_at(tokens, at)
        role = role_of(token)
        joined = last in ("ten", "scale") and token.text in ("-", "and") and token.kind in ("sign", "word")
        if joined and _follows(last, token, token_at(tokens, at + 1)):
            at, token = at + 1, tokens[at + 1]
            role = role_of(token)
        if not _fits(last, role) or (last and token.gap > 1 and token.text[:1].isupper()):
            break
        value = value_of(token)
        if role == "scale":
            if value >= 1000:
                total, current = total + (current or 1) * value, 0.0
            else:
                current = (current or 1) * value
            scale = value
        else:
            current += value
        last = role
        at += 1
    return Numeral(start, at, total + current, "words", scale=scale if last == "scale" else 1)


def _fits(last: str, role: str) -> bool:
    return role in {"": ("unit", "ten"), "unit": ("scale",), "ten": ("unit", "scale"), "scale": ("unit", "ten", "scale")}[last]


def _follows(last: str, joint: Token, token: Token) -> bool:
    if joint.text == "-":
        return last == "ten" and role_of(token) == "unit" and token.gap == TOUCHING and 0 < value_of(token) < 10
    return last == "scale" and role_of(token) in ("unit", "ten") and joint.gap < 2
