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
    before = match.words.word(match.first - 1) if match.first else ""
    if match.tags == "K" and before not in leads("before a clock"):
        return
    if clock := clock_of(match):
        day = context.told if context.day else None if context.narrative else context.published
        yield Found(match.first, match.last, "TIME", f"{day or 'XXXX-XX-XX'}T{clock}")


def clock_of(match: Match) -> str:
    """Return the time of day in a match as TIMEX3 writes it: "19:30", "EV"; "" if none."""
    words = match.words
    found = re.search(r"[kdnY](?=[@U])|K|tnK", match.tags)
    if found and words.tags[match.first + found.end() - 1] != "Y":
        word = words.word(match.first + found.end() - 1).replace(".", ":")
        word = word if ":" in word or len(word) < 4 else f"{word[:2]}:{word[2:]}"
        hour, _, rest = word.partition(":")
        value = hour if hour.isdigit() else words.value(match.first + found.start())
        if not re.fullmatch("[0-9]{1,2}", value):
            return ""
        number = int(value)
        after = match.value("@")
        number = number + 12 if after == "12" and number < 12 else 0 if after == "0" and number == 12 else number
        zone = match.value("z")
        return f"{number:02d}:{rest or '00'}{zone}" if number <= 24 else ""
    if found:
        word = words.word(match.first + found.start())
        return f"{word[:2]}:{word[2:]}"
    return match.value("P") or _deictic_part(match)


def _deictic_part(match: Match) -> str:
    return match.value("D").partition("T")[2]
