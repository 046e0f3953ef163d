"""Citing: whom a speaker cites for what it says: "X said, citing a military source"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotators.actors import is_known
from sayso.attribution.draft import Draft, Paragraph
from sayso.attribution.names import role_of
from sayso.lexicon import words
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["cites", "drafts"]


def cites() -> frozenset[str]:
    """Return the forms of a verb that, beside a saying, name whom it rests on: "citing"."""
    return words("lexicons/cites.csv")


def drafts(paragraph: Paragraph, said: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what a cited source says: the content of the saying that cites it, or the sentence where nobody is said to say it."""
    for token in paragraph.written(cites()):
        source = next((c for c in token.children if c.dep_ == "dobj" and c.i > token.i), None)
        if source is None:
            continue
        mention = paragraph.span(source.left_edge.i, min(source.right_edge.i + 1, _stop(token, source)))
        content = _content(paragraph, token, said)
        if mention is not None and content and (is_known(mention.of(paragraph.text)) or role_of(source.text)):
            cue = Span(paragraph.at(token.i), paragraph.end_of(token.i))
            yield Draft(mention, (cue,), content, "citing", "saying:citing", head=source)


def _stop(token: Token, source: Token) -> int:
    """Return where the cited source ends: at a comma that its own words do not go on after."""
    return next((t.i for t in token.doc[source.i : source.right_edge.i + 1] if t.text in (",", ";")), source.right_edge.i + 1)


def _content(paragraph: Paragraph, token: Token, said: Sequence[Draft]) -> tuple[Span, ...]:
    start, end = paragraph.at(token.sent.start), paragraph.end_of(token.sent.end - 1)
    at = paragraph.at(token.i)
    near = [
        draft
        for draft in said
        if draft.kind == "saying"
        and draft.cue
        and draft.cue[0].start != at
        and start <= draft.cue[0].start < end
        and not any(p.start <= at < p.end for p in draft.content)
    ]
    if near:
        return min(near, key=lambda draft: abs(draft.cue[0].start - at)).content
    before = paragraph.trim(start, at)
    return (before,) if before and len(before) > 20 else ()
