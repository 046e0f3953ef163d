"""Unmarked: who speaks at the end of a sentence that has lost its commas: "A shell killed nine in Lamo the mayor said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.annotators.actors import is_known
from sayso.attribution.draft import Paragraph
from sayso.attribution.names import known_description, role_of
from sayso.attribution.stretches import snapped, stop, verbal
from sayso.attribution.subjects import Subject
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["unmarked"]

_NAMING = ("NOUN", "PROPN", "ADJ")
_INNER = frozenset(("of", "for", "-", "(", ")", "'s", "based", "led", "run", "owned", "backed", "linked", "monitoring"))
_LINKS = ("ADP", "SCONJ", "CCONJ", "DET", "PRON", "AUX", "PART")  # after these, what follows is no speaker of the whole
_ADJUNCT = 6  # words that may follow the verb: "on Friday", "in a statement"
_FEWEST = 4  # words of what is said


def unmarked(paragraph: Paragraph, verb: Token) -> tuple[Subject, Span] | None:
    """Return who speaks and what is said, where a verb and its speaker end a sentence and no mark parts them from the rest."""
    start, end = paragraph.sentence(verb.i)
    if (
        not _tells(verb)
        or not _closes(verb, stop(verb, end))
        or any(word.text in (",", '"', ":", ";") for word in verb.doc[start : verb.i])
    ):
        return None
    last = verb.i
    while last > start and verb.doc[last - 1].pos_ in ("AUX", "ADV"):
        last -= 1
    first = _speaker(verb, start, last)
    if first is None or first - start < _FEWEST or not _told(verb.doc[start:first]) or _goes_on(verb.doc[first - 1], verb):
        return None
    said = snapped(paragraph, verb, paragraph.span(start, first))
    return (Subject(first, last, _head(verb, first, last)), said) if said else None


def _goes_on(before: Token, verb: Token) -> bool:
    """Tell whether the word before leads to the speaker: "than the mayor said"; one cut off at the end of a clause does not."""
    return before.pos_ in _LINKS or (before.tag_ in ("VBZ", "VBP", "VBG", "VB") and before.head != verb)


def _told(words: Tokens) -> bool:
    """Tell whether the words tell that something happened; where nothing parts them, the parse has the verb for a participle."""
    return verbal(words) or any(word.tag_ == "VBN" for word in words)


def _tells(verb: Token) -> bool:
    told = verb.tag_ in ("VBD", "VBZ", "VBP")
    return told or (verb.tag_ == "VBN" and verb.i > 0 and verb.nbor(-1).lower_ in ("has", "have", "had"))


def _closes(verb: Token, end: int) -> bool:
    """Tell whether nothing follows the verb but when or how it was said."""
    rest = verb.doc[verb.i + 1 : end]
    if not len(rest):
        return True
    led = rest[0].pos_ == "ADP" or rest[0].ent_type_ in ("DATE", "TIME") or (verb.lemma_ == "tell" and rest[0].pos_ == "PROPN")
    return led and len(rest) <= _ADJUNCT and not any(word.pos_ in ("VERB", "AUX") or word.like_num for word in rest)


def _speaker(verb: Token, start: int, last: int) -> int | None:
    """Return where the speaker's words begin: a pronoun, a phrase with its article, or a role without one."""
    doc = verb.doc
    if doc[last - 1].lower_ in ("it", "he", "she", "they"):
        return last - 1
    first = last
    while first > start and (doc[first - 1].pos_ in _NAMING or doc[first - 1].lower_ in _INNER):
        first -= 1
    known = known_description(verb.doc, first, last)
    if known is not None:
        return known
    if first < last and first > start and doc[first - 1].lower_ in ("the", "a", "an", "another"):
        return first - 1 if is_known(doc[first:last].text) or doc[last - 1].pos_ == "PROPN" else None
    if doc[last - 1].tag_ != "NNS" or role_of(doc[last - 1].text) is None:
        return None
    return last - 1 - (role_of(doc[last - 2 : last].text) is not None)


def _head(verb: Token, first: int, last: int) -> Token:
    """Return the main word of the speaker's phrase: the one before "for", "of" or a bracket, else the last."""
    return next((verb.doc[i - 1] for i in range(first + 1, last) if verb.doc[i].lower_ in ("for", "of", "(")), verb.doc[last - 1])
