"""Attribution: who says what, from cues, quotes and syntax to statements."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotators import quotes
from sayso.annotators.syntax import Parsed
from sayso.attribution import brackets, headlines, phrases, verbs
from sayso.attribution.draft import Draft, Paragraph
from sayso.attribution.nesting import nested
from sayso.attribution.resolution import sources
from sayso.model import Document, Polarity, Quoted, Source, Span, Statement

__all__ = ["statements"]


def statements(document: Document, parsed: Sequence[Parsed]) -> tuple[Statement, ...]:
    """Return what is said in a document, in the order of its content; `parsed` are its paragraphs."""
    paragraphs = [_paragraph(document.text, part) for part in parsed]
    found = [(paragraph, draft) for paragraph in paragraphs for draft in _drafts(paragraph)]
    found.sort(key=lambda pair: _place(pair[1]))
    named = sources(found, paragraphs)
    return nested(_statement(paragraph, draft, source) for (paragraph, draft), source in zip(found, named, strict=True))


def _paragraph(text: str, part: Parsed) -> Paragraph:
    span = Span(part.offset, part.offset + len(part.doc.text))
    return Paragraph(text, part, quotes.annotate(text, (span,)))


def _drafts(paragraph: Paragraph) -> list[Draft]:
    finders = (verbs.drafts, phrases.drafts, headlines.drafts, brackets.drafts)
    return [draft for find in finders for draft in find(paragraph)]


def _place(draft: Draft) -> int:
    return (draft.source or draft.cue[0]).start


def _statement(paragraph: Paragraph, draft: Draft, source: Source | None) -> Statement:
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
