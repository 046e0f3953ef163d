"""Magnitudes: "60 thousand", "2.5m people", "$3m"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotators.quantity.number_words import role_of, value_of
from sayso.annotators.quantity.numeral import Numeral
from sayso.annotators.quantity.tokens import TOUCHING, Token, token_at
from sayso.annotators.quantity.words import having, symbols

__all__ = ["scaled"]
_MORE_SCALES = 3


_NEAR = 20  # tokens back to a figure with the same magnitude


def scaled(tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    """Multiply by the magnitudes that follow."""
    for _ in range(_MORE_SCALES):
        at = numeral.end
        token, joined = token_at(tokens, at), token_at(tokens, at + 1)
        if token.text == "-" and token.gap == joined.gap == TOUCHING and role_of(joined) == "scale":
            at, token = at + 1, joined
        role = role_of(token)
        many = role == "vague" and token.low not in ("tens", "scores")
        if token.gap == 2 and token.text[:1].isupper():
            break
        if role == "scale" or many:
            scale = value_of(token) / (2 if many else 1)
        elif role == "suffix" and _suffixed(tokens, at):
            scale = value_of(token)
        else:
            break
        numeral = replace(numeral, end=at + 1, value=numeral.value * scale, scale=numeral.scale * scale, plain=False, either=False)
    return numeral


def _suffixed(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a letter is a magnitude ("2.5m people", "$3m") and no unit ("1.5m tall")."""
    token, following = tokens[at], token_at(tokens, at + 1)
    if token.gap == TOUCHING and _is_money(token_at(tokens, at - 2)):
        return True
    if token.low == "k":
        return token.gap == TOUCHING or following.kind == "word"
    if token.low == "mil" or token.text == "M":
        return token.gap == TOUCHING
    if following.kind == "word" and following.gap < 2 and following.low not in having("stop") and following.low != "x":
        return token.gap == TOUCHING or token.text == "B"
    return token.gap == TOUCHING and _millions_before(tokens, at)


def _is_money(token: Token) -> bool:
    unit = symbols().get(token.text)
    return unit is not None and unit.kind == "money"


def _millions_before(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the same letter was a magnitude shortly before: "2.5m people, up from 1.8m"."""
    for place in range(at - 3, max(0, at - _NEAR), -1):
        if tokens[place].low == tokens[at].low and tokens[place - 1].kind == "number":
            return token_at(tokens, place + 1).kind == "word" and tokens[place + 1].low not in having("stop")
    return False
