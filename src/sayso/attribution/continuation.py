"""Continuation: speech that runs on after its cue, into the next quote, the next paragraph, the block after a colon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotators.cues import verb
from sayso.attribution.draft import Draft, Paragraph
from sayso.attribution.subjects import subject
from sayso.model import Quote, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["block", "carried", "extended"]

_REACH = 150  # code points between a statement and the quote that goes on with it: the rest of the cue's sentence
_STOPS = (".", "!", "?", '"', "''")
_WORDS = 3  # tokens of a stretch too short for a sentence
_TURNS = ("saying", "asking")


def extended(paragraph: Paragraph, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, with each quote of the paragraph that nobody is given for added to the saying right before it."""
    result = list(drafts)
    for quote in paragraph.quotes:
        if any(piece.overlaps(quote.span) for draft in result if not _inside(draft, quote) for piece in (*draft.content, *draft.cue)):
            continue
        at = _broken_off(paragraph, result, quote)
        if at is None:
            at = _last_before(result, quote)
            at = at if at is not None and _goes_on(paragraph, result[at], quote) else None
        if at is not None:
            result[at] = replace(result[at], content=(*result[at].content, quote.span))
    return result


def carried(previous: Paragraph, drafts: Sequence[Draft], paragraph: Paragraph, own: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the speech of the paragraph before that runs on through this one: an unclosed quote, or the block after a colon."""
    last = max((d for d in drafts if d.kind == "saying" and d.source), key=_end, default=None)
    whole = paragraph.trim(paragraph.parsed.offset, paragraph.parsed.end)
    if last is None or whole is None:
        return
    opened = previous.quotes and previous.quotes[-1].open and _holds(last, previous.quotes[-1])
    quotes = paragraph.quotes
    starts = bool(quotes) and quotes[0].span.start <= whole.start + 1
    alone = starts and not any(d.kind in _TURNS and any(p.overlaps(quotes[0].span) for p in d.content) for d in own)
    spoken = any(_holds(last, quote) for quote in previous.quotes)
    if (opened and starts) or (alone and spoken):
        yield replace(
            last, content=tuple(q.span for q in quotes if q.span.start <= quotes[0].span.end + 200), cue=(), rule="continuation:quote"
        )


def block(previous: Paragraph, drafts: Sequence[Draft], paragraph: Paragraph) -> Iterator[Draft]:
    """Yield the speech in the paragraph after a line that ends in a colon: "X said the following:"."""
    doc = previous.doc
    last = next((token for token in reversed(doc) if not token.is_space), None)
    whole = paragraph.trim(paragraph.parsed.offset, paragraph.parsed.end)
    if last is None or last.text != ":" or whole is None:
        return
    quoted = bool(paragraph.quotes) and paragraph.quotes[0].span.start <= whole.start
    verbs = [t for t in last.sent if t.pos_ == "VERB" and (quoted or _says(t)) and any(c.dep_ == "nsubj" for c in t.children)]
    if not verbs or (not quoted and len(whole) < _REACH):
        return
    bounds = (last.sent.start, last.sent.end)
    source = next((found for found in (subject(token, bounds) for token in verbs) if found), None)
    mention = previous.span(source.start, source.end) if source else None
    if source is None or mention is None or any(d.content and d.content[-1].end > previous.at(last.i) for d in drafts):
        return
    cue = Span(previous.at(verbs[0].i), previous.end_of(last.i))
    content = tuple(quote.span for quote in paragraph.quotes) if quoted else (whole,)
    yield Draft(mention, (cue,), content, "saying", "saying:block", head=source.head)


def _says(token: Token) -> bool:
    row = verb(token)
    return row is not None and row.kind == "saying"


def _broken_off(paragraph: Paragraph, drafts: Sequence[Draft], quote: Quote) -> int | None:
    """Return the speech that a quote at the start of a sentence takes up: the sentence before has its first part, its speaker and no more.

    "Nine died," the mayor said, asking for help. "Two are lost."
    """
    first = paragraph.token(quote.span.start)
    last = next((token.i for token in reversed(paragraph.doc[:first]) if not token.is_space), None)
    if last is None or paragraph.doc[last].text not in (",", *_STOPS):
        return None
    start = paragraph.at(_sentence_start(paragraph, last))
    near = [at for at, draft in enumerate(drafts) if draft.kind == "saying" and draft.source and draft.cue and draft.cue[0].start >= start]
    spoken = (at for at in near if _end(drafts[at]) <= quote.span.start and _interrupted(paragraph, drafts[at], start))
    return next(spoken, None)


def _sentence_start(paragraph: Paragraph, last: int) -> int:
    """Return the first token of the sentence that ends with a token; a closing mark may stand in a sentence of its own."""
    start = paragraph.sentence(last)[0]
    while start > 0 and (not paragraph.doc[start - 1].is_space and paragraph.doc[start - 1].text not in _STOPS) and last - start < _WORDS:
        start = paragraph.sentence(start - 1)[0]
    return start


def _interrupted(paragraph: Paragraph, draft: Draft, start: int) -> bool:
    """Tell whether a quote at the start of a sentence, then its speaker, make up a draft."""
    first = draft.content[0]
    return any(quote.span.overlaps(first) and quote.span.end <= draft.cue[0].start for quote in paragraph.quotes) and first.end > start


def _last_before(drafts: Sequence[Draft], quote: Quote) -> int | None:
    before = [at for at, draft in enumerate(drafts) if draft.kind in _TURNS and draft.source and _end(draft) <= quote.span.start]
    return max(before, key=lambda at: _end(drafts[at]), default=None)


def _end(draft: Draft) -> int:
    return max(piece.end for piece in (*draft.content, *draft.cue, *([draft.source] if draft.source else [])))


def _goes_on(paragraph: Paragraph, draft: Draft, quote: Quote) -> bool:
    """Tell whether only the rest of the cue's sentence, without a verb of its own, stands between."""
    gap = Span(_end(draft), quote.span.start)
    words = paragraph.doc[paragraph.token(gap.start) : paragraph.token(gap.end)]
    text = paragraph.gap(gap.start, gap.end)
    spoken = any(word.tag_ in ("VBD", "VBZ", "VBP", "MD") for word in words)
    return len(gap) <= _REACH and text[-1:] in ("", ".", "!", "?", ",", ":", "-") and not spoken


def _inside(draft: Draft, quote: Quote) -> bool:
    return bool(draft.cue) and all(piece in quote.span for piece in draft.cue)


def _holds(draft: Draft, quote: Quote) -> bool:
    return any(piece.overlaps(quote.span) for piece in draft.content)
