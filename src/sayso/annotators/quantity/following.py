"""What follows a number: a noun that it can count, a word joined to it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotators.quantity.nouns import behind
from sayso.annotators.quantity.numeral import Numeral
from sayso.annotators.quantity.tokens import TOUCHING, Token, token_at
from sayso.annotators.quantity.words import having, known, people

__all__ = ["countable", "hyphenated", "known_after", "person_after"]


def hyphenated(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Tell whether the number is joined to the word behind it: "six-speed"."""
    joint, after = token_at(tokens, numeral.end), token_at(tokens, numeral.end + 1)
    return joint.text == "-" and joint.gap == TOUCHING and after.gap == TOUCHING and after.kind == "word"


def countable(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Tell whether a noun follows that the number can count."""
    found = behind(tokens, numeral.end, numeral.value)
    return found is not None and (numeral.value != 1 or (found.unit or "").lower() in known())


def known_after(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Tell whether a noun follows that reports are known to count."""
    found = behind(tokens, numeral.end, numeral.value)
    return found is not None and (found.unit in known() or found.unit in having("nominal"))


def person_after(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Tell whether a word for people follows, within a few words."""
    found = behind(tokens, numeral.end, 2)
    return found is not None and found.end - numeral.end <= 4 and found.unit in people()
