"""TIMEX3 values of days, weeks and lengths."""

from __future__ import annotations

from datetime import date

__all__ = ["iso", "length", "unit_value", "week_of"]


def iso(year: int, month: int = 0, day: int = 0, before: bool = False) -> str:
    """Return a TIMEX3 value of a year, month or day."""
    text = f"{'BC' if before else ''}{year:04d}" if year else "XXXX"
    return text + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if day else "")


def unit_value(day: date, unit: str) -> str:
    """Return the value of the week, month, quarter, year, decade or century that holds a day; of the day for another unit."""
    if unit in ("W", "2W"):
        return week_of(day)
    if unit == "Q":
        return f"{day.year:04d}-Q{(day.month + 2) // 3}"
    return {
        "M": iso(day.year, day.month),
        "Y": iso(day.year),
        "DE": f"{day.year // 10:03d}",
        "CE": f"{day.year // 100:02d}",
    }.get(unit, day.isoformat())


def week_of(day: date) -> str:
    """Return the value of the ISO week that holds a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


_HALVES = {"TH": "PT30M", "D": "PT12H", "Y": "P6M", "DE": "P5Y", "CE": "P50Y"}


def length(amount: str, unit: str) -> str:
    """Return the value of an amount of a unit, as `amount_of` and the lexicon write them: "P3D", "PT24H", "PXW"."""
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
