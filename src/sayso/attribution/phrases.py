"""Phrases: attributions made without a verb: "according to X", "in X's words", "X:" before what is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.annotators.actors import classify
from sayso.annotators.cues import verb as cue_verb
from sayso.attribution.citing import cites
from sayso.attribution.draft import Draft, Paragraph
from sayso.attribution.names import role_of
from sayso.model import SourceKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["drafts"]

_ACCORDING = ("according",)
_POINTING = 3  # words that point back: "That was", "All this is"


def drafts(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield an attribution for each "according to" with its sentence."""
    for token in paragraph.written(_ACCORDING):
        if token.i + 2 < len(paragraph.doc) and token.nbor().lower_ == "to":
            yield from _according(paragraph, token)


def _according(paragraph: Paragraph, token: Token) -> Iterator[Draft]:
    start, end = token.i + 2, token.sent.end
    head = next((c for c in token.nbor().children if c.dep_ == "pobj"), None)
    stop = min(head.right_edge.i + 1, end) if head is not None else end
    first = token.i == token.sent.start or not any(w.pos_ in ("VERB", "AUX") for w in token.doc[token.sent.start : token.i])
    comma = next((w.i for w in token.doc[start:end] if w.text == "," and w.i >= (stop if first else start)), None)
    if first:
        stop = _own_words(token, start, stop) if comma is None else max(min(stop, comma), start + 1)
    stop = _with_name(token, head, stop, end)
    source = paragraph.span(start, stop)
    if source is None:
        return
    begin = token.sent.start if first else _told(token, source.of(paragraph.text))
    before = paragraph.span(begin, token.i)
    while token.doc[end - 1].is_space or token.doc[end - 1].text == ".":
        end -= 1
    after = paragraph.span(_past_cited(token, stop, end), end) if first else None
    if _points(token):
        before, after, first = _pointed(paragraph, token), None, False
    at = paragraph.at(token.i)
    later = None if first else _later(paragraph, token, stop, end)
    pieces = tuple(piece for piece in (paragraph.whole_quotes(before if not first else after, at), later) if piece)
    if pieces:
        cue = Span(paragraph.at(token.i), paragraph.end_of(token.i + 1))
        yield Draft(source, (cue,), pieces, "saying", "saying:according" if begin == token.sent.start else "saying:citing", head=head)


def _points(token: Token) -> bool:
    """Tell whether the sentence up to "according" only points at another one: "That is according to the mayor."."""
    words = token.doc[token.sent.start : token.i]
    return 1 < len(words) <= _POINTING and words[0].tag_ == "DT" and words[-1].lemma_ == "be"


def _pointed(paragraph: Paragraph, token: Token) -> Span | None:
    """Return the sentence before, in its paragraph."""
    start = token.sent.start
    if start == 0:
        return None
    begin = paragraph.sentence(start - 1)[0]
    return paragraph.trim(paragraph.at(begin), paragraph.end_of(start - 1))


def _told(token: Token, source: str) -> int:
    """Return where what a source says begins: with the sentence, or with the clause of another speaker who passes it on.

    So does a clause that no comma parts from the source, "The mayor said that nine died according to a medic", and so an outlet's.
    """
    above = next((word for word in token.ancestors if (row := cue_verb(word)) is not None and row.kind == "saying"), None)
    speaker = next((c for c in above.lefts if c.dep_ == "nsubj"), None) if above is not None else None
    clause = next((c for c in above.rights if c.dep_ == "ccomp" and c.i < token.i), None) if above is not None else None
    if above is None or speaker is None or clause is None:
        return int(token.sent.start)
    inside = token.nbor(-1).text != "," and (clause == token or clause.is_ancestor(token))
    words = token.doc[speaker.left_edge.i : min(speaker.right_edge.i + 1, above.i)].text
    passed_on = classify(words)[0] == SourceKind.MEDIA != classify(source)[0]
    return int(clause.left_edge.i) if inside or passed_on else int(token.sent.start)


def _with_name(token: Token, head: Token | None, stop: int, end: int) -> int:
    """Return where a source ends with the name behind its post: "according to the port's chief, Maryam Khalil"."""
    described = head is not None and role_of(head.text) is not None
    if not described or stop + 1 >= end or token.doc[stop].text != ",":
        return stop
    last = stop + 1
    while last < end and token.doc[last].pos_ == "PROPN" and token.doc[last].ent_type_ == "PERSON":
        last += 1
    return last if last > stop + 1 and (last == end or token.doc[last].is_punct or token.doc[last].is_space) else stop


def _own_words(token: Token, start: int, stop: int) -> int:
    """Return where a source ends that no comma closes: before a new phrase, "According to the mayor the army burned nine huts"."""
    words = token.doc[start + 1 : stop]
    closing = ("NOUN", "PROPN", "PUNCT")
    return next((w.i for w in words if w.pos_ in ("DET", "NUM") and w.nbor(-1).pos_ in closing and w.nbor(-1).text not in "(-"), stop)


def _later(paragraph: Paragraph, token: Token, stop: int, end: int) -> Span | None:
    """Return a clause of time after the source: what is said goes on there, "..., according to the mayor, hours after nine died"."""
    rest = token.doc[stop:end]
    after = next((w for w in rest if w.lower_ in ("after", "before", "when") and w.dep_ in ("mark", "advmod") and w.i < stop + 4), None)
    timed = after is not None and rest[0].text == "," and not any(cue_verb(w) for w in rest)
    return paragraph.span(stop + 1, end) if timed else None


def _past_cited(token: Token, stop: int, end: int) -> int:
    """Return where what is said begins: after whom the source cites, "According to the Post, citing a medic, nine died"."""
    words = token.doc[stop : stop + 2]
    if len(words) < 2 or words[0].text != "," or words[1].lower_ not in cites():
        return stop
    return next((word.i for word in token.doc[stop + 2 : end] if word.text == ","), stop)
