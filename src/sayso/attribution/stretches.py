"""Stretches: where what is said begins and ends among the words around it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sayso.annotators.cues import content_ends
from sayso.attribution.draft import Paragraph
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["FINITE", "cut", "pieces", "snapped", "stop", "turns", "verbal"]

FINITE = ("VBD", "VBZ", "VBP", "MD")


def pieces(*spans: Span | None) -> tuple[Span, ...] | None:
    """Return the spans that are there, in order; None if there are none."""
    return tuple(sorted(span for span in spans if span)) or None


def verbal(words: Iterable[Token]) -> bool:
    """Tell whether the words hold a finite verb."""
    return any(word.tag_ in FINITE for word in words)


def stop(token: Token, end: int) -> int:
    """Return the end without closing marks and white space."""
    while end > token.i + 1 and (token.doc[end - 1].is_space or token.doc[end - 1].text in ".;"):
        end -= 1
    return end


def cut(token: Token, start: int, end: int) -> int:
    """Return where the clause ends, before what belongs to the cue again: ", adding ...", ", citing ..."."""
    for word in token.doc[start + 2 : end]:
        if turns(word) or (token.doc[word.i - 1].text == "," and _background(word, end)):
            return int(word.i) - 1
    while end > start and token.doc[end - 1].is_space:
        end -= 1
    return end


def turns(word: Token) -> bool:
    """Tell whether a word after a comma leads away from what is said: ", adding ..."; not where it only sets off a few words."""
    if word.lower_ not in content_ends() or word.i < 2:
        return False
    before = word.nbor(-1)
    comma = before.text == "," or (before.text in ('"', "''") and before.nbor(-1).text == ",")
    closed = any(later.text == "," for later in word.doc[word.i + 1 : word.i + 4])
    return comma and not (closed and word.tag_ == "IN")


def _background(word: Token, end: int) -> bool:
    """Tell whether a last clause only says who or what a name is: ", which lies on the coast"; a figure in it is part of what is said."""
    last = not any(later.text == "," or later.like_num for later in word.doc[word.i : end])
    return last and word.tag_ in ("WDT", "WP", "WP$") and word.doc[word.i - 2].pos_ == "PROPN"


def snapped(paragraph: Paragraph, token: Token, span: Span | None) -> Span | None:
    """Return the span widened to the whole quotes that it reaches into."""
    return paragraph.whole_quotes(span, paragraph.at(token.i))
