"""Measure kinds: whether a number is a count, or money, an age, a date, a designation ..., and the range it opens."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.annotators._counted_nouns import behind
from sayso.annotators._measure_words import Unit, having, known, months, people, singular, symbols, units
from sayso.annotators._numerals import Numeral, read
from sayso.annotators._tokens import BROKEN, END, TOUCHING, Token

__all__ = ["Kind", "kind"]

_OLDEST = 110  # years, for "Name, 43,"
_YEARS = (1900, 2040)
_OLD = 1700  # "the Act of 1871"
_LONE = 9999  # "iPhone 11", "Flight 9525"; names hold no larger number
_SCORED = 200
_GLUED = 3
_HEAVY = 10_000  # pounds: fewer are weight, more are money
_MINOR = 18  # years, for "under 5"
_GROWN = 25  # years, for "children 0-5"


@dataclass(frozen=True, slots=True)
class Kind:
    """A number with its unit: name of the kind, tokens from `start` to before `end`, values; `span_high` where it is a range."""

    name: str
    unit: str | None
    start: int
    end: int
    low: float
    high: float
    form: str = "digits"
    approximate: bool = False
    ranged: bool = False


def kind(tokens: Sequence[Token], numeral: Numeral) -> Kind | None:
    """Return what the number is, None where it is no quantity at all ("one of the largest")."""
    if numeral.form == "none":
        return _none(tokens, numeral)
    if numeral.value == 1 and numeral.form == "words" and tokens[numeral.end - 1].low == "one":
        return _one(tokens, numeral)
    name = _named(tokens, numeral)
    if name == "age":
        found = _kind("age", numeral, "year")
        return _range(tokens, found, numeral) or found
    if name:
        return replace(_kind(name, numeral), end=_rest(tokens, numeral, name)) if name != "nothing" else None
    return _measured(tokens, numeral)


def _rest(tokens: Sequence[Token], numeral: Numeral, name: str) -> int:
    """Return the end of "2012-16", "3-1", "10 to 1" and "3888-2-1", which are one name."""
    end = numeral.end
    if name == "score" and _at(tokens, end).low == "to":
        return end + 2
    while end < numeral.end + 6 and _at(tokens, end).text == "-" and tokens[end].gap == TOUCHING:
        if _at(tokens, end + 1).kind != "number" or tokens[end + 1].gap != TOUCHING:
            break
        end += 2
    return end


def _at(tokens: Sequence[Token], at: int) -> Token:
    return tokens[at] if 0 <= at < len(tokens) else END


def _kind(name: str, numeral: Numeral, unit: str | None = None) -> Kind:
    value = numeral.value
    return Kind(name, unit, numeral.start, numeral.end, value, value, numeral.form, numeral.approximate)


def _none(tokens: Sequence[Token], numeral: Numeral) -> Kind | None:
    before, after = _at(tokens, numeral.start - 1), _at(tokens, numeral.end)
    if after.low in ("other", "too", "the") or (before.low == "to" and _at(tokens, numeral.start - 2).low == "second"):
        return None
    return _kind("count", numeral)


def _one(tokens: Sequence[Token], numeral: Numeral) -> Kind | None:
    """Tell the number from the pronoun."""
    before, after = _at(tokens, numeral.start - 1), _at(tokens, numeral.end)
    if before.low == "number":
        return _kind("designation", numeral)
    if _hyphenated(tokens, numeral):
        return _measured(tokens, numeral) if _unit(tokens, numeral.end) else _kind("size", numeral)
    if after.low != "of" and (before.low in having("one-before") or after.low == "another"):
        return _measured(tokens, numeral) if before.low in having("one-may") and _countable(tokens, numeral) else None
    if after.low == "of":
        return _kind("pronoun" if _best(tokens, numeral.end + 1) else "count", numeral)
    if after.low in having("one-pronoun"):
        return None
    counts = before.low in having("one-counted") or after.low in having("after-count") or _unit(tokens, numeral.end)
    return _measured(tokens, numeral) if counts or behind(tokens, numeral.end, 1) or _scaled_up(numeral) else None


def _best(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "of the" goes on with a superlative: "one of the world's largest"."""
    for place in range(at, at + 5):
        word = _at(tokens, place).low
        if word == "few" and _at(tokens, place - 1).low == "a":
            return False
        if word in having("superlative") or (word.endswith("est") and len(word) > 4 and word not in having("not-superlative")):
            return True
        if singular(word) and not word.endswith("'s"):
            return False
    return False


def _scaled_up(numeral: Numeral) -> bool:
    return numeral.end - numeral.start > 1


def _hyphenated(tokens: Sequence[Token], numeral: Numeral) -> bool:
    joint, after = _at(tokens, numeral.end), _at(tokens, numeral.end + 1)
    return joint.text == "-" and joint.gap == TOUCHING and after.gap == TOUCHING and after.kind == "word"


def _countable(tokens: Sequence[Token], numeral: Numeral) -> bool:
    found = behind(tokens, numeral.end, numeral.value)
    return found is not None and (numeral.value != 1 or (found.unit or "").lower() in known())


def _known(tokens: Sequence[Token], numeral: Numeral) -> bool:
    found = behind(tokens, numeral.end, numeral.value)
    return found is not None and (found.unit in known() or found.unit in having("nominal"))


def _named(tokens: Sequence[Token], numeral: Numeral) -> str | None:
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
    if _currency(tokens, numeral.start):
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
    if before.kind == "word" and not glued and not _is_money(before) and before.low not in ("minus", "c", "ca"):
        return "designation"
    lettered = before.text in (".", "/") and before.gap == TOUCHING and second.kind == "word"
    return "designation" if lettered and (len(second.text) < 4 or before.text == "/") else None


def _is_money(token: Token) -> bool:
    unit = symbols().get(token.text)
    return unit is not None and unit.kind == "money" and len(token.text) > 1


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
    if _unit(tokens, numeral.end):
        return None
    if after.text == "." and second.gap == TOUCHING and second.kind == "word" and len(second.text) < _GLUED:
        return "designation"
    if after.kind == "word":
        return None if after.text.islower() and len(after.text) > _GLUED else "designation"
    if _hyphenated(tokens, numeral) and not (second.low in ("to", "plus") or read(tokens, numeral.end + 1)):
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
    return listed and not _countable(tokens, numeral)


def _year(tokens: Sequence[Token], numeral: Numeral, before: Token) -> str | None:
    value = numeral.value
    if len(tokens[numeral.start].text) != 4 or numeral.end != numeral.start + 1 or not 1000 <= value <= 2100:
        return None
    if not _YEARS[0] <= value <= _YEARS[1]:
        old = before.low == "of" and _OLD <= value < _YEARS[0]
        return "date" if (old or before.low in having("century")) and not _countable(tokens, numeral) else None
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
    if young or _apposed(tokens, numeral) or (spread and singular(before.text) in people() and not _countable(tokens, numeral)):
        return "age"
    if before.low == "under" and numeral.plain and numeral.value <= _MINOR and not _countable(tokens, numeral):
        return "age" if not _unit(tokens, numeral.end) else None
    children = before.low in ("under", "over", "below") and singular(second.text) in people()
    return "age" if children and numeral.value <= 100 and not _countable(tokens, numeral) else None


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
        return "designation" if capital and not _countable(tokens, numeral) else None
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
    if _unit(tokens, numeral.end):
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
    return "designation" if not initial and not _countable(tokens, numeral) and after.low not in having("after-count") else None


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
    won = near & having("verdict") and not _countable(tokens, replace(numeral, end=numeral.end + 2))
    return "score" if won or numeral.value >= float(second.text) else None


_TESTS: tuple[Callable[[Sequence[Token], Numeral], str | None], ...] = (_joined, _dated, _lettered, _aged, _played, _numbered)


def _measured(tokens: Sequence[Token], numeral: Numeral) -> Kind:
    """Return the number with its unit, and the range that it opens."""
    first = _with_unit(tokens, numeral)
    return _range(tokens, first, numeral) or first


def _with_unit(tokens: Sequence[Token], numeral: Numeral) -> Kind:
    negative = _negative(tokens, numeral)
    plain = _kind("count" if numeral.form not in ("fraction", "ratio") else numeral.form, numeral)
    if negative:
        plain = replace(plain, start=negative, low=-plain.low, high=-plain.high)
    if currency := _currency(tokens, plain.start):
        unit, start = currency
        found = _unit(tokens, numeral.end)
        named = found is not None and found[0].kind == "money"
        return replace(plain, name="money", unit=unit.unit, start=start, end=found[1] if found and named else plain.end)
    found = _unit(tokens, numeral.end)
    if found is None and _at(tokens, numeral.end).low == "of" and numeral.form in ("vague", "words"):
        found = _form(tokens, numeral.end + 1)
    if found is None or (found[0].unit == "won" and plain.low < 100):
        return _grouped(tokens, plain, numeral)
    return _of_unit(tokens, plain, *found)


def _of_unit(tokens: Sequence[Token], plain: Kind, unit: Unit, end: int) -> Kind:
    after = [_at(tokens, end + step).low for step in range(3)]
    if unit.kind == "duration" and (after[:1] == ["old"] or after[:2] in (["-", "old"], ["of", "age"]) or after[:2] == ["-", "olds"]):
        return replace(plain, name="age", unit=unit.unit, end=end + 1 + (after[0] in ("-", "of")))
    if unit.unit == "pound" and plain.low < _HEAVY:
        unit = replace(unit, kind="measure")
    low, high = plain.low, plain.high
    if unit.kind == "percent":
        low, high = low / 100, high / 100
    return replace(plain, name=unit.kind, unit=unit.unit, end=end, low=low, high=high)


def _grouped(tokens: Sequence[Token], plain: Kind, numeral: Numeral) -> Kind:
    """Take the point of "3.415 people" for grouping."""
    if not numeral.either or not _countable(tokens, numeral):
        return plain
    found = behind(tokens, numeral.end, 2)
    return replace(plain, low=plain.low * 1000, high=plain.high * 1000) if found and found.unit in known() else plain


def _negative(tokens: Sequence[Token], numeral: Numeral) -> int | None:
    start = numeral.start
    before = _at(tokens, start - 1)
    if before.text == "-" and start > 0 and tokens[start].gap == TOUCHING:
        second = _at(tokens, start - 2)
        if second.low == "minus" and before.gap == TOUCHING:
            return start - 2
        loose = (before.gap == 1 and (second.kind != "word" or _unit(tokens, numeral.end) is not None)) or second.text in ("(", "$")
        return start - 1 if loose and start - 1 > 0 else None
    return start - 1 if before.low == "minus" and start > 0 and tokens[start].gap < BROKEN else None


def _currency(tokens: Sequence[Token], start: int) -> tuple[Unit, int] | None:
    for size in (3, 2, 1):
        if start < size or (size == 1 and not _near(tokens, start)):
            continue
        run = tokens[start - size : start]
        text = run[0].text + "".join((" " if t.gap else "") + t.text for t in run[1:])
        unit = symbols().get(text)
        if unit and unit.kind == "money" and (len(text) > 1 or not text.isalpha()):
            return unit, start - size
    return None


def _near(tokens: Sequence[Token], start: int) -> bool:
    return _at(tokens, start).gap < BROKEN


def _unit(tokens: Sequence[Token], at: int) -> tuple[Unit, int] | None:
    """Return the unit that starts at this token, and the token after it."""
    if _at(tokens, at).text == "-" and tokens[at].gap == TOUCHING and _at(tokens, at + 1).gap == TOUCHING:
        return _form(tokens, at + 1)
    return _symbol(tokens, at) or _form(tokens, at)


def _form(tokens: Sequence[Token], at: int) -> tuple[Unit, int] | None:
    for size in (3, 2, 1):
        run = tuple(token.low for token in tokens[at : at + size])
        unit = units().get(run) if len(run) == size else None
        if unit and (tokens[at].gap < BROKEN or not tokens[at].text[:1].isupper()):
            return unit, at + size
    return None


def _symbol(tokens: Sequence[Token], at: int) -> tuple[Unit, int] | None:
    first = _at(tokens, at)
    if first is END:
        return None
    for size in (3, 2, 1):
        run = tokens[at : at + size]
        if len(run) < size or any(token.gap != TOUCHING for token in run[1:]):
            continue
        text = "".join(token.text for token in run)
        unit = symbols().get(text) or (_lowered().get(text.lower()) if len(text) > 1 else None)
        if first.gap == BROKEN and len(text) < 2:
            continue
        after = _at(tokens, at + size)
        joint = after.text == "-" and after.gap == TOUCHING and run[-1].text.isalpha() and first.gap != TOUCHING
        whole = (not joint and not (after.gap == TOUCHING and after.kind in ("word", "number"))) or not run[-1].text.isalpha()
        if unit and whole and (first.gap == TOUCHING or size > 1 or not first.text.isalpha() or len(first.text) > 1 or _ends(after)):
            return unit, at + size
    return None


@cache
def _lowered() -> dict[str, Unit]:
    return {symbol.lower(): unit for symbol, unit in symbols().items() if unit.kind != "money"}


def _ends(token: Token) -> bool:
    return token.kind in ("sign", "end") or token.low in having("stop")


def _range(tokens: Sequence[Token], first: Kind, numeral: Numeral) -> Kind | None:
    joint = _at(tokens, first.end)
    if joint.low not in ("to", "-", "and", "or", "\u2014", "~") or first.name not in _RANGED or joint is END:
        return None
    at = first.end + 1 if joint.text != "-" or _at(tokens, first.end + 1).low != "to" else first.end + 3
    while _at(tokens, at).kind in ("sign", "word") and at < first.end + 4 and _currency(tokens, at + 1) and not read(tokens, at):
        at += 1
    second_numeral = read(tokens, at) if at < len(tokens) else None
    if second_numeral is None or second_numeral.form not in ("digits", "words", "fraction") or second_numeral.start != at:
        return None
    second = _with_unit(tokens, second_numeral)
    if second.start < first.end:
        second = replace(second, start=at, low=abs(second.low), high=abs(second.high))
    return _spread(tokens, first, second, joint, second_numeral) if _joins(tokens, first, second, joint) else None


_RANGED = frozenset({"count", "percent", "money", "measure", "duration", "fraction", "age"})


def _joins(tokens: Sequence[Token], first: Kind, second: Kind, joint: Token) -> bool:
    before = _at(tokens, first.start - 1).low
    around = [_at(tokens, first.start - step).low for step in range(1, 5)]
    if joint.low == "and":
        return "between" in around[:3] or (first.name == "age" and second.name in ("age", "count") and "between" in around)
    if joint.low == "to" and before == "from":
        return not {_at(tokens, first.start - step).low for step in range(2, 7)} & having("change")
    if joint.low == "to":
        return before not in having("change") and _at(tokens, first.end + 1).low != "none"
    if joint.low == "or":
        return first.low < second.low <= max(3 * first.low, first.low + 2)
    even = joint.gap == _at(tokens, first.end + 1).gap  # "40 -5" is no range
    return even or joint.text == "\u2014"


def _spread(tokens: Sequence[Token], first: Kind, second: Kind, joint: Token, numeral: Numeral) -> Kind | None:
    low, high = first.low, second.high
    if first.unit and second.unit and first.unit != second.unit and first.name != "age":
        return None
    vague = first.form == "vague"
    if first.name != second.name and first.name != "count":
        if second.name != "count":
            return None
        high = high / 100 if first.name == "percent" else high
        second = replace(second, name=first.name, unit=first.unit)
    elif first.name == "count" and second.name == "percent":
        low /= 100
    elif first.name == "count" and second.name not in _RANGED:
        return replace(second, start=first.start) if second.name == "age" and low < high else None
    if numeral.scale > 1 and low < numeral.value / numeral.scale and low < 1000:
        low *= numeral.scale
    if not low < high or (joint.low == "or" and vague):
        return None
    return replace(second, start=first.start, low=low, high=high, ranged=True, approximate=first.approximate, form="digits")
