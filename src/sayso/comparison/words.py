"""Words: figures as they are shown."""

from __future__ import annotations

from sayso.linking.units import SHARE
from sayso.model import Bound, Claim

__all__ = ["number", "of_claim", "spread"]

_LARGE = 1000  # from here on a half is no more than the figures bear


def number(value: float, unit: str = "") -> str:
    """Return a number with its thousands parted; a share as a percentage.

    >>> number(2500), number(0.4, "share"), number(999.5), number(137500.5)
    ('2,500', '40%', '999.5', '137,500')
    """
    if unit == SHARE:
        return f"{value * 100:.4g}%"
    if value == value // 1 or value >= _LARGE:
        return f"{value:,.0f}"
    return f"{value:.1f}".removesuffix(".0") if value > 1 else f"{value:.3g}"


def of_claim(claim: Claim, unit: str = "") -> str:
    """Return a claim's figure: "at least 40", "about 60,000", "40 to 50"; a vague word as it stands."""
    if claim.bound is Bound.VAGUE:
        return claim.text
    about = "about " if claim.approximate else ""
    if claim.low is not None and claim.high is not None:
        both = f"{number(claim.low, unit)} to {number(claim.high, unit)}"
        return about + (number(claim.low, unit) if claim.low == claim.high else both)
    value = claim.low if claim.low is not None else claim.high
    bound = claim.bound.value if claim.bound in _OPEN else ("at least" if claim.low is not None else "at most")
    return f"{bound} {about}{number(value, unit)}" if value is not None else claim.text


def spread(low: float | None, high: float | None, unit: str = "") -> str:
    """Return the stretch between the lowest and the highest figure; None for an open end."""
    if low is None:
        return f"at most {number(high, unit)}" if high is not None else "not stated"
    if high is None:
        return f"at least {number(low, unit)}"
    return number(low, unit) if low == high else f"{number(low, unit)} to {number(high, unit)}"


_OPEN = (Bound.AT_LEAST, Bound.MORE_THAN, Bound.AT_MOST, Bound.LESS_THAN)
