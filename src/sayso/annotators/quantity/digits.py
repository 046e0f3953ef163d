"""Digits: the amount that a row of them stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sayso.annotators.quantity.tokens import TOUCHING, Token, token_at

__all__ = ["amount_of", "continues"]
_LONGEST = 15  # digits; a longer row of digits is no amount, and a float would not hold it


_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")


_POINTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+")


_DECIMAL = re.compile(r"\d+\.\d+|\.\d+")


_COMMA = re.compile(r"\d+,\d{1,2}")


def amount_of(text: str) -> float | None:
    """Return the amount of "3,415", "1.250.000" or "2.5"; None where the digits are no amount."""
    if sum(map(str.isdigit, text)) > _LONGEST or not text.isascii():
        return None
    if text.isdigit():
        return float(text)
    if _GROUPED.fullmatch(text):
        return float(text.replace(",", ""))
    if _POINTED.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    if _DECIMAL.fullmatch(text):
        return float(text)
    return float(text.replace(",", ".")) if _COMMA.fullmatch(text) else None


def continues(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the token goes on with a number grouped by spaces: "18 000"."""
    token = token_at(tokens, at)
    following = token_at(tokens, at + 1)
    if token.kind != "number" or token.gap != 1 or len(token.text) != 3 or not token.text.isdigit():
        return False
    return not (following.gap == TOUCHING and (following.kind == "word" or following.text in "-/") and following.low not in ("k", "m", "s"))
