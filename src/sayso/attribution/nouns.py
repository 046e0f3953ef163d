"""Nouns: attributions made by a noun or an adjective: "the claim by X that ...", "X is confident that ..."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.annotators.cues import CueNoun, lights, noun, noun_forms, verb
from sayso.attribution.draft import Draft, Paragraph
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["drafts"]

_OWNERLESS = ("clause", "infinitive", "about")  # complements that show a cue even where nobody is named: "fears that"
_REJECTING = ("denied", "rejecting")
_CARRIERS = ("AUX", "VERB")
_PERSONS = frozenset(("i", "we", "you", "my", "our", "your", "there"))


def drafts(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield an attribution for each cue noun or adjective with its source and what it says."""
    for token in paragraph.written(noun_forms()):
        row = noun(token)
        if row is None:
            continue
        head = _owner(token) if row.pos == "noun" else _holder(token)
        found = next(((f, span) for f in row.frames if (span := _content(paragraph, token, f))), None)
        if found is None or (head is None and (row.pos != "noun" or found[0] not in _OWNERLESS)):
            continue
        if head is not None and head.lower_ in _PERSONS:
            continue
        source = _source(paragraph, token, head) if head is not None else None
        if source is not None and source.overlaps(found[1]):
            continue
        cue = Span(paragraph.at(token.i), paragraph.end_of(token.i))
        yield Draft(source, (cue,), (found[1],), row.kind, f"{row.kind}:{row.pos}", _stance(token, row), head)


def _stance(token: Token, row: CueNoun) -> str:
    """Return "denied" where the verb above rejects what the noun stands for, "dismissed claims that ...", else the row's stance."""
    above = verb(token.head) if token.dep_ == "dobj" else None
    return "denied" if above is not None and row.kind == "saying" and above.stance in _REJECTING else row.stance


def _owner(token: Token) -> Token | None:
    """Return who the noun belongs to: "X's claim", "the claim by X", "X made the claim", "X's fears"."""
    for child in token.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in ("prep", "agent") and child.lower_ in ("by", "from"):
            return next((g for g in child.children if g.dep_ == "pobj"), None)
    above = token.head
    if token.dep_ == "dobj" and above.pos_ == "VERB" and above.lemma_ in lights():
        return next((c for c in above.children if c.dep_ == "nsubj"), None)
    return None


def _holder(token: Token) -> Token | None:
    if token.pos_ == "VERB" or token.dep_ == "ROOT":
        carrier = token
    elif token.dep_ in ("acomp", "conj", "attr", "oprd") and token.head.pos_ in _CARRIERS:
        carrier = token.head
    else:
        return None
    return next((c for c in carrier.children if c.dep_ in ("nsubj", "nsubjpass")), None)


def _content(paragraph: Paragraph, token: Token, frame: str) -> Span | None:
    for child in (*token.rights, *(_loose(token) if frame == "clause" else ())):
        start = _starts(child, frame)
        if start is not None:
            return paragraph.whole_quotes(paragraph.span(start, child.right_edge.i + 1), paragraph.at(token.i))
    return None


def _loose(token: Token) -> Iterator[Token]:
    """Yield the verb of a clause right after the noun that the parse hangs elsewhere: "the warning that the dam may break"."""
    at = token.i + 1
    if at < len(token.doc) and token.doc[at].lower_ == "that":
        yield from (t for t in token.doc[at + 1 : at + 12] if t.left_edge.i == at and t.pos_ in _CARRIERS and not token.is_ancestor(t))


def _starts(child: Token, frame: str) -> int | None:
    """Return where the content starts if the child is the complement that the frame asks for."""
    marked = any(g.dep_ == "mark" for g in child.lefts)
    if frame == "clause":
        clausal = child.dep_ in ("acl", "ccomp", "relcl") or child.left_edge.lower_ == "that"
        return child.left_edge.i if clausal and (marked or child.dep_ == "ccomp" or child.left_edge.lower_ == "that") else None
    if frame == "infinitive":
        return child.left_edge.i if child.dep_ in ("acl", "xcomp", "relcl") and any(g.lower_ == "to" for g in child.lefts) else None
    fits = child.dep_ == "prep" and child.lower_ == frame and child.right_edge.i > child.i
    return child.i + 1 if fits else None


def _source(paragraph: Paragraph, token: Token, head: Token) -> Span | None:
    last = head.right_edge.i + 1
    if head.dep_ == "poss":
        last = head.i + 1
    if head.i < token.i:
        last = min(last, token.i)
    return paragraph.span(head.left_edge.i, last)
