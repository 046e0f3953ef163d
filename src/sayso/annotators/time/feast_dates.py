"""Feasts in a text, with the days that they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.annotators.time.calendar import plus
from sayso.annotators.time.context import Context
from sayso.annotators.time.feasts import feast_named
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.told_year import year_of
from sayso.annotators.time.values import iso

__all__ = ["read_feast"]


def read_feast(match: Match, context: Context) -> Iterator[Found]:
    """Yield "Christmas 1963", "Ramadan 2016", a feast or month of the tables of `feasts`."""
    first = match.find("R")
    for last in range(match.last, first, -1):
        name = " ".join(match.words.plain[match.words.starts[first] : match.words.ends[last - 1]].lower().split())
        if not (feast := feast_named(name)):
            continue
        year, _, _ = year_of(match, context) if match.find("YU") > first else (0, False, False)
        number = _day_number(match, first) if feast.is_islamic_month else 0
        day = feast.day_in(year) if year else feast.day_near(context.today, context.narrative)
        if not day or (feast.calendar == "hijri" and not year and not number):
            return
        until = feast.last_day(day)
        if number:
            day = until = min(until, plus(day, number - 1))
            first = match.first
        context.tell(day.year, day.month, day.day if until == day else 0)
        yield Found(first, match.last if year else last, "DATE", iso(day.year, day.month, day.day if until == day else 0), None, day, until)
        return


def _day_number(match: Match, first: int) -> int:
    """Return the day of the month before its name; 0 if none."""
    places = [n for n in range(match.first, first) if match.words.tags[n] in "od"]
    digits = re.match(r"\d+", match.words.word(places[0])) if places else None
    return int(digits[0]) if digits and 1 <= int(digits[0]) <= 30 else 0
