"""The year of an expression: told in it, by the other end of a range, or by the context."""

from __future__ import annotations

import re

from sayso.annotators.time.amounts import step_of
from sayso.annotators.time.context import Context, is_future
from sayso.annotators.time.matches import Match

__all__ = ["full_year", "year_of"]


def year_of(match: Match, context: Context, month: int = 0, day: int = 0) -> tuple[int, bool, bool]:
    """Return the year of a match, whether it is before Christ, and whether the text told it."""
    words = match.words
    if (era := match.find("B")) >= 0:
        number = words.word(era - 1 if words.tags[era - 1] != "." else era - 2)
        return int(number) if number.isdigit() and int(number) < 3000 else 0, words.word(era)[0] == "b", True
    if (place := match.find("Y")) >= 0:
        return int(words.word(place)), False, True
    if (place := match.find("c")) >= 0:
        return full_year(int(words.word(place)[1:]), context), False, True
    if "tU" in match.tags and context.supposed and not context.narrative:
        return context.present, False, False
    if "U" in match.tags and re.search(r"[js]s?U|tU", match.tags) and context.year:
        return context.year, context.before, False
    if "U" in match.tags and re.search(r"[ilx]U", match.tags):
        return context.present + step_of(match), False, False
    following = _following_year(match, month)
    if following:
        return following, False, True
    return context.year_for(month, day, is_future(words, match.first)), context.before and context.narrative, False


def full_year(short: int, context: Context) -> int:
    """Return the year that two digits stand for, nearest below the present."""
    near = context.present or 2000
    century = near - near % 100
    return century + short if century + short <= near + 5 else century - 100 + short


_AHEAD = re.compile(r"(?:-|2|&)(?:(?:t?XFt?|tE-?|E-?)?(?:t?[od])?F?M,?(?P<one>Y)|Mt?[do],?(?P<two>Y))")


def _following_year(match: Match, month: int) -> int:
    """Return the year told by the other end of a range: "October" in "October and December 2015"."""
    ahead = _AHEAD.match(match.words.tags, match.last)
    if not ahead or not month:
        return 0
    place = ahead.start("one") if ahead["one"] else ahead.start("two")
    other = next(int(match.words.value(n)) for n in range(match.last, place) if match.words.tags[n] == "M")
    return int(match.words.word(place)) - (month > other)
