"""States: "so far", "to date", "still", "currently", which stand for days without naming them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from sayso import lexicon
from sayso.annotators.time.phrases import any_of
from sayso.model import Extent, Period, Span, Timex

__all__ = ["states"]


@dataclass(frozen=True, slots=True)
class _Row:
    words: str
    rule: str
    example: str


def states(text: str, timexes: Sequence[Timex], published: date | None) -> Iterator[Period]:
    """Yield "so far", "to date", "still", "currently" where they are not part of a time expression already yielded."""
    starts = [timex.span.start for timex in timexes]
    pattern, rules = _patterns()
    for match in pattern.finditer(text):
        span = Span(*match.span())
        number = bisect_left(starts, span.end)
        if any(span.overlaps(timex.span) for timex in timexes[max(0, number - 1) : number + 1]):
            continue
        rule = rules[" ".join(match[0].lower().split())]
        since, follower = _start(text, span, timexes[number : number + 1], published) if rule == "so far" else (None, None)
        yield Period(
            span.cover(follower) if follower else span,
            since,
            published,
            rule,
            Extent.STOCK if rule == "stock" else Extent.RUNNING_TOTAL,
            (follower,) if follower else (),
        )


def _start(text: str, span: Span, following: Sequence[Timex], published: date | None) -> tuple[date | None, Span | None]:
    """Return the first day of "so far this year", and the expression that tells it."""
    for timex in following:
        between = text[span.end : timex.span.start]
        if (
            timex.since
            and published
            and timex.since <= published
            and (timex.until or published) >= published
            and between.strip() in ("", "in")
        ):
            return timex.since, timex.span
    return None, None


@cache
def _patterns() -> tuple[re.Pattern[str], dict[str, str]]:
    rules = {row.words: row.rule for row in lexicon.table("lexicons/timex_states.csv", _Row)}
    return re.compile(rf"\b(?:{any_of(rules)})\b(?!,)", re.IGNORECASE), rules
