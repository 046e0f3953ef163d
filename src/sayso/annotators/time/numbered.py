"""Numbered spans: "week 14 of 2023", "FY2024"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.annotators.time.context import Context
from sayso.annotators.time.lengths import read_duration
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.told_year import full_year

__all__ = ["read_fiscal", "read_numbered"]

_WEEKS = 53


def read_numbered(match: Match, context: Context) -> Iterator[Found]:
    """Yield "week 14", both ends of "weeks 3 to 9 of 2022"; a week that is still to come is last year's."""
    numbers = [(n, int(match.words.word(n))) for n in match.all("dn") if match.words.word(n).isdigit()]
    if match.value("U") != "W" or not numbers or match.plural != (len(numbers) == 2) or not all(1 <= week <= _WEEKS for _, week in numbers):
        yield from read_duration(match.part(match.first, match.first + 1), context)
        return
    told = int(match.value("Y") or 0)
    cuts = [match.first, *(n + 1 for n, _ in numbers[:-1]), match.last]
    for (place, week), start, end in zip(numbers, cuts, cuts[1:], strict=False):
        year = told or _year_of(week, context)
        yield Found(start if start == match.first else place, end, "DATE", f"{year:04d}-W{week:02d}" if year else f"XXXX-W{week:02d}")


def _year_of(week: int, context: Context) -> int:
    if context.narrative or not context.published:
        return context.present
    year, now, _ = context.published.isocalendar()
    return year - (week > now)


def read_fiscal(match: Match, context: Context) -> Iterator[Found]:
    """Yield "FY2024", "fiscal 2022", "the financial year 2021/22" as the year that it is called by."""
    found = re.search(r"\d{4}|\d\d", match.words.plain[match.words.starts[match.first] : match.words.ends[match.last - 1]])
    if not found:
        return
    year = int(found[0]) if len(found[0]) == 4 else full_year(int(found[0]), context)
    yield match.stands_for("DATE", f"{year:04d}")
