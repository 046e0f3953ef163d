"""Measure kinds: whether a number is a count, a share, money or a measure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotators.quantity.following import countable, hyphenated
from sayso.annotators.quantity.names import named, opens_clause
from sayso.annotators.quantity.nouns import behind
from sayso.annotators.quantity.numeral import Numeral
from sayso.annotators.quantity.numerals import read
from sayso.annotators.quantity.ranges import range_of
from sayso.annotators.quantity.tokens import BROKEN, TOUCHING, Token, token_at
from sayso.annotators.quantity.units import unit_at
from sayso.annotators.quantity.with_unit import Kind, plain_kind, with_unit
from sayso.annotators.quantity.words import having, singular

__all__ = ["kind"]


def kind(tokens: Sequence[Token], numeral: Numeral) -> Kind | None:
    """Return what the number is, None where it is no quantity at all ("one of the largest")."""
    if numeral.form == "none":
        return _none(tokens, numeral)
    if numeral.value == 1 and numeral.form == "words" and tokens[numeral.end - 1].low == "one":
        return _one(tokens, numeral)
    name = named(tokens, numeral)
    if name == "age":
        found = plain_kind("age", numeral, "year")
        return range_of(tokens, found, numeral) or found
    if name:
        return replace(plain_kind(name, numeral), end=_rest(tokens, numeral, name)) if name != "nothing" else None
    return _measured(tokens, numeral)


def _rest(tokens: Sequence[Token], numeral: Numeral, name: str) -> int:
    """Return the end of "2012-16", "3-1", "10 to 1" and "3888-2-1", which are one name."""
    end = numeral.end
    if name == "score" and token_at(tokens, end).low == "to":
        return end + 2
    while end < numeral.end + 6 and token_at(tokens, end).text == "-" and tokens[end].gap == TOUCHING:
        if token_at(tokens, end + 1).kind != "number" or tokens[end + 1].gap != TOUCHING:
            break
        end += 2
    return end


def _none(tokens: Sequence[Token], numeral: Numeral) -> Kind | None:
    before, after = token_at(tokens, numeral.start - 1), token_at(tokens, numeral.end)
    if after.low in ("other", "too", "the") or (before.low == "to" and token_at(tokens, numeral.start - 2).low == "second"):
        return None
    return plain_kind("count", numeral)


def _one(tokens: Sequence[Token], numeral: Numeral) -> Kind | None:
    """Tell the number from the pronoun."""
    before, after = token_at(tokens, numeral.start - 1), token_at(tokens, numeral.end)
    if before.low == "number":
        return plain_kind("designation", numeral)
    if hyphenated(tokens, numeral):
        return _measured(tokens, numeral) if unit_at(tokens, numeral.end) else plain_kind("size", numeral)
    pointed = before.low in having("one-before") and not opens_clause(tokens, numeral.start - 1)
    if after.low != "of" and (pointed or after.low == "another"):
        return _measured(tokens, numeral) if before.low in having("one-may") and countable(tokens, numeral) else None
    if after.low == "of":
        return plain_kind("pronoun" if _best(tokens, numeral.end + 1) else "count", numeral)
    if after.low in having("one-pronoun"):
        return None
    counts = before.low in having("one-counted") or after.low in having("after-count") or unit_at(tokens, numeral.end)
    return _measured(tokens, numeral) if counts or behind(tokens, numeral.end, 1) or _scaled_up(numeral) else None


def _best(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "of the" goes on with a superlative: "one of the world's largest"."""
    for place in range(at, at + 5):
        word = token_at(tokens, place).low
        if word == "few" and token_at(tokens, place - 1).low == "a":
            return False
        if word in having("superlative") or (word.endswith("est") and len(word) > 4 and word not in having("not-superlative")):
            return True
        if singular(word) and not word.endswith("'s"):
            return False
    return False


def _scaled_up(numeral: Numeral) -> bool:
    return numeral.end - numeral.start > 1


def _measured(tokens: Sequence[Token], numeral: Numeral) -> Kind:
    """Return the number with its unit, and the range that it opens."""
    first = with_unit(tokens, numeral)
    return range_of(tokens, first, numeral) or _listed(tokens, first) or first


def _listed(tokens: Sequence[Token], first: Kind) -> Kind | None:
    """Read the first number of "10, 11 weeks"; "10, 11 weeks later" begins a clause."""
    place = first.end + 1
    if first.name != "count" or token_at(tokens, first.end).text != "," or not (following := token_at(tokens, place)).text:
        return None
    second = read(tokens, place) if following.gap < BROKEN else None
    if second is None or second.start != place or second.value != first.low + 1:
        return None
    found = with_unit(tokens, second)
    if found.name not in ("duration", "measure") or token_at(tokens, found.end).low in having("after-length"):
        return None
    return replace(first, name=found.name, unit=found.unit)
