"""Measures: the quantities of a text, each with its bounds, its kind and what it counts.

A scan over tokens, without a parser, linear in the text. The words are rows of `data/lexicons/numbers.csv` and `measures_*.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from sayso.annotators.quantity.bounds import Bounds, bounded
from sayso.annotators.quantity.kinds import Kind, kind
from sayso.annotators.quantity.nouns import Counted, behind, labelled, toll
from sayso.annotators.quantity.numerals import Numeral, read
from sayso.annotators.quantity.tokens import BROKEN, END, TOUCHING, Token, blocks
from sayso.annotators.quantity.words import having, known, people
from sayso.model import Bound, Measure, Span

__all__ = ["annotate"]

_NO_NUMERAL = {"date": "date", "time": "time", "phone": "identifier", "ordinal": "ordinal"}
_NEAR = 400  # code points, about two sentences
_SENTENCE = re.compile(r"[.!?]['\")]*\s|\n\s*\n")
_UNCOUNTED = ("percent", "fraction", "ratio")


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
            zero = None if fixed else _zero(tokens, at)
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
    if found.name not in ("count", *_UNCOUNTED):
        return plain, bounds.end
    return _with_noun(tokens, found, bounds, plain)


def _with_noun(tokens: Sequence[Token], found: Kind, bounds: Bounds, plain: Measure) -> tuple[Measure, int]:
    value = 0.5 if found.name in _UNCOUNTED else 2.0 if found.ranged else found.low
    counted = _counted(tokens, found, bounds, value)
    noun = Span(tokens[counted.start].start, tokens[counted.end - 1].end) if counted else None
    unit = counted.unit if counted else plain.unit
    further = bounds.further or bool(counted and {t.low for t in tokens[bounds.end : counted.end]} & having("plus"))
    part = _is_part(tokens, bounds)
    return replace(plain, noun=noun, unit=unit, part=part, further=further), bounds.end


def _counted(tokens: Sequence[Token], found: Kind, bounds: Bounds, value: float) -> Counted | None:
    following = tokens[bounds.end] if bounds.end < len(tokens) else END
    if found.form == "none" and following.low != "of":
        return labelled(tokens, bounds.start)
    if found.name == "percent" and following.low != "of":
        return None
    place = bounds.end
    if [t.low for t in tokens[place : place + 2]] == ["out", "of"]:
        place, following = place + 1, tokens[place + 1]
    if following.low == "of" and (whole := _whole(tokens, place)):
        place = whole
    counted = behind(tokens, place, 2.0 if following.low == "of" and value >= 1 else value)
    if counted or found.name in _UNCOUNTED:
        return counted
    return labelled(tokens, bounds.start) or (toll(tokens, bounds.start) if following.low not in ("of", "more") else None)


def _whole(tokens: Sequence[Token], at: int) -> int | None:
    """Return the token after the whole's number in "two of the nine hospitals" and "half of the hospital's 260 beds"."""
    for place in range(at + 1, min(at + 5, len(tokens))):
        token = tokens[place]
        if place + 1 < len(tokens) and tokens[place + 1].text == "-" and tokens[place + 1].gap == TOUCHING:
            return None
        if token.kind == "number" or (numeral := read(tokens, place)):
            numeral = read(tokens, place)
            return numeral.end if numeral and numeral.form in ("digits", "words") else None
        if token.low not in having("determiner") and not token.low.endswith(("'s", "s'")):
            return None
    return None


def _is_part(tokens: Sequence[Token], bounds: Bounds) -> bool:
    before = [token.low for token in tokens[max(0, bounds.start - 2) : bounds.start]]
    after = [token.low for token in tokens[bounds.end : bounds.end + 2]]
    opened = bool(before) and (
        before[-1] in having("part") or before[-2:] in (["of", "whom"], ["among", "them"], ["of", "them"], ["among", "whom"])
    )
    inside = after[:1] == ["of"] and (after[1:] in (["them"], ["whom"], ["these"], ["those"]) or bool(_whole(tokens, bounds.end)))
    return opened or inside


def _zero(tokens: Sequence[Token], at: int) -> tuple[Measure, int] | None:
    """Read "no civilians", "not a single convoy", "no one"."""
    token = tokens[at]
    if token.low not in ("no", "not") or token.kind != "word":
        return None
    low = [t.low for t in tokens[at + 1 : at + 3]]
    if token.low == "not":
        if low not in (["a", "single"], ["one", "single"]) and low[:1] != ["one"]:
            return None
        end = at + 2 + (low[1:] == ["single"])
        counted = behind(tokens, end, 1)
        return (_nothing(tokens, at, end, counted), end) if counted else None
    if low[:1] == ["one"]:
        return _nothing(tokens, at, at + 2, None), at + 2
    if not low or low[0] in having("zero-never") or tokens[at + 1].kind != "word" or tokens[at + 1].gap == BROKEN:
        return None
    many = behind(tokens, at + 1, 2)
    counted = many or behind(tokens, at + 1, 1)
    if counted is None or counted.unit not in _countable():
        return None
    following = tokens[counted.end] if counted.end < len(tokens) else END
    if not many and following.kind == "word" and following.low not in having("stop"):
        return None
    return _nothing(tokens, at, at + 1, counted), at + 1


@cache
def _countable() -> frozenset[str]:
    return known() | having("zero-noun")


def _nothing(tokens: Sequence[Token], at: int, end: int, counted: Counted | None) -> Measure:
    noun = Span(tokens[counted.start].start, tokens[counted.end - 1].end) if counted else None
    span = Span(tokens[at].start, tokens[end - 1].end)
    return Measure(span, 0.0, 0.0, Bound.EXACT, unit=counted.unit if counted else None, noun=noun)
