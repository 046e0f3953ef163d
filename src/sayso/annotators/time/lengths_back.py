"""Lengths counted back from a day."""

from __future__ import annotations

import re
from datetime import date

from sayso.annotators.time.calendar import plus, shift_months

__all__ = ["back"]

_LENGTH = re.compile(r"P(?P<amount>\d+(?:\.\d+)?)(?P<unit>[DWMY])|PT(?P<hours>\d+)H")


def back(day: date, value: str | None) -> date | None:
    """Return the day so long before, as the guidelines count "the past N": the day less N."""
    match = _LENGTH.fullmatch(value or "")
    if not match:
        return None
    if match["hours"]:
        return plus(day, -max(1, round(min(int(match["hours"]), 10**6) / 24)))
    amount, unit = min(float(match["amount"]), 10**5), match["unit"]
    if unit in "DW":
        return plus(day, -round(amount * (7 if unit == "W" else 1)))
    return shift_months(day, -round(amount * (12 if unit == "Y" else 1)))
