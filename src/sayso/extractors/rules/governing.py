"""Governing: the words that a figure hangs on in its sentence, from its own up, and where their hold on it ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.annotators.cues import noun as cue_noun
from sayso.annotators.cues import verb as cue_verb
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.signs import signs
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Step", "cue_word", "is_content", "is_finite", "negated", "relative", "steps"]

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_VERBS = ("VERB", "AUX")


@dataclass(frozen=True, slots=True)
class Step:
    """A word that governs a figure, and the word next below it on the way down to the figure."""

    word: Token
    below: Token


def steps(start: Token) -> Iterator[Step]:
    """Yield each word above this one, the nearest first.

    They end at a clause that only describes a thing ("the blast that killed 12"), at a clause of circumstance ("after 12 had died",
    ", saying that 12 had died"), and at a semicolon: what stands above says nothing of what stands in these.
    """
    node = start
    while node.head != node and not _ends(node):
        yield Step(node.head, node)
        node = node.head


def relative(verb: Token) -> bool:
    """Tell whether the verb's clause describes its noun ("the blast that killed 12"), or says what it holds ("the report that 12 died")."""
    if verb.dep_ == "ccomp":  # so parsed where the noun stands apart: "claimed a bomb on Friday in Homs that killed 12"
        return _pronoun(verb) and any(child.tag_ in ("WDT", "WP") for child in verb.children)
    if verb.dep_ not in ("relcl", "acl") or (verb.tag_ in ("VBG", "VBN", "VB") and verb.dep_ == "acl" and not _marked(verb)):
        return False
    return not (_marked(verb) or is_content(verb.head)) or _pronoun(verb)


def cue_word(figure: Figure, cue: Span) -> Token | None:
    """Return the verb or noun of a cue in the figure's sentence; None where the cue stands in another, or has neither."""
    words = (token for token in figure.sentence if figure.parsed.span(token).overlaps(cue))
    return next((word for word in words if word.pos_ in ("VERB", "NOUN")), None)


def is_content(noun: Token) -> bool:
    """Tell whether a noun stands for what somebody says: a report, a claim, a figure."""
    row = cue_noun(noun)
    return (row is not None and row.kind == "saying" and row.pos == "noun") or noun.lemma_.lower() in signs("unchecked")


def is_finite(verb: Token) -> bool:
    """Tell whether a verb has a tense of its own, or an auxiliary that has."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    return any(word.tag_ in ("VBD", "VBZ", "VBP", "MD") for word in (verb, *helpers))


def negated(word: Token) -> bool:
    """Tell whether a word is negated by one of its own: "not true", "no evidence", "nobody denies"."""
    return any(
        child.dep_ == "neg" or child.lower_ in ("no", "never", "neither") or (child.dep_ in _SUBJECTS and child.lower_ in signs("nobody"))
        for child in word.children
    )


def _ends(node: Token) -> bool:
    if relative(node) or _says_more(node):
        return True
    if node.dep_ == "advcl":
        own = [child for child in node.children if child.dep_ in (*_SUBJECTS, "mark")]
        return bool(own) or is_content(node) or node.lemma_.lower() in signs("saying")
    between = node.doc[min(node.i, node.head.i) : max(node.i, node.head.i)]
    return node.pos_ in _VERBS and any(token.text == ";" for token in between)


def _says_more(verb: Token) -> bool:
    """Tell whether it is a further saying joined to what was said or denied: "denied that 12 had died and said it had hit two depots"."""
    own, above = cue_verb(verb), cue_verb(verb.head)
    return (
        verb.dep_ == "conj"
        and verb.pos_ == "VERB"
        and own is not None
        and own.kind == "saying"
        and (above is None or above.stance != own.stance)
    )


def _marked(verb: Token) -> bool:
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)


def _pronoun(verb: Token) -> bool:
    """Tell whether "that" or "which" stands for the noun in the clause."""
    roles = _SUBJECTS if is_content(verb.head) else (*_SUBJECTS, "dobj", "pobj", "dative")
    return any(child.dep_ in roles and child.lower_ in ("that", "which", "who") and child.i < verb.i for child in verb.children)
