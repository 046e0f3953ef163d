"""Edges: the early, middle or late part of a month, a season or a year."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotators.time.context import Context
from sayso.annotators.time.dates import read_date
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.mods import edge_or_none
from sayso.annotators.time.seasons import read_season
from sayso.annotators.time.years import read_decade

__all__ = ["read_edged"]


def read_edged(match: Match, context: Context) -> Iterator[Found]:
    """Yield "mid-October", "late 2016", "the end of the 1990s"."""
    start = match.first
    while match.words.tags[start] in "tEXFN-h" and start < match.last - 1:
        start += 1
    inner = match.part(start, match.last)
    if (half := match.find("h")) >= 0 and half < start:
        return
    rule = read_season if "S" in inner.tags else read_decade if "C" in inner.tags or "U" in inner.tags else read_date
    for found in rule(inner, context):
        yield Found(match.first, found.last, found.type, found.value, edge_or_none(match))
