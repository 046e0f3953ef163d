"""Doers: who is said to have done what a figure counts, given only where the text says it plainly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sayso.annotators.dimensions import counted, rules
from sayso.annotators.triggers import Match
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.signs import signs
from sayso.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["actor"]

_HARM = frozenset({"killed", "wounded", "missing", "detained", "displaced", "trapped", "strikes", "attacks", "munitions", "equipment",
                   "infrastructure", "territory"})  # fmt: skip
_OWNING = ("poss", "amod", "compound", "nmod", "npadvmod")
_INSIDE = ("amod", "compound", "nmod", "poss", "punct", "npadvmod", "case")
_DEEDS = frozenset({"attack", "strike"})  # kinds of `counted.csv`
_MEANS = frozenset({"aircraft", "munition", "weapon", "vehicle"})  # what deeds are done with: whose it is did it
_PEOPLE = frozenset({"combatant", "unit"})
_BEINGS = frozenset({"person", "combatant", "none", "prisoner", "observer", "hostage", "resident"})
_BACK = 3  # sentences looked back for whose "the attack" was


def actor(text: str, figure: Figure, matches: Sequence[Match], dimensions: Sequence[str], others: Sequence[Figure]) -> Mention | None:
    """Return who is said to have done it, only where the words that carry the figure say so.

    That is the subject or by-phrase of the verb ("the army killed 12"), the owner of the attack that it names ("in strikes by the army",
    "rebel shelling killed 12", "shells fired by rebels"), the subject of the attack told beside it ("were killed when gunmen opened
    fire"), or the owner of "the attack" as told just before.
    """
    if not set(dimensions) & _HARM:
        return None
    joined = {figure.root.i, *(token.i for token in figure.root.conjuncts)}
    still = [other for other in others if other.kind not in _DEEDS | _MEANS | _PEOPLE or other.root.i in joined]
    taken = {token.i for other in still if other.kind not in _DEEDS | _MEANS for token in other.tokens}
    counts = {token.lemma_.lower() for token in figure.tokens}
    for match in matches:
        if match.head.doc is not figure.parsed.doc:
            continue
        for found in _doers(figure, match):
            if found.i not in taken and found.lemma_.lower() not in counts:
                return _phrase(text, figure, found)
    return None


def _doers(figure: Figure, match: Match) -> Iterator[Token]:
    trigger = match.head
    yield from _owners(trigger) if _is_deed(trigger) or _is_means(trigger) else _agents(trigger)
    verb = _verb(trigger)
    if verb is None:
        yield from (owner for word in {trigger.i: trigger, match.tokens[-1].i: match.tokens[-1]}.values() for owner in _deeds_around(word))
        return
    passive = verb.lemma_.lower() in signs("loses") | signs("host")
    subject = _subject(verb) if match.rule.role != "subject" and not passive else None
    if subject is not None:
        of_it = subject.head.i == verb.i == trigger.i and subject.dep_ == "nsubj"
        if _acts(subject) or (of_it and _kind(subject) == "person" and figure.kind in _BEINGS):
            yield subject
        elif _is_deed(subject) or _is_means(subject):
            yield from _owners(subject)
            yield from _carried_out(subject)
            yield from _told_before(subject)
        elif subject.lower_ in ("it", "they"):
            yield from _speaking(verb)
    joined = [verb, *(child for child in verb.children if child.dep_ == "conj"), *([verb.head] if verb.dep_ == "conj" else [])]
    for word in joined:
        yield from _agents(word) if word.i != trigger.i else iter(())
        yield from _deeds_around(word)
        yield from _attackers_beside(word)


def _verb(trigger: Token) -> Token | None:
    if trigger.pos_ == "VERB":
        return trigger
    head = trigger.head
    if head.pos_ == "ADP" and head.head.lemma_.lower() in ("result", "lead"):  # "resulting in 18 deaths"
        return head.head
    carried = trigger.dep_ in ("dobj", "nsubjpass") and head.lemma_.lower() in signs("does")
    return head if head.pos_ == "VERB" and (carried or trigger.dep_ in ("acomp", "oprd")) else None


def _agents(word: Token) -> Iterator[Token]:
    for child in word.children:
        if child.lower_ == "by" and child.dep_ in ("agent", "prep"):
            for inner in child.children:
                if inner.dep_ == "pobj":
                    yield from (inner,) if _acts(inner) else _owners(inner) if _is_deed(inner) or _is_means(inner) else ()


def _owners(deed: Token) -> Iterator[Token]:
    """Yield whose attack or weapon it is said to be: "strikes by the army", "rebel shelling", "shells fired by rebels"."""
    yield from _agents(deed)
    for child in deed.children:
        if child.i + 1 < len(child.doc) and child.doc[child.i + 1].text in (")", "]"):
            continue  # an outlet in brackets
        if (child.dep_ == "poss" and (child.ent_type_ == "GPE" or _acts(child))) or (
            child.dep_ in _OWNING and (_acts(child) or child.ent_type_ in ("NORP", "GPE") or _is_led(child)) and not _one_thing(child, deed)
        ):
            yield child
    for child in deed.children:
        if child.dep_ in ("acl", "relcl") and child.pos_ == "VERB":
            yield from _agents(child)
    if deed.dep_ == "pobj" and deed.head.head.lemma_.lower() in ("blame", "accuse"):
        yield from (other for other in deed.head.head.children if other.dep_ == "dobj" and _acts(other))


def _is_led(word: Token) -> bool:
    """Tell whether it is what somebody leads or backs: the "led" of "Ruritanian-led strikes"."""
    return word.lower_ in ("led", "backed") and any(child.ent_type_ in ("GPE", "NORP", "ORG") for child in word.children)


def _deeds_around(word: Token) -> Iterator[Token]:
    """Yield the owners of the attacks that a word happened in: "killed in rebel shelling", "died due to strikes by the army"."""
    for child in word.children:
        if child.dep_ in ("prep", "agent", "advmod") and child.lower_ in signs("in a deed"):
            for inner in child.subtree:
                if inner.dep_ in ("pobj", "conj") and _is_deed(inner) and _near(inner, child):
                    yield from _owners(inner)
                    yield from _opponents(inner)
                    yield from _told_before(inner)


def _near(inner: Token, preposition: Token) -> bool:
    """Tell whether a noun is what a preposition leads to, over "a series of" and "due to"."""
    node = inner
    for _ in range(4):
        node = node.head
        if node.i == preposition.i:
            return True
        if node.pos_ not in ("ADP", "SCONJ") and node.lemma_.lower() not in signs("in a row of") and not _is_deed(node):
            return False
    return False


def _opponents(deed: Token) -> Iterator[Token]:
    """Yield whom those counted fought: "killed in clashes with the army"."""
    if deed.lemma_.lower() in signs("fought with"):
        for child in deed.children:
            if child.lower_ in ("with", "against"):
                yield from (inner for inner in child.children if inner.dep_ == "pobj" and _acts(inner))


def _attackers_beside(verb: Token) -> Iterator[Token]:
    """Yield who attacked, in a clause that says how it came to this: "were killed when gunmen opened fire"."""
    for child in verb.children:
        marks = [grandchild.lower_ for grandchild in child.children if grandchild.dep_ in ("mark", "advmod")]
        told = any(mark in ("when", "as", "after") for mark in marks) and child.lemma_.lower() in _attacks()
        begun = "since" in marks and any(other.dep_ == "dobj" and _is_deed(other) for other in child.children)
        if child.dep_ == "advcl" and (told or begun):
            subject = _subject(child)
            if subject is not None:
                yield from (subject,) if _acts(subject) else _owners(subject) if _is_deed(subject) or _is_means(subject) else ()


@cache
def _attacks() -> frozenset[str]:
    """Return the verbs that tell of an attack."""
    ids = ("attacks.object", "killed.object", "munitions.launched")
    return frozenset(words[0] for rule in rules() if rule.id in ids for words in rule.words) - signs("loses") | signs("attacks")


def _told_before(deed: Token) -> Iterator[Token]:
    """Yield the owner of an attack of the same kind that was told before, where this one is "the attack"."""
    if deed.lemma_.lower() in signs("two-sided") | signs("fought with") or any(child.dep_ == "relcl" for child in deed.children):
        return
    if not any(child.lower_ in signs("told before") for child in deed.children):
        return
    sentences = 0
    for token in reversed(deed.doc[: deed.i]):
        sentences += bool(token.is_sent_start)
        if sentences > _BACK:
            return
        if _is_deed(token) and _kind(token) == _kind(deed):
            owner = next(_owners(token), None) or next(_carried_out(token), None)
            if owner is not None:
                yield owner
                return


def _carried_out(deed: Token) -> Iterator[Token]:
    """Yield who carries an attack out or claims it: "the army carried out a raid"."""
    if deed.dep_ == "dobj" and deed.head.lemma_.lower() in signs("does") | {"claim"}:
        subject = _subject(deed.head)
        yield from (subject,) if subject is not None and _acts(subject) else ()


def _subject(verb: Token) -> Token | None:
    for _ in range(3):
        children = list(verb.children)
        if any(child.dep_ in ("nsubjpass", "auxpass") for child in children) or _is_small(verb, children):
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
        if verb.dep_ != "xcomp" and verb.head.lemma_.lower() in signs("blames"):
            return None  # what a speaker does is no doing of theirs: "accused the army of bombing the town, killing nine"
        verb = verb.head
    return None


def _is_small(verb: Token, children: Sequence[Token]) -> bool:
    """Tell whether it is a passive without its auxiliary: "saw the rebels driven out of the town"."""
    return verb.tag_ == "VBN" and verb.dep_ == "ccomp" and not any(child.dep_ in ("aux", "dobj") for child in children)


def _speaking(verb: Token) -> Iterator[Token]:
    """Yield who says it of themselves: "the army said it hit 40 sites"."""
    said = verb.head
    if verb.dep_ == "ccomp" and said.pos_ == "VERB":
        subject = _subject(said)
        yield from (subject,) if subject is not None and _acts(subject) else ()


def _one_thing(first: Token, second: Token) -> bool:
    """Tell whether two words name one thing ("air strike", "suicide attack"), neither being somebody."""
    return f"{first.lower_} {second.lemma_.lower()}" in counted() and _kind(first) not in _PEOPLE and first.lower_ not in signs("acts")


def _kind(token: Token) -> str:
    word = token.lemma_.lower()
    named = (counted().get(f"{child.lower_} {word}") for child in token.children if child.dep_ == "compound")
    row = next((row for row in named if row), None) or counted().get(word) or counted().get(token.lower_)
    return row.kind if row is not None else ""


def _is_deed(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and _kind(token) in _DEEDS


def _is_means(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") and _kind(token) in _MEANS


def _acts(token: Token) -> bool:
    """Tell whether a noun names somebody who can act: people under arms, a body, a name of a group; no event, no weapon, no pronoun."""
    word = token.lemma_.lower()
    if token.pos_ == "PROPN" and token.ent_type_ in ("ORG", "NORP", "GPE"):
        return _kind(token) in _PEOPLE or (word.removesuffix("s") not in counted() and word not in signs("no doer"))
    if token.pos_ not in ("NOUN", "ADJ", "PROPN"):
        return False
    bomber = word == "bomber" and not any(child.lower_ == "suicide" for child in token.children)  # it may be a plane
    return (word in signs("acts") or _kind(token) in _PEOPLE) and not bomber


def _phrase(text: str, figure: Figure, token: Token) -> Mention:
    own = {token.i} | {t.i for t in token.children if t.dep_ in _INSIDE and t.i < token.i}
    first = token.i
    while first - 1 in own or (first > 0 and token.doc[first - 1].head.i in own and token.doc[first - 1].dep_ not in ("det", "nummod")):
        first -= 1
        own.add(first)
    span = figure.parsed.span(token.doc[first : token.i + 1])
    return Mention(span.of(text), span)
