"""Numerals: numbers in figures and words, with their magnitudes, vague amounts, fractions and ratios."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso import lexicon
from sayso.annotators.quantity.tokens import END, TOUCHING, Token
from sayso.annotators.quantity.words import having, symbols

__all__ = ["NumberWord", "Numeral", "read", "words"]

_LONGEST = 15  # digits; a longer row of digits is no amount, and a float would not hold it
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_POINTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:\.\d{3})+,\d+")
_DECIMAL = re.compile(r"\d+\.\d+|\.\d+")
_COMMA = re.compile(r"\d+,\d{1,2}")
_EITHER = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_MORE_SCALES = 3
_ROUND = (10.0, 100.0, 1000.0, 10_000.0, 100_000.0, 1_000_000.0)  # "100s of people"
_NEAR = 20  # tokens back to a figure with the same magnitude


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word that is a number or part of one; `role` says how it joins with others."""

    word: str
    value: float
    role: str
    example: str


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number: its first token and the one after its last, and its value.

    `form` is digits, words, vague, fraction, ratio or none. `scale` is the magnitude applied. `either` where a point may group
    or part decimals, `plain` where it is bare digits without grouping, decimals and magnitude.
    """

    start: int
    end: int
    value: float
    form: str
    scale: float = 1
    approximate: bool = False
    either: bool = False
    plain: bool = False


@cache
def words() -> dict[str, NumberWord]:
    """Return the number words by their form."""
    return {row.word: row for row in lexicon.table("lexicons/numbers.csv", NumberWord)}


def read(tokens: Sequence[Token], at: int) -> Numeral | None:
    """Return the number that starts at this token, if one does."""
    token = tokens[at]
    if token.kind == "number":
        return _digits(tokens, at)
    if token.kind == "ratio":
        return _slashed(token, at)
    if token.kind == "sign":
        return _vulgar(token, at)
    if token.kind != "word":
        return None
    return _worded(tokens, at)


def _at(tokens: Sequence[Token], at: int) -> Token:
    return tokens[at] if 0 <= at < len(tokens) else END


def _role(token: Token) -> str:
    row = words().get(token.low) if token.kind == "word" else None
    return row.role if row else ""


def _value(token: Token) -> float:
    return words()[token.low].value


def _slashed(token: Token, at: int) -> Numeral | None:
    top, bottom = re.split(r"[/\u2044]", token.text)
    if int(bottom) in (0, 7, 11) or int(top) >= int(bottom):  # 24/7, 9/11
        return None
    return Numeral(at, at + 1, int(top) / int(bottom), "fraction")


def _vulgar(token: Token, at: int) -> Numeral | None:
    if len(token.text) != 1 or unicodedata.category(token.text) != "No":
        return None
    value = unicodedata.numeric(token.text, 0.0)
    return Numeral(at, at + 1, value, "fraction") if 0 < value < 1 else None


def _digits(tokens: Sequence[Token], at: int) -> Numeral | None:
    token, end = tokens[at], at + 1
    text = token.text
    if text.isdigit() and len(text) <= 3 and text[0] != "0":
        while _continues(tokens, end):
            text += tokens[end].text
            end += 1
    value = _amount(text)
    if value is None:
        return None
    either = bool(_EITHER.fullmatch(text))
    plain = text.isdigit() and end == at + 1
    if value in _ROUND and _at(tokens, end).low == "s" and tokens[end].gap == TOUCHING:
        return Numeral(at, end + 1, 2 * value, "vague")
    numeral = Numeral(at, end, value, "digits", either=either, plain=plain)
    return _ratio(tokens, _scaled(tokens, _with_part(tokens, numeral)))


def _continues(tokens: Sequence[Token], at: int) -> bool:
    token = _at(tokens, at)
    following = _at(tokens, at + 1)
    if token.kind != "number" or token.gap != 1 or len(token.text) != 3 or not token.text.isdigit():
        return False
    return not (following.gap == TOUCHING and (following.kind == "word" or following.text in "-/") and following.low not in ("k", "m", "s"))


def _amount(text: str) -> float | None:
    if sum(map(str.isdigit, text)) > _LONGEST or not text.isascii():
        return None
    if text.isdigit():
        return float(text)
    if _GROUPED.fullmatch(text):
        return float(text.replace(",", ""))
    if _POINTED.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    if _DECIMAL.fullmatch(text):
        return float(text)
    return float(text.replace(",", ".")) if _COMMA.fullmatch(text) else None


def _with_part(tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    """Add the fraction of "2½", "2 1/2" and "two and a half"."""
    token = _at(tokens, numeral.end)
    if token.kind in ("sign", "ratio") and (part := read(tokens, numeral.end)) and part.form == "fraction" and token.gap < 2:
        return replace(numeral, end=part.end, value=numeral.value + part.value, plain=False)
    low = [_at(tokens, numeral.end + step).low for step in range(3)]
    if low == ["and", "a", "half"]:
        return replace(numeral, end=numeral.end + 3, value=numeral.value + 0.5 * numeral.scale, plain=False)
    return numeral


def _scaled(tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    """Multiply by the magnitudes that follow."""
    for _ in range(_MORE_SCALES):
        at = numeral.end
        token = _at(tokens, at)
        if token.text == "-" and token.gap == TOUCHING and _role(_at(tokens, at + 1)) == "scale" and _at(tokens, at + 1).gap == TOUCHING:
            at, token = at + 1, tokens[at + 1]
        role = _role(token)
        many = role == "vague" and token.low not in ("tens", "scores")
        if token.gap == 2 and token.text[:1].isupper():
            break
        if role == "scale" or many:
            scale = _value(token) / (2 if many else 1)
        elif role == "suffix" and _suffixed(tokens, at):
            scale = _value(token)
        else:
            break
        numeral = replace(numeral, end=at + 1, value=numeral.value * scale, scale=numeral.scale * scale, plain=False, either=False)
    return numeral


def _suffixed(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a letter is a magnitude ("2.5m people", "$3m") and no unit ("1.5m tall")."""
    token, following = tokens[at], _at(tokens, at + 1)
    if token.gap == TOUCHING and _is_money(_at(tokens, at - 2)):
        return True
    if token.low == "k":
        return token.gap == TOUCHING or following.kind == "word"
    if token.low == "mil" or token.text == "M":
        return token.gap == TOUCHING
    if following.kind == "word" and following.gap < 2 and following.low not in having("stop") and following.low != "x":
        return token.gap == TOUCHING or token.text == "B"
    return token.gap == TOUCHING and _millions_before(tokens, at)


def _is_money(token: Token) -> bool:
    unit = symbols().get(token.text)
    return unit is not None and unit.kind == "money"


def _millions_before(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the same letter was a magnitude shortly before: "2.5m people, up from 1.8m"."""
    for place in range(at - 3, max(0, at - _NEAR), -1):
        if tokens[place].low == tokens[at].low and tokens[place - 1].kind == "number":
            return _at(tokens, place + 1).kind == "word" and tokens[place + 1].low not in having("stop")
    return False


def _worded(tokens: Sequence[Token], at: int) -> Numeral | None:
    token = tokens[at]
    role = _role(token)
    if role == "half" or (token.low in ("a", "an") and _at(tokens, at + 1).low == "half"):
        return _half(tokens, at if role == "half" else at + 1, at)
    if role == "none":
        return Numeral(at, at + 1, 0, "none")
    first = at + 1 if token.low in ("a", "an", "many", "the") else at
    role = _role(_at(tokens, first))
    if first > at and _at(tokens, first).gap > 1 and role != "scale":
        return None
    if role == "vague":
        return _vague(tokens, first, at) if token.low not in ("a", "an", "the") else None
    if role in ("some", "pair"):
        return _some(tokens, first, at)
    if role == "part" and token.low in ("a", "an"):
        part = Numeral(at, first + 1, 1 / _value(tokens[first]), "fraction")
        return _of_scale(tokens, part) if _at(tokens, first + 1).low == "of" else None
    if role == "scale" and token.low in ("a", "an"):
        return _ratio(tokens, _row(tokens, first, at))
    if first == at and role in ("unit", "ten"):
        return _ratio(tokens, _fraction(tokens, _scaled(tokens, _with_part(tokens, _row(tokens, at, at)))))
    return None


def _half(tokens: Sequence[Token], at: int, start: int) -> Numeral | None:
    after, second = _at(tokens, at + 1), _at(tokens, at + 2)
    if after.low in ("a", "an") and (_role(second) == "scale"):
        return replace(_scaled(tokens, Numeral(start, at + 2, 0.5, "words")), start=start)
    if after.text == "-" and after.gap == TOUCHING and _role(second) == "scale":
        return _scaled(tokens, Numeral(start, at + 2, 0.5, "words"))
    if (after.text == "-" and after.gap == TOUCHING) or _at(tokens, at - 1).text == "-":
        return None
    return Numeral(start, at + 1, 0.5, "fraction")


def _vague(tokens: Sequence[Token], at: int, start: int) -> Numeral:
    value, end = _value(tokens[at]), at + 1
    while _at(tokens, end).low == "of" and _role(_at(tokens, end + 1)) in ("vague", "scale"):
        scale = tokens[end + 1]
        value *= _value(scale) / (2 if _role(scale) == "vague" else 1)
        end += 2
    return Numeral(start, end, value, "vague")


def _some(tokens: Sequence[Token], at: int, start: int) -> Numeral | None:
    low = tokens[at].low
    article = start < at
    if low in ("few", "handful", "couple") and not article:
        return None
    end = at + 1
    step = end + 1 if _at(tokens, end).low == "of" else end
    scaled = _scaled(tokens, Numeral(start, step, _value(tokens[at]), "words"))
    pair = low == "couple"
    if scaled.end > step:
        return replace(scaled, form="words" if pair else "vague", approximate=pair)
    return Numeral(start, end, _value(tokens[at]), "words" if pair else "vague", approximate=pair)


def _row(tokens: Sequence[Token], at: int, start: int) -> Numeral:
    """Add up a row of number words: "one hundred and twenty-three thousand"."""
    total, current, scale, last = 0.0, 1.0 if start < at else 0.0, 1.0, "unit" if start < at else ""
    if start < at:
        current = 1.0
    while True:
        token = _at(tokens, at)
        role = _role(token)
        joined = last in ("ten", "scale") and token.text in ("-", "and") and token.kind in ("sign", "word")
        if joined and _follows(last, token, _at(tokens, at + 1)):
            at, token = at + 1, tokens[at + 1]
            role = _role(token)
        if not _fits(last, role) or (last and token.gap > 1 and token.text[:1].isupper()):
            break
        value = _value(token)
        if role == "scale":
            if value >= 1000:
                total, current = total + (current or 1) * value, 0.0
            else:
                current = (current or 1) * value
            scale = value
        else:
            current += value
        last = role
        at += 1
    return Numeral(start, at, total + current, "words", scale=scale if last == "scale" else 1)


def _fits(last: str, role: str) -> bool:
    return role in {"": ("unit", "ten"), "unit": ("scale",), "ten": ("unit", "scale"), "scale": ("unit", "ten", "scale")}[last]


def _follows(last: str, joint: Token, token: Token) -> bool:
    if joint.text == "-":
        return last == "ten" and _role(token) == "unit" and token.gap == TOUCHING and 0 < _value(token) < 10
    return last == "scale" and _role(token) in ("unit", "ten") and joint.gap < 2


def _fraction(tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    """Read "two-thirds", "one third", "three quarters"."""
    at = numeral.end
    if _at(tokens, at).text == "-" and tokens[at].gap == TOUCHING:
        at += 1
    part = _at(tokens, at)
    if _role(part) == "half" and numeral.value == 1 and at == numeral.end:
        return replace(numeral, end=at + 1, value=0.5, form="fraction")
    if _role(part) != "part" or not 0 < numeral.value < 10 or part.gap > 1:
        return numeral
    plural = part.low.endswith("s")
    if plural is not (numeral.value > 1) or (part.low == "quarters" and numeral.value == 2):
        return numeral
    return _of_scale(tokens, replace(numeral, end=at + 1, value=numeral.value / _value(part), form="fraction"))


def _of_scale(tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    """Read "a quarter of a million"."""
    of, article, scale = (_at(tokens, numeral.end + step) for step in range(3))
    if of.low != "of" or article.low != "a" or _role(scale) != "scale" or _value(scale) < 1000:
        return numeral
    return replace(numeral, end=numeral.end + 3, value=numeral.value * _value(scale), form="words", scale=_value(scale))


def _ratio(tokens: Sequence[Token], numeral: Numeral) -> Numeral:
    """Read "one in five", "nine out of ten"."""
    at, value = numeral.end, numeral.value
    low = [_at(tokens, at + step).low for step in range(2)]
    step = 2 if low in (["out", "of"], ["in", "every"]) else 1 if low[0] == "in" else 0
    step = step + 1 if step == 2 and _at(tokens, at + 2).low == "every" else step
    if not step or value < 1 or value != int(value) or value > 99:
        return numeral
    below = _at(tokens, at + step)
    if below.kind not in ("number", "word") or _role(below) in ("vague", "some", "part") or below.gap > 1:
        return numeral
    other = (
        _digits_only(below) if below.kind == "number" else _row(tokens, at + step, at + step) if _role(below) in ("unit", "ten") else None
    )
    if other is None or other.value <= value or other.value > 1_000_000:
        return numeral
    bottom = other.value
    usual = value == 1 or (value, bottom) in ((2, 3), (2, 5), (3, 4), (3, 5), (4, 5), (9, 10), (8, 10), (7, 10))
    if step == 1 and (not usual or 1900 < bottom < 2100):
        return numeral
    end = other.end if below.kind == "word" else at + step + 1
    return replace(numeral, end=end, value=value / bottom, form="ratio", plain=False)


def _digits_only(token: Token) -> Numeral | None:
    value = _amount(token.text)
    return None if value is None else Numeral(0, 0, value, "digits")
