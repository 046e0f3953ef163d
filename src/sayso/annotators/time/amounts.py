"""Amounts: the number before a unit, and days moved by it."""

from __future__ import annotations

import re
from datetime import date

from sayso.annotators.time.calendar import plus, shift_months
from sayso.annotators.time.matches import Match
from sayso.annotators.time.words import Words

__all__ = ["amount_of", "moved_by", "ordinal_of", "step_of"]


def step_of(match: Match) -> int:
    """Return -1 for last, 1 for next, else 0."""
    place = match.find("lx")
    return 0 if place < 0 else -1 if match.words.tags[place] == "l" else 1


def ordinal_of(match: Match) -> int:
    """Return the number of "third", "20th"; 0 if none."""
    digits = re.match(r"\d+", match.value("ro"))
    return int(digits[0]) if digits else 0


def amount_of(match: Match, last: int) -> str:
    """Return the number before a unit as TIMEX3 writes it: "3", "2.5", "X" where vague; of a range the last."""
    words, total, seen = match.words, 0.0, False
    for place in range(match.first, last):
        tag = words.tags[place]
        if tag == "v":
            return "2" if words.word(place) == "couple" else "X"
        number = 0.5 if tag == "h" else _figure(words, place) if tag in "dnkY%" else None
        if number is None:
            continue
        joins = tag in "h%" or not seen or (number < 10 <= total and not words.word(place).isdigit() and words.tags[place - 1] != "2")
        total = total * 100 if tag == "%" and seen else total + number if joins else number
        seen = True
    return f"{total:g}" if seen else _unsaid(match)


def _figure(words: Words, place: int) -> float | None:
    value = words.value(place).replace(",", "")
    return float(value) if re.fullmatch(r"[0-9]{1,15}(\.[0-9]+)?", value) else None


def _unsaid(match: Match) -> str:
    """Return the amount of a unit without a number: one, or unknown where the unit is in the plural."""
    unit = match.find("U")
    return "X" if unit < 0 or (match.words.word(unit).endswith("s") and match.find("aq") < 0) else "1"


def moved_by(day: date, amount: float, unit: str) -> date:
    """Return the day moved by an amount of a unit."""
    months = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}.get(unit)
    if months:
        return shift_months(day, int(max(-99999, min(99999, amount * months))))
    days = {"D": 1.0, "W": 7.0, "2W": 14.0, "WE": 7.0, "TH": 1 / 24}.get(unit, 0.0)
    moved = amount * days
    whole = (
        int(moved) if moved == int(moved) else int(moved) + (1 if moved > 0 else -1) if unit == "TH" and abs(moved) > 1 else round(moved)
    )
    return plus(day, max(-4_000_000, min(4_000_000, whole)))
