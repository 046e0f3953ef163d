"""Seasons: "spring 2016", "last winter"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sayso.annotators.time.context import Context
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.told_year import year_of
from sayso.annotators.time.values import iso
from sayso.annotators.time.words import leads

__all__ = ["read_season"]


def read_season(match: Match, context: Context) -> Iterator[Found]:
    season = match.value("S")
    if match.words.word(match.find("S")) in ("fall", "spring") and re.fullmatch("t?S", match.tags):
        before = match.words.word(match.first - 1) if match.first else ""
        follows = match.words.tags[match.last : match.last + 1]
        if before not in leads("before a season") or (follows == "F" and match.words.word(match.find("S")) == "fall"):
            return
    year, before, told = year_of(match, context, {"SP": 5, "SU": 8, "FA": 11, "WI": 12}[season])
    relation = match.find("lx")
    if match.find("i") >= 0 and not told:
        year = context.present
    if relation >= 0 and not told and context.present:
        year = _season_year(season, match.words.tags[relation] == "x", context)
    if not told and context.narrative and season == "WI" and 1 <= context.month <= 2:
        year -= 1
    if year:
        context.tell(year, context.month if year == context.year and not told else 0, 0, before)
    yield Found(match.first, match.last, "DATE", f"{iso(year, before=before)}-{season}")


def _season_year(season: str, ahead: bool, context: Context) -> int:
    last_month = {"SP": 5, "SU": 8, "FA": 11, "WI": 14}[season]
    now = context.today or date(context.present, 12, 31)
    return now.year + (last_month <= now.month) if ahead else now.year - (last_month >= now.month)
