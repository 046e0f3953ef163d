"""Ranked units: "the second week of March", "the first half of 2016"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sayso.annotators.time.amounts import amount_of, moved_by, ordinal_of
from sayso.annotators.time.calendar import plus, shift_months
from sayso.annotators.time.context import Context
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.told_year import year_of
from sayso.annotators.time.values import iso, length, week_of

__all__ = ["read_ranked"]


_FEW_DAYS, _FEW = 5, 3  # what "the first days of May" is taken to reach, for want of a number


def read_ranked(match: Match, context: Context) -> Iterator[Found]:
    """Yield "the second week of March", "the first half of 2016", "the last days of May"."""
    of = next((n for n in match.all("F")), -1)
    inner = match.part(of + 1, match.last)
    half, unit = match.find("h"), match.part(match.first, of).value("U")
    rank = ordinal_of(match.part(match.first, of)) or (-1 if match.part(match.first, of).find("lE") >= 0 else 0)
    if match.words.word(match.find("rloEx")) in ("early", "opening"):
        rank = 1
    if match.part(match.first, of).find("x") >= 0 or not rank:
        return
    month, (year, before, _) = int(inner.value("Mm") or 0), year_of(inner, context, int(inner.value("Mm") or 0))
    if before or not 1 <= year <= 9999 or inner.find("S") >= 0 or (inner.find("U") >= 0 and not month and inner.value("U") != "Y"):
        return
    context.tell(year, month)
    amount = amount_of(match.part(match.first, of), match.part(match.first, of).find("Uh"))
    few = 1 if half >= 0 else _FEW_DAYS if unit == "D" else _FEW
    since, until = _ranked(year, month, "h" if half >= 0 else unit, rank, few if amount == "X" else int(float(amount)))
    if half >= 0 and not month:
        yield Found(match.first, match.last, "DATE", f"{year:04d}-H{1 if rank == 1 else 2}")
        return
    if half >= 0:
        yield Found(match.first, match.last, "DATE", iso(year, month), "START" if rank == 1 else "END", since, until)
        return
    plural = match.words.word(match.part(match.first, of).find("U")).endswith("s")
    if plural:
        yield Found(match.first, match.last, "DURATION", length(amount, unit), None, since, until)
    elif unit == "D":
        yield Found(match.first, match.last, "DATE", since.isoformat(), None, since, until)
    elif unit == "Q" and not month:
        yield Found(match.first, match.last, "DATE", f"{year:04d}-Q{(since.month + 2) // 3}")
    elif unit == "M" and not month:
        yield Found(match.first, match.last, "DATE", iso(since.year, since.month))
    elif since:
        yield Found(
            match.first,
            match.last,
            "DURATION" if unit == "W" and rank < 0 else "DATE",
            "P1W" if unit == "W" and rank < 0 else week_of(since) if unit == "W" else iso(year, month),
            None,
            since,
            until,
        )


def _ranked(year: int, month: int, unit: str, rank: int, amount: int) -> tuple[date, date]:
    """Return the days of the ranked unit of a month or year; rank -1 is the last."""
    first = date(year, month or 1, 1)
    last = plus(shift_months(first, 1 if month else 12), -1)
    if unit == "h":
        middle = plus(first, (last - first).days // 2) if month else date(year, 6, 30)
        return (first, middle) if rank == 1 else (plus(middle, 1), last)
    amount = max(1, min(amount, 400))
    if rank < 0:
        return max(first, plus(moved_by(plus(last, 1), -amount, unit), 0)), last
    start = moved_by(first, (rank - 1) * amount, unit)
    start = min(start, last)
    return start, min(last, plus(moved_by(start, amount, unit), -1))
