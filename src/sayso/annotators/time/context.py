"""Time context: the day that expressions without a year, or relative ones, are worked out from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sayso.annotators.time.calendar import month_days, plus
from sayso.annotators.time.words import Words

__all__ = ["Context", "context"]

_FOREIGN = 0.6  # share of years neither the published one nor the one before it; 0.5 to 0.65 alike, 0.75 loses 2 points on WikiWars
_OTHERS = 0.9  # share of years other than the published one in a history of last year: it may end with "in 2023 it was rebuilt"
_LONG_PAST = 2  # years
_BESIDE = 6  # tokens after a weekday in which the year of its own date stands: "Monday, 3 May 1990"
_REACH = 12  # tokens before an expression in which a verb tells past from future


@dataclass(slots=True)
class Context:
    """Where the text stands in time while it is read; the one thing here that changes.

    `year`, `month`, `day` are of the last date told (month and day 0 where it had none); `before` where it is before Christ.
    In a narrative (history, with years of its own) they anchor what lacks a year; in news the published day does. `supposed` where the
    text did not tell that year: "the year" is then the one of the telling. `main` is the year that most of a narrative is about, else 0.
    """

    published: date | None
    narrative: bool
    year: int = 0
    month: int = 0
    day: int = 0
    before: bool = False
    supposed: bool = False
    main: int = 0
    at: int = -(10**9)

    def tell(self, year: int, month: int = 0, day: int = 0, before: bool = False, *, supposed: bool = False) -> None:
        """Remember a date as the narrative's current one."""
        self.year, self.month, self.day, self.before, self.supposed = year, month, day, before, supposed

    def open_paragraph(self) -> None:
        """Come back to the narrative's main year where the paragraph before told of a time long past, as background."""
        if self.narrative and 0 < self.year <= self.main - _LONG_PAST:
            self.tell(self.main)

    @property
    def today(self) -> date | None:
        """The day of telling: the published day in news, the last date told in a narrative."""
        return self.told if self.narrative else self.published or self.told

    @property
    def told(self) -> date | None:
        """The last date told, its month or year taken at the first day; None where there is none."""
        if not 1 <= self.year <= 9999 or self.before:
            return None
        return date(self.year, self.month or 1, min(self.day or 1, month_days(self.year, self.month or 1)))

    @property
    def present(self) -> int:
        """The year now: as told in a narrative, as published in news; 0 where unknown."""
        if self.narrative or not self.published:
            return self.year or (self.published.year if self.published else 0)
        return self.published.year

    def year_for(self, month: int, day: int, future: bool) -> int:
        """Return the year of a month (and day, else 0) told without one; 0 where unknown."""
        if self.narrative or not self.published:
            return self.year or (self.published.year if self.published else 0)
        now = self.published
        if future:
            return now.year + ((month, day or 31) < (now.month, now.day))
        return now.year - ((month, day or 1) > (now.month, now.day))

    def weekday(self, number: int, future: bool) -> date | None:
        """Return the last such weekday on or before today, or the first on or after it."""
        if not (today := self.today):
            return None
        back = (today.isoweekday() - number) % 7
        return plus(today, (7 - back) % 7) if future else plus(today, -back)


def context(words: Words, published: date | None) -> Context:
    """Return the context to begin with: narrative where years are told far oftener than days seen from the day of writing."""
    years = [words.plain[words.starts[n] : words.ends[n]] for n, tag in enumerate(words.tags) if tag in "YC"]
    seen = sum(words.tags.count(tag) for tag in "DW") + words.tags.count("Ug") + words.tags.count("lU") + words.tags.count("iU")
    if not published:
        return Context(None, True)
    own = {str(published.year), str(published.year - 1)}
    foreign = sum(year not in own for year in years)
    last = years.count(str(published.year - 1))  # a text about last year that never names its own is a history too
    narrative = foreign > seen and foreign >= _FOREIGN * len(years)
    if _opens_as_news(words):
        return Context(published, False)
    narrative = len(years) >= 3 and (narrative or (last > 2 * seen and last + foreign >= _OTHERS * len(years)))
    return Context(published, narrative, main=_main(years) if narrative else 0)


def _main(years: Sequence[str]) -> int:
    """Return the year that most of the years told are; 0 where none is."""
    year, count = Counter(years).most_common(1)[0]
    return int(year) if year.isdigit() and count >= _FOREIGN * len(years) else 0


def _opens_as_news(words: Words) -> bool:
    """Tell whether a day seen from the day of writing ("on Monday", "yesterday") comes before any year: the years are background then."""
    seen = re.search(r"[DW]", words.tags)
    return seen is not None and not re.search(r"[YC]", words.tags[: seen.end() + _BESIDE])


def is_future(words: Words, number: int) -> bool:
    """Tell whether the words before a token look ahead ("will resume on"), and none nearer looks back ("said on", "set off since")."""
    tags = words.tags
    for place in range(number - 1, max(-1, number - _REACH), -1):
        if tags[place] in ".|":
            return False
        if words.word(place) == "since":
            return False
        if tags[place] == "T":
            return True
        if tags[place] == "_" and (words.word(place).endswith("ed") or words.word(place) in ("was", "were", "said")):
            return False
    return False
