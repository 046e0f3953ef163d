"""Calendar: the days that a TIMEX3 value stands for."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

__all__ = ["days_of", "easter", "islamic", "month_days", "plus", "precision", "shift_months"]

_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)(?P<end>-WE)?|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|"
    r"-(?P<season>SP|SU|FA|WI))?(?:-XX)*(?:T.*)?"
)
_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_THIRDS = {"START": (0, 1), "MID": (1, 2), "END": (2, 3)}
_EPOCH = 1948439 - 385 - 1721425  # Thursday 15 July 622, which meets the announced days more often than the Friday; less day 1 of year 1


def days_of(value: str | None, mod: str | None = None) -> tuple[date, date] | None:
    """Return the first and last day of a DATE or TIME value, narrowed to a third by START, MID and END; None where it has none.

    >>> days_of("2016-08", "MID")
    (datetime.date(2016, 8, 11), datetime.date(2016, 8, 20))
    """
    found = _whole(value) if value else None
    if not found or mod not in _THIRDS:
        return found
    since, until = found
    if since == until:
        return found
    first, last = _THIRDS[mod]
    months = (until.year - since.year) * 12 + until.month - since.month + 1
    if months >= 3 and since.day == 1:  # early 2016 is January to April
        third = months // 3
        return shift_months(since, first * third), plus(shift_months(since, last * third), -1) if last < 3 else until
    third = ((until - since).days + 1) // 3
    return plus(since, first * third), plus(since, last * third - 1) if last < 3 else until


def precision(since: date, until: date) -> int:
    """Return UCDP's date_prec of an interval: 1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 longer."""
    length = (until - since).days + 1
    return 1 if length == 1 else 2 if length < 7 else 3 if length == 7 else 4 if length <= 31 else 5


def plus(day: date, days: int) -> date:
    """Return the day so many days on, held within the years that dates have."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min


def shift_months(day: date, months: int) -> date:
    """Return the day so many months on; a day that the month lacks becomes its last.

    >>> shift_months(date(2016, 3, 31), -1)
    datetime.date(2016, 2, 29)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        return date.max if year > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_days(year: int, month: int) -> int:
    """Return how many days the month has; 0 outside the years that dates have."""
    return monthrange(year, month)[1] if 1 <= year <= 9999 and 1 <= month <= 12 else 0


def easter(year: int) -> date:
    """Return the western Easter Sunday (the anonymous Gregorian computus)."""
    golden, century, rest = year % 19, year // 100, year % 100
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def islamic(year: int, month: int, day: int = 1) -> date:
    """Return the Gregorian day of a day of the tabular Islamic calendar (Thursday epoch); the moon's sighting may differ by a day.

    >>> islamic(1437, 9)
    datetime.date(2016, 6, 6)
    """
    number = (11 * year + 3) // 30 + 354 * year + 30 * month - (month - 1) // 2 + day + _EPOCH
    return date.fromordinal(max(1, min(number, date.max.toordinal())))


def _whole(value: str) -> tuple[date, date] | None:
    if re.fullmatch(r"\d{2,3}", value):
        return _years(int(value), 10 ** (4 - len(value)))
    match = _VALUE.fullmatch(value)
    if not match:
        return None
    try:
        return _parts(int(match["year"]), match)
    except (ValueError, OverflowError):
        return None


def _years(start: int, length: int) -> tuple[date, date] | None:
    return (date(start * length, 1, 1), date(start * length + length - 1, 12, 31)) if start else None


def _parts(year: int, match: re.Match[str]) -> tuple[date, date]:
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return day, day
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        return plus(monday, 5 if match["end"] else 0), plus(monday, 6)
    if match["month"]:
        return _months(year, int(match["month"]), 1)
    if match["quarter"]:
        return _months(year, int(match["quarter"]) * 3 - 2, 3)
    if match["half"]:
        return _months(year, int(match["half"]) * 6 - 5, 6)
    if match["season"]:
        return _months(year, _SEASONS[match["season"]], 3)
    return date(year, 1, 1), date(year, 12, 31)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    since = date(year, month, 1)
    return since, plus(shift_months(since, count), -1)
