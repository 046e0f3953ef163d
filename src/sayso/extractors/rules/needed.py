"""Needed: which blocks of a text the parser has to read for the claims in it; of the others, words alone tell enough."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sayso.annotators import cues
from sayso.annotators.layout import Block
from sayso.extractors.rules.signs import signs
from sayso.model import Measure, Period

__all__ = ["needed"]

_NO_FIGURES = frozenset(("age", "date", "designation", "duration", "frequency", "list", "ordinal", "pronoun", "score", "time"))
_WORD = re.compile(r"[a-z]+")
_OPENS = "\"'“”‘„«"
_LABEL = 8  # words
_POINTING = frozenset(("he", "she", "they", "it"))
_BACK = 2  # blocks of speech looked back for who "he" is
_HEAD = 2  # blocks


def needed(text: str, blocks: Sequence[Block], measures: Iterable[Measure], periods: Iterable[Period]) -> frozenset[int]:
    """Return the numbers of the blocks that the parser has to read.

    They hold a figure or a day, a label beside a figure, words by which a report could not be checked, or speech that goes on in a block
    with a figure; and those that come before "he said" with a figure and tell of speech.
    """
    starts = [block.span.start for block in blocks]
    words = [frozenset(_WORD.findall(block.span.of(text).lower())) for block in blocks]
    counting = {bisect_right(starts, one.span.start) - 1 for one in measures if one.kind not in _NO_FIGURES}
    dated = {bisect_right(starts, one.span.start) - 1 for one in periods if one.since or one.until}
    unchecked = {number for number, own in enumerate(words) if own & _unchecked()}
    beside = {near for number in counting for near in _beside(text, blocks, words, number)}
    return frozenset({*range(_HEAD), *counting, *dated, *unchecked, *beside} & {*range(len(blocks))})


def _beside(text: str, blocks: Sequence[Block], words: Sequence[frozenset[str]], number: int) -> Iterator[int]:
    """Yield the blocks beside one with a figure that tell what it counts or who says it."""
    if number and (text[blocks[number].span.start] in _OPENS or text[blocks[number - 1].span.end - 1] == ":"):
        yield number - 1
    yield from (near for near in (number - 1, number + 1) if 0 <= near < len(blocks) and len(blocks[near].span.of(text).split()) <= _LABEL)
    if words[number] & _saying() and words[number] & _POINTING:
        spoken = [near for near in range(number - 1, -1, -1) if words[near] & _saying()]
        yield from spoken[:_BACK]


@cache
def _saying() -> frozenset[str]:
    return frozenset(form for form, row in cues.verbs().items() if row.kind == "saying")


@cache
def _unchecked() -> frozenset[str]:
    return frozenset().union(*(signs(name) for name in ("disclaim", "confirmation", "evidence", "unverified")))
