"""Time expressions with their prepositions: "since March", "by Friday"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso import lexicon
from sayso.annotators.time.phrases import any_of
from sayso.model import Span, Timex

__all__ = ["Placed", "placed"]

_BEFORE = 24  # code points before an expression in which its preposition stands
_OF_NOUNS = ("to", "by", "from")  # "linked to Friday's blast", "hurt by Friday's blast": the preposition is the noun's
_OWNER = re.compile("['’]s ")


@dataclass(frozen=True, slots=True)
class _Row:
    words: str
    rule: str
    example: str


@dataclass(frozen=True, slots=True)
class Placed:
    """A time expression with what stands before it: its preposition's rule, and where the whole starts."""

    timex: Timex
    rule: str
    start: int

    @property
    def span(self) -> Span:
        """The preposition and the expression."""
        return Span(self.start, self.timex.span.end)


def placed(text: str, timex: Timex) -> Placed:
    """Return the expression with the preposition before it; the rule is "bare" where there is none."""
    before = text[max(0, timex.span.start - _BEFORE) : timex.span.start]
    match = _prepositions().search(before)
    if not match:
        return Placed(timex, "bare", timex.span.start)
    words = " ".join(match[1].lower().split())
    if words in _OF_NOUNS and _OWNER.match(text, timex.span.end):
        return Placed(timex, "bare", timex.span.start)
    return Placed(timex, _rules()[words], timex.span.start - len(before) + match.start(1))


@cache
def _rules() -> dict[str, str]:
    return {row.words: row.rule for row in lexicon.table("lexicons/timex_prepositions.csv", _Row)}


@cache
def _prepositions() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[^\w]))({any_of(_rules())})(?:\s+(?:about|around|at least|just|only|the|late|early))?\s+$", re.IGNORECASE)
