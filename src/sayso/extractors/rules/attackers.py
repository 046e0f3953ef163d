"""Attackers: who the words that carry a figure of harm say did it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.annotators.triggers import Match
from sayso.extractors.rules.deeds import BEINGS, DEEDS, PEOPLE, acts, agents, blamed, is_deed, is_means, kind_of, of_some, owners
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.recalled import carried_out, spoken_of, told_after, told_before
from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.subjects import above, attacks, goes_on, meant, striking, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["attackers"]

_HURT = ("killed", "wounded", "missing")
_CLIMB = 6  # nouns and prepositions climbed at most


def attackers(figure: Figure, match: Match) -> Iterator[Token]:
    """Yield the words for who did it, the plainest first.

    That is the subject or by-phrase of the verb ("the army killed 12"), the owner of the attack that it names ("in strikes by the army",
    "rebel shelling killed 12", "shells fired by rebels"), the subject of the attack told beside it ("were killed when gunmen opened
    fire"), or the owner of "the attack" as told just before or after.
    """
    trigger = match.tokens[-1] if match.rule.role == "unit" else match.head
    yield from (*owners(trigger), *_made_in(trigger)) if is_deed(trigger) or is_means(trigger) else agents(trigger)
    if match.rule.role == "of":  # "the army's killing of 12"
        yield from (child for child in trigger.children if child.dep_ == "poss" and acts(child))
    yield from (holder for word in match.tokens for holder in _in_control(word))
    verb = _verb(trigger)
    if verb is None:
        yield from (
            found for word in (trigger, *trigger.conjuncts) for child in word.children if child.dep_ == "acl" for found in blamed(child)
        )
        words = {trigger.i: trigger, match.tokens[-1].i: match.tokens[-1]}.values()
        yield from (owner for word in words for owner in _deeds_around(word, lost=figure.kind == "combatant"))
        return
    passive = verb.lemma_.lower() in signs("loses") | signs("host") | (signs("finds") if match.rule.dimension in _HURT else frozenset())
    subject = _in_a_row(subject_of(verb)) if match.rule.role != "subject" and not passive else None
    if subject is not None and (subject.ent_type_ == "PERSON" or subject.lower_ in ("he", "she", "we", "i", "you")):
        return  # somebody did it who is no attacker: "the missiles that Mr Nur launched after an attack by rebels"
    if subject is not None:
        of_it = subject.head.i == verb.i == trigger.i and subject.dep_ == "nsubj"
        if verb.lemma_ == "claim" and acts(subject):
            pass  # a side that claims dead says so
        elif acts(subject) or (of_it and kind_of(subject) == "person" and figure.kind in BEINGS):
            yield subject
        elif is_deed(subject) or is_means(subject):
            yield from owners(subject)
            yield from carried_out(subject)
            done = _done_with(subject) if is_means(subject) else None
            yield from striking(done) if done is not None else ()
            yield from _made_in(subject)
            yield from told_before(subject)
            yield from told_after(subject)
        elif subject.lower_ in ("it", "they") or (kind_of(subject) in PEOPLE and any(c.tag_ == "PRP$" for c in subject.children)):
            yield from meant(verb)  # "the army said its troops killed 12"
            yield from spoken_of(subject)
            return
    main = verb.head if verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.head.i < verb.i and _is_passive(verb.head) else None
    for word in (*_joined(verb), *((main,) if main is not None else ())):
        yield from agents(word) if word.i != trigger.i else iter(())
        yield from _deeds_around(word, lost=figure.kind == "combatant")
        yield from _attackers_beside(word, lost=figure.kind == "combatant")


def _in_control(trigger: Token) -> Iterator[Token]:
    """Yield who is in control: "the army was in control of 40 percent", "with the army in control of nine villages"."""
    if trigger.lemma_.lower() == "control" and trigger.head.lower_ == "in":
        holder = trigger.head.head
        names = [holder] if holder.pos_ in ("NOUN", "PROPN") else [child for child in holder.children if child.dep_ == "nsubj"]
        yield from (name for name in names if acts(name))


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in verb.children)


def _in_a_row(subject: Token | None) -> Token | None:
    """Return the attack that a word for several stands before: "a new round of rebel shelling killed 19"."""
    if subject is None or subject.lemma_.lower() not in signs("in a row of"):
        return subject
    held = [inner for child in subject.children if child.lower_ == "of" for inner in child.children]
    return next((inner for inner in held if is_deed(inner) or is_means(inner) or (acts(inner) and _is_before_a_deed(inner))), subject)


def _made_in(deed: Token) -> Iterator[Token]:
    """Yield who did something in an attack: "jets struck a house in an attack", "were killed by troops in two operations"."""
    verb = deed.head.head if is_deed(deed) and deed.dep_ == "pobj" and deed.head.lower_ == "in" else None
    if verb is not None and verb.pos_ == "VERB" and verb.lemma_.lower() in attacks():
        yield from (*agents(verb), *striking(verb))


def _joined(verb: Token) -> Iterator[Token]:
    """Yield a verb and those that go on with the same: not behind "but" or "while", nor in a report of its own ("and that ...")."""
    yield verb
    pairs = [(verb, child) for child in verb.children if child.dep_ == "conj"] + ([(verb.head, verb)] if verb.dep_ == "conj" else [])
    yield from (second if first is verb else first for first, second in pairs if goes_on(first, second))


def _verb(trigger: Token) -> Token | None:
    left = trigger.head.head if trigger.dep_ in ("acl", "amod", "oprd") and trigger.head.dep_ == "dobj" else None
    if left is not None and left.lemma_.lower() == "leave":  # "leaving nine people wounded"
        return left
    if trigger.pos_ == "VERB":
        return trigger
    if is_deed(trigger) or is_means(trigger):
        return _done_with(trigger)
    head = trigger.head
    if head.pos_ == "ADP" and head.head.lemma_.lower() in ("result", "lead"):  # "resulting in 18 deaths"
        return head.head
    gained = trigger.lemma_.lower() == "control" and trigger.dep_ == "dobj" and head.lemma_.lower() in signs("gains")
    carried = gained or (trigger.dep_ in ("dobj", "nsubjpass") and head.lemma_.lower() in signs("does"))
    return head if head.pos_ == "VERB" and (carried or trigger.dep_ in ("acomp", "oprd")) else None


def _done_with(trigger: Token) -> Token | None:
    """Return the verb by which somebody does an attack or attacks with a thing: "fired 40 shells", "hit the town with 40 shells"."""
    node = trigger
    while node.dep_ == "conj" or (node.dep_ == "pobj" and node.head.lower_ == "of"):
        node = node.head if node.dep_ == "conj" else node.head.head
    if node.dep_ == "dobj" and node.head.lemma_.lower() in signs("does") | attacks():
        return node.head
    if node.dep_ == "pobj" and node.head.lower_ == "over" and node.head.head.lemma_.lower() in signs("does"):
        return node.head.head  # "conducted over 1,400 raids", as the parser may take it
    return _attacked_with(node.head) if node.dep_ == "pobj" and node.head.lower_ == "with" else None


def _attacked_with(preposition: Token) -> Token | None:
    """Return the verb of attack that "with" belongs to, also where the parser hangs it on what was attacked."""
    node = preposition
    for _ in range(_CLIMB):
        if node.head.i == node.i:
            return None
        node = node.head
        if node.pos_ == "VERB" and node.lemma_.lower() in attacks():
            return node
        if node.pos_ == "VERB" and node.dep_ != "acl":
            return None
    return None


def _deeds_around(word: Token, *, lost: bool) -> Iterator[Token]:
    """Yield the owners of the attacks that a word happened in: "killed in rebel shelling", "died due to strikes by the army".

    Fighters may be what the attackers `lost` in their own operation.
    """
    for child in word.children:
        later = any(before.dep_ == "npadvmod" for before in child.children)  # "hours after a rebel attack"
        if child.dep_ in ("prep", "agent", "advmod") and child.lower_ in signs("in a deed") and not later and not of_some(child):
            for inner in child.subtree:
                if lost and inner.lemma_.lower() in signs("may cost both"):
                    continue
                fired = is_means(inner) and (kind_of(inner) == "munition" or any(further.dep_ == "acl" for further in inner.children))
                if inner.dep_ in ("pobj", "conj", "pcomp") and (fired or is_deed(inner)) and _near(inner, child):
                    named = [*owners(inner), *_opponents(inner), *_its(inner, word)]
                    yield from named or (*told_before(inner), *told_after(inner))
                elif inner.dep_ == "pobj" and inner.head == child and acts(inner) and _is_before_a_deed(inner):
                    yield inner


def _its(deed: Token, word: Token) -> Iterator[Token]:
    """Yield whose "its strikes" are: the subject of the verb around: "the army admitted the deaths of nine people in its strikes"."""
    if any(child.tag_ == "PRP$" and child.lower_ in ("its", "their") for child in deed.children):
        verb = word if word.pos_ == "VERB" else above(word)
        subject = next((child for child in verb.children if child.dep_ == "nsubj"), None) if verb is not None else None
        yield from (subject,) if subject is not None and acts(subject) else ()


def _is_before_a_deed(word: Token) -> bool:
    """Tell whether an attack follows right behind a name that the parser takes for the noun itself: "in rebel shelling"."""
    after = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    return after is not None and after.tag_ in ("VBG", "VBZ", "NN", "NNS") and kind_of(after) in DEEDS


def _near(inner: Token, preposition: Token) -> bool:
    """Tell whether a noun is what a preposition leads to, over "a series of" and "due to"."""
    node = inner
    for _ in range(4):
        node = node.head
        if node.i == preposition.i:
            return True
        if node.pos_ not in ("ADP", "SCONJ") and node.lemma_.lower() not in signs("in a row of") and not is_deed(node):
            return False
    return False


def _opponents(deed: Token) -> Iterator[Token]:
    """Yield whom those counted fought: "killed in clashes with the army"."""
    if deed.lemma_.lower() in signs("fought with"):
        for child in deed.children:
            if child.lower_ in ("with", "against"):
                yield from (inner for inner in child.children if inner.dep_ == "pobj" and acts(inner))


def _attackers_beside(verb: Token, *, lost: bool) -> Iterator[Token]:
    """Yield who attacked, in a clause that says how it came to this: "were killed when gunmen opened fire".

    Fighters may be what the attackers `lost`: "nine fighters died when rebels launched an assault".
    """
    for child in verb.children:
        marks = [grandchild.lower_ for grandchild in child.children if grandchild.dep_ in ("mark", "advmod")]
        told = any(mark in ("when", "as", "after") for mark in marks) and child.lemma_.lower() in attacks()
        war = any(other.dep_ == "dobj" and other.lemma_.lower() in signs("two-sided") for other in child.children)
        if lost and any(other.dep_ == "dobj" and is_deed(other) for other in child.children):
            continue
        if child.dep_ == "advcl" and (told or ("since" in marks and war)):
            yield from striking(child)
