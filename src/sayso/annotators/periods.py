"""Periods: the days that a figure covers, as the time expressions beside it tell."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sayso import lexicon
from sayso.annotators.time.calendar import plus, shift_months
from sayso.annotators.time.speech import is_speech
from sayso.model import Extent, Period, Span, Timex
from sayso.text import level

__all__ = ["periods"]

_NEVER = ("PAST_REF", "FUTURE_REF")  # they stand for no days
_BEFORE = 24  # code points before an expression in which its preposition stands
_JOINT = {"between": re.compile(r"\s*(?:and|&|-)\s*"), "": re.compile(r"\s*,?\s*(?:to|until|till|through|up to|-|–|—)\s*")}
_ENDING = re.compile(r"\s*,?\s*(?:to|until|till|ending(?: on| at)?|ended(?: on| at)?|up to|through|before)\s*$")
_LENGTH = re.compile(r"P(?P<amount>\d+(?:\.\d+)?)(?P<unit>[DWMY])|PT(?P<hours>\d+)H")
_WEEK = 3  # UCDP's date_prec
_LABEL = re.compile(r"[12]\d{3}$")
_LATELY = re.compile(r"\b(?:past|last|recent)\b", re.IGNORECASE)
_ONE = re.compile(r"(?:a|one|a single|just one|the)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Row:
    words: str
    rule: str
    example: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A time expression with what stands before it: its preposition's rule, and where the whole starts."""

    timex: Timex
    rule: str
    start: int

    @property
    def span(self) -> Span:
        """The preposition and the expression."""
        return Span(self.start, self.timex.span.end)


def periods(text: str, timexes: Sequence[Timex], published: date | None) -> Iterator[Period]:
    """Yield, in reading order, the period that each time expression in its context stands for (see `Period`).

    `timexes` are those that `timexes.annotate` gave for the same text and day. "Since X" runs from X to the published day, "so far"
    from an unknown day to it, "by X", "until X" and "as of X" from an unknown day to X; a month, week or year that holds the
    published day ends with it; "in the past three days" reaches three days back from it. Of "between A and B" and "from A to B" there is
    one period; of "late September and early October" too. A bare year or month with its year ("the 2016 games", "(March 2015)") is a label,
    and may say nothing of the figure. A length without an anchor ("for six weeks") and a rate ("per day") are yielded without days.
    """
    plain = level(text)
    states = list(_of_states(plain, timexes, published))
    joined = {timex for state in states for timex in state.timexes}
    found = [*states, *_of_timexes(plain, [timex for timex in timexes if timex.span not in joined], published)]
    yield from sorted(found, key=lambda period: (period.span.start, period.span.end))


def _of_timexes(text: str, timexes: Sequence[Timex], published: date | None) -> Iterator[Period]:
    places = [_place(text, timex) for timex in timexes if timex.value not in _NEVER]
    number = 0
    while number < len(places):
        here = places[number]
        after = places[number + 1] if number + 1 < len(places) else None
        pair = after and (_range(text, here, after) or _window(text, here, after))
        number += 2 if pair else 1
        if pair and after:
            since, until, rule = pair
            if published and since and until and after.timex.precision != 1 and since <= published < until:
                until = published
            if rule == "between" and here.rule == "bare" and min(here.timex.precision or 0, after.timex.precision or 0) > _WEEK:
                rule = "label"
            timexes_of = (here.timex.span, after.timex.span)
            yield Period(Span(here.start, after.timex.span.end), since, until, rule, Extent.PERIOD, timexes_of)
        else:
            yield _single(text, here, published)


def _place(text: str, timex: Timex) -> _Place:
    before = text[max(0, timex.span.start - _BEFORE) : timex.span.start]
    match = _prepositions().search(before)
    if not match:
        return _Place(timex, "bare", timex.span.start)
    rule = _rules()[" ".join(match[1].lower().split())]
    return _Place(timex, rule, timex.span.start - len(before) + match.start(1))


def _range(text: str, here: _Place, after: _Place) -> tuple[date | None, date | None, str] | None:
    """Return the days of "between A and B", "from A to B", "A to B"; None where the two are no range."""
    if not (here.timex.since and after.timex.until) or "DATE" != here.timex.type != "TIME":
        return None
    between = text[here.timex.span.end : after.timex.span.start]
    joint = _JOINT["between" if here.rule == "between" else ""]
    if between.strip() == "and" and here.timex.until and after.timex.since == plus(here.timex.until, 1) and here.rule in ("in", "bare"):
        return here.timex.since, after.timex.until, here.rule  # "late September and early October", "on Monday and Tuesday"
    if not joint.fullmatch(between.replace(" the ", " ").replace(" on ", " ")) or after.timex.until < here.timex.since:
        return None
    return here.timex.since, after.timex.until, "between"


def _window(text: str, here: _Place, after: _Place) -> tuple[date | None, date | None, str] | None:
    """Return the days of "the 24 hours to noon on Friday"."""
    if here.timex.type != "DURATION" or not after.timex.until:
        return None
    between = text[here.timex.span.end : after.timex.span.start]
    start = _back(after.timex.until, here.timex.value)
    if not start or not _ENDING.fullmatch(between):
        return None
    return start, after.timex.until, "window"


def _back(day: date, value: str | None) -> date | None:
    """Return the day so long before, as the guidelines count "the past N": the day less N."""
    match = _LENGTH.fullmatch(value or "")
    if not match:
        return None
    if match["hours"]:
        return plus(day, -max(1, round(min(int(match["hours"]), 10**6) / 24)))
    amount, unit = min(float(match["amount"]), 10**5), match["unit"]
    if unit in "DW":
        return plus(day, -round(amount * (7 if unit == "W" else 1)))
    return shift_months(day, -round(amount * (12 if unit == "Y" else 1)))


_SPOKEN = ("bare", "in")  # "as of", "since" and the like are never when somebody spoke


def _single(text: str, here: _Place, published: date | None) -> Period:
    timex = here.timex
    speech = here.rule in _SPOKEN and is_speech(text, here.span)
    if timex.type == "SET" or here.rule == "rate":
        return Period(here.span, None, None, "rate", Extent.PERIOD, (timex.span,), speech)
    if timex.value == "PRESENT_REF":
        return Period(here.span, None, published, "stock", Extent.STOCK, (timex.span,), speech)
    if timex.type == "DURATION":
        return _length(text, here, published)
    rule = "label" if here.rule == "bare" and _LABEL.search(timex.span.of(text)) and (timex.precision or 0) > _WEEK else here.rule
    ahead = timex.span.of(text).lower().startswith("later")  # "later this year" begins where the others end
    since, until = (timex.since, timex.until) if ahead else _SPANS.get(rule, _within)(timex, published)
    extent = _EXTENTS.get(rule) or (Extent.EVENT if timex.precision == 1 else Extent.PERIOD)
    return Period(here.span, since, until, rule, extent if timex.since else None, (timex.span,), speech)


def _length(text: str, here: _Place, published: date | None) -> Period:
    """Return the period of a duration: anchored ("the past week"), counted back ("in one week"), or of unknown days."""
    timex = here.timex
    if timex.since:
        return Period(here.span, timex.since, timex.until, "window", Extent.PERIOD, (timex.span,))
    start = _back(published, timex.value) if published and here.rule == "in" and _ONE.match(timex.span.of(text)) else None
    if start and published and timex.value != "P1D" and start < plus(published, -1):
        return Period(here.span, plus(start, 1), published, "length", Extent.PERIOD, (timex.span,))
    if timex.value and "X" in timex.value and _LATELY.search(timex.span.of(text)):
        return Period(here.span, None, published, "window", Extent.PERIOD, (timex.span,))
    return Period(here.span, None, None, "for" if here.rule == "for" else "length", Extent.PERIOD, (timex.span,))


Days = tuple[date | None, date | None]


def _within(timex: Timex, published: date | None) -> Days:
    """Return the expression's own days; those after the published day fall away where it holds that day."""
    until = timex.until
    if timex.since and until and published and timex.since <= published < until:
        until = published
    return timex.since, until


def _since(timex: Timex, published: date | None) -> Days:
    return timex.since, published if timex.since and published and timex.since <= published else None


def _until(timex: Timex, published: date | None) -> Days:
    return None, _within(timex, published)[1]


def _before(timex: Timex, _: date | None) -> Days:
    return None, plus(timex.since, -1) if timex.since else None


_SPANS: dict[str, Callable[[Timex, date | None], Days]] = {
    "since": _since,
    "after": _since,
    "until": _until,
    "by": _until,
    "as of": _until,
    "before": _before,
}
_EXTENTS = {
    "since": Extent.RUNNING_TOTAL,
    "after": Extent.PERIOD,
    "until": Extent.RUNNING_TOTAL,
    "by": Extent.RUNNING_TOTAL,
    "as of": Extent.RUNNING_TOTAL,
    "before": Extent.RUNNING_TOTAL,
}


def _of_states(text: str, timexes: Sequence[Timex], published: date | None) -> Iterator[Period]:
    """Yield "so far", "to date", "still", "currently" where they are not part of a time expression already yielded."""
    starts = [timex.span.start for timex in timexes]
    states = _states()
    for match in states[0].finditer(text):
        span = Span(*match.span())
        number = bisect_left(starts, span.end)
        if any(span.overlaps(timex.span) for timex in timexes[max(0, number - 1) : number + 1]):
            continue
        rule = states[1][" ".join(match[0].lower().split())]
        since, follower = _start(text, span, timexes[number : number + 1], published) if rule == "so far" else (None, None)
        yield Period(
            span.cover(follower) if follower else span,
            since,
            published,
            rule,
            Extent.STOCK if rule == "stock" else Extent.RUNNING_TOTAL,
            (follower,) if follower else (),
        )


def _start(text: str, span: Span, following: Sequence[Timex], published: date | None) -> tuple[date | None, Span | None]:
    """Return the first day of "so far this year", and the expression that tells it."""
    for timex in following:
        between = text[span.end : timex.span.start]
        if (
            timex.since
            and published
            and timex.since <= published
            and (timex.until or published) >= published
            and between.strip() in ("", "in")
        ):
            return timex.since, timex.span
    return None, None


@cache
def _rules() -> dict[str, str]:
    return {row.words: row.rule for row in lexicon.table("lexicons/timex_prepositions.csv", _Row)}


@cache
def _prepositions() -> re.Pattern[str]:
    words = "|".join(_spaced(words) for words in sorted(_rules(), key=len, reverse=True))
    return re.compile(rf"(?:^|(?<=[^\w]))({words})(?:\s+(?:about|around|at least|just|only|the|late|early))?\s+$", re.IGNORECASE)


@cache
def _states() -> tuple[re.Pattern[str], dict[str, str]]:
    rules = {row.words: row.rule for row in lexicon.table("lexicons/timex_states.csv", _Row)}
    words = "|".join(_spaced(words) for words in sorted(rules, key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b(?!,)", re.IGNORECASE), rules


def _spaced(words: str) -> str:
    return r"\s+".join(map(re.escape, words.split()))
