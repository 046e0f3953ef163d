"""Attribution: who says what, from cues, quotes and syntax to statements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import add

from sayso.annotators import quotes
from sayso.annotators.syntax import Parsed
from sayso.attribution import brackets, citing, headlines, nouns, phrases, reckoning, verbs
from sayso.attribution.continuation import block, carried, extended
from sayso.attribution.draft import Draft, Paragraph
from sayso.attribution.ends import ended
from sayso.attribution.keeping import kept
from sayso.attribution.nesting import nested
from sayso.attribution.resolution import sources
from sayso.attribution.settling import settled
from sayso.model import Document, Polarity, Quoted, Source, Span, Statement

__all__ = ["is_saying", "paragraph_of", "raw", "statements"]

_SAYINGS = ("saying", "belief", "continuation")
_ENDS = frozenset('.!?:)"”')
_COLUMNS: list[int | str] = ["IDX", "LENGTH", "LOWER", "DEP", "SENT_START"]
_SHORT = 60  # code points: a wrapped line of prose is longer


def statements(document: Document, parsed: Sequence[Parsed]) -> tuple[Statement, ...]:
    """Return what is said in a document, in the order of its content; `parsed` are its paragraphs."""
    paragraphs = [paragraph_of(document.text, part) for part in parsed]
    found = list(_found(paragraphs))
    found.sort(key=lambda pair: _place(pair[1]))
    named = sources(found, paragraphs)
    said = [_statement(paragraph, draft, source) for (paragraph, draft), source in zip(found, named, strict=True)]
    own = _own_voices(document, said)
    return nested(item for item in said if item.source is None or item.source.name not in own)


def is_saying(statement: Statement) -> bool:
    """Tell whether somebody says, writes, reports or believes the content; wishes, attitudes and appearances are none of these."""
    return statement.rule.split(":")[0] in _SAYINGS


def _own_voices(document: Document, said: Sequence[Statement]) -> frozenset[str | None]:
    """Return the names of the outlet and its own people: inside it they are its voice, "Harbour Radio's Lina Banda said"."""
    if not document.outlet:
        return frozenset()
    itself = document.outlet.lower()
    names = [item.source.name for item in said if item.source and item.source.name]
    selves = [name for name in names if name.lower() == itself or name.lower().startswith(f"{itself} and ")]
    marks = [f"{document.outlet}{mark}" for mark in ("'s ", "’s ", " correspondent")]
    mentions = [(item.source.name, item.source.mention.of(document.text)) for item in said if item.source and item.source.mention]
    return frozenset([*selves, *(name for name, mention in mentions if any(mark in mention for mark in marks))])


def _found(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, Draft]]:
    """Yield the drafts of each paragraph, and those that run on from the one before."""
    previous: tuple[Paragraph, list[Draft]] | None = None
    for paragraph in paragraphs:
        own = _drafts(paragraph) if paragraph.parsed.read else []
        if previous is not None:
            spoken = list(block(*previous, paragraph))
            yield from ((previous[0], draft) for draft in spoken)
            own += carried(*previous, paragraph, [*own, *spoken])
        yield from ((paragraph, draft) for draft in own)
        previous = paragraph, own


def paragraph_of(text: str, part: Parsed) -> Paragraph:
    """Return a parsed stretch of a text with its quotes and line ends."""
    span = Span(part.offset, part.end)
    places, lengths, forms, relations, opening = part.doc.to_array(_COLUMNS).T.tolist()
    starts = tuple(part.offset + place for place in places)
    ends = tuple(map(add, starts, lengths))
    sentences = tuple(at for at, opens in enumerate(opening) if opens == 1 or not at)
    marked = quotes.annotate(text, (span,)), tuple(_breaks(text, span))
    return Paragraph(text, part, *marked, starts, ends, tuple(forms), tuple(relations), sentences)


def _breaks(text: str, span: Span) -> Iterator[int]:
    """Yield where a line begins that is no mere wrapping of the one before: that one ends a sentence, or is short."""
    start = span.start
    while (end := text.find("\n", start, span.end)) >= 0:
        line = text[start:end].rstrip()
        following = text[end + 1 : end + 2]
        if line[-1:] in _ENDS or (len(line) < _SHORT and not following.islower()):
            yield end + 1
        start = end + 1


def _drafts(paragraph: Paragraph) -> list[Draft]:
    found = extended(paragraph, kept(paragraph, settled(paragraph, [ended(paragraph, draft) for draft in raw(paragraph)])))
    return [*found, *citing.drafts(paragraph, found)]


def raw(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield the drafts as the rules find them."""
    for find in (verbs.drafts, nouns.drafts, phrases.drafts, reckoning.drafts, headlines.drafts, brackets.drafts):
        yield from find(paragraph)


def _place(draft: Draft) -> int:
    return (draft.source or (*draft.cue, *draft.content)[0]).start


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
    if draft.rule == "saying:block":
        return Quoted.DIRECT
    total = sum(len(piece) for piece in draft.content)
    inside = sum(
        max(0, min(piece.end, quote.span.end) - max(piece.start, quote.span.start)) for piece in draft.content for quote in paragraph.quotes
    )
    return Quoted.DIRECT if inside >= 0.9 * total else Quoted.MIXED if inside else Quoted.INDIRECT
