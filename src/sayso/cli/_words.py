"""Words: how counts and texts are shown on a terminal."""

from __future__ import annotations

import re

__all__ = ["count", "shown"]

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]+")


def count(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> count(1, "claim"), count(2000, "claim")
    ('1 claim', '2,000 claims')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def shown(text: str) -> str:
    """Return words of a report fit for a terminal: on one line, and with no codes that could steer it.

    >>> shown("12\\nwounded \\x1b[2J")
    '12 wounded  [2J'
    """
    return _CONTROL.sub(" ", text)
