"""Speakers: the words of a source beside its cue, and what they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.attribution.names import role_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["ASKED", "Subject", "finite", "names_somebody", "phrase", "within"]

ASKED = ("PERSON", "ORG", "NORP")  # whoever is sent or asked "to say"


@dataclass(frozen=True, slots=True)
class Subject:
    """The source's tokens: `start` and `end` of its words, `head` the main one, `direct` if it is the verb's own."""

    start: int
    end: int
    head: Token
    direct: bool = True


def phrase(head: Token, verb: Token) -> Subject:
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


def within(found: Subject, quoted: Sequence[tuple[int, int]]) -> bool:
    return any(start <= found.head.i < end for start, end in quoted)


def finite(doc: Doc, start: int, end: int) -> bool:
    return any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in doc[start:end])


def names_somebody(word: Token) -> bool:
    return word.ent_type_ in ASKED or role_of(word.text) is not None
