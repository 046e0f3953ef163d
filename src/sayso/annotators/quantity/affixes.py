"""Numbers joined to letters: "T-72", "5G", "1990s", "six-speed"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotators.quantity.following import hyphenated
from sayso.annotators.quantity.numeral import Numeral
from sayso.annotators.quantity.numerals import read
from sayso.annotators.quantity.tokens import BROKEN, END, TOUCHING, Token, token_at
from sayso.annotators.quantity.units import currency, is_money, unit_at
from sayso.annotators.quantity.words import having

__all__ = ["joined", "lettered"]
_GLUED = 3


def joined(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    """Read what touches the number in front: "T-72", "M16", "#4", "mid-2012"."""
    first = tokens[numeral.start]
    before, second = token_at(tokens, numeral.start - 1), token_at(tokens, numeral.start - 2)
    if first.kind == "number" and first.text[0] == "0" and len(first.text) > 1 and first.text.isdigit():
        return "identifier"
    if before.low == "zero" or (first.low == "zero" and before.low == "ground"):
        return "designation"
    if currency(tokens, numeral.start):
        return None
    if first.gap != TOUCHING or numeral.start == 0:
        sign = before.text == "#" and second.low in having("designator")
        page = second.text == "#" and before.gap == TOUCHING and token_at(tokens, numeral.end).gap == BROKEN
        return "identifier" if sign or page or before.text == "№" else None
    if before.text in ("#", "№", "@", "_", "\\") or (before.text == "[" and token_at(tokens, numeral.end).text == "]"):
        return "identifier"
    if before.text == "'" and first.kind == "number" and len(first.text) == 2:
        return "date"
    if before.text == "-" and before.gap == TOUCHING and second.kind in ("word", "abbreviation"):
        return _prefixed(second, numeral)
    glued = before.text.islower() and len(before.text) > _GLUED  # words run into each other in texts from PDF
    if before.kind == "word" and not glued and not is_money(before) and before.low not in ("minus", "c", "ca"):
        return "designation"
    lettered = before.text in (".", "/") and before.gap == TOUCHING and second.kind == "word"
    return "designation" if lettered and (len(second.text) < 4 or before.text == "/") else None


def _prefixed(prefix: Token, numeral: Numeral) -> str | None:
    if prefix.low in ("minus", "sub"):
        return None
    if prefix.low in having("year"):
        return "date" if numeral.plain else None
    return None if prefix.low in ("then", "now", "non") or read([prefix], 0) else "designation"


def lettered(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    """Read what touches the number behind: "5G", "1990s", "six-speed"."""
    after, second = token_at(tokens, numeral.end), token_at(tokens, numeral.end + 1)
    if after.gap != TOUCHING or after is END:
        return None
    if after.low in ("s", "'s") or (after.text == "'" and second.low == "s"):
        return "date" if numeral.plain and numeral.value >= 1000 and numeral.value % 10 == 0 and numeral.value <= 2100 else "designation"
    if unit_at(tokens, numeral.end):
        return None
    if after.text == "." and second.gap == TOUCHING and second.kind == "word" and len(second.text) < _GLUED:
        return "designation"
    if after.kind == "word":
        return None if after.text.islower() and len(after.text) > _GLUED else "designation"
    if hyphenated(tokens, numeral) and not (second.low in ("to", "plus") or read(tokens, numeral.end + 1)):
        return "size"
    return None
