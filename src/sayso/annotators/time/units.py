"""Units of time near the telling: "last week", "that month", "earlier this year"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sayso.annotators.time.amounts import moved_by, step_of
from sayso.annotators.time.calendar import days_of, plus
from sayso.annotators.time.context import Context, is_future
from sayso.annotators.time.lengths import read_window
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.mods import edge_of
from sayso.annotators.time.values import iso, length, week_of
from sayso.annotators.time.words import leads

__all__ = ["read_edge_of_unit", "read_unit"]


def read_unit(match: Match, context: Context) -> Iterator[Found]:
    """Yield "last week", "this year", "the same day", "that month", "the following year"."""
    unit = match.value("U")
    relation = match.find("ijlxs")
    if match.tags == "tU" and unit == "WE" and context.today:
        yield unit_around(match, context.today, unit, 0, context, False)
        return
    if relation < 0 or unit in ("TH", "TM", "TS"):
        return
    tag, word = match.words.tags[relation], match.words.word(relation)
    told = tag in "js" or word in leads("of what was told") or (context.narrative) or (match.tags[0] == "t" and tag == "x" and unit == "D")
    if match.words.word(match.find("U")).endswith("s") and unit != "2W" and tag != "s":
        if tag in "lx":
            yield Found(match.first, match.last, "DURATION", length("X", unit))
        elif tag == "j" and unit == "D" and match.words.word(relation) == "these":
            yield Found(match.first, match.last, "DATE", "PRESENT_REF")
        return
    if tag == "l" and match.tags[0] == "t" and word in ("past", "last") and unit in ("Y", "M", "W", "D", "DE", "CE", "2W"):
        yield from read_window(match, context)
        return
    if context.before and told and unit in ("Y", "DE"):
        yield from _unit_before(match, context, unit)
        return
    base = context.told if told and context.year else context.today
    if not base or (told and unit == "D" and not context.day) or (told and unit == "M" and not context.month and context.year):
        if told and context.year and unit in ("D", "M"):
            yield Found(
                match.first, match.last, "DATE", iso(context.year, context.month) + ("-XX" if context.month or unit == "M" else "-XX-XX")
            )
        return
    yield unit_around(match, base, unit, step_of(match), context, told)


def read_edge_of_unit(match: Match, context: Context) -> Iterator[Found]:
    """Yield "earlier this year", "later that month", "the end of the year"."""
    start = match.first
    if match.tags == "U'_X":
        inner, mod = match.part(match.first, match.first + 1), match.value("X")
    else:
        while match.words.tags[start] not in "ijlxsU" and start < match.last - 1:
            start += 1
        inner, mod = match.part(start, match.last), edge_of(match)
    unit = inner.value("U")
    if unit not in ("D", "W", "M", "Q", "Y", "DE", "CE", "WE"):
        return
    base = context.told if context.year and (inner.find("js") >= 0 or inner.find("ilx") < 0) else context.today
    if inner.find("ijlxs") < 0 and match.find("t") < 0 and "'" not in match.tags:
        return
    if inner.find("ijlxs") < 0 and not context.narrative:
        base = context.today
    if context.before or not base or match.words.word(inner.find("U")).endswith("s"):
        return
    found = unit_around(inner, base, unit, step_of(inner), context, False)
    mod = None if mod == "AFTER" else mod
    since = until = None
    if (
        match.words.word(match.first) == "earlier"
        and found.value
        and context.published
        and not context.narrative
        and unit in ("Y", "M", "W")
    ):
        since, until = _so_far(base, unit)
    whole = days_of(found.value)
    if match.words.word(match.first) == "later" and inner.find("i") >= 0 and whole and context.today and not context.narrative:
        since, until = context.today, max(whole[1], context.today)
    yield Found(match.first, match.last, found.type, found.value, mod, since, until)


def _unit_before(match: Match, context: Context, unit: str) -> Iterator[Found]:
    year = context.year - step_of(match) * (10 if unit == "DE" else 1)
    if year <= 0:
        return
    context.tell(year, 0, 0, True)
    value = iso(year, before=True)
    yield Found(match.first, match.last, "DATE", value if unit == "Y" else value[:-1])


def unit_around(match: Match, base: date, unit: str, step: int, context: Context, told: bool) -> Found:
    """Return the day, week, month, quarter or year around a day, moved by so many."""
    day = moved_by(base, step, unit)
    since: date | None = None
    until: date | None = None
    value = day.isoformat()
    if unit in ("W", "2W"):
        value = week_of(day)
    elif unit == "WE":
        year, week, _ = day.isocalendar()
        if step == 0 and base.isoweekday() < 6 and not is_future(match.words, match.first) and match.tags[0] == "t":
            year, week, _ = plus(base, -7).isocalendar()
        value = f"{year:04d}-W{week:02d}-WE"
    elif unit == "M":
        value = iso(day.year, day.month)
    elif unit == "Q":
        value = f"{day.year:04d}-Q{(day.month + 2) // 3}"
    elif unit == "Y":
        value = iso(day.year)
    elif unit in ("DE", "CE"):
        value = f"{day.year // 10:03d}" if unit == "DE" else f"{day.year // 100:02d}"
    if told and unit in ("D", "M", "Y") and step:
        context.tell(day.year, day.month if unit != "Y" else 0, day.day if unit == "D" else 0)
    return Found(match.first, match.last, "DATE", value, None, since, until)


def _so_far(day: date, unit: str) -> tuple[date, date]:
    first = day.replace(month=1, day=1) if unit == "Y" else day.replace(day=1) if unit == "M" else plus(day, 1 - day.isoweekday())
    return first, day
