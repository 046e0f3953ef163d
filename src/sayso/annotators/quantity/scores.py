"""Numbers that are scores or odds: "3-1", "10 to 1"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.annotators.quantity.following import countable
from sayso.annotators.quantity.numeral import Numeral
from sayso.annotators.quantity.tokens import TOUCHING, Token, token_at
from sayso.annotators.quantity.words import having

__all__ = ["played"]
_SCORED = 200


def played(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    """Read "3-1", "10 to 1" and "ISO 3888-2", and "2-3" beside a word of winning."""
    after, second = token_at(tokens, numeral.end), token_at(tokens, numeral.end + 1)
    odds = after.low == "to" and second.low in ("1", "one") and 1 < numeral.value < _SCORED
    if odds and token_at(tokens, numeral.start - 1).low != "from":
        return "score"
    pair = numeral.plain and after.text == "-" and after.gap == TOUCHING and second.gap == TOUCHING
    if not pair or not second.text.isdigit() or len(second.text) > 4:
        return None
    third = token_at(tokens, numeral.end + 2)
    if third.text == "-" and third.gap == TOUCHING:
        return "identifier"
    if numeral.value > _SCORED or len(second.text) > 3:
        return "identifier" if numeral.value >= float(second.text) and len(second.text) < 4 else None
    near = {token_at(tokens, numeral.start - step).low for step in range(1, 5)}
    won = near & having("verdict") and not countable(tokens, replace(numeral, end=numeral.end + 2))
    return "score" if won or numeral.value >= float(second.text) else None
