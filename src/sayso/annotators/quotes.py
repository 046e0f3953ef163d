"""Quotes: words between quotation marks of any kind, within a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.model import Quote, Span
from sayso.text import level

__all__ = ["annotate"]

_MARK = re.compile(r"''|,,(?=\S)|\"")
_OPENS = "\u201c\u201e\u00ab"
_CLOSES = "\u201d\u00bb"


def annotate(text: str, paragraphs: Sequence[Span]) -> tuple[Quote, ...]:
    """Return the quotes in reading order; one that its paragraph does not close is `open` and ends with it."""
    return tuple(quote for span in paragraphs for quote in _in_paragraph(text, span))


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Quote]:
    written = paragraph.of(text)
    plain = level(written)
    start: re.Match[str] | None = None
    for mark in _MARK.finditer(plain):
        if start is None:
            start = mark if _can_open(written, mark) else None
        elif not (written[mark.start()] in _OPENS and written[start.start()] not in _OPENS + _CLOSES):
            yield Quote(Span(start.start(), mark.end()).shift(paragraph.start), Span(start.end(), mark.start()).shift(paragraph.start))
            start = None
    if start is not None and start.end() < len(written):
        yield Quote(
            Span(start.start(), len(written)).shift(paragraph.start), Span(start.end(), len(written)).shift(paragraph.start), open=True
        )


def _can_open(text: str, mark: re.Match[str]) -> bool:
    """Tell whether a mark can open a quote: not a closing one, nor the sign for inches, nor one before a space."""
    if text[mark.start()] in _CLOSES and text[mark.start()] != "»":
        return False
    after = text[mark.end() : mark.end() + 1]
    before = text[mark.start() - 1 : mark.start()] or " "
    return bool(after.strip()) and (text[mark.start()] in _OPENS or not before.isalnum())
