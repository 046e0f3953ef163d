"""Timexes stage: the annotator's time expressions in the scorer's format."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sayso.annotators.timexes import annotate
from sayso.model import Timex

__all__ = ["predict"]


def predict(text: str, dct: str | None) -> list[dict[str, Any]]:
    """Return the time expressions of a text, with the half-open interval of those whose value does not say it."""
    return [_line(text, timex) for timex in annotate(text, date.fromisoformat(dct[:10]) if dct else None)]


def _line(text: str, timex: Timex) -> dict[str, Any]:
    line: dict[str, Any] = {
        "start": timex.span.start,
        "end": timex.span.end,
        "text": timex.span.of(text),
        "type": timex.type,
        "value": timex.value,
    }
    if timex.mod:
        line["mod"] = timex.mod
    if timex.type == "DURATION" and timex.since and timex.until:
        line |= {
            "since": timex.since.isoformat(),
            "until": timex.until.isoformat(),
            "days": (timex.until - timex.since + timedelta(1)).days,
        }
    return line
