"""What is counted before a number: "Deaths: 14", "the death toll rose to 14"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotators.quantity.nouns import Counted, behind
from sayso.annotators.quantity.tokens import BROKEN, Token, token_at
from sayso.annotators.quantity.words import having, singular

__all__ = ["labelled", "toll"]
_MARKS = ("*", "+", "~")


_BACK = 16  # tokens from a number back to "the toll"


def labelled(tokens: Sequence[Token], at: int) -> Counted | None:
    """Return the label of "Deaths: 14" that ends before this token."""
    broken = tokens[at].gap == BROKEN
    while token_at(tokens, at - 1).text in _MARKS:
        at -= 1
    if token_at(tokens, at - 1).text not in (":", "=") or broken:
        return None
    end = at - 1
    while token_at(tokens, end - 1).text in _MARKS:
        end -= 1
    start = end
    while start > 0 and end - start < 4 and tokens[start - 1].kind == "word" and _labels(tokens[start - 1]):
        start -= 1
        if tokens[start].gap == BROKEN:
            break
    for place in range(end - 1, start - 1, -1):
        unit = singular(tokens[place].text)
        if unit or tokens[place].low in having("nominal"):
            return Counted(start, end, unit or tokens[place].low)
    return None


def _labels(token: Token) -> bool:
    return token.low not in having("stop") or token.low in having("nominal")


def toll(tokens: Sequence[Token], at: int) -> Counted | None:
    """Return what "the death toll rose to" or "the number of wounded reached" counts."""
    if token_at(tokens, at - 1).low not in having("toll-link", "toll"):
        return None
    for place in range(at - 1, max(-1, at - _BACK), -1):
        token = tokens[place]
        if token.kind in ("number", "date") or token.text in (".", ";", ":", "!", "?") or token.low in ("and", "but", "while"):
            return None
        if token.low in ("toll", "tolls"):
            named = place > 0 and tokens[place - 1].low in ("death", "casualty", "injury", "fatality")
            return Counted(place - 1 if named else place, place + 1, tokens[place - 1].low if named else "death")
        if token.low in ("number", "numbers", "count") and token_at(tokens, place + 1).low == "of":
            return behind(tokens, place + 1, 2)
        if token.low in having("toll") and singular(token.text) and place < at - 1:
            return Counted(place, place + 1, singular(token.text))
    return None
