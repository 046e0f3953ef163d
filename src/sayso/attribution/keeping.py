"""Keeping: how likely a draft is an attribution at all, by learned weights, and which drafts are left out.

`bench/train_attribution.py` fits the weights, which are on kinds of words and phrases, never on words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotators.cues import noun, verb
from sayso.attribution.draft import Draft, Paragraph
from sayso.attribution.names import role_of
from sayso.attribution.stretches import verbal
from sayso.attribution.weights import chance

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["evidence", "kept", "outermost"]

_LEAST = 0.2  # swept 0-0.4 on half of the lines that were read
_SIGNS = {"MD": "modal", "TO": "to"}
_SIZES = (1, 2, 5, 12)


def kept(paragraph: Paragraph, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without those that most likely attribute nothing.

    Kept in any case are those inside another's content, and those that have somebody say a figure or a quote.
    """
    return [draft for draft in drafts if _firm(paragraph, draft) or not outermost(draft, drafts) or _likely(paragraph, draft)]


def outermost(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Tell whether a draft stands in no other's content."""
    parts = (*draft.cue, *draft.content)
    return not any(
        other.content != draft.content and all(any(part in piece for piece in other.content) for part in parts) for other in drafts
    )


def _firm(paragraph: Paragraph, draft: Draft) -> bool:
    """Tell whether a draft stays whatever its features: neither a quote nor a figure loses its speaker."""
    if draft.kind != "saying":
        return False
    quoted = any(piece in quote.span for piece in draft.content for quote in paragraph.quotes)
    return draft.head is None or quoted or any(word.like_num for word in _words(paragraph, draft))


def _likely(paragraph: Paragraph, draft: Draft) -> bool:
    return chance("draft", evidence(paragraph, draft)) >= _LEAST


def evidence(paragraph: Paragraph, draft: Draft) -> Iterator[str]:
    """Yield the features of a draft: of its rule, its content, its source and its cue."""
    frame = draft.rule.split(":")[1]
    yield from ("bias", f"kind {draft.kind}", f"frame {frame}", f"kind {draft.kind} {frame}")
    yield from _content(paragraph, draft, frame)
    yield from _source(draft, frame)
    cue = _cue(paragraph, draft)
    if cue is not None:
        yield from _governing(cue, draft, frame)


def _words(paragraph: Paragraph, draft: Draft) -> Iterator[Token]:
    for run in _runs(paragraph, draft):
        yield from run


def _content(paragraph: Paragraph, draft: Draft, frame: str) -> Iterator[str]:
    words = list(_words(paragraph, draft))
    size = sum(len(words) > most for most in _SIZES)
    yield from (f"size {size}", f"size {draft.kind} {size}", f"size {frame} {size}")
    last = paragraph.doc[paragraph.token(draft.content[-1].start) : words[-1].i + 1]  # a run of spaCy's, which has a root
    yield f"told {frame} {any(verbal(part) for part in _runs(paragraph, draft))}"
    yield from (f"first {words[0].tag_}", f"first {frame} {words[0].tag_}")
    root = last.root
    yield from (f"root {frame} {root.pos_}", f"root {draft.kind} {root.pos_}", f"root {draft.kind} {root.ent_type_ or 'none'}")
    quoted = any(piece.overlaps(quote.span) for piece in draft.content for quote in paragraph.quotes)
    inside = bool(draft.cue) and paragraph.quote_at(draft.cue[0].start) is not None
    yield from (f"quote {draft.kind} {quoted}", f"in quote {inside}")


def _runs(paragraph: Paragraph, draft: Draft) -> Iterator[Tokens]:
    for piece in draft.content:
        yield paragraph.doc[paragraph.token(piece.start) : paragraph.token(piece.end - 1) + 1]


def _source(draft: Draft, frame: str) -> Iterator[str]:
    kind = "nobody" if draft.source is None else "unparsed" if draft.head is None else _speaker(draft.head)
    yield from (f"source {kind}", f"source {draft.kind} {kind}", f"source {frame} {kind}")
    if draft.head is not None and draft.content:
        yield f"source {draft.head.ent_type_ or 'none'}"


def _speaker(head: Token) -> str:
    """Return what kind of word a source's head is: a person's name, another name, a pronoun, a role or another noun."""
    if head.ent_type_ == "PERSON":
        return "person"
    if head.pos_ in ("PRON", "DET"):
        return head.lower_ if head.tag_ in ("PRP", "WP", "WDT") else "pronoun"
    role = role_of(head.text)
    if role is not None:
        return f"role {role.sort}"
    return "name" if head.pos_ == "PROPN" else "noun"


def _cue(paragraph: Paragraph, draft: Draft) -> Token | None:
    if not draft.cue:
        return None
    last = draft.cue[-1]
    words = paragraph.doc[paragraph.token(last.start) : paragraph.token(last.end - 1) + 1]
    return next((word for word in words if verb(word) or noun(word)), words[-1] if len(words) else None)


def _governing(cue: Token, draft: Draft, frame: str) -> Iterator[str]:
    """Yield how the cue stands in its sentence, and whether the complement is one of those that it takes first."""
    yield from (f"tag {draft.kind} {cue.tag_}", f"tag {frame} {cue.tag_}", f"dep {cue.dep_}", f"dep {draft.kind} {cue.dep_}")
    yield from (_SIGNS.get(child.tag_) or child.dep_ for child in cue.children if child.dep_ in ("aux", "neg", "mark", "auxpass"))
    yield f"after {draft.content[-1].start > draft.cue[-1].start}"
    row = verb(cue)
    if row is not None:
        order = row.frames.index(frame) if frame in row.frames else "other"
        yield from (f"frame number {draft.kind} {order}", f"stance {row.stance}")
    above = verb(cue.head) if cue.head != cue else None
    yield f"above {above.kind if above is not None else cue.head.pos_}"
