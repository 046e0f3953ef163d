"""Sets: "every Friday", "daily", "a day"."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotators.time.amounts import amount_of
from sayso.annotators.time.context import Context
from sayso.annotators.time.matches import Found, Match
from sayso.annotators.time.values import length
from sayso.annotators.time.weekdays import read_unmarked
from sayso.annotators.time.words import Words

__all__ = ["read_set"]


def read_set(match: Match, context: Context) -> Iterator[Found]:
    """Yield "every Friday", "daily", "per day", and of "40 strikes a day" the "a day"."""
    if (place := match.find("G")) >= 0:
        if match.value("G").startswith("XXXX-WXX-"):
            if match.previous != "on":
                yield from read_unmarked(match, place, context)
                return
        elif _in_name(match.words, place):
            return
        yield match.stands_for("SET", match.words.value(place))
    elif match.find("W") >= 0:
        yield match.stands_for("SET", f"XXXX-WXX-{match.value('W')}")
    elif match.find("P") >= 0:
        yield match.stands_for("SET", f"XXXX-XX-XXT{match.value('P')}")
    else:
        inner = match.part(max(match.find("aep"), match.first), match.last)
        unit, amount = match.value("U"), amount_of(inner, match.find("U"))
        plain = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Y": "XXXX"}
        each = inner.tags == "eU" and unit in plain
        yield Found(inner.first, match.last, "SET", plain[unit] if each else length(amount, unit))


def _in_name(words: Words, place: int) -> bool:
    """Tell whether a word belongs to a name, as in "Hill Daily News"."""
    follows = words.plain[words.ends[place] : words.ends[place] + 2].strip()
    opens = place == 0 or words.tags[place - 1] in ".|("
    return words.plain[words.starts[place]].isupper() and (not opens or follows.isupper())
