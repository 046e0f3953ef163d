"""Periods: how the days that two claims cover lie to each other."""

from __future__ import annotations

from datetime import date

__all__ = ["days", "inside", "overlap", "words"]

_FIRST, _LAST = date.min, date.max


def days(since: date | None, until: date | None) -> int | None:
    """Return how many days there are from one to the other, both counted; None where an end is open."""
    return (until - since).days + 1 if since and until else None


def overlap(one: tuple[date | None, date | None], other: tuple[date | None, date | None]) -> bool:
    """Tell whether two periods share a day; an open end reaches on."""
    return (one[0] or _FIRST) <= (other[1] or _LAST) and (other[0] or _FIRST) <= (one[1] or _LAST)


def inside(period: tuple[date, date], window: tuple[date | None, date | None]) -> float:
    """Return the share of a period's days that lie in a window."""
    since, until = max(period[0], window[0] or _FIRST), min(period[1], window[1] or _LAST)
    whole = days(*period) or 1
    return max(0, (until - since).days + 1) / whole


def words(since: date | None, until: date | None) -> str:
    """Return a period in words.

    >>> words(date(2016, 5, 1), date(2016, 5, 3)), words(None, date(2016, 5, 1)), words(None, None)
    ('2016-05-01 to 2016-05-03', 'up to 2016-05-01', 'not stated')
    """
    if since == until:
        return since.isoformat() if since else "not stated"
    if since and until:
        return f"{since} to {until}"
    return f"from {since}" if since else f"up to {until}"
