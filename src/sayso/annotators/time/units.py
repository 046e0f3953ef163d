"""Units of time beside the telling: "last week", "that month", "the same day"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sayso.annotators.time.amounts import moved_by, step_of
from sayso.annotators.time.calendar import plus
from sayso.annotators.time.context import Context, is_future
from sayso.annotators.time.lengths import read_window
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.values import iso, length, unit_value, week_of
from sayso.annotators.time.words import leads

__all__ = ["read_unit", "value_around"]

_WINDOWS = frozenset(("Y", "M", "W", "D", "DE", "CE", "2W"))  # units of which "the past" is a length up to the telling


def read_unit(match: Match, context: Context) -> Iterator[Found]:
    """Yield "last week", "this year", "the same day", "that month", "the following year"."""
    unit = match.value("U")
    if match.tags == "tU" and unit == "WE" and context.today:
        yield match.stands_for("DATE", value_around(match, context.today))
    elif match.tags == "tU" and unit == "W" and match.previous == "during" and context.today and _ends(match):
        yield match.stands_for("DURATION", "P1W", None, (moved_by(context.today, -1, "W"), context.today))
    elif match.tags == "tU" and context.today and _is_begun(match):
        yield match.stands_for("DATE", value_around(match, context.today))
    elif match.find("ijlxs") < 0 or unit in ("TH", "TM", "TS"):
        return
    elif match.plural and not _lost_mark(match) and unit != "2W" and match.words.tags[match.find("ijlxs")] != "s":
        yield from _plural(match, unit)
    elif re.match("t.*l", match.tags) and unit in _WINDOWS and match.words.word(match.find("ijlxs")) in ("past", "last"):
        yield from read_window(match, context)
    elif _is_told(match, context):
        yield from _told(match, context)
    elif context.today:
        yield match.stands_for("DATE", value_around(match, context.today))


def _ends(match: Match) -> bool:
    """Tell whether nothing says which week it is: "during the week", but not "during the week of 3 May"."""
    return match.words.word(match.last) not in ("of", "that", "when", "to") if match.last < len(match.words.tags) else True


def _is_begun(match: Match) -> bool:
    """Tell whether the unit is the one whose beginning a total counts from: "since the year began"."""
    following = match.words.word(match.last) if match.last < len(match.words.tags) else ""
    return match.previous == "since" and match.value("U") in ("Y", "M", "W") and following in ("began", "started")


def _lost_mark(match: Match) -> bool:
    """Tell whether the plural is a possessive that has lost its mark, as in "last years harvest"."""
    follows = match.words.tags[match.last : match.last + 1]
    return match.words.word(match.first) in ("last", "next", "this") and len(match.tags) == 2 and follows == "_"


def value_around(match: Match, base: date) -> str:
    """Return the value of the day, week, month, quarter or year of the match around a day, or the next or last one."""
    unit, step = match.value("U"), step_of(match)
    day = moved_by(base, step, unit)
    if unit != "WE":
        return unit_value(day, unit)
    if step == 0 and base.isoweekday() < 6 and not is_future(match.words, match.first) and match.tags[0] == "t":
        day = plus(base, -7)
    return f"{week_of(day)}-WE"


def _plural(match: Match, unit: str) -> Iterator[Found]:
    """Yield "recent weeks", "these days"."""
    relation = match.find("ijlxs")
    if match.words.tags[relation] in "lx":
        yield match.stands_for("DURATION", length("X", unit))
    elif unit == "D" and match.words.word(relation) == "these":
        yield match.stands_for("DATE", "PRESENT_REF")


def _is_told(match: Match, context: Context) -> bool:
    """Tell whether the unit is seen from the date told last, not from the day of publishing."""
    relation = match.find("ijlxs")
    tag = match.words.tags[relation]
    next_day = match.tags[0] == "t" and tag == "x" and match.value("U") == "D"
    return tag in "js" or match.words.word(relation) in leads("of what was told") or context.narrative or next_day


def _told(match: Match, context: Context) -> Iterator[Found]:
    unit, step = match.value("U"), step_of(match)
    base = context.told if context.year else context.today
    if context.before and unit in ("Y", "DE"):
        yield from _before_christ(match, context)
    elif context.year and unit in ("D", "M") and (not base or not (context.day if unit == "D" else context.month)):
        yield match.stands_for("DATE", iso(context.year, context.month) + ("-XX" if context.month or unit == "M" else "-XX-XX"))
    elif base and (unit != "D" or context.day):
        day = moved_by(base, step, unit)
        if step and unit in ("D", "M", "Y"):
            context.tell(day.year, day.month if unit != "Y" else 0, day.day if unit == "D" else 0)
        yield match.stands_for("DATE", value_around(match, base))


def _before_christ(match: Match, context: Context) -> Iterator[Found]:
    unit = match.value("U")
    year = context.year - step_of(match) * (10 if unit == "DE" else 1)
    if year <= 0:
        return
    context.tell(year, 0, 0, True)
    value = iso(year, before=True)
    yield match.stands_for("DATE", value if unit == "Y" else value[:-1])
