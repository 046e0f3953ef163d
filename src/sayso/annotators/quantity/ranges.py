"""Ranges: "12 to 15", "between 3 and 5 km", "$2-3m"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotators.quantity.numeral import Numeral
from sayso.annotators.quantity.numerals import read
from sayso.annotators.quantity.tokens import END, Token, token_at
from sayso.annotators.quantity.units import currency
from sayso.annotators.quantity.with_unit import Kind, with_unit
from sayso.annotators.quantity.words import having

__all__ = ["range_of"]
_RANGED = frozenset({"count", "percent", "money", "measure", "duration", "fraction", "age"})


def range_of(tokens: Sequence[Token], first: Kind, numeral: Numeral) -> Kind | None:
    """Return the range that the number opens, "12 to 15", "$2-3m"; None where it opens none."""
    joint = token_at(tokens, first.end)
    if joint.low not in ("to", "-", "and", "or", "\u2014", "~") or first.name not in _RANGED or joint is END:
        return None
    at = first.end + 1 if joint.text != "-" or token_at(tokens, first.end + 1).low != "to" else first.end + 3
    while token_at(tokens, at).kind in ("sign", "word") and at < first.end + 4 and currency(tokens, at + 1) and not read(tokens, at):
        at += 1
    second_numeral = read(tokens, at) if at < len(tokens) else None
    if second_numeral is None or second_numeral.form not in ("digits", "words", "fraction") or second_numeral.start != at:
        return None
    second = with_unit(tokens, second_numeral)
    if second.start < first.end:
        second = replace(second, start=at, low=abs(second.low), high=abs(second.high))
    return _spread(tokens, first, second, joint, second_numeral) if _joins(tokens, first, second, joint) else None


def _joins(tokens: Sequence[Token], first: Kind, second: Kind, joint: Token) -> bool:
    before = token_at(tokens, first.start - 1).low
    around = [token_at(tokens, first.start - step).low for step in range(1, 5)]
    if joint.low == "and":
        return "between" in around[:3] or (first.name == "age" and second.name in ("age", "count") and "between" in around)
    if joint.low == "to" and before == "from":
        return not {token_at(tokens, first.start - step).low for step in range(2, 7)} & having("change")
    if joint.low == "to":
        return before not in having("change") and token_at(tokens, first.end + 1).low != "none"
    if joint.low == "or":
        return first.low < second.low <= max(3 * first.low, first.low + 2)
    even = joint.gap == token_at(tokens, first.end + 1).gap  # "40 -5" is no range
    return even or joint.text == "\u2014"


def _spread(tokens: Sequence[Token], first: Kind, second: Kind, joint: Token, numeral: Numeral) -> Kind | None:
    low, high = first.low, second.high
    if first.unit and second.unit and first.unit != second.unit and first.name != "age":
        return None
    vague = first.form == "vague"
    if first.name != second.name and first.name != "count":
        if second.name != "count":
            return None
        high = high / 100 if first.name == "percent" else high
        second = replace(second, name=first.name, unit=first.unit)
    elif first.name == "count" and second.name == "percent":
        low /= 100
    elif first.name == "count" and second.name not in _RANGED:
        return replace(second, start=first.start) if second.name == "age" and low < high else None
    if numeral.scale > 1 and low < numeral.value / numeral.scale and low < 1000:
        low *= numeral.scale
    if not low < high or (joint.low == "or" and vague):
        return None
    return replace(second, start=first.start, low=low, high=high, ranged=True, approximate=first.approximate, form="digits")
