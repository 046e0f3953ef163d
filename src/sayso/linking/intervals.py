"""Intervals: what values a figure allows, and whether two figures can both be so."""

from __future__ import annotations

from math import inf

from sayso.model import Bound, Claim

__all__ = ["disjoint", "interval"]


def interval(claim: Claim) -> tuple[float, float]:
    """Return the least and the greatest value that the words allow; an approximate figure is widened by half its last round place.

    "more than 500" is 500 to infinity, "some 60 thousand" 55,000 to 65,000.
    """
    low = -inf if claim.low is None else claim.low
    high = inf if claim.high is None else claim.high
    if claim.approximate:
        low -= _rounding(low) if low > 0 else 0
        high += _rounding(high) if 0 < high < inf else 0
    return max(low, 0.0), high


def disjoint(one: Claim, other: Claim) -> bool:
    """Tell whether no value fits both; the floor of a vague word ("dozens") rules nothing out alone."""
    if Bound.VAGUE in (one.bound, other.bound):
        return False
    (low, high), (other_low, other_high) = interval(one), interval(other)
    return high < other_low or other_high < low


def _rounding(value: float) -> float:
    """Return half of the place that the figure is rounded to: 5,000 for 60,000, 5 for 250, 0.5 for 27."""
    if value == inf or value != value // 1:
        return 0.0 if value == inf else 0.005
    place = 1
    while value % (place * 10) == 0:
        place *= 10
    return place / 2
