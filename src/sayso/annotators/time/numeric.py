"""Dates in figures: 2016-12-04, 03/10/2016."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.annotators.time.calendar import month_days
from sayso.annotators.time.context import Context
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.told_year import full_year
from sayso.annotators.time.values import iso

__all__ = ["read_iso", "read_slashed"]


def read_iso(match: Match, context: Context) -> Iterator[Found]:
    """Yield "2016-12-04", "2016-12-04T10:30:00Z"."""
    word = match.words.word(match.first).upper()
    year, month, day = (int(part) for part in word[:10].split("-"))
    if day <= month_days(year, month):
        context.tell(year, month, day)
        yield match.stands_for("TIME" if "T" in word else "DATE", word)


def read_slashed(match: Match, context: Context) -> Iterator[Found]:
    """Read 03/10/2016 day first, unless only month first is a date (10/24/2016)."""
    first, second, year = (int(part) for part in re.split(r"[/.]", match.words.word(match.first)))
    if year < 100:
        year = full_year(year, context)
    for day, month in ((first, second), (second, first)):
        if 1 <= month <= 12 and 1 <= day <= month_days(year, month):
            context.tell(year, month, day)
            yield match.stands_for("DATE", iso(year, month, day))
            return
