"""Dates in words: days and months, alone and in ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.annotators.time.amounts import ordinal_of, step_of
from sayso.annotators.time.calendar import month_days
from sayso.annotators.time.context import Context
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.told_year import year_of
from sayso.annotators.time.values import iso
from sayso.annotators.time.words import leads

__all__ = ["read_date", "read_day", "read_days", "read_month"]


def read_date(match: Match, context: Context) -> Iterator[Found]:
    """Yield "3 May 2015", "May 3", "October", "on the 20th of May"."""
    month = int(match.value("Mm") or 0)
    day = _day_number(match)
    year, before, told = year_of(match, context, month, day)
    if not told and month and not day and not _month_stands(match):
        return
    day = day if month else 0
    if day > month_days(year or 2000, month) and not before:
        return
    if month or year:
        context.tell(year, month, day, before, supposed=not told)
    yield match.stands_for("DATE", iso(year, month, day, before))


def read_days(match: Match, context: Context) -> Iterator[Found]:
    """Yield both ends of "3 to 9 May 2016" or "May 3-9"."""
    month = int(match.value("Mm"))
    numbers = [n for n in match.all("dor") if not match.words.tags[n : n + 2].endswith(("B",))][:2]
    days = [int(d[0]) if (d := re.match(r"\d+", match.words.value(n))) else 0 for n in numbers]
    year, before, _ = year_of(match, context, month, days[0])
    if len(days) < 2 or not year or (not before and max(days) > month_days(year, month)):
        return
    context.tell(year, month, days[1], before)
    lead = match.find("Mm") < numbers[0]
    cuts = ((match.first, numbers[0] + 1), (numbers[1], match.last))
    if not lead:
        start = numbers[1] - (match.words.tags[numbers[1] - 1] == "t")
        cuts = ((match.first, numbers[0] + 1), (start, match.last))
    for (first, last), day in zip(cuts, days, strict=True):
        yield Found(first, last, "DATE", iso(year, month, day, before))


def read_month(match: Match, context: Context) -> Iterator[Found]:
    """Yield "March 2016", "last April", "March"."""
    relation = match.find("lxi")
    if relation < 0:
        yield from read_date(match, context)
    elif now := context.today:
        month, step = int(match.value("M")), step_of(match)
        year = now.year + (month <= now.month if step > 0 else -(month >= now.month) if step < 0 else 0)
        context.tell(year, month)
        yield match.stands_for("DATE", iso(year, month))


def read_day(match: Match, context: Context) -> Iterator[Found]:
    """Yield "(on) the 20th", a day of the month told last."""
    day = ordinal_of(match)
    if (
        context.month
        and match.first
        and match.words.tags[match.first - 1] in "OZ2&"
        and 1 <= day <= month_days(context.year, context.month)
    ):
        context.tell(context.year, context.month, day, context.before)
        yield match.stands_for("DATE", iso(context.year, context.month, day, context.before))


def _day_number(match: Match) -> int:
    """Return the day of the month in a match; 0 if none."""
    for place in match.all("dor"):
        word = match.words.value(place)
        digits = re.match(r"\d+", word)
        if digits and 1 <= int(digits[0]) <= 31:
            nxt = match.words.tags[place + 1] if place + 1 < len(match.words.tags) else ""
            if nxt not in "@BU" or not nxt:
                return int(digits[0])
    return 0


def _month_stands(match: Match) -> bool:
    """Tell whether a month alone is meant as one, and is not "May" or "March" as a verb or a name, or an abbreviation."""
    place = match.find("Mm")
    words = match.words
    if words.tags[place] == "m":
        return False
    before = words.tags[match.first - 1] if match.first else ""
    before_word = words.word(match.first - 1) if match.first else ""
    if words.word(place) in leads("month that is another word"):
        return bool(before) and (before in "NFZ2&ilxj-(E,fb" or before_word in leads("before a month")) and before_word != "or"
    return True
