"""Numbers that are days and years."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotators.quantity.following import countable, person_after
from sayso.annotators.quantity.numeral import Numeral
from sayso.annotators.quantity.tokens import BROKEN, Token, token_at
from sayso.annotators.quantity.words import having, months

__all__ = ["dated", "is_month"]
_YEARS = (1900, 2040)


_OLD = 1700  # "the Act of 1871"


def dated(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    """Return "date" for a number that is a day or a year."""
    if not numeral.plain:
        return None
    value = numeral.value
    before, after = token_at(tokens, numeral.start - 1), token_at(tokens, numeral.end)
    if before.text == "." and token_at(tokens, numeral.start - 2).low in months():
        before = tokens[numeral.start - 2]
    day = 1 <= value <= 31
    if day and (is_month(after) or (after.low == "of" and is_month(token_at(tokens, numeral.end + 1)))):
        return "date"
    people = day and person_after(tokens, numeral)
    if day and is_month(before) and not (people and after.gap < BROKEN and before.low == "may"):
        return None if people and after.kind == "word" and token_at(tokens, numeral.start - 2).low == "in" else "date"
    if is_month(before) and len(tokens[numeral.start].text) in (5, 6) and tokens[numeral.start].text[-4:-2] in ("19", "20"):
        return "date"  # "Jul 282016", as pages without spaces give it
    if day and _listed_day(tokens, numeral):
        return "date"
    return _year(tokens, numeral, before)


def is_month(token: Token) -> bool:
    """Tell whether the token is the name of a month, with its capital."""
    return token.kind == "word" and token.text[:1].isupper() and token.low in months()


def _listed_day(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Read the first day of "2 and 3 September" and the second of "September 2 and 3"."""
    after, second, third = (token_at(tokens, numeral.end + step) for step in range(3))
    month = is_month(third) or (third.low == "of" and is_month(token_at(tokens, numeral.end + 3)))
    if month and after.low in ("and", "-", "to", "or", ",", "/") and second.kind in ("number", "ordinal"):
        return True
    month_before, first, joint = (token_at(tokens, numeral.start - step) for step in (3, 2, 1))
    listed = joint.low in ("and", "-", "to", "or") and first.kind in ("number", "ordinal") and is_month(month_before)
    return listed and not countable(tokens, numeral)


def _year(tokens: Sequence[Token], numeral: Numeral, before: Token) -> str | None:
    value = numeral.value
    if len(tokens[numeral.start].text) != 4 or numeral.end != numeral.start + 1 or not 1000 <= value <= 2100:
        return None
    if not _YEARS[0] <= value <= _YEARS[1]:
        old = before.low == "of" and _OLD <= value < _YEARS[0]
        return "date" if (old or before.low in having("century")) and not countable(tokens, numeral) else None
    if is_month(before) or (before.text == "," and is_month(token_at(tokens, numeral.start - 3))):
        return "date"
    around = [token_at(tokens, numeral.start - step).low for step in range(1, 5)]
    if before.low in having("year-bound") and not {"in", "since", "until", "by", "from", "before"} & set(around):
        return None
    return None if person_after(tokens, numeral) and before.low != "the" and before.low not in having("month-before") else "date"
