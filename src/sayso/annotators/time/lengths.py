"""Lengths: "six weeks", "the past three days"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotators.time.amounts import amount_of, moved_by, step_of
from sayso.annotators.time.context import Context
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.mods import bound_of
from sayso.annotators.time.values import length

__all__ = ["read_duration", "read_window"]


def read_duration(match: Match, context: Context) -> Iterator[Found]:
    """Yield "six weeks", "more than a year", "month-long"."""
    place = match.find("U")
    word, unit = match.words.word(place), match.value("U")
    last = match.last
    if match.tags[-1] == "_" and match.words.word(last - 1) not in ("long", "old"):
        last -= 2
    if unit == "Q" or (match.tags[0] in "aq" and unit in ("TS", "TM") and "n" not in match.tags):
        return
    if match.first == place and not _stands(match, last):
        return
    amount = amount_of(match, place)
    if word.endswith("s") and amount == "1" and match.find("dnkY%") < 0:
        amount = "X"
    yield Found(match.first, last, "DURATION", length(amount if match.first < place or word.endswith("s") else "1", unit), bound_of(match))


def read_window(match: Match, context: Context) -> Iterator[Found]:
    """Yield "the past three days", anchored to the day of telling; "the 24 hours" has no days of its own."""
    place = match.find("U")
    unit, amount = match.value("U"), amount_of(match, place)
    value = length(amount, unit)
    relation = match.find("lx")
    today = context.told if context.narrative and context.day else context.published if not context.narrative else None
    last = match.last - (match.words.tags[match.last - 1] == "2")
    if relation < 0 or not today or amount == "X" or match.words.word(relation) in ("following", "subsequent", "ensuing"):
        yield Found(match.first, last, "DURATION", value, bound_of(match))
        return
    moved = moved_by(today, float(amount) * step_of(match), unit)
    since, until = min(moved, today), max(moved, today)
    yield Found(match.first, last, "DURATION", value, bound_of(match), since, until)


def _stands(match: Match, last: int) -> bool:
    """Tell whether a unit without a number is a length: "for weeks", "month-long"."""
    return last - match.first > 1 or (match.previous == "for" and match.words.word(match.first).endswith("s"))
