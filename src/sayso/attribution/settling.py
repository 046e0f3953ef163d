"""Settling: drafts of one paragraph that claim the same words, each left with its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.attribution.counter import countered
from sayso.attribution.draft import Draft, Paragraph
from sayso.model import Span

__all__ = ["settled"]


def settled(paragraph: Paragraph, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without a noun's that a verb's repeats, and with none that takes in who says it all: "X said A, Y reported"."""
    trimmed = [_trimmed(paragraph, draft, drafts) for draft in drafts]
    return [draft for draft in trimmed if not any(_repeats(draft, other) for other in trimmed)]


def _repeats(draft: Draft, other: Draft) -> bool:
    """Tell whether a noun that nobody is named for says what a verb says: "X said in a statement that ..."."""
    by_noun = draft.source is None and draft.rule.endswith(":noun")
    return by_noun and other.source is not None and other.kind == draft.kind and _starts(draft) == _starts(other)


def _starts(draft: Draft) -> int:
    return draft.content[0].start


def _trimmed(paragraph: Paragraph, draft: Draft, drafts: Sequence[Draft]) -> Draft:
    """Return a draft whose last piece ends before the speaker of all of it, or before another speaker, where one stands in that piece."""
    last = draft.content[-1]
    cuts = [other.content[-1].end for other in drafts if _closes(other, draft)]
    over = countered(paragraph, draft, drafts)
    end = min((cut for cut in (*cuts, over) if cut is not None and last.start < cut < last.end), default=None)
    span = paragraph.trim(last.start, end) if end is not None else None
    return replace(draft, content=(*draft.content[:-1], span)) if span else draft


def _closes(outer: Draft, inner: Draft) -> bool:
    """Tell whether a speaker stands behind all of what another is made to say, and inside it."""
    if outer.source is None or not outer.cue or outer is inner or outer.kind != "saying":
        return False
    whole, last = Span(outer.content[0].start, outer.content[-1].end), inner.content[-1]
    behind = whole.end <= min(outer.source.start, outer.cue[0].start)
    return behind and outer.source in last and outer.cue[0] in last and all(cue in whole for cue in inner.cue) and bool(inner.cue)
