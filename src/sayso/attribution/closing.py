"""Closing: the speaker whose phrase stands between the last comma and the verb that ends a sentence, whatever the parse makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.annotators.actors import is_known
from sayso.attribution.names import role_of
from sayso.attribution.speakers import Subject, finite

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["aside", "closing"]

_LONGEST = 20  # words of a speaker's phrase
_BEFORE = 4  # words of what is said
_MARKS = (",", '"', "''")
_FIRST = ("DET", "PROPN", "ADJ", "NOUN", "NUM", "PRON")  # a speaker's phrase begins with one of these
_PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "ADP", "CCONJ", "PUNCT", "PART", "NUM", "PRON")


def closing(verb: Token, found: Subject | None, bounds: tuple[int, int]) -> Subject | None:
    """Return the known speaker between the last comma and the verb: "Nine died in Lamo, the Lake Relief Society (LRS) said".

    None where the parse has one already: `found` counts unless it stops short of the comma, or takes in what is said.
    """
    last = _last(verb, bounds[0])
    if not finite(verb.doc, last, verb.i + 1):
        return None
    start = _start(verb, last, bounds[0])
    words = verb.doc[start:last]
    if not _is_phrase(words):
        return None
    if start - bounds[0] < _BEFORE or not finite(verb.doc, bounds[0], start) or not _speaks(words):
        return None
    if found is not None and (found.start <= start or is_known(found.head.text)) and not _told(found, start):
        return None
    return Subject(start, last, _head(words))


def aside(verb: Token, bounds: tuple[int, int]) -> Subject | None:
    """Return the known speaker between a verb and a comma, where another comma leads to the verb: "In May, says the mayor, nine died"."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i == bounds[0] or verb.nbor(-1).text != "," or finite(verb.doc, bounds[0], verb.i):
        return None
    end = next((word.i for word in verb.doc[verb.i + 1 : bounds[1]] if word.text == ","), None)
    words = verb.doc[verb.i + 1 : end] if end is not None else verb.doc[0:0]
    if not _is_phrase(words):
        return None
    return Subject(words.start, words.end, _head(words)) if _speaks(words) else None


def _is_phrase(words: Tokens) -> bool:
    """Tell whether the words may be one speaker's phrase, by their parts of speech."""
    return 0 < len(words) <= _LONGEST and words[0].pos_ in _FIRST and all(word.pos_ in _PHRASE for word in words)


def _speaks(words: Tokens) -> bool:
    """Tell whether the words name or describe somebody: "a source" is no known kind of source, but a speaker."""
    return is_known(words.text) or role_of(_head(words).text) is not None


def _last(verb: Token, start: int) -> int:
    """Return where the speaker's phrase ends: before the verb, its auxiliaries and adverbs."""
    last = verb.i
    while last > start and verb.doc[last - 1].pos_ in ("AUX", "ADV"):
        last -= 1
    return last


def _start(verb: Token, last: int, start: int) -> int:
    """Return the word after the last comma outside brackets."""
    depth = 0
    for at in range(last - 1, start, -1):
        text = verb.doc[at].text
        depth += (text == ")") - (text == "(")
        if depth == 0 and text in _MARKS:
            return at + 1
    return last


def _told(found: Subject, start: int) -> bool:
    """Tell whether the words that the parse takes for a speaker before the comma are an amount that is part of what is said."""
    return found.head.i < start and any(_counts(word) for word in found.head.doc[found.start : start])


def _counts(word: Token) -> bool:
    return bool(word.like_num)


def _head(words: Tokens) -> Token:
    """Return the main word: of the first noun phrase, else the last one."""
    return next((chunk.root for chunk in _chunks(words)), words[-1])


def _chunks(words: Tokens) -> Iterator[Tokens]:
    return (chunk for chunk in words.doc.noun_chunks if words.start <= chunk.start and chunk.end <= words.end)
