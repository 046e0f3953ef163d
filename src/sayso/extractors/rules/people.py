"""People: whom a figure counts, whether they are said to be civilians, and who is said to have done it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotators.dimensions import counted
from sayso.annotators.triggers import Match
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.signs import signs
from sayso.model import Civil, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["actor", "affected", "civil"]

_HARM = frozenset({"killed", "wounded", "missing", "detained", "displaced", "trapped", "strikes", "attacks", "munitions", "equipment",
                   "infrastructure", "territory"})  # fmt: skip
_BELONGING = frozenset({"person", "combatant", "household", "prisoner"})  # kinds of people that are named by whose they are
_THINGS = frozenset({"vehicle", "weapon", "position"})  # kinds of things of which only the owner's name counts
_OWNING = ("poss", "amod", "compound", "nmod")
_DROPPED = ("NUM", "DET", "PUNCT", "ADV", "ADP", "SPACE", "SYM")


def affected(text: str, figure: Figure) -> Mention | None:
    """Return the words that say whose people or things are counted, where they say more than the unit ("Somali soldiers")."""
    if figure.measure.kind in ("fraction", "percent"):
        noun = figure.measure.noun
        return Mention(noun.of(text), noun) if noun else None
    noun_tokens = [token for token in figure.tokens if token.pos_ not in _DROPPED]
    named = [token for token in noun_tokens if token.pos_ == "PROPN" or (token.pos_ == "ADJ" and token.text[:1].isupper())]
    if not named or len(noun_tokens) < 2 or figure.kind not in _BELONGING | _THINGS:
        return None
    last = noun_tokens[-1] if figure.kind in _BELONGING else named[-1]
    return _mention(text, figure, named[0], last)


def civil(figure: Figure) -> Civil | None:
    """Return the status that the counted noun itself claims."""
    words = {token.lower_ for token in figure.tokens}
    if "civilian" in words or "civilians" in words:
        return Civil.CIVILIAN
    return Civil(figure.civil) if figure.civil else None


def actor(text: str, figure: Figure, matches: Sequence[Match], dimensions: Sequence[str], others: Sequence[Figure]) -> Mention | None:
    """Return who is said to have done it, only where the words that carry the figure say so.

    That is the subject or by-phrase of the verb ("the army killed 12"), or of the attack that it names ("in strikes by the army",
    "rebel shelling killed 12", "Israel's assault"); nothing is inferred from another sentence.
    """
    if not set(dimensions) & _HARM:
        return None
    counted_tokens = {token.i for other in others for token in other.tokens}
    for match in matches:
        for found in _doers(match.head, match.rule.role != "subject"):
            if found.i not in counted_tokens:
                return _phrase(text, figure, found)
    return None


def _doers(trigger: Token, transitive: bool) -> Iterator[Token]:
    if _is_deed(trigger):
        yield from _owners(trigger)
    yield from _agents(trigger)
    verb = _verb(trigger)
    if verb is None:
        return
    subject = _subject(verb) if transitive and verb.lemma_.lower() not in signs("loses") else None
    if subject is not None:
        if _is_deed(subject):
            yield from _owners(subject)
        elif _acts(subject):
            yield subject
    joined = [verb, *(child for child in verb.children if child.dep_ == "conj"), *([verb.head] if verb.dep_ == "conj" else [])]
    for word in joined:
        yield from _agents(word) if word is not trigger else iter(())
        for child in word.children:
            if child.dep_ == "prep" and child.lower_ in ("in", "during", "by"):
                yield from (owner for inner in child.children if _is_deed(inner) for owner in _owners(inner))


def _verb(trigger: Token) -> Token | None:
    if trigger.pos_ == "VERB":
        return trigger
    head = trigger.head
    carried = trigger.dep_ in ("dobj", "nsubjpass") and head.lemma_.lower() in signs("does")
    return head if head.pos_ == "VERB" and (carried or trigger.dep_ in ("acomp", "oprd")) else None


def _agents(word: Token) -> Iterator[Token]:
    for child in word.children:
        if child.lower_ == "by" and child.dep_ in ("agent", "prep"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from _owners(inner) if _is_deed(inner) else iter((inner,) if _acts(inner) else ())


def _owners(deed: Token) -> Iterator[Token]:
    """Yield whose attack it is said to be: "strikes by the army", "the army's strikes", "rebel shelling", "Israeli raids"."""
    yield from _agents(deed)
    for child in deed.children:
        if (child.dep_ == "poss" and child.ent_type_ == "GPE") or (child.dep_ in _OWNING and _can_own(child, deed)):
            yield child


def _can_own(word: Token, deed: Token) -> bool:
    return (_acts(word) or word.ent_type_ == "NORP") and not _one_thing(word, deed)


def _subject(verb: Token) -> Token | None:
    for _ in range(3):
        children = list(verb.children)
        if any(child.dep_ in ("nsubjpass", "auxpass") for child in children):
            return None
        subject = next((child for child in children if child.dep_ == "nsubj"), None)
        if subject is not None and subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
            return verb.head
        if subject is not None:
            return subject
        if verb.dep_ in ("acl", "relcl") and (verb.tag_ != "VBN" or any(child.dep_ == "dobj" for child in children)):
            return verb.head  # what was done to a thing has no object of its own: the parser took a plain past for a participle
        if verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head.pos_ != "VERB":
            return None
        verb = verb.head
    return None


def _one_thing(first: Token, second: Token) -> bool:
    """Tell whether two words name one thing ("air strike", "suicide attack")."""
    return f"{first.lower_} {second.lemma_.lower()}" in counted()


def _is_deed(token: Token) -> bool:
    row = counted().get(token.lemma_.lower()) or counted().get(token.lower_)
    return token.pos_ in ("NOUN", "PROPN") and row is not None and row.kind in ("attack", "strike")


def _acts(token: Token) -> bool:
    """Tell whether a noun names somebody who can act: a name of people or a group, not an event, a weapon or a pronoun."""
    if token.pos_ == "PROPN":
        return token.ent_type_ in ("ORG", "NORP", "GPE")
    row = counted().get(token.lemma_.lower())
    return row is not None and row.kind in ("combatant", "unit") and token.pos_ in ("NOUN", "ADJ")


def _phrase(text: str, figure: Figure, token: Token) -> Mention:
    own = {token.i} | {t.i for t in token.children if t.dep_ in ("amod", "compound", "nmod", "poss", "punct") and t.i < token.i}
    first = token.i
    while first - 1 in own or (first > 0 and token.doc[first - 1].head.i in own and token.doc[first - 1].dep_ not in ("det", "nummod")):
        first -= 1
        own.add(first)
    return _mention(text, figure, token.doc[first], token)


def _mention(text: str, figure: Figure, first: Token, last: Token) -> Mention:
    span = figure.parsed.span(first.doc[first.i : last.i + 1])
    return Mention(span.of(text), span)
