"""TIMEX3 values of days, weeks and lengths."""

from __future__ import annotations

from datetime import date

__all__ = ["iso", "length", "week_of"]


def iso(year: int, month: int = 0, day: int = 0, before: bool = False) -> str:
    """Return a TIMEX3 value of a year, month or day."""
    text = f"{'BC' if before else ''}{year:04d}" if year else "XXXX"
    return text + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")


def week_of(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


_HALVES = {"TH": "PT30M", "D": "PT12H", "Y": "P6M", "DE": "P5Y", "CE": "P50Y"}


def length(amount: str, unit: str) -> str:
    if amount == "0.5" and unit in _HALVES:
        return _HALVES[unit]
    if unit.startswith("T"):
        return f"PT{amount}{unit[1:]}"
    if unit == "2W":
        return f"P{float(amount) * 2:g}W" if amount != "X" else "PXW"
    if unit == "DE" and amount == "1":
        return "P10Y"
    if unit == "DE" and amount != "X":
        return f"P{float(amount) * 10:g}Y"
    return f"P{amount}{'D' if unit == 'WE' else 'M' if unit == 'Q' and amount == 'X' else unit}"
