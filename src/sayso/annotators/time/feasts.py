"""Feasts: named days and months of other calendars, from a table."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from sayso import lexicon
from sayso.annotators.time.calendar import easter, islamic, month_days, plus

__all__ = ["Feast", "feast_named"]

_HIJRI = range(1300, 1500)  # a year of these beside a month of the Islamic calendar is of that calendar


@dataclass(frozen=True, slots=True)
class Feast:
    """A named day, or month where `day` is None, of a calendar: gregorian, islamic, or easter (days from Easter Sunday).

    A month whose name is also a person's is hijri: the islamic calendar, and no date without a year or a day.
    """

    name: str
    calendar: str
    month: int | None
    day: int | None
    example: str

    @property
    def is_islamic_month(self) -> bool:
        """Whether it is a whole month of the Islamic calendar."""
        return self.day is None and self.calendar in ("islamic", "hijri")

    def day_in(self, year: int) -> date | None:
        """Return the first such day in a year, a month's first; None if the year has none."""
        if not 2 <= year <= 9990:
            return None
        if self.calendar == "easter":
            return plus(easter(year), self.day or 0)
        if self.calendar == "gregorian":
            return date(year, self.month or 1, min(self.day or 1, month_days(year, self.month or 1)))
        if year in _HIJRI:
            return islamic(year, self.month or 1, self.day or 1)
        near = (year - 622) * 33 // 32
        days = (islamic(number, self.month or 1, self.day or 1) for number in range(max(1, near - 1), max(1, near) + 3))
        return next((day for day in days if day.year == year), None)

    def day_near(self, today: date | None, told: bool) -> date | None:
        """Return the last such day up to today; in a narrative (`told`) the one of that year."""
        if not today:
            return None
        day = self.day_in(today.year)
        return day if told or (day and day <= today) else self.day_in(today.year - 1)

    def last_day(self, first: date) -> date:
        """Return the last day: the same, or the end of the Islamic month of 30 or 29 days."""
        if not self.is_islamic_month:
            return first
        return plus(first, 29 if (self.month or 1) % 2 else 28)


def feast_named(name: str) -> Feast | None:
    """Return the feast of this name, in lower case; None if there is none."""
    return _feasts().get(name)


@cache
def _feasts() -> dict[str, Feast]:
    return {feast.name: feast for feast in lexicon.table("lexicons/timex_feasts.csv", Feast)}
