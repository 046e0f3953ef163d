"""Days: dates as file formats and the heads of reports write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache

from sayso import lexicon

__all__ = ["Day", "Month", "MonthFirst", "date_pattern", "day", "order_in", "read_day"]

_EPOCH = re.compile(r"\d{9,10}(?:\d{3})?(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Month:
    """A month's name, its number, and its shorter forms."""

    name: str
    number: int
    forms: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class MonthFirst:
    """A country that writes the month before the day in figures."""

    country: str
    name: str
    example: str


@dataclass(frozen=True, slots=True)
class Day:
    """A day; `other` is the day it would be if day and month stood in the other order, `note` says so in words."""

    day: date
    other: date | None = None
    note: str | None = None


def day(text: str, month_first: str = "no") -> Day | None:
    """Return the day that a text consists of or begins with, None where it is none.

    Of "03/04/2019" day and month are told apart by the size of the numbers, else the day is taken to come first, unless
    `month_first` is "yes", and the note says that it might be otherwise. Seconds since 1970 count as a date (in UTC).

    >>> day("2019-03-04T10:00:00Z").day
    datetime.date(2019, 3, 4)
    """
    text = text.strip()
    if _EPOCH.fullmatch(text):
        seconds = float(text) / (1000 if len(text.split(".")[0]) > 10 else 1)
        return Day(datetime.fromtimestamp(seconds, UTC).date())
    match = date_pattern().match(text)
    return read_day(match, month_first) if match else None


def read_day(match: re.Match[str], month_first: str = "no") -> Day | None:
    """Return the day of a match of `date_pattern`, None where there is no such day."""
    part = match.groupdict()
    if part["y1"]:
        return _known(part["y1"], part["m1"], part["d1"])
    if part["n2"] or part["n3"]:
        name, number, year = (part["n2"], part["d2"], part["y2"]) if part["n2"] else (part["n3"], part["d3"], part["y3"])
        return _known(year, str(_months()[name.rstrip(".").casefold()]), number)
    if part["sep"] != ".":
        return _ordered(part["a"], part["b"], part["y4"], month_first)
    found = _ordered(part["a"], part["b"], part["y4"], "no")
    return Day(found.day) if found else None  # nobody writes the month first with full stops


@cache
def date_pattern() -> re.Pattern[str]:
    """Return the pattern of a full date, with a weekday before it if there is one."""
    names = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    return re.compile(
        rf"""
        (?:(?P<weekday>(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)\b[.,]?\s+)?
        (?:
            (?<!\d)(?P<y1>(?:19|20)\d\d)(?P<iso>[-/.]?)(?P<m1>0[1-9]|1[0-2])(?P=iso)(?P<d1>[0-3]\d)(?=\D|T|$)
          | (?<![\w.])(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?[.,]?(?:\s+of)?[\s/-]*(?P<n2>(?:{names})\b\.?)[\s,/-]*(?P<y2>(?:19|20)\d\d)(?!\d)
          | (?<!\w)(?P<n3>(?:{names})\b\.?)[\s,-]*(?P<d3>[0-3]?\d)(?:st|nd|rd|th)?[\s,-]*(?P<y3>(?:19|20)\d\d)(?!\d)
          | (?<![\w./-])(?P<a>[0-3]?\d)(?P<sep>[-/.])(?P<b>[0-3]?\d)(?P=sep)(?P<y4>(?:19|20)\d\d|\d\d)(?![\d/-])
        )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def order_in(country: str | None) -> str:
    """Return "yes" for a country (ISO code) that writes the month before the day, else "no"."""
    rows = lexicon.table("lexicons/countries_month_first.csv", MonthFirst)
    return "yes" if any(row.country == country for row in rows) else "no"


@cache
def _months() -> dict[str, int]:
    rows = lexicon.table("lexicons/month_names.csv", Month)
    return {form.casefold(): row.number for row in rows for form in (row.name, *row.forms)}


def _known(year: str, month: str, number: str) -> Day | None:
    found = _date(int(year), int(month), int(number))
    return Day(found) if found else None


def _ordered(first: str, second: str, year: str, month_first: str) -> Day | None:
    full = int(year) + (0 if len(year) == 4 else 2000 if int(year) < 70 else 1900)
    readings = [_date(full, int(second), int(first)), _date(full, int(first), int(second))]
    if month_first == "yes":
        readings.reverse()
    likely, other = readings
    if likely is None or other is None or likely == other:
        found = likely or other
        return Day(found) if found else None
    note = f"the date {first}/{second}/{year} was read as {likely}; with day and month in the other order it is {other}"
    return Day(likely, other, note)


def _date(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
