"""Numbers that are ages: "John Smith, 43,", "under 5"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotators.quantity.dates import is_month
from sayso.annotators.quantity.following import countable
from sayso.annotators.quantity.numeral import Numeral
from sayso.annotators.quantity.tokens import TOUCHING, Token, token_at
from sayso.annotators.quantity.units import unit_at
from sayso.annotators.quantity.words import having, people, singular

__all__ = ["aged"]
_OLDEST = 110  # years, for "Name, 43,"


_MINOR = 18  # years, for "under 5"


_GROWN = 25  # years, for "children 0-5"


def aged(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    """Return "age" for a number that is one, by the words before it."""
    before, second = token_at(tokens, numeral.start - 1), token_at(tokens, numeral.start - 2)
    if before.low in having("aged") or (before.low in ("of", "between", "from", "under") and second.low in having("aged")):
        return "age"
    spread = token_at(tokens, numeral.end).text == "-" and tokens[numeral.end].gap == TOUCHING and numeral.value < _GROWN
    young = before.low == "as" and second.low in ("young", "old")
    if young or _apposed(tokens, numeral) or (spread and singular(before.text) in people() and not countable(tokens, numeral)):
        return "age"
    if before.low == "under" and numeral.plain and numeral.value <= _MINOR and not countable(tokens, numeral):
        return "age" if not unit_at(tokens, numeral.end) else None
    children = before.low in ("under", "over", "below") and singular(second.text) in people()
    return "age" if children and numeral.value <= 100 and not countable(tokens, numeral) else None


def _apposed(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Tell whether the number is the age in "John Smith, 43,"."""
    before, after = token_at(tokens, numeral.start - 1), token_at(tokens, numeral.end)
    if before.text != "," or after.text not in (",", ".", ")", ";") or not numeral.plain or not 1 <= numeral.value <= _OLDEST:
        return False
    name, first = token_at(tokens, numeral.start - 2), token_at(tokens, numeral.start - 3)
    if name.kind != "word" or not name.text[:1].isupper() or is_month(name) or name.low in having("designator"):
        return False
    return first.text[:1].isupper() or (after.text == "," and _verb_after(tokens, numeral))


def _verb_after(tokens: Sequence[Token], numeral: Numeral) -> bool:
    word = token_at(tokens, numeral.end + 1).low
    return word in having("stop") and word not in ("and", "or", "but", "in", "on", "at")
