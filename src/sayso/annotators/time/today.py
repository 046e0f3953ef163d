"""Days seen from the telling: "yesterday", "overnight", "now"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotators.time.calendar import plus
from sayso.annotators.time.context import Context
from sayso.annotators.time.matches import Found, Match

__all__ = ["read_deictic", "read_vague"]


def read_deictic(match: Match, context: Context) -> Iterator[Found]:
    value = match.value("DV")
    if match.find("V") >= 0:
        day = context.published if value == "PRESENT_REF" and not context.narrative else None
        yield Found(match.first, match.last, "DATE", value, None, day, day)
        return
    if context.narrative and "T" in value and (told := context.told) and context.day:
        value = f"{plus(told, int(value.partition('T')[0]) + 1 if value.startswith('-') else 0)}T{value.partition('T')[2]}"
        yield Found(match.first, match.last, "TIME", value)
        return
    if context.narrative:
        value = "PRESENT_REF" if value == "0" else "XXXX-XX-XX" + value[value.find("T") :] if "T" in value else "XXXX-XX-XX"
        yield Found(match.first, match.last, "TIME" if "T" in value else "DATE", value)
        return
    step, _, part = value.partition("T")
    day = plus(context.published, int(step)) if context.published else None
    if not day:
        return
    context.tell(day.year, day.month, day.day)
    until = context.published if part == "NI" and step == "-1" else day
    yield Found(match.first, match.last, "TIME" if part else "DATE", f"{day}T{part}" if part else str(day), None, day, until)


def read_vague(match: Match, context: Context) -> Iterator[Found]:
    """Yield "former", "future", "recent" in a narrative, where they mark what is past or to come."""
    if context.narrative and (match.tags == "Q" or match.words.word(match.first) == "recent"):
        yield Found(match.first, match.last, "DATE", match.value("Q") or "PAST_REF")
