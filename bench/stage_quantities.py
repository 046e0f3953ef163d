"""Quantities: the measures of a text in the format of their scorer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.annotators.measures import annotate
from sayso.model import Bound, Measure

_SIGNS = {Bound.AT_LEAST: ">=", Bound.MORE_THAN: ">", Bound.AT_MOST: "<=", Bound.LESS_THAN: "<", Bound.RANGE: "range", Bound.VAGUE: "range"}
_LEFT_OUT = frozenset({"date", "time", "ordinal", "designation", "identifier", "score", "list", "size"})


def predict(text: str) -> list[dict[str, Any]]:
    """Return a prediction for each quantity.

    The sets have no "several" alone, read a vague word as from its unit to ten times that ("dozens": 12 to 120), give percentages as such,
    read "rose from 12 to 15" as a range, and leave "John, 43," out.
    """
    found = [
        measure for measure in annotate(text) if measure.kind not in _LEFT_OUT and not _several(measure) and not _bare_age(text, measure)
    ]
    return list(_changes(text, [_prediction(text, measure) for measure in found]))


def _changes(text: str, found: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Join "from 12" and "to 15"."""
    last: dict[str, Any] | None = None
    for one in found:
        if (
            last
            and text[last["end"] : one["start"]] == " to "
            and text[: last["start"]].endswith("from ")
            and last["kind"] in ("count", one["kind"])
            and last["modifier"] != "range"
        ):
            last = {**one, "start": last["start"], "lower": last["lower"], "modifier": "range"}
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _several(measure: Measure) -> bool:
    return measure.bound is Bound.VAGUE and measure.low == 3


def _bare_age(text: str, measure: Measure) -> bool:
    return measure.kind == "age" and not any(map(str.isalpha, measure.span.of(text)))


def _prediction(text: str, measure: Measure) -> dict[str, Any]:
    lower, upper = _interval(measure)
    noun = measure.noun.of(text) if measure.noun and measure.kind != "percent" else measure.unit
    sign = _SIGNS.get(measure.bound, "~" if measure.approximate else "=")
    span = measure.span
    noun = "percent" if measure.kind == "percent" else noun
    return {
        "start": span.start,
        "end": span.end,
        "text": span.of(text),
        "lower": lower,
        "upper": upper,
        "modifier": sign,
        "noun": noun,
        "kind": measure.kind,
    }


def _interval(measure: Measure) -> tuple[float | None, float | None]:
    low, high = measure.low, measure.high
    if measure.bound is Bound.VAGUE and low:
        unit = low / (3 if str(low)[0] == "3" else 2)
        return unit, unit * 10
    scale = 100 if measure.kind == "percent" else 1
    return (None if low is None else low * scale), (None if high is None else high * scale)
