"""Attribution: who says what, from cues, quotes and syntax to statements."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotators import quotes
from sayso.annotators.actors import classify
from sayso.annotators.syntax import Parsed
from sayso.attribution import phrases, verbs
from sayso.attribution.draft import Draft, Paragraph
from sayso.attribution.nesting import nested
from sayso.model import Document, Polarity, Quoted, Source, Span, Statement

__all__ = ["statements"]


def statements(document: Document, parsed: Sequence[Parsed]) -> tuple[Statement, ...]:
    """Return what is said in a document, in the order of its content; `parsed` are its paragraphs."""
    found: list[Statement] = []
    for part in parsed:
        span = Span(part.offset, part.offset + len(part.doc.text))
        paragraph = Paragraph(document.text, part, quotes.annotate(document.text, (span,)))
        drafts = [*verbs.drafts(paragraph), *phrases.drafts(paragraph)]
        found += (_statement(paragraph, draft) for draft in drafts)
    return nested(found)


def _statement(paragraph: Paragraph, draft: Draft) -> Statement:
    source = None
    if draft.source:
        name = draft.source.of(paragraph.text)
        source = Source(name, *classify(name), mention=draft.source)
    return Statement(
        source,
        draft.cue,
        draft.content,
        _quoted(paragraph, draft),
        hedged=draft.stance == "hedged",
        polarity=Polarity.DENIED if draft.stance == "denied" else Polarity.AFFIRMED,
        rule=draft.rule,
    )


def _quoted(paragraph: Paragraph, draft: Draft) -> Quoted:
    """Return direct where all of the content is quoted, mixed where some of it is."""
    total = sum(len(piece) for piece in draft.content)
    inside = sum(
        max(0, min(piece.end, quote.span.end) - max(piece.start, quote.span.start)) for piece in draft.content for quote in paragraph.quotes
    )
    return Quoted.DIRECT if inside >= 0.9 * total else Quoted.MIXED if inside else Quoted.INDIRECT
