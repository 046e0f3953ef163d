"""Surroundings: whether a place name is one of a row, and what a heading that is a place's name stands over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from sayso.model import Span, Toponym

__all__ = ["reach", "rows"]

_ROW = 3  # names
_LISTED = re.compile(r",?\s+(?:and\s+|or\s+|&\s+)?(?:the\s+)?|,\s*", re.IGNORECASE)
_MORE = 14  # code points beside the name in a heading that is no more than a name


def rows(text: str, toponyms: Sequence[Toponym]) -> frozenset[int]:
    """Return where the names start that stand in a row of three or more: "in the South, the West and Nur"."""
    found: set[int] = set()
    row: list[Toponym] = []
    for toponym in toponyms:
        if row and not _LISTED.fullmatch(text[row[-1].whole.end : toponym.whole.start]):
            row = []
        row.append(toponym)
        if len(row) >= _ROW:
            found.update(one.span.start for one in row)
    return frozenset(found)


def reach(toponym: Toponym, headings: Sequence[Span], end: int) -> Span | None:
    """Return what a heading stands over that is no more than the place's name, None where the name is in no such heading.

    `headings` are in reading order; `end` is where the text ends.
    """
    at = bisect_right(headings, toponym.span.start, key=lambda heading: heading.start) - 1
    if at < 0 or toponym.span.end > headings[at].end or len(headings[at]) - len(toponym.whole) > _MORE:
        return None
    return Span(headings[at].end, headings[at + 1].start if at + 1 < len(headings) else end)
