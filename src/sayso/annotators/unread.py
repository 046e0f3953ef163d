"""Unread: a stretch of a text that is not worth the parser's time, with what its words alone tell of the names in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from sayso.annotators.cues import verbs

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from thinc.types import Ints2d

__all__ = ["looked_up"]

_ENDS = (".", "!", "?")
_PLACING = ("in", "at", "near", "outside", "across", "inside", "around", "throughout")
_MARKS = ("HEAD", "DEP", "POS", "LEMMA")
_BY = 2**64  # a head that stands before its word is written so


def looked_up(doc: Doc) -> Doc:
    """Return the tokens with sentences, and with the part that a name has by the words right beside it; with no other part of speech.

    A name stands in "in Nur", owns in "Nur's mayor" and acts in "Nur said". All else hangs on the first word of its sentence: no rule
    finds anything in it.
    """
    import numpy

    if not len(doc):
        return doc
    strings = doc.vocab.strings
    rows = [
        ((head - token.i) % _BY, strings.add(dep), strings.add(pos), strings.add(token.lower_)) for token, head, dep, pos in _parts(doc)
    ]
    doc.from_array(list(_MARKS), cast("Ints2d", numpy.array(rows, dtype="uint64")))
    doc.set_ents([])
    return doc


def _parts(doc: Doc) -> Iterator[tuple[Token, int, str, str]]:
    """Yield each token with its head, dependency and part of speech."""
    first = 0
    for token in doc:
        if token.i and doc[token.i - 1].text in _ENDS and (token.is_title or token.is_quote):
            first = token.i
        yield (
            token,
            *(_of_name(doc, token, first) if token.i > first and _is_name(token) else (first, "dep" if token.i > first else "ROOT", "X")),
        )


def _of_name(doc: Doc, token: Token, first: int) -> tuple[int, str, str]:
    following = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if following is not None and _is_name(following):
        return token.i + 1, "compound", "PROPN"
    if following is not None and following.lower_ == "'s" and token.i + 2 < len(doc):
        return token.i + 2, "poss", "PROPN"
    if following is not None and following.lower_ in verbs():
        return token.i + 1, "nsubj", "PROPN"
    start = token.i
    while start > first and (_is_name(doc[start - 1]) or doc[start - 1].lower_ == "the"):
        start -= 1
    if start > first and doc[start - 1].lower_ in _PLACING:
        return start - 1, "pobj", "PROPN"
    return first, "dep", "PROPN"


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.is_alpha
