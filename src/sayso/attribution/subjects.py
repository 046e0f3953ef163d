"""Subjects: the noun phrase that a cue verb has for its source, found in the parse or beside the verb."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Subject", "subject"]

_SUBJECTS = ("nsubj", "csubj")
_RELATIVES = ("who", "which", "that")


@dataclass(frozen=True, slots=True)
class Subject:
    """The source's tokens: `start` and `end` of its words, `head` the main one, `direct` if it is the verb's own."""

    start: int
    end: int
    head: Token
    direct: bool = True


def subject(verb: Token) -> Subject | None:
    """Return the source of a cue verb: its subject, its agent, or the one that it shares with the verb it hangs on."""
    own = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    if own is not None:
        return _phrase(own, verb)
    if _passive(verb):
        return _agent(verb)
    return _shared(verb) or _beside(verb)


def _passive(verb: Token) -> bool:
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)


def _agent(verb: Token) -> Subject | None:
    by = next((child for child in verb.children if child.dep_ == "agent"), None)
    head = next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None
    return _phrase(head, verb) if head is not None else None


def _shared(verb: Token) -> Subject | None:
    """Return the subject of the verb that this one joins, complements or accompanies; the noun that it qualifies."""
    head = verb.head
    if head is verb:
        return None
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return _indirect(subject(head))
    if verb.dep_ == "xcomp" and not any(child.dep_ in ("dobj", "nsubjpass") for child in head.children):
        return _indirect(subject(head))
    if verb.dep_ in ("advcl", "xcomp", "dep") and verb.tag_ == "VBG" and head.pos_ in ("VERB", "AUX"):
        return _indirect(subject(head) if not _passive(head) else _passive_subject(head))
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        return _phrase(head, verb)
    return None


def _passive_subject(verb: Token) -> Subject | None:
    head = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    return _phrase(head, verb) if head is not None else None


def _indirect(found: Subject | None) -> Subject | None:
    return Subject(found.start, found.end, found.head, direct=False) if found else None


def _beside(verb: Token) -> Subject | None:
    """Return the noun chunk that ends right before the verb or starts right after it, where the parse has no subject."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "NN", "NNS", "NNP"):
        return None
    for chunk in verb.doc.noun_chunks:
        if chunk.end == verb.i and chunk.sent.start <= chunk.start:
            return Subject(chunk.start, chunk.end, chunk.root)
    return None


def _phrase(head: Token, verb: Token) -> Subject:
    """Return the whole phrase of a head, on its own side of the verb."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    if head.i < verb.i:
        end = min(end, verb.i)
        start = start if start < verb.i else head.i
    else:
        start = max(start, verb.i + 1)
    while end > start + 1 and verb.doc[end - 1].is_space:
        end -= 1
    return Subject(start, end, head)
