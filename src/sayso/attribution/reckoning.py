"""Reckoning: attributions by whose count it is: "by the army's count", "by U.S. estimates", "per the United Nations"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.annotators.actors import is_known
from sayso.attribution.draft import Draft, Paragraph
from sayso.attribution.stretches import stop
from sayso.lexicon import words
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["drafts"]

_LEADING = ("per", "by", "on")
_OWNERS = ("of", "from")
_LONGEST = 8  # words of an owner
_TRIMS = ("DET", "PRON", "PUNCT", "SPACE")


def drafts(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield an attribution for each count that is somebody's, and for each "per" with a speaker, with its sentence."""
    for token in paragraph.written(_LEADING):
        found = _per(token) if token.lower_ == "per" else _count(token)
        if found is None:
            continue
        owner, end = found
        source = paragraph.span(owner.start, owner.end)
        content = _content(paragraph, token, end)
        if source is not None and content is not None and is_known(source.of(paragraph.text)):
            cue = Span(paragraph.at(token.i), paragraph.end_of(token.i))
            yield Draft(source, (cue,), (content,), "saying", "saying:according", head=owner.root)


def _per(token: Token) -> tuple[Tokens, int] | None:
    """Return who is meant by "per" at the start of a sentence or behind a comma, and where the phrase ends; not "per cent", "per day"."""
    first = token.i == token.sent.start or token.nbor(-1).text == "," or token.nbor(-1).lower_ == "as"
    owner = _phrase(token, token.i + 1)
    named = owner is not None and (owner[0].pos_ == "DET" or any(word.pos_ == "PROPN" for word in owner))
    return (owner, owner.end) if first and owner is not None and named else None


def _count(token: Token) -> tuple[Tokens, int] | None:
    """Return whose count a phrase names, before its word or after it, and where the phrase ends."""
    end = min(token.i + 1 + _LONGEST, token.sent.end)
    at = next((word.i for word in token.doc[token.i + 1 : end] if word.lower_ in words("lexicons/reckonings.csv")), None)
    if at is None or any(word.is_punct or word.like_num for word in token.doc[token.i + 1 : at]):
        return None
    own = _trimmed(token.doc[token.i + 1 : at])
    while len(own) and own[-1].pos_ == "ADJ":
        own = own[:-1]
    if len(own) and (own[-1].tag_ == "POS" or own[-1].pos_ == "PROPN"):
        return _trimmed(own[:-1] if own[-1].tag_ == "POS" else own), at + 1
    after = _phrase(token, at + 2) if at + 2 < token.sent.end and token.doc[at + 1].lower_ in _OWNERS else None
    return (after, after.end) if after is not None else None


def _phrase(token: Token, start: int) -> Tokens | None:
    """Return the noun phrase that begins at a word, with the name that "of" or "for" joins to it."""
    chunks = [chunk for chunk in token.sent.noun_chunks if chunk.start >= start]
    if not chunks or chunks[0].start != start:
        return None
    joined = len(chunks) > 1 and chunks[1].start == chunks[0].end + 1 and token.doc[chunks[0].end].lower_ in ("of", "for")
    return token.doc[start : chunks[1].end if joined else chunks[0].end]


def _trimmed(phrase: Tokens) -> Tokens:
    start = phrase.start
    while start < phrase.end and phrase.doc[start].pos_ in _TRIMS:
        start += 1
    return phrase.doc[start : phrase.end]


def _content(paragraph: Paragraph, token: Token, end: int) -> Span | None:
    """Return the sentence without the phrase: what follows it where it opens the sentence, else what stands before."""
    start, last = paragraph.sentence(token.i)
    opens = not any(word.pos_ in ("VERB", "AUX") for word in token.doc[start : token.i])
    if opens:
        return paragraph.span(end, stop(token, last)) if end < last else None
    return paragraph.span(start, token.i) if end >= stop(token, last) else None
