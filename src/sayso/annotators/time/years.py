"""Years, decades and centuries."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotators.time.amounts import ordinal_of
from sayso.annotators.time.context import Context
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.mods import approximate, edge_of
from sayso.annotators.time.told_year import full_year, year_of
from sayso.annotators.time.values import iso
from sayso.annotators.time.words import leads

__all__ = ["read_decade", "read_era", "read_quarter", "read_short_year", "read_year", "read_years"]


def read_year(match: Match, context: Context) -> Iterator[Found]:
    """Yield a bare year, where the words around it let it be one."""
    words, place = match.words, match.find("Y")
    before = words.tags[place - 1] if place else "|"
    after = words.tags[place + 1] if place + 1 < len(words.tags) else "|"
    number = int(words.word(place))
    if after in "~@$%z" or before in "/$" or (after == "-" and words.tags[place + 2 : place + 3] == "_"):
        return
    led = before in "NFZ2&-(|EXb,lqtOAif" or words.word(place - 1) in leads("before a year")
    listed = after in "|),.-" or (before == "_" and context.narrative)
    if not (1700 <= number < 2101) and not (before in "NFZ2|(" and (context.narrative or number > 1400)):
        return
    if not led and not listed:
        return
    if place and words.word(place - 1) in leads("before a number") and not context.narrative:
        return
    if (
        not context.year or before == "|" or (before == "N" and abs(number - context.year) < 15)
    ):  # "by 1978", "since 1960": the telling stays where it is
        context.tell(number)
    first = match.first if match.tags[0] == "q" and approximate(match) else place
    yield Found(first, match.last, "DATE", iso(number), approximate(match) if first < place else None)


def read_era(match: Match, context: Context) -> Iterator[Found]:
    if match.tags[-1] != "B":
        ahead = match.last + 1
        number, before = int(match.words.word(match.first)), match.words.word(ahead + 1)[0] == "b"
    else:
        number, before, _ = year_of(match, context)
    if number:
        context.tell(number, 0, 0, before)
        yield Found(match.first, match.last, "DATE", iso(number, before=before), approximate(match))


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
    before = match.words.tags[match.first - 1] if match.first else ""
    if before and before in "NZFE&-":
        yield Found(match.first, match.last, "DATE", str(full_year(int(match.words.word(match.first)[1:]), context)))


def read_quarter(match: Match, context: Context) -> Iterator[Found]:
    """Yield "Q3 2016"."""
    if year := int(match.value("Y") or context.present):
        yield Found(match.first, match.last, "DATE", f"{year:04d}-{match.value('J')}")


def read_decade(match: Match, context: Context) -> Iterator[Found]:
    """Yield "the 1990s", "the '90s", "the 19th century"."""
    mod = edge_of(match)
    if (place := match.find("C")) >= 0:
        digits = match.words.word(place).strip("'s")
        start = int(digits) if len(digits) > 2 else full_year(int(digits), context)
        if start < 1400 and not context.narrative:
            return
        before = context.before and context.narrative and start < 1000
        yield Found(match.first, match.last, "DATE", f"{'BC' if before else ''}{start // 10:03d}", mod)
        return
    if match.value("U") != "CE" or not (number := ordinal_of(match)):
        return
    before = match.find("B") >= 0 and match.value("B")[0] == "b"
    yield Found(match.first, match.last, "DATE", f"{'BC' if before else ''}{number - 1:02d}", mod)
