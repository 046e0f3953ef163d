"""Years, decades and centuries."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.annotators.time.amounts import ordinal_of
from sayso.annotators.time.context import Context
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.mods import approximate, edge_of
from sayso.annotators.time.told_year import full_year, year_of
from sayso.annotators.time.values import iso
from sayso.annotators.time.words import Words, leads

__all__ = ["read_decade", "read_era", "read_quarter", "read_short_year", "read_year", "read_years"]


def read_year(match: Match, context: Context) -> Iterator[Found]:
    """Yield a bare year, where the words around it let it be one."""
    words, place = match.words, match.find("Y")
    number = int(words.word(place))
    if not _is_year(words, place, context):
        return
    before = words.tags[place - 1] if place else "|"
    if not context.year or before == "|" or (before == "N" and abs(number - context.year) < 15):
        context.tell(number)  # else, as in "by 1978", "since 1960", the telling stays where it is
    about = approximate(match) if match.tags[0] == "q" else None
    yield Found(match.first if about else place, match.last, "DATE", iso(number), about)


def _is_year(words: Words, place: int, context: Context) -> bool:
    before = words.tags[place - 1] if place else "|"
    after = words.tags[place + 1] if place + 1 < len(words.tags) else "|"
    number, previous = int(words.word(place)), words.word(place - 1)
    if after in "~@$%z" or before in "/$" or (after == "-" and words.tags[place + 2 : place + 3] == "_"):
        return False
    if not (1700 <= number < 2101) and not (before in "NFZ2|(" and (context.narrative or number > 1400)):
        return False
    if place and previous in leads("before a number") and not context.narrative:
        return False
    led = before in "NFZ2&-(|EXb,lqtOAif" or previous in leads("before a year")
    return led or after in "|),.-" or (before == "_" and context.narrative)


def read_era(match: Match, context: Context) -> Iterator[Found]:
    """Yield "146 B.C.", "about 300 AD"."""
    if match.tags[-1] != "B":
        ahead = match.last + 1
        number, before = int(match.words.word(match.first)), match.words.word(ahead + 1)[0] == "b"
    else:
        number, before, _ = year_of(match, context)
    if number:
        context.tell(number, 0, 0, before)
        yield match.stands_for("DATE", iso(number, before=before), approximate(match))


def read_years(match: Match, context: Context) -> Iterator[Found]:
    """Yield both years of "1939-45"."""
    first, second = match.words.word(match.first), match.words.word(match.last - 1)
    if not (first.isdigit() and second.isdigit()) or len(second) not in (2, 4):
        return
    last = int(first[: 4 - len(second)] + second)
    if last < int(first) or int(first) < 1400:
        return
    if not context.year or match.words.tags[match.first - 1 : match.first] in ("", "|"):
        context.tell(int(first))
    yield Found(match.first, match.first + 1, "DATE", first)
    yield Found(match.last - 1, match.last, "DATE", str(last))


def read_short_year(match: Match, context: Context) -> Iterator[Found]:
    """Yield "'98", after a word that leads a year in."""
    before = match.words.tags[match.first - 1] if match.first else ""
    if before and before in "NZFE&-":
        yield match.stands_for("DATE", str(full_year(int(match.words.word(match.first)[1:]), context)))


def read_quarter(match: Match, context: Context) -> Iterator[Found]:
    """Yield "Q3 2016", "3Q16"."""
    if short := re.match(r"([1-4])q\D*(\d+)", match.words.word(match.first)):
        year = int(short[2]) if len(short[2]) == 4 else full_year(int(short[2]), context)
        yield match.stands_for("DATE", f"{year:04d}-Q{short[1]}")
        return
    if match.value("J")[0] == "H" and match.find("Y") < 0:
        return
    if year := int(match.value("Y") or context.present):
        yield match.stands_for("DATE", f"{year:04d}-{match.value('J')}")


def read_decade(match: Match, context: Context) -> Iterator[Found]:
    """Yield "the 1990s", "the '90s", "the 19th century"."""
    if (place := match.find("C")) >= 0:
        digits = match.words.word(place).strip("'s")
        start = int(digits) if len(digits) > 2 else full_year(int(digits), context)
        if start >= 1400 or context.narrative:
            yield match.stands_for("DATE", _before(context.before and context.narrative and start < 1000, start // 10, 3), edge_of(match))
    elif match.value("U") == "Q":
        yield from _quarter(match, context)
    elif match.value("U") == "CE" and (number := ordinal_of(match)):
        yield match.stands_for("DATE", _before(match.value("B")[:1] == "b", number - 1, 2), edge_of(match))


def _quarter(match: Match, context: Context) -> Iterator[Found]:
    """Yield "the third quarter" in news: the last one that has begun."""
    number, today = ordinal_of(match), context.published
    if today and not context.narrative and 1 <= number <= 4:
        year = today.year - (number > (today.month + 2) // 3)
        yield match.stands_for("DATE", f"{year:04d}-Q{number}")


def _before(christ: bool, number: int, digits: int) -> str:
    return f"{'BC' if christ else ''}{number:0{digits}d}"
