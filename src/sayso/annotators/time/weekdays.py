"""Weekdays: "Friday", "last Monday"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotators.time.calendar import plus
from sayso.annotators.time.context import Context, is_future
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.words import leads

__all__ = ["read_unmarked", "read_weekday"]


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


def read_unmarked(match: Match, place: int, context: Context) -> Iterator[Found]:
    """Yield the day in "Fridays raid", which has lost its mark; "Fridays are quiet" tells no day."""
    words, following = match.words, match.last
    if following >= len(words.tags) or words.tags[following] not in "_~" or not words.word(following).isalpha():
        return
    if words.word(following) in leads("after a habit") or (context.narrative and not context.day):
        return
    day = context.weekday(int(words.value(place)[-1]), False)
    if day is not None:
        context.tell(day.year, day.month, day.day)
        yield match.stands_for("DATE", day.isoformat())
