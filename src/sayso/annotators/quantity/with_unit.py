"""A number with its unit: what kind of quantity it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.annotators.quantity.following import countable
from sayso.annotators.quantity.nouns import behind
from sayso.annotators.quantity.numeral import Numeral
from sayso.annotators.quantity.tokens import BROKEN, TOUCHING, Token, token_at
from sayso.annotators.quantity.units import currency, form_at, unit_at
from sayso.annotators.quantity.words import Unit, known

__all__ = ["SHARES", "Kind", "plain_kind", "with_unit"]


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


SHARES = ("percent", "fraction", "ratio")
_HEAVY = 10_000  # pounds: fewer are weight, more are money


def plain_kind(name: str, numeral: Numeral, unit: str | None = None) -> Kind:
    """Return the number as a kind without more than its own tokens."""
    value = numeral.value
    return Kind(name, unit, numeral.start, numeral.end, value, value, numeral.form, numeral.approximate)


def with_unit(tokens: Sequence[Token], numeral: Numeral) -> Kind:
    """Return the number with its sign, its currency or its unit."""
    negative = _negative(tokens, numeral)
    plain = plain_kind("count" if numeral.form not in ("fraction", "ratio") else numeral.form, numeral)
    if negative:
        plain = replace(plain, start=negative, low=-plain.low, high=-plain.high)
    if paid := currency(tokens, plain.start):
        unit, start = paid
        found = unit_at(tokens, numeral.end)
        named = found is not None and found[0].kind == "money"
        return replace(plain, name="money", unit=unit.unit, start=start, end=found[1] if found and named else plain.end)
    found = unit_at(tokens, numeral.end)
    if found is None and token_at(tokens, numeral.end).low == "of" and numeral.form in ("vague", "words"):
        found = form_at(tokens, numeral.end + 1)
    if found is None or (found[0].unit == "won" and plain.low < 100):
        return _grouped(tokens, plain, numeral)
    return _of_unit(tokens, plain, *found)


def _of_unit(tokens: Sequence[Token], plain: Kind, unit: Unit, end: int) -> Kind:
    after = [token_at(tokens, end + step).low for step in range(3)]
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
    before = token_at(tokens, start - 1)
    if before.text == "-" and start > 0 and tokens[start].gap == TOUCHING:
        second = token_at(tokens, start - 2)
        if second.low == "minus" and before.gap == TOUCHING:
            return start - 2
        loose = (before.gap == 1 and (second.kind != "word" or unit_at(tokens, numeral.end) is not None)) or second.text in ("(", "$")
        return start - 1 if loose and start - 1 > 0 else None
    return start - 1 if before.low == "minus" and start > 0 and tokens[start].gap < BROKEN else None
