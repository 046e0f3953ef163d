"""Text: stretches of an unchanging text, and its same-length normal form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sayso.model import Selector, Span

__all__ = ["excerpt", "find", "level", "paragraphs", "select", "trim", "utf16_offset"]

_CONTEXT = 32  # code points on each side of a quote: enough to tell repeats apart in practice (W3C examples use about as many)
_BLANK_LINE = re.compile(r"\n[ \t\r\f\v\u00a0]*(?:\n[ \t\r\f\v\u00a0]*)+")
_LEVEL = str.maketrans({
    "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\u200a": " ", "\u2002": " ", "\u2003": " ", "\t": " ", "\u3000": " ",
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u02bc": "'", "\u0060": "'", "\u00b4": "'", "\u2032": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u00ab": '"', "\u00bb": '"', "\u2033": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2212": "-", "\u00ad": "-",
})  # fmt: skip


def level(text: str) -> str:
    """Return the text with odd spaces, quotes and dashes made plain, code point for code point.

    >>> level("18\\u00a0000 \\u2013 \\u201cdead\\u201d")
    '18 000 - "dead"'
    """
    return text.translate(_LEVEL)


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the stretches between blank lines, without surrounding white space; a text without blank lines is one."""
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        yield from _filled(text, Span(start, gap.start()))
        start = gap.end()
    yield from _filled(text, Span(start, len(text)))


def trim(text: str, span: Span, drop: str = " \t\r\n\u00a0") -> Span:
    """Return the span without these characters at its ends; empty at its start if nothing else is in it."""
    start, end = span.start, span.end
    while start < end and text[start] in drop:
        start += 1
    while end > start and text[end - 1] in drop:
        end -= 1
    return Span(start, end)


def utf16_offset(text: str, offset: int) -> int:
    """Return the offset in UTF-16 code units, as a browser counts, of an offset in code points."""
    return offset + sum(1 for character in text[:offset] if ord(character) > 0xFFFF)


def select(text: str, span: Span) -> Selector:
    """Return the quote that finds the span again."""
    before = text[max(0, span.start - _CONTEXT) : span.start]
    return Selector(span.of(text), before, text[span.end : span.end + _CONTEXT])


def find(text: str, selector: Selector) -> tuple[Span, ...]:
    """Return where the quoted words stand: the one place whose surroundings fit best, all that fit fully, or none.

    White space, quotes and dashes may differ, as they do between two readings of a page. Several places that fit equally, and
    not fully, are no answer.

    >>> find("Two died. Two fled.", Selector("Two", prefix="died. "))
    (Span(start=10, end=13),)
    """
    words = level(selector.exact).split()
    if not words:
        return ()
    wanted = r"\s+".join(map(re.escape, words))
    places = [Span(*found.span(1)) for found in re.finditer(f"(?=({wanted}))", level(text))]  # "11" stands twice in "111"
    before, after = _plain(selector.prefix), _plain(selector.suffix)
    fits: dict[int, list[Span]] = {}
    for place in places:
        around = _plain(text[max(0, place.start - 4 * _CONTEXT) : place.start]), _plain(text[place.end : place.end + 4 * _CONTEXT])
        fit = _shared(before[::-1], around[0][::-1]) + _shared(after, around[1])
        fits.setdefault(fit, []).append(place)
    if not fits:
        return ()
    best = max(fits)
    return tuple(fits[best]) if len(fits[best]) == 1 or best == len(before) + len(after) else ()


def excerpt(text: str, span: Span, around: int = 160) -> Span:
    """Return the span with up to so many code points on each side, cut at spaces."""
    start, end = max(0, span.start - around), min(len(text), span.end + around)
    if start:
        space = text.find(" ", start, span.start)
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", span.end, end)
        end = space if space >= 0 else end
    return Span(start, end)


def _plain(text: str) -> str:
    return "".join(level(text).split())


def _filled(text: str, span: Span) -> Iterator[Span]:
    inner = trim(text, span)
    if inner.start < inner.end:
        yield inner


def _shared(one: str, other: str) -> int:
    return next((number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
