"""People: whom a figure counts, whether they are said to be civilians, and who is said to have done it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.annotators.dimensions import counted
from sayso.extractors.rules.figures import Figure
from sayso.model import Civil, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["actor", "affected", "civil"]

_HARM = frozenset({"killed", "wounded", "missing", "detained", "displaced", "trapped", "strikes", "attacks", "munitions", "equipment",
                   "infrastructure", "territory"})  # fmt: skip
_DROPPED = ("NUM", "DET", "PUNCT", "ADV", "ADP", "SPACE", "SYM")


def affected(text: str, figure: Figure) -> Mention | None:
    """Return the words that say whose people or things are counted, where they say more than the unit ("Somali soldiers")."""
    if figure.measure.kind in ("fraction", "percent"):
        noun = figure.measure.noun
        return Mention(noun.of(text), noun) if noun else None
    noun_tokens = [token for token in figure.tokens if token.pos_ not in _DROPPED]
    named = [token for token in noun_tokens if token.pos_ == "PROPN" or (token.pos_ == "ADJ" and token.text[:1].isupper())]
    if (
        not named
        or len(noun_tokens) < 2
        or figure.kind not in ("person", "combatant", "household", "prisoner", "vehicle", "weapon", "position")
    ):
        return None
    last = noun_tokens[-1] if figure.kind in ("person", "combatant", "household", "prisoner") else named[-1]
    return _mention(text, figure, named[0], last)


def civil(figure: Figure) -> Civil | None:
    """Return the status that the counted noun itself claims."""
    words = {token.lower_ for token in figure.tokens}
    if "civilian" in words or "civilians" in words:
        return Civil.CIVILIAN
    return Civil(figure.civil) if figure.civil else None


def actor(text: str, figure: Figure, triggers: Sequence[Token], dimensions: Sequence[str]) -> Mention | None:
    """Return who is said to have done it: only the subject or the by-phrase of the very words that the figure hangs on."""
    if not set(dimensions) & _HARM:
        return None
    for trigger in triggers:
        found = _agent(trigger) or (_subject(trigger, figure) if trigger.pos_ == "VERB" else None)
        if found is not None:
            return _phrase(text, figure, found)
    return None


def _agent(trigger: Token) -> Token | None:
    for child in trigger.children:
        if child.dep_ in ("agent", "prep") and child.lower_ == "by":
            return next((inner for inner in child.children if inner.dep_ == "pobj" and _acts(inner)), None)
    return None


def _subject(trigger: Token, figure: Figure) -> Token | None:
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in trigger.children):
        return None
    verb = trigger
    for _ in range(3):
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
        if subject is not None:
            own = any(subject.i == token.i for token in figure.tokens)
            return subject if not own and _acts(subject) else None
        if verb.dep_ not in ("conj", "xcomp") or verb.head.pos_ != "VERB":
            return None
        verb = verb.head
    return None


def _acts(token: Token) -> bool:
    """Tell whether a noun names somebody who can act: a name of people or a group, not an event, a weapon or a pronoun."""
    if token.pos_ == "PROPN":
        return token.ent_type_ in ("ORG", "NORP", "GPE", "PERSON")
    row = counted().get(token.lemma_.lower())
    return row is not None and row.kind == "combatant" and token.pos_ == "NOUN"


def _phrase(text: str, figure: Figure, token: Token) -> Mention:
    subtree = [t for t in token.subtree if t.i <= token.i and t.dep_ not in ("det", "nummod")] or [token]
    return _mention(text, figure, subtree[0], token)


def _mention(text: str, figure: Figure, first: Token, last: Token) -> Mention:
    span = figure.parsed.span(first.doc[first.i : last.i + 1])
    return Mention(span.of(text), span)
