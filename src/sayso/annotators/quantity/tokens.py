"""Tokens: the words, numerals and signs of a text, each with what stands before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sayso.text import level

__all__ = ["BROKEN", "END", "SPACED", "TOUCHING", "Token", "blocks", "token_at"]

TOUCHING, SPACED, BROKEN = 0, 1, 2
_BLOCK = 8000  # code points; longer stretches without a blank line are cut at white space, so that memory stays flat
_BLANK = re.compile(r"\n[ \t\r\f\v]*\n\s*")
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_TOKEN = re.compile(
    rf"""
    (?P<link>https?://\S+|www\.\S+|[@\#][A-Za-z_]\w*)
  | (?P<phone>\+\d[\d\ ()-]{{6,18}}\d(?!\w)|\(\d{{3}}\)\ ?\d{{3}}-\d{{4}}|\d{{3}}-\d{{3}}-\d{{4}}(?!\w))
  | (?P<date>\d{{4}}-\d\d-\d\d(?:T[\d:.+Z-]{{4,30}})?(?!\w)|\d\d?([/.])\d\d?\4(?:\d{{4}}|\d\d)(?!\w)
      |\d\d?-\d\d?-\d{{4}}(?!\w)|\d{{4}}/\d\d?/\d\d?(?!\w)|\d\d?[-/]{_MONTH}[-/]\d\d(?:\d\d)?(?!\w))
  | (?P<time>[01]?\d[0-5]\d\ ?[ap]m(?!\w)|\d\d?(?:[:.]\d\d){{0,2}}\ ?(?:[ap]\.m\.|[ap]m(?!\w))|\d\d?:\d\d(?::\d\d)?(?:\.\d{{1,6}})?(?!\d)
      |[012]\d[0-5]\d\ ?(?:gmt|utc|hrs)(?!\w)|0\d[0-5]\d\ ?hours(?!\w))
  | (?P<ordinal>\d+(?:st|nd|rd|th)(?!\w))
  | (?P<ratio>\d{{1,4}}[/\u2044]\d{{1,4}}(?![\d/\u2044]))
  | (?P<number>\d+(?:[.,]\d+)*|(?<![\w.])\.\d+)
  | (?P<abbreviation>(?:[A-Z]\.){{2,12}})
  | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)
  | (?P<sign>\S)
    """,
    re.VERBOSE | re.IGNORECASE,
)


class Token(NamedTuple):
    """A token: its words as levelled and in lower case, its place in the text, its kind, and the gap before it."""

    text: str
    low: str
    start: int
    end: int
    kind: str
    gap: int


END = Token("", "", 0, 0, "end", BROKEN)


def token_at(tokens: Sequence[Token], at: int) -> Token:
    """Return the token at this place; END outside the text."""
    return tokens[at] if 0 <= at < len(tokens) else END


def blocks(text: str) -> Iterator[list[Token]]:
    """Yield the tokens of one stretch of the text after the other, cut at blank lines."""
    plain = level(text)
    for start, end in _stretches(plain):
        yield list(_tokens(plain, start, end))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for blank in _BLANK.finditer(text):
        yield from _short(text, start, blank.start())
        start = blank.end()
    yield from _short(text, start, len(text))


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _BLOCK:
        cut = max(text.rfind("\n", start + _BLOCK // 2, start + _BLOCK), text.rfind(". ", start + _BLOCK // 2, start + _BLOCK) + 1)
        cut = cut if cut > start else text.rfind(" ", start + _BLOCK // 2, start + _BLOCK)
        cut = cut if cut > start else start + _BLOCK
        yield start, cut
        start = cut
    yield start, end


def _tokens(text: str, start: int, end: int) -> Iterator[Token]:
    last = start
    for found in _TOKEN.finditer(text, start, end):
        begin, stop = found.span()
        gap = TOUCHING if begin == last and last > start else BROKEN if last == start or "\n" in text[last:begin] else SPACED
        word = found.group()
        yield Token(word, word.lower(), begin, stop, found.lastgroup or "sign", gap)
        last = stop
