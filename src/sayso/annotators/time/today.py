"""Days seen from the telling: "yesterday", "overnight", "now"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sayso.annotators.time.calendar import plus
from sayso.annotators.time.context import Context
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.words import leads

__all__ = ["read_deictic", "read_next_to", "read_vague"]


def read_deictic(match: Match, context: Context) -> Iterator[Found]:
    """Yield "now", "today", "last night"."""
    value = match.value("DV")
    if match.find("V") >= 0:
        day = context.published if value == "PRESENT_REF" and not context.narrative else None
        yield match.stands_for("DATE", value, None, (day, day))
    elif context.narrative:
        yield _narrated(match, value, context)
    elif context.published:
        yield _seen_from(context.published, match, value, context)


def read_next_to(match: Match, context: Context) -> Iterator[Found]:
    """Yield "the day after tomorrow", "the day before yesterday"."""
    side = {"after": 1, "before": -1}.get(match.words.word(match.last - 2), 0)
    step = match.value("D")
    if match.value("U") == "D" and side and step in ("1", "-1") and context.today:
        yield match.stands_for("DATE", plus(context.today, int(step) + side).isoformat())
    else:
        yield from read_deictic(match.part(match.last - 1, match.last), context)


def _narrated(match: Match, value: str, context: Context) -> Found:
    """Return a day of a narrative, whose "today" is not the day of publishing."""
    step, part = value.partition("T")[::2]
    if part and context.told and context.day:
        return match.stands_for("TIME", f"{plus(context.told, int(step) + 1 if step.startswith('-') else 0)}T{part}")
    if part:
        return match.stands_for("TIME", f"XXXX-XX-XXT{part}")
    return match.stands_for("DATE", "PRESENT_REF" if value == "0" else "XXXX-XX-XX")


def _seen_from(today: date, match: Match, value: str, context: Context) -> Found:
    step, part = value.partition("T")[::2]
    day = plus(today, int(step))
    context.tell(day.year, day.month, day.day)
    until = today if part == "NI" and step == "-1" else day
    return match.stands_for("TIME" if part else "DATE", f"{day}T{part}" if part else str(day), None, (day, until))


def read_vague(match: Match, context: Context) -> Iterator[Found]:
    """Yield "the past", "the near future"; in a narrative "former", "future", "recent" too, where they mark what is past or to come."""
    if match.tags[0] == "t":
        yield from _time_at_large(match)
        return
    if context.narrative and (match.tags == "Q" or match.words.word(match.first) == "recent"):
        yield match.stands_for("DATE", match.value("Q") or "PAST_REF")


def _time_at_large(match: Match) -> Iterator[Found]:
    value = {"past": "PAST_REF", "future": "FUTURE_REF"}.get(match.words.word(match.last - 1))
    if value and (len(match.tags) == 2 or match.words.word(match.first + 1) in leads("before the future")):
        yield match.stands_for("DATE", value)
