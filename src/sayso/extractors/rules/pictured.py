"""Pictured: whether a day is that on which a picture was taken, as its caption tells."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from sayso.extractors.rules.signs import signs
from sayso.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_pictured"]

_NEXT = 60  # code points after a day in which the picture's credit stands


def is_pictured(text: str, end: int, verb: Token | None) -> bool:
    """Tell whether the day that ends there is a picture's: "is pictured in Ulan on 3 May", "3 May 2017 (Lake Photo)"."""
    if verb is not None and verb.lower_ in signs("pictured"):
        return True
    return _credit().match(text, end, end + _NEXT) is not None


@cache
def _credit() -> re.Pattern[str]:
    return re.compile(rf"[.,]?\s*\([^()]*\b(?:{'|'.join(sorted(words('lexicons/picture_words.csv')))})\b", re.IGNORECASE)
