"""Cues: verbs that say that somebody says, thinks, wants or seems, with the frames they take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.lexicon import table, words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "Barred",
    "CueNoun",
    "CueVerb",
    "barred",
    "content_ends",
    "given_counts",
    "lights",
    "noun",
    "noun_forms",
    "nouns",
    "verb",
    "verb_forms",
    "verbs",
]


@dataclass(frozen=True, slots=True)
class CueVerb:
    """A verb that attributes.

    `frames` are the complements that give the content: clause, object, infinitive, raising, or a preposition.
    `joins` are the prepositions whose phrase belongs to an object's content ("accused the army of ...").
    `stance` is "hedged" where the verb keeps its distance, "denied" where it denies, "rejecting" where it denies
    only what was said ("rejected claims that ..."), else "".
    """

    lemma: str
    forms: tuple[str, ...]
    kind: str
    frames: tuple[str, ...]
    joins: tuple[str, ...]
    stance: str
    example: str


@dataclass(frozen=True, slots=True)
class CueNoun:
    """A noun or an adjective that attributes, with the complements that give the content."""

    word: str
    forms: tuple[str, ...]
    pos: str
    kind: str
    frames: tuple[str, ...]
    stance: str
    example: str


@dataclass(frozen=True, slots=True)
class Light:
    """A verb that lends its subject to the noun it governs: "made the claim"."""

    lemma: str
    example: str


@dataclass(frozen=True, slots=True)
class Barred:
    """An object with which a cue verb says nothing: "claimed 49 lives", "attacked the village"."""

    verb: str
    object: str
    example: str


@cache
def barred() -> frozenset[tuple[str, str]]:
    """Return the pairs of a cue verb and an object, both lemmas, that attribute nothing."""
    return frozenset((row.verb, row.object) for row in table("lexicons/cue_barred.csv", Barred))


def content_ends() -> frozenset[str]:
    """Return the words before which, after a comma, a content ends: ", adding ..."."""
    return words("lexicons/content_ends.csv")


def given_counts() -> frozenset[str]:
    """Return the nouns whose amount is told where somebody gives it: "gave a toll of 40"."""
    return words("lexicons/given_counts.csv")


@cache
def lights() -> frozenset[str]:
    """Return the lemmas of the verbs whose subject owns the noun that they govern."""
    return frozenset(row.lemma for row in table("lexicons/cue_lights.csv", Light))


@cache
def nouns() -> Mapping[str, CueNoun]:
    """Return the nouns and adjectives by each of their forms, in lower case."""
    return {form: row for row in table("lexicons/cue_nouns.csv", CueNoun) for form in row.forms}


@cache
def noun_forms() -> frozenset[str]:
    """Return the forms of all nouns and adjectives."""
    return frozenset(nouns())


def noun(token: Token) -> CueNoun | None:
    """Return the row of a token that is a cue noun or adjective in its sentence, else None."""
    row = nouns().get(token.lower_)
    wanted = ("NOUN",) if row is not None and row.pos == "noun" else ("ADJ", "VERB")
    return row if row is not None and token.pos_ in wanted else None


@cache
def verbs() -> Mapping[str, CueVerb]:
    """Return the verbs by each of their forms, in lower case."""
    return {form: row for row in table("lexicons/cues.csv", CueVerb) for form in row.forms}


@cache
def verb_forms() -> frozenset[str]:
    """Return the forms of all verbs."""
    return frozenset(verbs())


def verb(token: Token) -> CueVerb | None:
    """Return the row of a token that is a cue verb in its sentence, else None.

    The tagger takes some "X said" for nouns; forms that can be nothing else are verbs whatever it says.
    """
    row = verbs().get(token.lower_)
    if row is None:
        return None
    if token.pos_ in ("VERB", "AUX"):
        return row
    if token.i + 1 < len(token.doc) and token.nbor().text == ":":
        return row
    if _closes(token) and row.kind == "saying":
        return row
    complements = {child.dep_ for child in token.children}
    if {"nsubj", "ccomp"} <= complements:
        return row
    return row if token.tag_ in ("VBD", "VBN", "VBZ") or token.lower_ in _PLAIN else None


def _closes(token: Token) -> bool:
    """Tell whether a form that the tagger takes for a noun stands behind a quote and its speaker: '..., " the mayor notes.'."""
    if token.tag_ not in ("NNS", "NN") or token.i < 3 or token.i + 1 == len(token.doc) or token.nbor().pos_ not in ("PUNCT", "ADP"):
        return False
    names = [word for word in token.doc[max(token.i - 4, 0) : token.i] if word.i > 0]
    quotes = [word.i for word in names if word.text in ('"', "''")]
    if not quotes or token.i - quotes[-1] < 2 or token.doc[quotes[-1] - 1].text not in ",.!?":
        return False
    return all(word.pos_ in ("PROPN", "NOUN", "DET") for word in token.doc[quotes[-1] + 1 : token.i])


_PLAIN = ("said", "says", "told")
