"""Pairs of time expressions that stand for one period: "between A and B", "from A to B", "the 24 hours to noon on Friday"."""

from __future__ import annotations

import re
from datetime import date

from sayso.annotators.time.calendar import plus
from sayso.annotators.time.lengths_back import back
from sayso.annotators.time.placed import Placed
from sayso.model import Extent, Period, Span

__all__ = ["paired"]

_JOINT = {"between": re.compile(r"\s*(?:and|to|&|-)\s*"), "": re.compile(r"\s*,?\s*(?:to|until|till|through|up to|-|–|—)\s*")}
_ENDING = re.compile(r"\s*[,(]?\s*(?:to|until|till|ending(?: on| at)?|ended(?: on| at)?|up to|through|before)\s*$")
_WEEK = 3  # UCDP's date_prec


def paired(text: str, here: Placed, after: Placed, published: date | None) -> Period | None:
    """Return the period of two expressions that follow each other; None where each stands for itself."""
    if not (pair := _range(text, here, after) or _window(text, here, after)):
        return None
    since, until, rule = pair
    if published and since and until and after.timex.precision != 1 and since <= published < until and not _comes(after, published):
        until = published
    if rule == "between" and here.rule == "bare" and min(here.timex.precision or 0, after.timex.precision or 0) > _WEEK:
        rule = "label"
    return Period(Span(here.start, after.timex.span.end), since, until, rule, Extent.PERIOD, (here.timex.span, after.timex.span))


def _comes(after: Placed, published: date) -> bool:
    """Tell whether a stretch ends in a month or a year that has not begun: it was meant to reach that far."""
    return after.timex.since is not None and after.timex.since > published


def _range(text: str, here: Placed, after: Placed) -> tuple[date | None, date | None, str] | None:
    """Return the days of "between A and B", "from A to B", "A to B"; None where the two are no range."""
    if not (here.timex.since and after.timex.until) or "DATE" != here.timex.type != "TIME":
        return None
    between = text[here.timex.span.end : after.timex.span.start]
    joint = _JOINT["between" if here.rule == "between" else ""]
    if between.strip() == "and" and here.timex.until and after.timex.since == plus(here.timex.until, 1) and here.rule in ("in", "bare"):
        return here.timex.since, after.timex.until, here.rule  # "late September and early October", "on Monday and Tuesday"
    if not joint.fullmatch(between.replace(" the ", " ").replace(" on ", " ")) or after.timex.until < here.timex.since:
        return None
    return here.timex.since, after.timex.until, "between"


def _window(text: str, here: Placed, after: Placed) -> tuple[date | None, date | None, str] | None:
    """Return the days of "the 24 hours to noon on Friday", "the week to 21 June", "week 25 (ending 21 June)": weeks are counted whole."""
    last, until = after.timex.precision == 1, after.timex.until
    if not until or not _ENDING.fullmatch(text[here.timex.span.end : after.timex.span.start]):
        return None
    if last and here.timex.precision == _WEEK and here.timex.since and here.timex.since <= until:
        return plus(until, -6), until, "window"
    start = back(until, here.timex.value) if here.timex.type == "DURATION" else None
    if not start:
        return None
    whole = last and (here.timex.value or "").endswith("W")
    return plus(start, 1) if whole else start, until, "window"
