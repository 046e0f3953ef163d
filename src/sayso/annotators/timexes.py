"""Timexes: time expressions, worked out to TIMEX3 values and days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sayso.annotators.time.calendar import days_of, precision
from sayso.annotators.time.context import context
from sayso.annotators.time.grammar import grammar
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.rules import RULES
from sayso.annotators.time.words import Words, tagged
from sayso.model import Span, Timex

__all__ = ["annotate"]


def annotate(text: str, published: date | None) -> Iterator[Timex]:
    """Yield the time expressions of a text in reading order.

    `published` anchors what is told from the day of writing. A text that tells far more foreign years than days seen from there is
    read as a narrative: a date without a year takes it from the date told before. Time and space are linear in the text.

    >>> [t.value for t in annotate("The town fell on 3 March. Two days later, aid came.", date(2016, 3, 20))]
    ['2016-03-03', '2016-03-05']
    """
    words = tagged(text)
    state = context(words, published)
    pattern, place = grammar(), 0
    while match := pattern.search(words.tags, place):
        if "|" in words.tags[place : match.start()]:
            state.open_paragraph()
        found = list(RULES[str(match.lastgroup)](Match(words, *match.span()), state))
        yield from (_timex(item, words) for item in found)
        place = max((item.last for item in found), default=match.start() + 1)


def _timex(found: Found, words: Words) -> Timex:
    last = found.last
    while last > found.first + 1 and words.tags[last - 1] in ".,":
        last -= 1
    days = (found.since, found.until) if found.since else days_of(found.value, found.mod)
    since, until = days or (None, None)
    exact = precision(since, until) if since and until else None
    return Timex(Span(words.starts[found.first], words.ends[last - 1]), found.type, found.value, found.mod, since, until, exact)
