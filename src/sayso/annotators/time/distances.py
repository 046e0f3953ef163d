"""Distances: "two weeks ago", "three days later"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sayso.annotators.time.amounts import amount_of, moved_by
from sayso.annotators.time.context import Context
from sayso.annotators.time.lengths import read_duration
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.mods import bound_of
from sayso.annotators.time.values import iso, unit_value

__all__ = ["read_ago", "read_later"]


_TOLD = {"D": 3, "TH": 3, "W": 3, "2W": 3, "WE": 3, "M": 2, "Q": 2, "Y": 1}  # year, month, day: how many of them a unit tells
_AS = {"TH": "D", "WE": "W", "Q": "M"}  # the unit that a day found by another one is given in
_CLOSING = ("", ",", ".", ")", "|")


def read_ago(match: Match, context: Context) -> Iterator[Found]:
    """Yield "two weeks ago", "exactly a year ago"; without a number it is only the past."""
    unit, amount = match.value("U"), amount_of(match, match.find("U"))
    today = context.today
    if not today or amount == "X" or unit in ("TS", "TM"):
        yield match.stands_for("DATE", "PAST_REF")
        return
    exact = any(match.words.word(n) == "exactly" for n in match.all("q"))
    yield _at(match, moved_by(today, -float(amount), unit), unit, exact, context)


def read_later(match: Match, context: Context) -> Iterator[Found]:
    """Yield "three days later", "the next day", counted from the date told last."""
    if match.tags[-1] == "Z" and match.words.word(match.last - 1) != "after":
        yield from read_duration(match.part(match.first, match.last - 1), context)
        return
    unit, amount = match.value("U"), _amount(match)
    anchor = context.told or (None if context.narrative or context.before else context.published)
    sign = -1 if match.find("b") >= 0 else 1
    closing = match.words.tags[match.last : match.last + 1] in _CLOSING
    ends = match.tags[0] != "t" or match.find("x") >= 0 or closing
    if amount == "X" or not (anchor or context.before) or not ends or unit.startswith("T"):
        yield match.stands_for("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF")
    elif match.words.word(match.last - 1) == "before" and not closing:
        yield from read_duration(match.part(match.first, match.last - 1), context)  # before something that has no date here
    elif context.before:
        yield from _later_before_christ(match, context, sign * float(amount), unit)
    elif context.year and _is_finer(unit, context):
        yield match.stands_for("DATE", iso(context.year, context.month) + "-XX" * (1 if context.month else 2))
    elif anchor:
        counted = unit in ("W", "2W") and match.find("q") < 0 and match.tags[0] != "t"  # "the week before" is a week, "a week before" a day
        yield _at(match, moved_by(anchor, sign * float(amount), unit), unit, counted, context)


def _amount(match: Match) -> str:
    if match.tags[0] in "tU":
        return "1" if match.tags[0] == "t" else "X"
    return amount_of(match, match.find("U"))


def _is_finer(unit: str, context: Context) -> bool:
    """Tell whether a unit is finer than the date told last."""
    return (unit in ("D", "W", "2W") and not context.day) or (unit == "M" and not context.month)


def _at(match: Match, day: date, unit: str, exact: bool, context: Context) -> Found:
    """Return the day, week, month or year that a moved day stands for, as fine as the unit that moved it."""
    mod = bound_of(match)
    mod = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER"}.get(mod or "", mod)
    told = 3 if exact else _TOLD.get(unit, 0)
    if told:
        context.tell(day.year, day.month if told > 1 else 0, day.day if told > 2 else 0)
    return match.stands_for("DATE", unit_value(day, "D" if exact else _AS.get(unit, unit) if told else "DE"), mod)


def _later_before_christ(match: Match, context: Context, amount: float, unit: str) -> Iterator[Found]:
    years = {"Y": 1, "DE": 10, "CE": 100}.get(unit)
    year = context.year - int(amount * (years or 0))
    if years and year > 0:
        context.tell(year, 0, 0, True)
        yield match.stands_for("DATE", iso(year, before=True))
