"""Distances: "two weeks ago", "three days later"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sayso.annotators.time.amounts import amount_of, moved_by
from sayso.annotators.time.context import Context
from sayso.annotators.time.lengths import read_duration
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.mods import bound_of
from sayso.annotators.time.values import iso, week_of

__all__ = ["read_ago", "read_later"]


def read_ago(match: Match, context: Context) -> Iterator[Found]:
    unit, amount = match.value("U"), amount_of(match, match.find("U"))
    today = context.today
    if not today or amount == "X" or unit in ("TS", "TM"):
        yield Found(match.first, match.last, "DATE", "PAST_REF")
        return
    exact = any(match.words.word(n) == "exactly" for n in match.all("q"))
    yield _at(match, moved_by(today, -float(amount), unit), unit, exact, context)


def read_later(match: Match, context: Context) -> Iterator[Found]:
    """Yield "three days later", "the next day", counted from the date told last."""
    unit, amount = match.value("U"), amount_of(match, match.find("U"))
    back = match.find("b") >= 0
    if "t" in match.tags[:1] or match.tags[0] == "U":
        amount = "1" if match.tags[0] == "t" else "X"
    anchor = context.told or (None if context.narrative or context.before else context.published)
    ends = match.tags[0] != "t" or match.find("x") >= 0 or match.words.tags[match.last : match.last + 1] in ("", ",", ".", ")", "|")
    if amount == "X" or not (anchor or context.before) or not ends or unit.startswith("T"):
        yield Found(match.first, match.last, "DATE", ("PAST_REF" if back else "FUTURE_REF"))
        return
    if match.words.word(match.last - 1) == "before" and match.words.tags[match.last : match.last + 1] not in ("", ",", ".", ")", "|"):
        yield from read_duration(match.part(match.first, match.last - 1), context)  # before something that has no date here
        return
    sign = -1 if back else 1
    if context.before:
        yield from _later_before(match, context, sign * float(amount), unit)
        return
    finer = 1 if not context.year else {"D": context.day, "W": context.day, "2W": context.day, "M": context.month}.get(unit, 1)
    if not finer:
        yield Found(match.first, match.last, "DATE", iso(context.year, context.month) + "-XX" * (2 if not context.month else 1))
        return
    if anchor:
        exact = unit in ("W", "2W") and match.find("q") < 0
        yield _at(match, moved_by(anchor, sign * float(amount), unit), unit, exact, context)


def _at(match: Match, day: date, unit: str, exact: bool, context: Context) -> Found:
    """Return the day, week, month or year that a moved day stands for, as fine as the unit that moved it."""
    mod = bound_of(match)
    mod = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"}.get(mod or "", mod)
    if exact or unit in ("D", "TH"):
        context.tell(day.year, day.month, day.day)
        return Found(match.first, match.last, "DATE", day.isoformat(), mod)
    if unit in ("W", "2W", "WE"):
        context.tell(day.year, day.month, day.day)
        return Found(match.first, match.last, "DATE", week_of(day), mod)
    if unit in ("M", "Q"):
        context.tell(day.year, day.month)
        return Found(match.first, match.last, "DATE", iso(day.year, day.month), mod)
    if unit == "Y":
        context.tell(day.year)
        return Found(match.first, match.last, "DATE", iso(day.year), mod)
    return Found(match.first, match.last, "DATE", f"{day.year // 10:03d}", mod)


def _later_before(match: Match, context: Context, amount: float, unit: str) -> Iterator[Found]:
    years = {"Y": 1, "DE": 10, "CE": 100}.get(unit)
    year = context.year - int(amount * (years or 0))
    if years and year > 0:
        context.tell(year, 0, 0, True)
        yield Found(match.first, match.last, "DATE", iso(year, before=True))
