"""Quotes: words between quotation marks of any kind, within a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.model import Quote, Span
from sayso.text import level

__all__ = ["annotate"]

_MARK = re.compile(r"''|``|,,(?=\S)|\"|(?<![\w'])'(?=\w)|(?<=[\w.,!?…])'(?!\w)|(?<=[.,!?…])'")
_OPENS = "\u201c\u201e\u00ab"
_CLOSES = "\u201d\u00bb"


def annotate(text: str, paragraphs: Sequence[Span]) -> tuple[Quote, ...]:
    """Return the quotes in reading order; one that its paragraph does not close is `open` and ends with it."""
    return tuple(quote for span in paragraphs for quote in _in_paragraph(text, span))


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Quote]:
    plain = level(text).replace("\u0060\u0060", "''")
    start: re.Match[str] | None = None
    for mark in _MARK.finditer(plain, paragraph.start, paragraph.end):
        if mark.group() == "'":
            continue
        if start is None:
            start = mark if _can_open(text, mark, paragraph) else None
        elif not (text[mark.start()] in _OPENS and text[start.start()] not in _OPENS + _CLOSES):
            yield Quote(Span(start.start(), mark.end()), Span(start.end(), mark.start()))
            start = None
    if start is not None and start.end() < paragraph.end:
        yield Quote(Span(start.start(), paragraph.end), Span(start.end(), paragraph.end), open=True)


def _can_open(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Tell whether a mark can open a quote: not a closing one, and not the sign for inches or a stray one before a space."""
    if text[mark.start()] in _CLOSES and text[mark.start()] != "\u00bb":
        return False
    after = text[mark.end() : mark.end() + 1]
    before = text[mark.start() - 1 : mark.start()] if mark.start() > paragraph.start else " "
    return bool(after.strip()) and (text[mark.start()] in _OPENS or not before.isalnum())
