"""Deeds: which words tell of an attack or of what it is done with, who can act, and whose attack it is said to be."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from sayso.annotators.dimensions import counted
from sayso.extractors.rules.signs import signs
from sayso.parties import parties
from sayso.publishers import find

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "BEINGS",
    "DEEDS",
    "MEANS",
    "PEOPLE",
    "acts",
    "agents",
    "blamed",
    "deed_of",
    "is_deed",
    "is_means",
    "is_of_a_country",
    "kind_of",
    "of_some",
    "owners",
]

DEEDS = frozenset({"attack", "strike"})  # kinds of `counted.csv`
MEANS = frozenset({"aircraft", "munition", "weapon", "vehicle"})  # what deeds are done with: whose it is did it
PEOPLE = frozenset({"combatant", "unit"})
BEINGS = frozenset({"person", "combatant", "none", "prisoner", "observer", "hostage", "resident"})
_NAMES = frozenset({"", "nothing", "person", *PEOPLE})  # what the last word of a body's name may mean by itself
_OWNING = ("poss", "amod", "compound", "nmod", "npadvmod", "appos")
_NOMINAL = ("pcomp", "pobj", "nsubj", "nsubjpass", "conj", "dobj", "acl", "advcl", "ROOT")
_TARGET = ("on", "against", "at", "in", "into", "of", "near", "targeting", "with", "over", "between")
_ADJECTIVES = ("an", "i", "ish", "ese", "ch", "ic", "ek", "ist", "ists", "ite", "ites", "ans")  # "Ruritanian", not "Strelsau"
_SHORT = 2  # letters of a name written as letters, at least one more
_DEEP = 4  # prepositions climbed or gone down at most


def kind_of(token: Token) -> str:
    """Return the kind of thing that a noun names with the word before it ("suicide bomber"), empty for one that is not known."""
    lower = token.lower_
    words = (lower, token.lemma_.lower(), lower.removesuffix("s"), f"{lower[:-2]}an" if lower.endswith("men") else "")
    named = (counted().get(f"{child.lower_} {words[1]}") for child in token.children if child.dep_ == "compound")
    row = next((row for row in (*named, *map(counted().get, words)) if row), None)
    return row.kind if row is not None else ""


def is_deed(token: Token) -> bool:
    """Tell whether a word names an attack, also where the parser takes it for a verb: "in rebel shelling", "airstrikes killed"."""
    told = token.dep_ in ("nsubj", "csubj") and not any(child.dep_ == "dobj" for child in token.children)
    noun = token.pos_ in ("NOUN", "PROPN") or (token.tag_ in ("VBG", "VBZ") and (told or (token.dep_ in _NOMINAL and not _takes(token))))
    return noun and kind_of(token) in DEEDS


def is_means(token: Token) -> bool:
    """Tell whether a word names what an attack is done with."""
    return token.pos_ in ("NOUN", "PROPN") and (kind_of(token) in MEANS or token.lemma_.lower() in signs("arms"))


def acts(token: Token) -> bool:
    """Tell whether a noun names somebody who can act: people under arms, a body, a name of a group; no event, no weapon, no pronoun."""
    if token.pos_ not in ("NOUN", "ADJ", "PROPN") or any(child.tag_ == "PRP$" for child in token.children):
        return False
    words = {token.lemma_.lower(), token.lower_.removesuffix("s")}
    if words & signs("no doer") or (token.pos_ == "PROPN" and _is_an_outlet(token.text)):
        return False
    if words & signs("one of a group"):
        return any(child.dep_ in _OWNING and (child.ent_type_ == "ORG" or acts(child)) for child in token.children)
    if token.pos_ == "NOUN" and _is_letters(token.text) and not words & counted().keys():
        return True
    if (token.pos_ == "PROPN" or (token.tag_ == "NN" and token.text[:1].isupper())) and token.ent_type_ in ("ORG", "NORP", "GPE"):
        longer = any(child.pos_ == "PROPN" for child in token.children)  # "Ruritanian Liberation Front"
        if kind_of(token) in _NAMES if longer else not words & counted().keys():
            return True
    bomber = "bomber" in words and not any(child.lower_ == "suicide" for child in token.children)  # it may be a plane
    return (bool(words & signs("acts")) or kind_of(token) in PEOPLE) and not bomber


@cache
def _is_an_outlet(name: str) -> bool:
    row = find(name)
    return row is not None and row.kind == "media"


def _is_letters(name: str) -> bool:
    """Tell whether a name is written as letters: "the NSAGs killed nine people"."""
    return len(name) > _SHORT and name.removesuffix("s").isupper() and name.removesuffix("s").isalpha()


def agents(word: Token) -> Iterator[Token]:
    """Yield who is named by "by" behind a verb or a noun: "killed by rebels", "an attack on a market by rebels"."""
    for child in word.children:
        for hands in child.children if child.lower_ == "at" else ():  # "killed at the hands of the army"
            found = [inner for of in hands.children for inner in of.children] if hands.lower_ == "hands" else []
            yield from (inner for inner in found if inner.dep_ == "pobj" and acts(inner))
    for by in _by(word, _DEEP):
        for inner in by.children:
            if inner.dep_ == "pobj":
                after = inner.doc[inner.i + 1] if inner.i + 1 < len(inner.doc) else None
                yield from (inner,) if acts(inner) else owners(inner) if is_deed(inner) or is_means(inner) else _fired(inner)
                if after is not None and after.head == inner and is_deed(after) and inner.pos_ == "ADJ":
                    yield inner


def _fired(noun: Token) -> Iterator[Token]:
    """Yield who fired or laid what nobody knows for a weapon: "hurt by explosive shots fired by rebels"."""
    for child in noun.children:
        if child.dep_ == "acl" and child.lemma_.lower() in signs("does"):
            yield from agents(child)


def of_some(preposition: Token) -> bool:
    """Tell whether it tells of some of those counted only: "130 were killed, some by rebels"."""
    return preposition.i > 0 and preposition.nbor(-1).lower_ in signs("not all")


def _by(word: Token, steps: int) -> Iterator[Token]:
    for child in word.children:
        if child.lower_ == "by" and child.dep_ in ("agent", "prep"):
            if not of_some(child):
                yield child
        elif steps and child.dep_ == "prep" and child.lower_ in _TARGET and word.pos_ != "VERB":
            yield from (by for inner in child.children if inner.dep_ == "pobj" for by in _by(inner, steps - 1))


def owners(deed: Token) -> Iterator[Token]:
    """Yield whose attack or weapon it is said to be: "strikes by the army", "rebel shelling", "shells fired by rebels"."""
    yield from agents(deed)
    yield from (word for word in _before(deed) if not _one_thing(word, word.head) and _owns(word))
    for child in deed.children:
        if child.dep_ in ("acl", "relcl"):
            yield from _done_by(child)
        if child.lower_ == "from":  # "rocket fire from rebels", "fire from army positions"
            sources = [inner for inner in child.children if inner.dep_ == "pobj"]
            yield from (inner for inner in sources if acts(inner) and inner.ent_type_ != "GPE")
            yield from (word for inner in sources if kind_of(inner) == "position" for word in _before(inner) if _owns(word))
        if child.lower_ == "of":
            those = (inner for inner in child.children if inner.lower_ in ("those", "several"))
            yield from (found for inner in those for told in inner.children if told.dep_ in ("acl", "relcl") for found in _done_by(told))
    for other in (deed.head, *deed.children):  # "air strikes and army shelling"
        if (other.dep_ == "conj" and other.head == deed) or (deed.dep_ == "conj" and other == deed.head):
            yield from (word for word in _before(other) if is_deed(other) and not _one_thing(word, word.head) and _owns(word))
    if deed.dep_ == "pobj" and deed.head.head.lemma_.lower() in ("blame", "accuse"):
        yield from (other for other in deed.head.head.children if other.dep_ == "dobj" and acts(other))


def _done_by(verb: Token) -> Iterator[Token]:
    if verb.lemma_.lower() in signs("holds"):
        return  # "a strike on a quarter held by rebels"
    yield from agents(verb)
    yield from blamed(verb)
    for child in verb.children:
        if child.dep_ == "ccomp":
            yield from _done_by(child)


def blamed(verb: Token) -> Iterator[Token]:
    """Yield at whose door a participle lays a thing: "blamed on rebels", "linked to gang activity"."""
    if verb.lemma_.lower() in signs("lays at the door of"):
        found = [inner for child in verb.children if child.lower_ in ("to", "on") for inner in child.children if inner.dep_ == "pobj"]
        yield from (inner for inner in found if acts(inner))
        yield from (word for inner in found for word in inner.children if word.dep_ == "compound" and acts(word))


def _before(deed: Token) -> Iterator[Token]:
    """Yield the words before a noun that say whose it is, also those that hang on each other: "Ruritanian missile strikes"."""
    taken_for_a_verb = ("nsubj",) if deed.pos_ == "VERB" else ()  # "army shelling east of the town killed nine"
    for child in deed.children:
        if child.i < deed.i and child.dep_ in (*_OWNING, *taken_for_a_verb):
            if not (child.i + 1 < len(child.doc) and child.doc[child.i + 1].text in (")", "]")):  # an outlet in brackets
                yield child
            if child.dep_ != "poss":
                yield from _before(child)


def _owns(word: Token) -> bool:
    if word.dep_ == "poss":
        two_sided = word.head.lemma_.lower() in signs("two-sided")
        if two_sided and not any(child.lower_ in signs("aims") for child in word.head.children):
            return False  # in "Zenda's siege" it is besieged
        return word.ent_type_ == "GPE" or acts(word)
    adjective = word.ent_type_ == "NORP" and word.lower_.endswith(_ADJECTIVES)
    named = word.ent_type_ == "NORP" or (word.text[:1].isupper() and word.ent_type_ in ("GPE", "ORG"))
    if named and word.dep_ in ("compound", "nmod", "amod") and not adjective:
        return _is_known(word.text) or word.lower_.removesuffix("s") in signs("acts")  # else the name of a town
    if word.dep_ != "appos" and word.lower_ in signs("only describes"):
        return is_of_a_country(word)  # "a Ruritania military air strike"
    return acts(word) or word.ent_type_ in ("NORP", "GPE") or _is_led(word)


def is_of_a_country(word: Token) -> bool:
    """Tell whether a country stands right before a word: the "Ruritania" of "Ruritania military"."""
    return word.i > 0 and word.nbor(-1).ent_type_ == "GPE" and word.lower_ == "military"


@cache
def _is_known(name: str) -> bool:
    """Tell whether a name that stands before an attack names who did it, not where: one that is written as letters, or a party's."""
    known = {other for party in parties().values() if party.kind != "state" for other in (party.name, *party.aliases)}
    return (name.upper() == name and len(name) < 6) or name in known


def _is_led(word: Token) -> bool:
    """Tell whether it is what somebody leads or backs: the "led" of "Ruritanian-led strikes"."""
    return word.lower_ in ("led", "backed") and any(child.ent_type_ in ("GPE", "NORP", "ORG") for child in word.children)


def _one_thing(first: Token, second: Token) -> bool:
    """Tell whether two words name one thing ("air strike", "suicide attack"), neither being somebody."""
    return f"{first.lower_} {second.lemma_.lower()}" in counted() and kind_of(first) not in PEOPLE and first.lower_ not in signs("acts")


def _takes(token: Token) -> bool:
    return any(child.dep_ in ("dobj", "nsubj") for child in token.children)


def deed_of(noun: Token) -> Token | None:
    """Return the attack that a noun is the target or the scene of: "an attack on a group in the town"; None for no such."""
    node = noun
    for _ in range(_DEEP):
        preposition = node.head
        held = preposition.lower_ == "by" and preposition.head.dep_ == "acl" and preposition.head.lemma_.lower() in signs("holds")
        if node.dep_ != "pobj" or not (held or preposition.lower_ in _TARGET):
            return None
        node = preposition.head.head if held else preposition.head
        if is_deed(node) or is_means(node):
            return node
    return None
