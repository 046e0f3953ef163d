"""Excerpts: the words of a claim in their surroundings, with offsets in code points and in UTF-16 units."""

from __future__ import annotations

from typing import Any

from sayso import text as stretches
from sayso.linking.told import Told
from sayso.model import Span

__all__ = ["excerpt"]

_AROUND = 160  # code points on each side of the words
_LONGEST = 700  # code points: a longer sentence is cut to the words and their surroundings


def excerpt(told: Told) -> dict[str, Any]:  # Any: JSON
    """Return the words with about 160 characters on each side, and the whole sentence where it is not too long; as JSON values."""
    text, words = told.document.text, told.claim.span
    whole = stretches.excerpt(text, words, _AROUND)
    if len(told.sentence.cover(words)) <= _LONGEST:
        whole = whole.cover(told.sentence)
    source = told.claim.chain[-1].mention if told.claim.chain else None
    place = told.claim.place.whole if told.claim.place else None
    return {
        "text": whole.of(text),
        "before": whole.start > 0,
        "after": whole.end < len(text),
        "words": _range(text, whole, words),
        "sentence": _range(text, whole, told.sentence),
        "cues": [found for span in told.claim.cue if (found := _range(text, whole, span))],
        "source": _range(text, whole, source),
        "place": _range(text, whole, place),
    }


def _range(text: str, whole: Span, span: Span | None) -> dict[str, int] | None:
    """Return where the part of a span that is in the excerpt lies in it; None where no part is."""
    if span is None or not (span.overlaps(whole) or span in whole):
        return None
    start, end = max(span.start, whole.start) - whole.start, min(span.end, whole.end) - whole.start
    shown = whole.of(text)
    return {"start": start, "end": end, "start16": stretches.utf16_offset(shown, start), "end16": stretches.utf16_offset(shown, end)}
