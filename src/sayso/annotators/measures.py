"""Measures: the quantities of a text, each with its bounds, its kind and what it counts.

A scan over tokens, without a parser, linear in the text. The words are rows of `data/lexicons/numbers.csv` and `measures_*.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.annotators.quantity.bounds import Bounds, bounded
from sayso.annotators.quantity.counted import counted_by, is_part
from sayso.annotators.quantity.kinds import kind
from sayso.annotators.quantity.numeral import Numeral
from sayso.annotators.quantity.numerals import read
from sayso.annotators.quantity.tokens import Token, blocks
from sayso.annotators.quantity.with_unit import SHARES, Kind
from sayso.annotators.quantity.words import having, people
from sayso.annotators.quantity.zeros import zero_at
from sayso.model import Measure, Span

__all__ = ["annotate"]
_NO_NUMERAL = {"date": "date", "time": "time", "phone": "identifier", "ordinal": "ordinal"}


_NEAR = 400  # code points, about two sentences


_SENTENCE = re.compile(r"[.!?]['\")]*\s|\n\s*\n")


def annotate(text: str) -> Iterator[Measure]:
    """Yield the quantities of the text in reading order, none overlapping another.

    Percentages, fractions and ratios have values between 0 and 1. Dates, times, ordinals, designations and the like are given with their
    `kind`, so that nobody takes them for counts.

    >>> [(m.low, m.high, m.unit) for m in annotate("More than 300 fighters left, among them two officers.")]
    [(300.0, None, 'fighter'), (2.0, 2.0, 'officer')]
    """
    for tokens in blocks(text):
        yield from _linked(tokens, text)


def _linked(tokens: list[Token], text: str) -> Iterator[Measure]:
    """Yield the measures of a block; a part runs on over the list it opens, and "others" are of the thing counted before."""
    previous = last = None
    for measure in _scan(tokens):
        if last is not None:
            between = text[max(last.span.end, last.noun.end if last.noun else 0) : measure.span.start].strip()
            if last.part and measure.kind == "count" and between in (",", "and", ", and"):
                measure = replace(measure, part=True)
        measure = _inherited(measure, previous, text)
        last = measure
        yield measure
        if measure.kind == "count" and not measure.part:
            previous = measure


def _inherited(measure: Measure, previous: Measure | None, text: str) -> Measure:
    """Give "another 20", "12 others" and "12 wounded" the unit of the count of people before, if it stands near."""
    bare = measure.unit in (None, "other")
    if measure.kind != "count" or measure.high == 0 or not (bare or measure.unit in having("nominal")):
        return measure
    if previous is not None and previous.unit and measure.span.start - previous.span.end < _NEAR:
        between = text[previous.span.end : measure.span.start]
        same = _of_people(previous, text) and not _SENTENCE.search(between)
        if same or (bare and (measure.further or between.strip() == "to")):
            return replace(measure, unit=previous.unit)
    return replace(measure, unit=None) if measure.unit == "other" else measure


def _of_people(measure: Measure, text: str) -> bool:
    """Tell whether people are counted: by a word for people, or by a name in the plural ("Ruritanians")."""
    return measure.unit in people() or (measure.noun is not None and measure.noun.of(text).split()[-1][:1].isupper())


def _scan(tokens: list[Token]) -> Iterator[Measure]:
    at = start = 0
    while at < len(tokens):
        token = tokens[at]
        fixed = _NO_NUMERAL.get(token.kind)
        numeral = None if fixed else read(tokens, at)
        if fixed:
            yield Measure(Span(token.start, token.end), None, None, kind=fixed)
        if numeral is None:
            zero = None if fixed else zero_at(tokens, at)
            measure, end = zero or (None, at + 1)
        else:
            measure, end = _measure(tokens, start, numeral)
        if measure is not None:
            yield measure
        at, start = max(end, at + 1), max(end, start) if measure is not None or fixed else start


def _measure(tokens: Sequence[Token], floor: int, numeral: Numeral) -> tuple[Measure | None, int]:
    """Return the measure of a number, None where it is none, and the token to go on from. `floor` is the first token not yet taken."""
    found = kind(tokens, numeral)
    if found is None:
        return None, numeral.end
    bounds = bounded(tokens, floor, found)
    span = Span(tokens[bounds.start].start, tokens[bounds.end - 1].end)
    plain = Measure(span, bounds.low, bounds.high, bounds.bound, bounds.approximate, found.name, found.unit)
    if found.name not in ("count", *SHARES):
        return plain, bounds.end
    return _with_noun(tokens, found, bounds, plain)


def _with_noun(tokens: Sequence[Token], found: Kind, bounds: Bounds, plain: Measure) -> tuple[Measure, int]:
    value = 0.5 if found.name in SHARES else 2.0 if found.ranged else found.low
    counted = counted_by(tokens, found, bounds, value)
    noun = Span(tokens[counted.start].start, tokens[counted.end - 1].end) if counted else None
    unit = counted.unit if counted else plain.unit
    further = bounds.further or bool(counted and {t.low for t in tokens[bounds.end : counted.end]} & having("plus"))
    part = is_part(tokens, bounds)
    return replace(plain, noun=noun, unit=unit, part=part, further=further), bounds.end
