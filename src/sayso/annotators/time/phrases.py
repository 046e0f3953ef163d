"""Phrases of a lexicon as one pattern."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["any_of"]


def any_of(phrases: Iterable[str]) -> str:
    """Return a pattern of any of the phrases, the longest first, with any space between their words."""
    return "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in sorted(phrases, key=len, reverse=True))
