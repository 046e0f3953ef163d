"""Number names: numbers that date, place or name something instead of counting it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from sayso.annotators.quantity.nouns import behind
from sayso.annotators.quantity.numerals import Numeral, read
from sayso.annotators.quantity.tokens import BROKEN, END, TOUCHING, Token
from sayso.annotators.quantity.units import currency, is_money, unit_at
from sayso.annotators.quantity.words import having, known, months, people, singular, symbols

__all__ = ["countable", "hyphenated", "named"]

_OLDEST = 110  # years, for "Name, 43,"
_YEARS = (1900, 2040)
_OLD = 1700  # "the Act of 1871"
_LONE = 9999  # "iPhone 11", "Flight 9525"; names hold no larger number
_SCORED = 200
_GLUED = 3
_MINOR = 18  # years, for "under 5"
_GROWN = 25  # years, for "children 0-5"


def hyphenated(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Tell whether the number is joined to the word behind it: "six-speed"."""
    joint, after = _at(tokens, numeral.end), _at(tokens, numeral.end + 1)
    return joint.text == "-" and joint.gap == TOUCHING and after.gap == TOUCHING and after.kind == "word"


def countable(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Tell whether a noun follows that the number can count."""
    found = behind(tokens, numeral.end, numeral.value)
    return found is not None and (numeral.value != 1 or (found.unit or "").lower() in known())


def _known(tokens: Sequence[Token], numeral: Numeral) -> bool:
    found = behind(tokens, numeral.end, numeral.value)
    return found is not None and (found.unit in known() or found.unit in having("nominal"))


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


def _half(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    before, after = _at(tokens, numeral.start - 1), _at(tokens, numeral.end)
    if before.low in having("half-before") or before.text == "-" or after.text == "-":
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
    before, after = _at(tokens, numeral.start - 1), _at(tokens, numeral.end)
    hit = before.low in having("one-counted") and after.kind in ("sign", "end")
    fine = hit or after.low == "of" or after.low in having("nominal", "plus") or after.low in ("were", "have", "are")
    return None if fine and before.low not in having("determiner") and before.low not in ("test", "high") else "nothing"


def _joined(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    """Read what touches the number in front: "T-72", "M16", "#4", "mid-2012"."""
    first = tokens[numeral.start]
    before, second = _at(tokens, numeral.start - 1), _at(tokens, numeral.start - 2)
    if first.kind == "number" and first.text[0] == "0" and len(first.text) > 1 and first.text.isdigit():
        return "identifier"
    if before.low == "zero" or (first.low == "zero" and before.low == "ground"):
        return "designation"
    if currency(tokens, numeral.start):
        return None
    if first.gap != TOUCHING or numeral.start == 0:
        sign = before.text == "#" and second.low in having("designator")
        page = second.text == "#" and before.gap == TOUCHING and _at(tokens, numeral.end).gap == BROKEN
        return "identifier" if sign or page or before.text == "№" else None
    if before.text in ("#", "№", "@", "_", "\\") or (before.text == "[" and _at(tokens, numeral.end).text == "]"):
        return "identifier"
    if before.text == "'" and first.kind == "number" and len(first.text) == 2:
        return "date"
    if before.text == "-" and before.gap == TOUCHING and second.kind in ("word", "abbreviation"):
        return _prefixed(second, numeral)
    glued = before.text.islower() and len(before.text) > _GLUED  # words run into each other in texts from PDF
    if before.kind == "word" and not glued and not is_money(before) and before.low not in ("minus", "c", "ca"):
        return "designation"
    lettered = before.text in (".", "/") and before.gap == TOUCHING and second.kind == "word"
    return "designation" if lettered and (len(second.text) < 4 or before.text == "/") else None


def _prefixed(prefix: Token, numeral: Numeral) -> str | None:
    if prefix.low in ("minus", "sub"):
        return None
    if prefix.low in having("year"):
        return "date" if numeral.plain else None
    return None if prefix.low in ("then", "now", "non") or read([prefix], 0) else "designation"


def _lettered(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    """Read what touches the number behind: "5G", "1990s", "six-speed"."""
    after, second = _at(tokens, numeral.end), _at(tokens, numeral.end + 1)
    if after.gap != TOUCHING or after is END:
        return None
    if after.low in ("s", "'s") or (after.text == "'" and second.low == "s"):
        return "date" if numeral.plain and numeral.value >= 1000 and numeral.value % 10 == 0 and numeral.value <= 2100 else "designation"
    if unit_at(tokens, numeral.end):
        return None
    if after.text == "." and second.gap == TOUCHING and second.kind == "word" and len(second.text) < _GLUED:
        return "designation"
    if after.kind == "word":
        return None if after.text.islower() and len(after.text) > _GLUED else "designation"
    if hyphenated(tokens, numeral) and not (second.low in ("to", "plus") or read(tokens, numeral.end + 1)):
        return "size"
    return None


def _dated(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    if not numeral.plain:
        return None
    value = numeral.value
    before, after = _at(tokens, numeral.start - 1), _at(tokens, numeral.end)
    if before.text == "." and _at(tokens, numeral.start - 2).low in months():
        before = tokens[numeral.start - 2]
    day = 1 <= value <= 31
    if day and (_is_month(after) or (after.low == "of" and _is_month(_at(tokens, numeral.end + 1)))):
        return "date"
    if day and _is_month(before) and not (_at(tokens, numeral.end).gap < BROKEN and _person(tokens, numeral) and before.low == "may"):
        return None if _person(tokens, numeral) and after.kind == "word" and _at(tokens, numeral.start - 2).low == "in" else "date"
    if _is_month(before) and len(tokens[numeral.start].text) in (5, 6) and tokens[numeral.start].text[-4:-2] in ("19", "20"):
        return "date"  # "Jul 282016", as pages without spaces give it
    if day and _listed_day(tokens, numeral):
        return "date"
    return _year(tokens, numeral, before)


def _is_month(token: Token) -> bool:
    return token.kind == "word" and token.text[:1].isupper() and token.low in months()


def _listed_day(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Read the first day of "2 and 3 September" and the second of "September 2 and 3"."""
    after, second, third = (_at(tokens, numeral.end + step) for step in range(3))
    month = _is_month(third) or (third.low == "of" and _is_month(_at(tokens, numeral.end + 3)))
    if month and after.low in ("and", "-", "to", "or", ",", "/") and second.kind in ("number", "ordinal"):
        return True
    before, joint = _at(tokens, numeral.start - 1), _at(tokens, numeral.start - 2)
    listed = before.low in ("and", "-", "to", "or") and joint.kind in ("number", "ordinal") and _is_month(_at(tokens, numeral.start - 3))
    return listed and not countable(tokens, numeral)


def _year(tokens: Sequence[Token], numeral: Numeral, before: Token) -> str | None:
    value = numeral.value
    if len(tokens[numeral.start].text) != 4 or numeral.end != numeral.start + 1 or not 1000 <= value <= 2100:
        return None
    if not _YEARS[0] <= value <= _YEARS[1]:
        old = before.low == "of" and _OLD <= value < _YEARS[0]
        return "date" if (old or before.low in having("century")) and not countable(tokens, numeral) else None
    if _is_month(before) or (before.text == "," and _is_month(_at(tokens, numeral.start - 3))):
        return "date"
    around = [_at(tokens, numeral.start - step).low for step in range(1, 5)]
    if before.low in having("year-bound") and not {"in", "since", "until", "by", "from", "before"} & set(around):
        return None
    return None if _person(tokens, numeral) and before.low != "the" and before.low not in having("month-before") else "date"


def _person(tokens: Sequence[Token], numeral: Numeral) -> bool:
    found = behind(tokens, numeral.end, 2)
    return found is not None and found.end - numeral.end <= 4 and found.unit in people()


def _aged(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    before, second = _at(tokens, numeral.start - 1), _at(tokens, numeral.start - 2)
    if before.low in having("aged") or (before.low in ("of", "between", "from", "under") and second.low in having("aged")):
        return "age"
    spread = _at(tokens, numeral.end).text == "-" and tokens[numeral.end].gap == TOUCHING and numeral.value < _GROWN
    young = before.low == "as" and second.low in ("young", "old")
    if young or _apposed(tokens, numeral) or (spread and singular(before.text) in people() and not countable(tokens, numeral)):
        return "age"
    if before.low == "under" and numeral.plain and numeral.value <= _MINOR and not countable(tokens, numeral):
        return "age" if not unit_at(tokens, numeral.end) else None
    children = before.low in ("under", "over", "below") and singular(second.text) in people()
    return "age" if children and numeral.value <= 100 and not countable(tokens, numeral) else None


def _apposed(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """Tell whether the number is the age in "John Smith, 43,"."""
    before, after = _at(tokens, numeral.start - 1), _at(tokens, numeral.end)
    if before.text != "," or after.text not in (",", ".", ")", ";") or not numeral.plain or not 1 <= numeral.value <= _OLDEST:
        return False
    name, first = _at(tokens, numeral.start - 2), _at(tokens, numeral.start - 3)
    if name.kind != "word" or not name.text[:1].isupper() or _is_month(name) or name.low in having("designator"):
        return False
    return first.text[:1].isupper() or (after.text == "," and _verb_after(tokens, numeral))


def _verb_after(tokens: Sequence[Token], numeral: Numeral) -> bool:
    word = _at(tokens, numeral.end + 1).low
    return word in having("stop") and word not in ("and", "or", "but", "in", "on", "at")


def _numbered(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    """Read "Resolution 2254", "page 7", "No. 5", "iPhone 11", list numbers and lone page numbers."""
    if tokens[numeral.start].kind != "number":
        first, before = tokens[numeral.start], _at(tokens, numeral.start - 1)
        capital = first.text[:1].isupper() and before.text[:1].isupper() and before.kind == "word" and first.gap == 1
        return "designation" if capital and not countable(tokens, numeral) else None
    first, before, after = tokens[numeral.start], _at(tokens, numeral.start - 1), _at(tokens, numeral.end)
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
    if before.text == "(" and after.text == ")" and numeral.plain and not singular(_at(tokens, numeral.start - 2).text):
        return "identifier"
    if numeral.plain and (after.kind == "date" or _adopted(tokens, numeral.end)):
        return "identifier" if after.kind == "date" else "designation"
    if first.gap == BROKEN or numeral.scale != 1 or numeral.value > 99999:
        return None
    if before.text in (".", ":") and _at(tokens, numeral.start - 2).low in having("identifier"):
        return "identifier"
    if before.text == "." and before.gap == TOUCHING and _at(tokens, numeral.start - 2).low in having("abbreviated"):
        return "designation"
    if unit_at(tokens, numeral.end):
        return None
    if len(before.text) == 1 and before.text.isupper() and before.text not in ("A", "I"):
        return "designation"
    if before.low in having("designator") and before.kind == "word" and numeral.value <= _LONE:
        alone = after.kind in ("sign", "end") or after.gap == BROKEN
        strong = before.text[:1].isupper() or before.low in having("numbered") or (alone and after.text not in "%+$")
        return "designation" if strong and not _known(tokens, numeral) else None
    return _name(tokens, numeral)


def _adopted(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the year of a resolution follows: "and 2235 (2015)"."""
    year = _at(tokens, at + 1)
    dated = year.kind == "number" and len(year.text) == 4 and year.text[:2] in ("19", "20")
    return dated and _at(tokens, at).text == "(" and _at(tokens, at + 2).text == ")"


def _lists(tokens: Sequence[Token], numeral: Numeral) -> bool:
    start = numeral.start - 1 if _at(tokens, numeral.start - 1).text == "(" else numeral.start
    after, second = _at(tokens, numeral.end), _at(tokens, numeral.end + 1)
    opens = tokens[start].gap == BROKEN and numeral.value < 100
    return opens and after.text in (".", ")") and after.gap == TOUCHING and second.gap == 1


def _name(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    """Read a number behind a capitalised name, and before nothing that it could count, as part of the name."""
    before, second, after = (_at(tokens, numeral.start - step) for step in (1, 2, 0))
    after = _at(tokens, numeral.end)
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
    if after.kind in ("sign", "end") or after.gap == BROKEN or (after.text[:1].isupper() and not _known(tokens, numeral)):
        return "designation" if after.text not in ("%", "$", "+") else None
    return "designation" if not initial and not countable(tokens, numeral) and after.low not in having("after-count") else None


def _played(tokens: Sequence[Token], numeral: Numeral) -> str | None:
    """Read "3-1", "10 to 1" and "ISO 3888-2", and "2-3" beside a word of winning."""
    after, second = _at(tokens, numeral.end), _at(tokens, numeral.end + 1)
    if after.low == "to" and second.low in ("1", "one") and 1 < numeral.value < _SCORED and _at(tokens, numeral.start - 1).low != "from":
        return "score"
    pair = numeral.plain and after.text == "-" and after.gap == TOUCHING and second.gap == TOUCHING
    if not pair or not second.text.isdigit() or len(second.text) > 4:
        return None
    third = _at(tokens, numeral.end + 2)
    if third.text == "-" and third.gap == TOUCHING:
        return "identifier"
    if numeral.value > _SCORED or len(second.text) > 3:
        return "identifier" if numeral.value >= float(second.text) and len(second.text) < 4 else None
    near = {_at(tokens, numeral.start - step).low for step in range(1, 5)}
    won = near & having("verdict") and not countable(tokens, replace(numeral, end=numeral.end + 2))
    return "score" if won or numeral.value >= float(second.text) else None


def _at(tokens: Sequence[Token], at: int) -> Token:
    return tokens[at] if 0 <= at < len(tokens) else END


_TESTS: tuple[Callable[[Sequence[Token], Numeral], str | None], ...] = (_joined, _dated, _lettered, _aged, _played, _numbered)
