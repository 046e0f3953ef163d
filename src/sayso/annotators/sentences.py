"""Sentences: the stretches of a text that a reader takes as one, found without a parser."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sayso import lexicon
from sayso.annotators.layout import blocks
from sayso.model import Span

__all__ = ["Abbreviation", "around", "sentences"]

_STOP = re.compile(r"""(?P<mark>[.!?…]+)["'”’»)\]]*(?P<gap>\s+)(?=(?P<next>["'“‘«(\[]*\S))""")
_LAST_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
_INITIALS = re.compile(r"(?:[A-Z]|[^\W\d_](?:\.[^\W\d_])+)$")
_LONGEST_WORD = 24  # code points looked back for the word before a stop


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A word that is followed by a full stop and ends no sentence before a "name" or a "number"."""

    abbreviation: str
    before: str
    example: str


def sentences(text: str) -> Iterator[Span]:
    """Yield the sentences in reading order, without surrounding white space; a heading or item of a list is one or more of its own.

    An abbreviation before a name or number ends no sentence, nor do initials ("J. Haddad", "the U.N. Office").
    """
    for block in blocks(text):
        start = block.span.start
        for stop in _STOP.finditer(text, block.span.start, block.span.end):
            if _ends(text, stop):
                yield Span(start, stop.start("gap"))
                start = stop.end("gap")
        if start < block.span.end:
            yield Span(start, block.span.end)


def around(found: Sequence[Span], span: Span) -> Span:
    """Return the sentence of these (in reading order) that the span lies in, or all that it touches; the span itself if none."""
    first = bisect_right(found, span.start, key=lambda sentence: sentence.end)
    last = bisect_left(found, max(span.end, span.start + 1), key=lambda sentence: sentence.start)
    whole = span
    for sentence in found[first:last]:
        whole = whole.cover(sentence)
    return whole


def _ends(text: str, stop: re.Match[str]) -> bool:
    following = stop["next"][-1]
    if following.islower():
        return False
    if stop["mark"] != ".":
        return True
    word = _LAST_WORD.search(text, max(0, stop.start() - _LONGEST_WORD), stop.start())
    if word is None:
        return True
    before = _abbreviations().get(word[0])
    if before:
        return before == "number" and not following.isdigit()
    return not (_INITIALS.match(word[0]) and word[0].lower() not in ("a.m", "p.m"))


@cache
def _abbreviations() -> dict[str, str]:
    return {row.abbreviation: row.before for row in lexicon.table("lexicons/abbreviations.csv", Abbreviation)}
