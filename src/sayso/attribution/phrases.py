"""Phrases: attributions made without a verb: "according to X", "in X's words", "X:" before what is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.attribution.draft import Draft, Paragraph
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["drafts"]


def drafts(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield an attribution for each "according to" with its sentence."""
    for token in paragraph.doc:
        if token.lower_ == "according" and token.i + 2 < len(paragraph.doc) and token.nbor().lower_ == "to":
            yield from _according(paragraph, token)


def _according(paragraph: Paragraph, token: Token) -> Iterator[Draft]:
    start, end = token.i + 2, token.sent.end
    head = next((c for c in token.nbor().children if c.dep_ == "pobj"), None)
    stop = min(head.right_edge.i + 1, end) if head is not None else end
    first = token.i == token.sent.start or not any(w.pos_ in ("VERB", "AUX") for w in token.doc[token.sent.start : token.i])
    comma = next((w.i for w in token.doc[start:end] if w.text == "," and w.i >= (stop if first else start)), None)
    if first:
        stop = stop if comma is None else max(min(stop, comma), start + 1)
    source = paragraph.span(start, stop)
    if source is None:
        return
    before = paragraph.span(token.sent.start, token.i)
    while token.doc[end - 1].is_space or token.doc[end - 1].text == ".":
        end -= 1
    after = paragraph.span(stop, end) if first else None
    at = paragraph.at(token.i)
    pieces = tuple(piece for piece in (paragraph.whole_quotes(before if not first else after, at),) if piece)
    if pieces:
        cue = Span(paragraph.at(token.i), paragraph.end_of(token.i + 1))
        yield Draft(source, (cue,), pieces, "saying", "saying:according", head=head)
