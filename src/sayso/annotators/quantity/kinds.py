"""Measure kinds: whether a number is a count, a share, money or a measure, and the range that it opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.annotators.quantity.names import countable, hyphenated, named
from sayso.annotators.quantity.nouns import behind
from sayso.annotators.quantity.numerals import Numeral, read
from sayso.annotators.quantity.tokens import BROKEN, END, TOUCHING, Token
from sayso.annotators.quantity.units import currency, form_at, unit_at
from sayso.annotators.quantity.words import Unit, having, known, singular

__all__ = ["Kind", "kind"]

_HEAVY = 10_000  # pounds: fewer are weight, more are money


@dataclass(frozen=True, slots=True)
class Kind:
    """A number with its unit: name of the kind, tokens from `start` to before `end`, values; `span_high` where it is a range."""

    name: str
    unit: str | None
    start: int
    end: int
    low: float
    high: float
    form: str = "digits"
    approximate: bool = False
    ranged: bool = False


def kind(tokens: Sequence[Token], numeral: Numeral) -> Kind | None:
    """Return what the number is, None where it is no quantity at all ("one of the largest")."""
    if numeral.form == "none":
        return _none(tokens, numeral)
    if numeral.value == 1 and numeral.form == "words" and tokens[numeral.end - 1].low == "one":
        return _one(tokens, numeral)
    name = named(tokens, numeral)
    if name == "age":
        found = _kind("age", numeral, "year")
        return _range(tokens, found, numeral) or found
    if name:
        return replace(_kind(name, numeral), end=_rest(tokens, numeral, name)) if name != "nothing" else None
    return _measured(tokens, numeral)


def _rest(tokens: Sequence[Token], numeral: Numeral, name: str) -> int:
    """Return the end of "2012-16", "3-1", "10 to 1" and "3888-2-1", which are one name."""
    end = numeral.end
    if name == "score" and _at(tokens, end).low == "to":
        return end + 2
    while end < numeral.end + 6 and _at(tokens, end).text == "-" and tokens[end].gap == TOUCHING:
        if _at(tokens, end + 1).kind != "number" or tokens[end + 1].gap != TOUCHING:
            break
        end += 2
    return end


def _kind(name: str, numeral: Numeral, unit: str | None = None) -> Kind:
    value = numeral.value
    return Kind(name, unit, numeral.start, numeral.end, value, value, numeral.form, numeral.approximate)


def _none(tokens: Sequence[Token], numeral: Numeral) -> Kind | None:
    before, after = _at(tokens, numeral.start - 1), _at(tokens, numeral.end)
    if after.low in ("other", "too", "the") or (before.low == "to" and _at(tokens, numeral.start - 2).low == "second"):
        return None
    return _kind("count", numeral)


def _one(tokens: Sequence[Token], numeral: Numeral) -> Kind | None:
    """Tell the number from the pronoun."""
    before, after = _at(tokens, numeral.start - 1), _at(tokens, numeral.end)
    if before.low == "number":
        return _kind("designation", numeral)
    if hyphenated(tokens, numeral):
        return _measured(tokens, numeral) if unit_at(tokens, numeral.end) else _kind("size", numeral)
    if after.low != "of" and (before.low in having("one-before") or after.low == "another"):
        return _measured(tokens, numeral) if before.low in having("one-may") and countable(tokens, numeral) else None
    if after.low == "of":
        return _kind("pronoun" if _best(tokens, numeral.end + 1) else "count", numeral)
    if after.low in having("one-pronoun"):
        return None
    counts = before.low in having("one-counted") or after.low in having("after-count") or unit_at(tokens, numeral.end)
    return _measured(tokens, numeral) if counts or behind(tokens, numeral.end, 1) or _scaled_up(numeral) else None


def _best(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "of the" goes on with a superlative: "one of the world's largest"."""
    for place in range(at, at + 5):
        word = _at(tokens, place).low
        if word == "few" and _at(tokens, place - 1).low == "a":
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
    first = _with_unit(tokens, numeral)
    return _range(tokens, first, numeral) or first


def _with_unit(tokens: Sequence[Token], numeral: Numeral) -> Kind:
    negative = _negative(tokens, numeral)
    plain = _kind("count" if numeral.form not in ("fraction", "ratio") else numeral.form, numeral)
    if negative:
        plain = replace(plain, start=negative, low=-plain.low, high=-plain.high)
    if paid := currency(tokens, plain.start):
        unit, start = paid
        found = unit_at(tokens, numeral.end)
        named = found is not None and found[0].kind == "money"
        return replace(plain, name="money", unit=unit.unit, start=start, end=found[1] if found and named else plain.end)
    found = unit_at(tokens, numeral.end)
    if found is None and _at(tokens, numeral.end).low == "of" and numeral.form in ("vague", "words"):
        found = form_at(tokens, numeral.end + 1)
    if found is None or (found[0].unit == "won" and plain.low < 100):
        return _grouped(tokens, plain, numeral)
    return _of_unit(tokens, plain, *found)


def _of_unit(tokens: Sequence[Token], plain: Kind, unit: Unit, end: int) -> Kind:
    after = [_at(tokens, end + step).low for step in range(3)]
    if unit.kind == "duration" and (after[:1] == ["old"] or after[:2] in (["-", "old"], ["of", "age"]) or after[:2] == ["-", "olds"]):
        return replace(plain, name="age", unit=unit.unit, end=end + 1 + (after[0] in ("-", "of")))
    if unit.unit == "pound" and plain.low < _HEAVY:
        unit = replace(unit, kind="measure")
    low, high = plain.low, plain.high
    if unit.kind == "percent":
        low, high = low / 100, high / 100
    return replace(plain, name=unit.kind, unit=unit.unit, end=end, low=low, high=high)


def _grouped(tokens: Sequence[Token], plain: Kind, numeral: Numeral) -> Kind:
    """Take the point of "3.415 people" for grouping."""
    if not numeral.either or not countable(tokens, numeral):
        return plain
    found = behind(tokens, numeral.end, 2)
    return replace(plain, low=plain.low * 1000, high=plain.high * 1000) if found and found.unit in known() else plain


def _negative(tokens: Sequence[Token], numeral: Numeral) -> int | None:
    start = numeral.start
    before = _at(tokens, start - 1)
    if before.text == "-" and start > 0 and tokens[start].gap == TOUCHING:
        second = _at(tokens, start - 2)
        if second.low == "minus" and before.gap == TOUCHING:
            return start - 2
        loose = (before.gap == 1 and (second.kind != "word" or unit_at(tokens, numeral.end) is not None)) or second.text in ("(", "$")
        return start - 1 if loose and start - 1 > 0 else None
    return start - 1 if before.low == "minus" and start > 0 and tokens[start].gap < BROKEN else None


def _range(tokens: Sequence[Token], first: Kind, numeral: Numeral) -> Kind | None:
    joint = _at(tokens, first.end)
    if joint.low not in ("to", "-", "and", "or", "\u2014", "~") or first.name not in _RANGED or joint is END:
        return None
    at = first.end + 1 if joint.text != "-" or _at(tokens, first.end + 1).low != "to" else first.end + 3
    while _at(tokens, at).kind in ("sign", "word") and at < first.end + 4 and currency(tokens, at + 1) and not read(tokens, at):
        at += 1
    second_numeral = read(tokens, at) if at < len(tokens) else None
    if second_numeral is None or second_numeral.form not in ("digits", "words", "fraction") or second_numeral.start != at:
        return None
    second = _with_unit(tokens, second_numeral)
    if second.start < first.end:
        second = replace(second, start=at, low=abs(second.low), high=abs(second.high))
    return _spread(tokens, first, second, joint, second_numeral) if _joins(tokens, first, second, joint) else None


def _joins(tokens: Sequence[Token], first: Kind, second: Kind, joint: Token) -> bool:
    before = _at(tokens, first.start - 1).low
    around = [_at(tokens, first.start - step).low for step in range(1, 5)]
    if joint.low == "and":
        return "between" in around[:3] or (first.name == "age" and second.name in ("age", "count") and "between" in around)
    if joint.low == "to" and before == "from":
        return not {_at(tokens, first.start - step).low for step in range(2, 7)} & having("change")
    if joint.low == "to":
        return before not in having("change") and _at(tokens, first.end + 1).low != "none"
    if joint.low == "or":
        return first.low < second.low <= max(3 * first.low, first.low + 2)
    even = joint.gap == _at(tokens, first.end + 1).gap  # "40 -5" is no range
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


def _at(tokens: Sequence[Token], at: int) -> Token:
    return tokens[at] if 0 <= at < len(tokens) else END


_RANGED = frozenset({"count", "percent", "money", "measure", "duration", "fraction", "age"})
