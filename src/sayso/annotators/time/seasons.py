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


_LAST_MONTH = {"SP": 5, "SU": 8, "FA": 11, "WI": 14}


def read_season(match: Match, context: Context) -> Iterator[Found]:
    """Yield "spring 2016", "the winter of 2016", "last summer"."""
    if _is_other_word(match):
        return
    season = match.value("S")
    year, before, told = year_of(match, context, min(12, _LAST_MONTH[season]))
    if not told:
        year = _untold_year(match, season, year, context)
    if year:
        context.tell(year, context.month if year == context.year and not told else 0, 0, before)
    yield match.stands_for("DATE", f"{iso(year, before=before)}-{season}")


def _is_other_word(match: Match) -> bool:
    """Tell whether "fall" or "spring" is no season here."""
    word = match.words.word(match.find("S"))
    if word not in ("fall", "spring") or not re.fullmatch("t?S", match.tags):
        return False
    follows = match.words.tags[match.last : match.last + 1]
    return match.previous not in leads("before a season") or (follows == "F" and word == "fall")


def _untold_year(match: Match, season: str, year: int, context: Context) -> int:
    relation = match.find("lx")
    if relation >= 0 and context.present:
        year = _nearest_year(season, match.words.tags[relation] == "x", context)
    elif match.find("i") >= 0:
        year = context.present
    return year - (context.narrative and season == "WI" and 1 <= context.month <= 2)


def _nearest_year(season: str, ahead: bool, context: Context) -> int:
    last_month = _LAST_MONTH[season]
    now = context.today or date(context.present, 12, 31)
    return now.year + (last_month <= now.month) if ahead else now.year - (last_month >= now.month)
