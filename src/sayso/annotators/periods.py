"""Periods: the days that a figure covers, as the time expressions beside it tell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sayso.annotators.time.covered import covered
from sayso.annotators.time.pairs import paired
from sayso.annotators.time.placed import placed
from sayso.annotators.time.states import states
from sayso.model import Period, Timex
from sayso.text import level

__all__ = ["periods"]

_NEVER = ("PAST_REF", "FUTURE_REF")  # they stand for no days


def periods(text: str, timexes: Sequence[Timex], published: date | None) -> Iterator[Period]:
    """Yield, in reading order, the period that each time expression in its context stands for (see `Period`).

    `timexes` are those that `timexes.annotate` gave for the same text and day. "Since X" runs from X to the published day, "so far"
    from an unknown day to it, "by X", "until X" and "as of X" from an unknown day to X; a month, week or year that holds the
    published day ends with it; "in the past three days" reaches three days back from it. Of "between A and B" and "from A to B" there is
    one period; of "late September and early October" too. A bare year or month with its year ("the 2016 games", "(March 2015)") is a label,
    and may say nothing of the figure. A length without an anchor ("for six weeks") and a rate ("per day") are yielded without days.
    """
    plain = level(text)
    so_far = list(states(plain, timexes, published))
    joined = {span for state in so_far for span in state.timexes}
    found = [*so_far, *_of_timexes(plain, [timex for timex in timexes if timex.span not in joined], published)]
    yield from sorted(found, key=lambda period: (period.span.start, period.span.end))


def _of_timexes(text: str, timexes: Sequence[Timex], published: date | None) -> Iterator[Period]:
    places = [placed(text, timex) for timex in timexes if timex.value not in _NEVER]
    number = 0
    while number < len(places):
        pair = paired(text, places[number], places[number + 1], published) if number + 1 < len(places) else None
        yield pair or covered(text, places[number], published)
        number += 2 if pair else 1
