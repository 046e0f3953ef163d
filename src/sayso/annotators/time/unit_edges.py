"""Edges of units: "earlier this year", "later that month", "the end of the year"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sayso.annotators.time.calendar import days_of, plus
from sayso.annotators.time.context import Context
from sayso.annotators.time.matches import Days, Found, Match
from sayso.annotators.time.mods import edge_or_none
from sayso.annotators.time.units import value_around

__all__ = ["read_edge_of_unit"]

_UNITS = ("D", "W", "M", "Q", "Y", "DE", "CE", "WE")


def read_edge_of_unit(match: Match, context: Context) -> Iterator[Found]:
    """Yield "earlier this year", "later that month", "the end of the year"."""
    inner = _unit(match)
    base = _base(match, inner, context)
    if base and inner.value("U") in _UNITS and not inner.plural:
        value = value_around(inner, base)
        yield match.stands_for("DATE", value, edge_or_none(match), _days(match, inner, value, base, context))


def _unit(match: Match) -> Match:
    """Return the unit, with "this", "last" or the like."""
    if match.tags in ("U'_X", "U-X"):
        return match.part(match.first, match.first + 1)
    start = match.first
    while match.words.tags[start] not in "ijlxsU" and start < match.last - 1:
        start += 1
    return match.part(start, match.last)


def _base(match: Match, inner: Match, context: Context) -> date | None:
    """Return the day that the unit is seen from; None where it is none of ours."""
    related = inner.find("ijlxs") >= 0
    if context.before or not (related or match.find("t") >= 0 or match.tags in ("U'_X", "U-X")):
        return None
    if not related and not context.narrative:
        return context.today
    told = context.year and (inner.find("js") >= 0 or inner.find("ilx") < 0)
    return context.told if told else context.today


def _days(match: Match, inner: Match, value: str, base: date, context: Context) -> Days:
    """Return the days of "earlier this year", up to the day, and of "later this year", from it; none where the value tells them."""
    word, whole, today = match.words.word(match.first), days_of(value), context.published
    if context.narrative or not today:
        return None, None
    if word == "earlier" and inner.value("U") in ("Y", "M", "W"):
        return _first_day(base, inner.value("U")), base
    if word == "later" and inner.find("i") >= 0 and whole:
        return today, max(whole[1], today)
    return None, None


def _first_day(day: date, unit: str) -> date:
    return day.replace(month=1, day=1) if unit == "Y" else day.replace(day=1) if unit == "M" else plus(day, 1 - day.isoweekday())
