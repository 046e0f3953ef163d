"""Number names: numbers that date, place or name something instead of counting it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sayso.annotators.quantity.affixes import joined, lettered
from sayso.annotators.quantity.ages import aged
from sayso.annotators.quantity.dates import dated
from sayso.annotators.quantity.numeral import Numeral
from sayso.annotators.quantity.scores import played
from sayso.annotators.quantity.titles import numbered
from sayso.annotators.quantity.tokens import Token, token_at
from sayso.annotators.quantity.words import having

__all__ = ["named", "opens_clause"]


def named(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    """Return the kind of a number that names or places something instead of counting it."""
    if numeral.form == "fraction" and tokens[numeral.end - 1].low == "half":
        return _half(tokens, numeral)
    if numeral.form == "vague":
        return _score(tokens, numeral)
    if numeral.form not in ("digits", "words"):
        return None
    for test in _TESTS:
        name = test(tokens, numeral)
        if name:
            return name
    return None


def opens_clause(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "that" opens what is said: "the ministry said that one guard had died"."""
    said = token_at(tokens, at - 1)
    return token_at(tokens, at).low == "that" and (said.low in having("saying") or said.low.endswith("ed") or said.text.istitle())


def _half(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    before, after = token_at(tokens, numeral.start - 1), token_at(tokens, numeral.end)
    if (before.low in having("half-before") and not opens_clause(tokens, numeral.start - 1)) or before.text == "-" or after.text == "-":
        return "nothing"
    if (
        after.low in having("determiner")
        or after.low in ("of", "were", "was", "are", "have", "is", "had", "will")
        or after.kind in ("sign", "end")
    ):
        return None
    return None if before.low in having("half-bound") else "nothing"


def _score(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    if tokens[numeral.end - 1].low not in ("scores", "tens"):
        return None
    before, after = token_at(tokens, numeral.start - 1), token_at(tokens, numeral.end)
    hit = before.low in having("one-counted") and after.kind in ("sign", "end")
    fine = hit or after.low == "of" or after.low in having("nominal", "plus") or after.low in ("were", "have", "are")
    return None if fine and before.low not in having("determiner") and before.low not in ("test", "high") else "nothing"


_TESTS: tuple[Callable[[Sequence[Token], Numeral], str | None], ...] = (joined, dated, lettered, aged, played, numbered)
