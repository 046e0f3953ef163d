"""Complements: what is said as the object, the infinitive or the phrase that a cue verb takes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.annotators.cues import CueVerb, barred, given_counts
from sayso.attribution.draft import Paragraph
from sayso.attribution.stretches import cut, pieces, snapped
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["figure", "infinitive", "object_of", "preposition", "raised", "unsaid"]

_PREDICATES = ("xcomp", "oprd", "acomp", "ccomp")


def object_of(paragraph: Paragraph, token: Token, row: CueVerb, frame: str) -> tuple[Span, ...] | None:
    """Return the object with what is said of it: predicate, infinitive, and the phrases that the verb joins to it."""
    head = next((c for c in token.children if _objective(c) and c.i > token.i), None)
    if head is None:
        asked = next((c for c in token.children if c.dep_ == "dobj" and c.tag_ in ("WP", "WDT") and token.dep_ == "relcl"), None)
        if frame != "object":
            return None
        return pieces(paragraph.span(asked.i, asked.i + 1)) if asked is not None else _qualified(paragraph, token)
    if (row.lemma, head.lemma_) in barred():
        return None
    if frame == "joined" and not any(_joins(c, row) for c in (*token.children, *head.children, *_last_prep(head))):
        return None
    end = head.right_edge.i + 1
    for child in token.children:
        joined = child.dep_ == "prep" and (child.lower_ in row.joins or _as_saying(child))
        if child.i > head.i and (child.dep_ in ("oprd", "xcomp", "ccomp") or joined):
            end = max(end, child.right_edge.i + 1)
    start = max(head.left_edge.i, token.i + 1)
    return pieces(snapped(paragraph, token, paragraph.span(start, cut(token, start, end))))


def _joins(prep: Token, row: CueVerb) -> bool:
    return prep.dep_ == "prep" and prep.lower_ in row.joins


def _last_prep(head: Token) -> Iterator[Token]:
    """Yield the word before the last figure of an object: "put the number of boats being built at 40"."""
    last = head.right_edge
    yield from (word for word in last.ancestors if word.dep_ == "prep" and last.like_num)


def _qualified(paragraph: Paragraph, token: Token) -> tuple[Span, ...] | None:
    """Return the noun phrase that a clause without a relative word qualifies: "a point the mayor also made"."""
    noun = token.head
    own = next((c for c in token.lefts if c.dep_ == "nsubj"), None)
    if token.dep_ != "relcl" or own is None or token.left_edge != own.left_edge or noun.pos_ not in ("NOUN", "PRON"):
        return None
    if any(c.dep_ in ("ccomp", "xcomp", "prep", "advcl") and c.i > token.i for c in token.children):
        return None
    return pieces(paragraph.span(noun.left_edge.i, min(noun.right_edge.i + 1, own.left_edge.i)))


def figure(paragraph: Paragraph, token: Token, row: CueVerb) -> tuple[Span, ...] | None:
    """Return the object of a verb of counting where it holds a number, or where what the verb joins to it does: "gave its own as 40"."""
    thing = next((c for c in token.children if c.dep_ == "dobj" and c.i > token.i), None)
    if thing is None:
        return None
    if row.joins and thing.lemma_ in given_counts() and any(t.like_num for t in thing.subtree):
        return object_of(paragraph, token, row, "object")
    joined = [c for c in token.children if c.i > thing.i and any(w.lower_ in row.joins for w in (c, *c.lefts))]
    if not any(t.like_num for c in (joined if row.joins else [thing]) for t in c.subtree):
        return None
    if not joined:
        return object_of(paragraph, token, row, "object")
    start = thing.left_edge.i
    return pieces(snapped(paragraph, token, paragraph.span(start, cut(token, start, joined[-1].right_edge.i + 1))))


def _as_saying(prep: Token) -> bool:
    """Tell whether "as" leads on to what somebody is quoted "as saying"."""
    return prep.lower_ == "as" and any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in prep.children)


def _objective(token: Token) -> bool:
    return token.dep_ in ("dobj", "oprd", "ccomp") or (token.dep_ == "xcomp" and token.tag_ == "VBG")


def infinitive(paragraph: Paragraph, token: Token) -> tuple[Span, ...] | None:
    """Return the infinitive after the verb, with the one who is to do it."""
    head = next((c for c in token.children if c.dep_ in ("xcomp", "ccomp") and c.i > token.i), None)
    if head is None or any((token.lemma_, c.lower_) in barred() for c in head.lefts if c.tag_ == "TO"):
        return None
    first = next((c for c in token.children if c.dep_ == "dobj" and c.i > token.i), head)
    start = max(min(first.left_edge.i, head.left_edge.i), token.i + 1)
    return pieces(snapped(paragraph, token, paragraph.span(start, cut(token, start, head.right_edge.i + 1))))


def preposition(paragraph: Paragraph, token: Token, frame: str) -> tuple[Span, ...] | None:
    """Return what follows the preposition that the frame names."""
    prep = next((c for c in token.children if c.dep_ in ("prep", "prt", "agent") and c.lower_ == frame), None)
    if prep is None or prep.right_edge.i == prep.i:
        return None
    start = prep.i + 1
    end = max([prep.right_edge.i + 1, *(c.right_edge.i + 1 for c in token.children if c.dep_ == "xcomp" and c.i > prep.i)])
    return pieces(snapped(paragraph, token, paragraph.span(start, cut(token, start, end))))


def unsaid(paragraph: Paragraph, token: Token) -> tuple[Span, ...] | None:
    """Return the subject and the predicate of a passive that names no speaker: "nine people were reported missing"."""
    subjects = [c for c in token.children if c.dep_ == "nsubjpass" and c.i < token.i and c.pos_ != "PRON"]
    if not subjects or any(c.dep_ == "agent" for c in token.children):
        return None
    if any((token.lower_, word.lemma_) in barred() for c in subjects for word in (c, *_counted(c))):
        return None
    rest = [c for c in token.children if c.i > token.i and (c.dep_ in _PREDICATES or _as_state(c))]
    first = paragraph.span(min(c.left_edge.i for c in subjects), min(subjects[-1].right_edge.i + 1, token.i))
    if not rest:
        return pieces(first)
    start = min(c.left_edge.i for c in rest)
    return pieces(first, snapped(paragraph, token, paragraph.span(start, cut(token, start, max(c.right_edge.i for c in rest) + 1))))


def _counted(head: Token) -> Iterator[Token]:
    """Yield what a word of amount is an amount of: "a total of 14 cases"."""
    yield from (thing for prep in head.rights if prep.lower_ == "of" for thing in prep.children if thing.dep_ == "pobj")


def _as_state(prep: Token) -> bool:
    """Tell whether "as" leads on to the state in which the subject is said to be: "reported as missing"."""
    return prep.dep_ == "prep" and prep.lower_ == "as"


def raised(paragraph: Paragraph, token: Token, row: CueVerb, frame: str) -> tuple[Span, ...] | None:
    """Return the subject and the predicate of "X is expected to ...", "X seems ...": both are what is said."""
    head = next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < token.i), None)
    if frame == "clause" or head is None:
        return None
    rest = [
        c
        for c in token.children
        if c.i > token.i and (c.dep_ in (*_PREDICATES, "attr") or (c.dep_ == "prep" and c.lower_ in (*row.joins, frame)))
    ]
    if not rest and frame == "object" and any(c.dep_ == "agent" for c in token.children):
        return pieces(paragraph.span(head.left_edge.i, min(head.right_edge.i + 1, token.i)))
    if not rest or row.kind == "attitude":
        return None
    if (
        row.kind == "saying"
        and "clause" in row.frames
        and not any(c.dep_ == "xcomp" and any(g.lower_ == "to" for g in c.lefts) for c in rest)
    ):
        return None  # "the deaths were confirmed": nobody is said to have said so
    end = min(head.right_edge.i + 1, token.i)
    first = paragraph.span(head.left_edge.i, end)
    if not rest:
        return pieces(first)
    start = max(token.i + 1, min(c.left_edge.i for c in rest))
    return pieces(first, snapped(paragraph, token, paragraph.span(start, cut(token, start, max(c.right_edge.i for c in rest) + 1))))
