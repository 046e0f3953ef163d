"""Boundaries: the places at which what is said may end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.attribution.draft import Draft, Paragraph
from sayso.attribution.joints import mark
from sayso.attribution.stretches import turns

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Boundaries", "begun", "boundaries"]

_FRAMES = frozenset(("clause", "object", "infinitive", "noun", "adjective", "raising", "joined", "about"))
_UNHUNG = frozenset(
    ("amod", "aux", "auxpass", "case", "compound", "det", "dobj", "neg", "nsubj", "nsubjpass", "nummod", "pcomp", "pobj", "prt", "punct")
)


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The tokens before which a content may end, `places`, in reading order, and what they lie between.

    `first` is the content's first token, `cue` its cue's last, `current` the one after the rule's end, `stop` the one after its
    sentence's; `frame` is the rule's.
    """

    doc: Doc
    first: int
    cue: int
    current: int
    stop: int
    frame: str
    places: tuple[int, ...]


def boundaries(paragraph: Paragraph, draft: Draft) -> Boundaries | None:
    """Return the places at which the last piece of a draft may end; None where it does not stand after its cue, or is quoted."""
    doc, last = paragraph.doc, draft.content[-1]
    if not draft.cue or any(last in quote.span for quote in paragraph.quotes):
        return None
    cue = paragraph.token(draft.cue[-1].end - 1)
    first, current = paragraph.token(last.start), paragraph.token(last.end - 1) + 1
    stop = paragraph.sentence(first)[1]
    if first <= cue or not paragraph.together(first, current - 1) or stop < current:
        return None
    stop = next((at for at in range(current, stop - 1) if turns(doc[at + 1])), stop)
    while stop > current and (doc[stop - 1].is_space or doc[stop - 1].text in ".!?;"):
        stop -= 1
    rule = draft.rule.split(":")[1]
    places = tuple(_places(paragraph, first, cue, current, stop))
    return Boundaries(doc, first, cue, current, stop, rule if rule in _FRAMES else "preposition", places)


def _places(paragraph: Paragraph, first: int, cue: int, current: int, stop: int) -> Iterator[int]:
    """Yield the rule's own end, the sentence's, and where a mark or a phrase begins outside quotes."""
    said = paragraph.at(cue)
    quotes = [quote.span for quote in paragraph.quotes if not quote.span.start <= said < quote.span.end]
    marked = bool(mark(paragraph.doc[first]))
    for at in range(first + 1, stop):
        before, marked = marked, bool(mark(paragraph.doc[at]))
        begins = marked or (not before and begun(paragraph.doc, at) is not None)
        inside = begins and any(span.start < paragraph.at(at) < span.end for span in quotes)
        if at == current or (begins and not inside):
            yield at
    yield stop


def begun(doc: Doc, at: int) -> Token | None:
    """Return the highest word whose phrase begins at a token and hangs on a word before it."""
    found, word = None, doc[at]
    while word.left_edge.i == at:
        head = word.head
        if head.i < at and word.dep_ not in _UNHUNG:
            found = word
        if head == word:
            break
        word = head
    return found
