"""Fractions: "2/3", "½", "two-thirds", "a quarter of a million"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from sayso.annotators.quantity.number_words import role_of, value_of
from sayso.annotators.quantity.numeral import Numeral
from sayso.annotators.quantity.tokens import TOUCHING, Token, token_at

__all__ = ["fraction", "of_scale", "sign_at", "with_part"]


def sign_at(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return the fraction that this token is, "2/3" or "½"; None where it is none."""
    token = tokens[at]
    return _slashed(token, at) if token.kind == "ratio" else _vulgar(token, at) if token.kind == "sign" else None


def _slashed(token: Token, at: int) -> Numeral | None:
    top, bottom = re.split(r"[/\u2044]", token.text)
    if int(bottom) in (0, 7, 11) or int(top) >= int(bottom):  # 24/7, 9/11
        return None
    return Numeral(at, at + 1, int(top) / int(bottom), "fraction")


def _vulgar(token: Token, at: int) -> Numeral | None:
    if len(token.text) != 1 or unicodedata.category(token.text) != "No":
        return None
    value = unicodedata.numeric(token.text, 0.0)
    return Numeral(at, at + 1, value, "fraction") if 0 < value < 1 else None


def with_part(tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    """Add the fraction of "2½", "2 1/2" and "two and a half"."""
    token = token_at(tokens, numeral.end)
    if token.kind in ("sign", "ratio") and (part := sign_at(tokens, numeral.end)) and part.form == "fraction" and token.gap < 2:
        return replace(numeral, end=part.end, value=numeral.value + part.value, plain=False)
    low = [token_at(tokens, numeral.end + step).low for step in range(3)]
    if low == ["and", "a", "half"]:
        return replace(numeral, end=numeral.end + 3, value=numeral.value + 0.5 * numeral.scale, plain=False)
    return numeral


def fraction(tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    """Read "two-thirds", "one third", "three quarters"."""
    at = numeral.end
    if token_at(tokens, at).text == "-" and tokens[at].gap == TOUCHING:
        at += 1
    part = token_at(tokens, at)
    if role_of(part) == "half" and numeral.value == 1 and at == numeral.end:
        return replace(numeral, end=at + 1, value=0.5, form="fraction")
    if role_of(part) != "part" or not 0 < numeral.value < 10 or part.gap > 1:
        return numeral
    plural = part.low.endswith("s")
    if plural is not (numeral.value > 1) or (part.low == "quarters" and numeral.value == 2):
        return numeral
    return of_scale(tokens, replace(numeral, end=at + 1, value=numeral.value / value_of(part), form="fraction"))


def of_scale(tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    """Read "a quarter of a million"."""
    of, article, scale = (token_at(tokens, numeral.end + step) for step in range(3))
    if of.low != "of" or article.low != "a" or role_of(scale) != "scale" or value_of(scale) < 1000:
        return numeral
    return replace(numeral, end=numeral.end + 3, value=numeral.value * value_of(scale), form="words", scale=value_of(scale))
