"""Numerals: numbers in figures and words, with their magnitudes, vague amounts, fractions and ratios."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from sayso.annotators.quantity.digits import amount_of, continues
from sayso.annotators.quantity.fractions import fraction, of_scale, sign_at, with_part
from sayso.annotators.quantity.number_words import role_of, value_of
from sayso.annotators.quantity.numeral import Numeral
from sayso.annotators.quantity.ratios import ratio
from sayso.annotators.quantity.rows import row
from sayso.annotators.quantity.scales import scaled
from sayso.annotators.quantity.tokens import TOUCHING, Token, token_at

__all__ = ["read"]
_EITHER = re.compile(r"[1-9]\d{0,2}\.\d{3}")


_ROUND = (10.0, 100.0, 1000.0, 10_000.0, 100_000.0, 1_000_000.0)  # "100s of people"


def read(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return the number that starts at this token, if one does."""
    token = tokens[at]
    if token.kind == "number":
        return _digits(tokens, at)
    if token.kind in ("ratio", "sign"):
        return sign_at(tokens, at)
    if token.kind != "word":
        return None
    return _worded(tokens, at)


def _digits(tokens: Sequence[Token], at: int) -> Numeral | None:
    token, end = tokens[at], at + 1
    text = token.text
    if text.isdigit() and len(text) <= 3 and text[0] != "0":
        while continues(tokens, end):
            text += tokens[end].text
            end += 1
    value = amount_of(text)
    if value is None:
        return None
    either = bool(_EITHER.fullmatch(text))
    plain = text.isdigit() and end == at + 1
    if value in _ROUND and token_at(tokens, end).low == "s" and tokens[end].gap == TOUCHING:
        return Numeral(at, end + 1, 2 * value, "vague")
    numeral = Numeral(at, end, value, "digits", either=either, plain=plain)
    return ratio(tokens, scaled(tokens, with_part(tokens, numeral)))


def _worded(tokens: Sequence[Token], at: int) -> Numeral | None:
    token = tokens[at]
    role = role_of(token)
    if role == "half" or (token.low in ("a", "an") and token_at(tokens, at + 1).low == "half"):
        return _half(tokens, at if role == "half" else at + 1, at)
    if role == "none":
        return Numeral(at, at + 1, 0, "none")
    first = at + 1 if token.low in ("a", "an", "many", "the") else at
    role = role_of(token_at(tokens, first))
    if first > at and token_at(tokens, first).gap > 1 and role != "scale":
        return None
    if role == "vague":
        return _vague(tokens, first, at) if token.low not in ("a", "an", "the") else None
    if role in ("some", "pair"):
        return _some(tokens, first, at)
    if role == "part" and token.low in ("a", "an"):
        part = Numeral(at, first + 1, 1 / value_of(tokens[first]), "fraction")
        return of_scale(tokens, part) if token_at(tokens, first + 1).low in ("of", "are", "were", "have") else None
    if role == "scale" and token.low in ("a", "an"):
        return ratio(tokens, row(tokens, first, at))
    if first == at and role == "scale" and token_at(tokens, at + 1).low == "of" and role_of(token_at(tokens, at + 2)) == "vague":
        slip = _vague(tokens, at, at)  # "hundred of thousands"
        return replace(slip, value=2 * slip.value)
    if first == at and role in ("unit", "ten"):
        return ratio(tokens, fraction(tokens, scaled(tokens, with_part(tokens, row(tokens, at, at)))))
    return None


def _half(tokens: Sequence[Token], at: int, start: int) -> Numeral | None:
    after, second = token_at(tokens, at + 1), token_at(tokens, at + 2)
    if after.low in ("a", "an") and (role_of(second) == "scale"):
        return replace(scaled(tokens, Numeral(start, at + 2, 0.5, "words")), start=start)
    if after.text == "-" and after.gap == TOUCHING and role_of(second) == "scale":
        return scaled(tokens, Numeral(start, at + 2, 0.5, "words"))
    if (after.text == "-" and after.gap == TOUCHING) or token_at(tokens, at - 1).text == "-":
        return None
    return Numeral(start, at + 1, 0.5, "fraction")


def _vague(tokens: Sequence[Token], at: int, start: int) -> Numeral:
    value, end = value_of(tokens[at]), at + 1
    while token_at(tokens, end).low == "of" and role_of(token_at(tokens, end + 1)) in ("vague", "scale"):
        scale = tokens[end + 1]
        value *= value_of(scale) / (2 if role_of(scale) == "vague" else 1)
        end += 2
    return Numeral(start, end, value, "vague")


def _some(tokens: Sequence[Token], at: int, start: int) -> Numeral | None:
    low = tokens[at].low
    article = start < at
    if low in ("few", "handful", "couple") and not article:
        return None
    end = at + 1
    step = end + 1 if token_at(tokens, end).low == "of" else end
    found = scaled(tokens, Numeral(start, step, value_of(tokens[at]), "words"))
    pair = low == "couple"
    if found.end > step:
        return replace(found, form="words" if pair else "vague", approximate=pair)
    return Numeral(start, end, value_of(tokens[at]), "words" if pair else "vague", approximate=pair)
