"""Weekdays: "Friday", "last Monday"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotators.time.calendar import plus
from sayso.annotators.time.context import Context, is_future
from sayso.annotators.time.matches import Found, Match

__all__ = ["read_weekday"]


def read_weekday(match: Match, context: Context) -> Iterator[Found]:
    """Yield "Friday", "last Monday", "next Saturday"."""
    number = int(match.value("Ww"))
    relation = match.words.tags[match.find("ijlx")] if match.find("ijlx") >= 0 else ""
    future = relation == "x" or (relation != "l" and is_future(match.words, match.first))
    day = context.weekday(number, future) if context.day or not context.narrative else None
    if day and relation and relation in "lx" and day == context.today:
        day = plus(day, 7 if relation == "x" else -7)
    if not day:
        yield match.stands_for("DATE", f"XXXX-WXX-{number}")
        return
    context.tell(day.year, day.month, day.day)
    yield match.stands_for("DATE", day.isoformat())
