"""Numbers that name something: "Resolution 2254", "page 7", "iPhone 11", numbers of lists."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotators.quantity.following import countable, known_after
from sayso.annotators.quantity.numeral import Numeral
from sayso.annotators.quantity.tokens import BROKEN, END, TOUCHING, Token, token_at
from sayso.annotators.quantity.units import unit_at
from sayso.annotators.quantity.words import having, months, singular, symbols

__all__ = ["numbered"]
_LONE = 9999  # "iPhone 11", "Flight 9525"; names hold no larger number


def numbered(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    """Read "Resolution 2254", "page 7", "No. 5", "iPhone 11", list numbers and lone page numbers."""
    if tokens[numeral.start].kind != "number":
        first, before = tokens[numeral.start], token_at(tokens, numeral.start - 1)
        capital = first.text[:1].isupper() and before.text[:1].isupper() and before.kind == "word" and first.gap == 1
        told = before.low in having("numbered") and numeral.form == "words" and first.gap == 1  # "number two", "a category three storm"
        return "designation" if (capital and not countable(tokens, numeral)) or (told and not known_after(tokens, numeral)) else None
    first, before, after = tokens[numeral.start], token_at(tokens, numeral.start - 1), token_at(tokens, numeral.end)
    if numeral.plain and _lists(tokens, numeral):
        return "list"
    if (
        numeral.plain
        and first.gap == BROKEN
        and (after.gap == BROKEN or after is END)
        and numeral.start > 0
        and before.text not in (":", ",")
        and len(first.text) < 4
    ):
        return "identifier" if not before.low or before.low not in having("plus", "stop") else None
    if before.text == "(" and after.text == ")" and numeral.plain and not singular(token_at(tokens, numeral.start - 2).text):
        return "identifier"
    if numeral.plain and (after.kind == "date" or _adopted(tokens, numeral.end)):
        return "identifier" if after.kind == "date" else "designation"
    if first.gap == BROKEN or numeral.scale != 1 or numeral.value > 99999:
        return None
    if before.text in (".", ":") and token_at(tokens, numeral.start - 2).low in having("identifier"):
        return "identifier"
    if before.text == "." and before.gap == TOUCHING and token_at(tokens, numeral.start - 2).low in having("abbreviated"):
        return "designation"
    if unit_at(tokens, numeral.end):
        return None
    if (
        len(before.text) == 1
        and before.text.isupper()
        and (before.text not in ("A", "I") or token_at(tokens, numeral.start - 2).text == "/")
    ):
        return "designation"
    if before.low in having("designator") and before.kind == "word" and numeral.value <= _LONE:
        alone = after.kind in ("sign", "end") or after.gap == BROKEN
        strong = before.text[:1].isupper() or before.low in having("numbered") or (alone and after.text not in "%+$")
        broken = numeral.value % 1 != 0  # "a magnitude 6.4 quake": nothing is counted in tenths
        return "designation" if strong and (broken or not known_after(tokens, numeral)) else None
    return _name(tokens, numeral)


def _adopted(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the year of a resolution follows: "and 2235 (2015)"."""
    year = token_at(tokens, at + 1)
    dated = year.kind == "number" and len(year.text) == 4 and year.text[:2] in ("19", "20")
    return dated and token_at(tokens, at).text == "(" and token_at(tokens, at + 2).text == ")"


def _lists(tokens: Sequence[Token], numeral: Numeral) -> bool:
    start = numeral.start - 1 if token_at(tokens, numeral.start - 1).text == "(" else numeral.start
    after, second = token_at(tokens, numeral.end), token_at(tokens, numeral.end + 1)
    opens = tokens[start].gap == BROKEN and numeral.value < 100
    return opens and after.text in (".", ")") and after.gap == TOUCHING and second.gap == 1


def _name(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    """Read a number behind a capitalised name, and before nothing that it could count, as part of the name."""
    before, second, after = (token_at(tokens, numeral.start - step) for step in (1, 2, 0))
    after = token_at(tokens, numeral.end)
    if numeral.value > _LONE or before.text.islower() or before.kind != "word" or not numeral.plain:
        return None
    plain = before.low not in months() and before.low not in having("stop", "nominal", "change", "saying", "toll")
    plain = (
        plain
        and not before.low.endswith("ed")
        and before.text not in symbols()
        and not singular(before.text)
        and before.low not in having("part")
    )
    initial = second is END or before.gap == BROKEN or second.text in (".", "!", "?", '"', "*", "-")
    if not plain or (initial and len(before.text) > 3 and after.kind == "word" and after.gap < BROKEN):
        return None
    if after.low in having("stop") and after.low not in having("after-count"):
        return "designation"
    if after.kind in ("sign", "end") or after.gap == BROKEN or (after.text[:1].isupper() and not known_after(tokens, numeral)):
        return "designation" if after.text not in ("%", "$", "+") else None
    return "designation" if not initial and not countable(tokens, numeral) and after.low not in having("after-count") else None
