"""The days that one time expression covers, by its preposition."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from sayso.annotators.time.calendar import plus
from sayso.annotators.time.lengths_back import back
from sayso.annotators.time.matches import Days
from sayso.annotators.time.placed import Placed
from sayso.annotators.time.speech import is_speech
from sayso.model import Extent, Period, Timex

__all__ = ["covered"]

_WEEK = 3  # UCDP's date_prec
_LABEL = re.compile(r"[12]\d{3}$")
_LATELY = re.compile(r"\b(?:past|last|recent)\b", re.IGNORECASE)
_ONE = re.compile(r"(?:a|one|a single|just one|the)\s", re.IGNORECASE)
_SPOKEN = ("bare", "in")  # "as of", "since" and the like are never when somebody spoke


def covered(text: str, here: Placed, published: date | None) -> Period:
    """Return the period that an expression stands for, alone."""
    timex = here.timex
    speech = here.rule in _SPOKEN and is_speech(text, here.span)
    if timex.type == "SET" or here.rule == "rate":
        return Period(here.span, None, None, "rate", Extent.PERIOD, (timex.span,), speech)
    if timex.value == "PRESENT_REF":
        return Period(here.span, None, published, "stock", Extent.STOCK, (timex.span,), speech)
    if timex.type == "DURATION":
        return _length(text, here, published)
    rule = "label" if here.rule == "bare" and _LABEL.search(timex.span.of(text)) and (timex.precision or 0) > _WEEK else here.rule
    ahead = timex.span.of(text).lower().startswith("later")  # "later this year" begins where the others end
    since, until = (timex.since, timex.until) if ahead else _SPANS.get(rule, _within)(timex, published)
    extent = _EXTENTS.get(rule) or (Extent.EVENT if timex.precision == 1 else Extent.PERIOD)
    return Period(here.span, since, until, rule, extent if timex.since else None, (timex.span,), speech)


def _length(text: str, here: Placed, published: date | None) -> Period:
    """Return the period of a duration: anchored ("the past week"), counted back ("in one week"), or of unknown days."""
    timex = here.timex
    if timex.since:
        return Period(here.span, timex.since, timex.until, "window", Extent.PERIOD, (timex.span,))
    start = back(published, timex.value) if published and here.rule == "in" and _ONE.match(timex.span.of(text)) else None
    if start and published and timex.value != "P1D" and start < plus(published, -1):
        return Period(here.span, plus(start, 1), published, "length", Extent.PERIOD, (timex.span,))
    if timex.value and "X" in timex.value and _LATELY.search(timex.span.of(text)):
        return Period(here.span, None, published, "window", Extent.PERIOD, (timex.span,))
    return Period(here.span, None, None, "for" if here.rule == "for" else "length", Extent.PERIOD, (timex.span,))


def _within(timex: Timex, published: date | None) -> Days:
    """Return the expression's own days; those after the published day fall away where it holds that day."""
    until = timex.until
    if timex.since and until and published and timex.since <= published < until:
        until = published
    return timex.since, until


def _since(timex: Timex, published: date | None) -> Days:
    return timex.since, published if timex.since and published and timex.since <= published else None


def _until(timex: Timex, published: date | None) -> Days:
    return None, _within(timex, published)[1]


def _before(timex: Timex, _: date | None) -> Days:
    return None, plus(timex.since, -1) if timex.since else None


_SPANS: dict[str, Callable[[Timex, date | None], Days]] = {
    "since": _since,
    "after": _since,
    "until": _until,
    "by": _until,
    "as of": _until,
    "before": _before,
}
_EXTENTS = {
    "since": Extent.RUNNING_TOTAL,
    "after": Extent.PERIOD,
    "until": Extent.RUNNING_TOTAL,
    "by": Extent.RUNNING_TOTAL,
    "as of": Extent.RUNNING_TOTAL,
    "before": Extent.RUNNING_TOTAL,
}
