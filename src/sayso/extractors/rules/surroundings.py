"""Surroundings: whether a place name is one of a row, and what a heading or a label that is a place's name stands over."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from sayso.model import Span, Toponym

__all__ = ["is_label", "reach", "rows"]

_ROW = 3  # names
_LISTED = re.compile(r",?\s+(?:and\s+|or\s+|&\s+)?(?:the\s+)?|,\s*", re.IGNORECASE)
_LABEL = re.compile(r"\s?:\s")
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


def reach(text: str, toponym: Toponym, headings: Sequence[Span]) -> Span | None:
    """Return what a heading stands over that is no more than the place's name or opens with it as a label, else None.

    `headings` are in reading order.
    """
    at = bisect_right(headings, toponym.span.start, key=lambda heading: heading.start) - 1
    if at < 0 or toponym.span.end > headings[at].end:
        return None
    labels = at > 0 and is_label(text, toponym, headings[at])  # the headline is told anew, with where in the country, by the text
    if len(headings[at]) - len(toponym.whole) > _MORE and not labels:
        return None
    return Span(headings[at].end, headings[at + 1].start if at + 1 < len(headings) else len(text))


def is_label(text: str, toponym: Toponym, block: Span) -> bool:
    """Tell whether a name labels the block that it opens: "Peru: The curve is falling"."""
    return toponym.whole.start == block.start and _LABEL.match(text, toponym.whole.end) is not None
