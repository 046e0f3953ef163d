"""The time of day: "19:30 GMT", "7 p.m."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.annotators.time.context import Context
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.words import leads

__all__ = ["clock_of", "read_clock"]


def read_clock(match: Match, context: Context) -> Iterator[Found]:
    """Yield "at 19:30", "7 p.m.", "1700 GMT", on the day told last."""
    if match.tags == "K" and match.previous not in leads("before a clock"):
        return
    if clock := clock_of(match):
        day = context.told if context.day else None if context.narrative else context.published
        yield match.stands_for("TIME", f"{day or 'XXXX-XX-XX'}T{clock}")


def clock_of(match: Match) -> str:
    """Return the time of day in a match as TIMEX3 writes it: "19:30", "EV"; "" if none."""
    figure = re.search(r"[kdnY](?=[@U])|K|tnK", match.tags)
    if not figure:
        return match.value("P") or match.value("D").partition("T")[2]
    place = match.first + figure.end() - 1
    word = match.words.word(place).replace(".", ":")
    if match.words.tags[place] == "Y":
        return f"{word[:2]}:{word[2:]}"
    word = word if ":" in word or len(word) < 4 else f"{word[:2]}:{word[2:]}"
    hour, _, rest = word.partition(":")
    return _written(match, hour if hour.isdigit() else match.words.value(match.first + figure.start()), rest)


def _written(match: Match, hour: str, rest: str) -> str:
    """Return the hour of a clock with 24, by "am" and "pm", with its minutes and zone; "" if it is none."""
    if not re.fullmatch("[0-9]{1,2}", hour):
        return ""
    number, half = int(hour), match.value("@")
    number = number + 12 if half == "12" and number < 12 else 0 if half == "0" and number == 12 else number
    return f"{number:02d}:{rest or '00'}{match.value('z')}" if number <= 24 else ""
