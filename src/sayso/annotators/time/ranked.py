"""Ranked units: "the second week of March", "the first half of 2016"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sayso.annotators.time.amounts import amount_of, moved_by, ordinal_of
from sayso.annotators.time.calendar import month_days, plus, shift_months
from sayso.annotators.time.context import Context
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.told_year import year_of
from sayso.annotators.time.values import iso, length, unit_value

__all__ = ["read_ranked"]


_FEW_DAYS, _FEW = 5, 3  # what "the first days of May" is taken to reach, for want of a number


def read_ranked(match: Match, context: Context) -> Iterator[Found]:
    """Yield "the second week of March", "the first half of 2016", "the last days of May"."""
    of = match.find("F")
    head, inner = match.part(match.first, of), match.part(of + 1, match.last)
    rank, month = _rank(head), int(inner.value("Mm") or 0)
    year, before, _ = year_of(inner, context, month)
    if not rank or before or not 1 <= year <= 9999 or inner.find("S") >= 0:
        return
    if inner.find("U") >= 0 and not month and inner.value("U") != "Y":
        return
    context.tell(year, month)
    yield _half(match, year, month, rank) if head.find("h") >= 0 else _unit(match, head, year, month, rank)


def _rank(head: Match) -> int:
    """Return which unit is meant: 1 for the first, -1 for the last, 0 where it is not told."""
    if head.find("x") >= 0:
        return 0
    if head.words.word(head.find("rloEx")) in ("early", "opening"):
        return 1
    return ordinal_of(head) or (-1 if head.find("lE") >= 0 else 0)


def _half(match: Match, year: int, month: int, rank: int) -> Found:
    if not month:
        return match.stands_for("DATE", f"{year:04d}-H{1 if rank == 1 else 2}")
    first, last = date(year, month, 1), date(year, month, month_days(year, month))
    middle = plus(first, (last - first).days // 2)
    if rank == 1:
        return match.stands_for("DATE", iso(year, month), "START", (first, middle))
    return match.stands_for("DATE", iso(year, month), "END", (plus(middle, 1), last))


def _unit(match: Match, head: Match, year: int, month: int, rank: int) -> Found:
    unit, amount = head.value("U"), amount_of(head, head.find("U"))
    few = _FEW_DAYS if unit == "D" else _FEW
    days = _days(year, month, unit, rank, few if amount == "X" else int(float(amount)))
    if head.plural:
        return match.stands_for("DURATION", length(amount, unit), None, days)
    if unit == "W" and rank < 0:
        return match.stands_for("DURATION", "P1W", None, days)
    if unit in ("M", "Q") and not month:
        return match.stands_for("DATE", unit_value(days[0], unit))
    return match.stands_for("DATE", unit_value(days[0], unit) if unit in ("D", "W") else iso(year, month), None, days)


def _days(year: int, month: int, unit: str, rank: int, amount: int) -> tuple[date, date]:
    """Return the days of the ranked units of a month or year; rank -1 is the last."""
    first = date(year, month or 1, 1)
    last = plus(shift_months(first, 1 if month else 12), -1)
    amount = max(1, min(amount, 400))
    if rank < 0:
        return max(first, moved_by(plus(last, 1), -amount, unit)), last
    start = min(moved_by(first, (rank - 1) * amount, unit), last)
    return start, min(last, plus(moved_by(start, amount, unit), -1))
