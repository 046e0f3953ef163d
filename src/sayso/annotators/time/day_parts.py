"""Parts of the day: "that morning", and days with a time of day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from sayso.annotators.time.amounts import step_of
from sayso.annotators.time.calendar import plus
from sayso.annotators.time.clock import clock_of
from sayso.annotators.time.context import Context
from sayso.annotators.time.dates import read_date, read_days
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.mods import edge_or_none
from sayso.annotators.time.numeric import read_iso, read_slashed
from sayso.annotators.time.today import read_deictic
from sayso.annotators.time.weekdays import read_weekday
from sayso.annotators.time.words import leads

__all__ = ["read_night", "read_part", "read_timed"]


def read_timed(match: Match, context: Context) -> Iterator[Found]:
    """Yield a day with a time of day, in either order, as one expression."""
    inner = _inner_day(match, context)
    clock = clock_of(match) or ("MO" if re.search("EU", match.tags) else "")
    if not inner or not inner.value or not clock:
        return
    day = inner.value[:10] if "T" in inner.value else inner.value
    yield match.stands_for("TIME", f"{day}T{clock}", edge_or_none(match) if match.find("PU") >= 0 else None)


def read_part(match: Match, context: Context) -> Iterator[Found]:
    """Yield "that morning", "Friday night", "in the evening"."""
    if match.find("W") >= 0:
        yield from _weekday(match, context)
        return
    part = match.value("P")
    if match.tags == "P" and match.previous not in leads("before a part"):
        return
    if ":" in part or match.find("ijlxst") < 0 or (match.find("ijlxs") < 0 and context.narrative):
        yield match.stands_for("TIME", f"XXXX-XX-XXT{part}")
        return
    yield match.stands_for("TIME", f"{_day_of_part(match, context) or 'XXXX-XX-XX'}T{part}", edge_or_none(match))


def read_night(match: Match, context: Context) -> Iterator[Found]:
    """Yield "the night of 3 to 4 May", from the first day to the second."""
    start = match.find("FO") + 1
    ends = list(read_days(match.part(start, match.last), context))
    if len(ends) == 2 and ends[0].value and ends[1].value and ends[0].value[:4].isdigit():
        days = (date.fromisoformat(ends[0].value), date.fromisoformat(ends[1].value))
        yield match.stands_for("TIME", f"{ends[0].value}T{match.value('P')}", None, days)
    else:
        yield from ends


def _weekday(match: Match, context: Context) -> Iterator[Found]:
    edge = match.words.word(match.first)
    if edge not in ("early", "late"):
        yield from read_weekday(match.part(match.find("W"), match.last) if match.tags[0] == "E" else match, context)
        return
    for found in read_weekday(match, context):
        yield replace(found, mod=edge_or_none(match))


def _day_of_part(match: Match, context: Context) -> date | None:
    day = context.published if match.find("il") >= 0 and not context.narrative else context.told if context.day else context.today
    if not day or (context.narrative and not context.day):
        return None
    step = step_of(match)
    day = plus(day, step)
    if context.narrative and step:
        context.tell(day.year, day.month, day.day)
    return day


def _inner_day(match: Match, context: Context) -> Found | None:
    tags = match.tags
    if (place := match.find("I")) >= 0:
        return next(read_iso(match.part(place, place + 1), context), None)
    if (place := match.find("L")) >= 0 and match.words.word(place)[0].isdigit():
        return next(read_slashed(match.part(place, place + 1), context), None)
    if match.find("Mm") >= 0:
        return next(read_date(_without_clock(match), context), None)
    if match.find("Ww") >= 0:
        return next(read_weekday(match, context), None)
    if match.find("D") >= 0:
        return next(read_deictic(match.part(match.find("D"), match.find("D") + 1), context), None)
    return next(read_part(match, context), None) if re.search("[ij]P", tags) else None


def _without_clock(match: Match) -> Match:
    """Return the tokens without a number that is a clock's ("7 am on 3 May")."""
    pieces = re.finditer(r"[kdn]@|K@?", match.tags)
    for piece in pieces:
        if piece.start() == 0:
            return match.part(match.first + piece.end(), match.last)
        return match.part(match.first, match.first + piece.start())
    return match
