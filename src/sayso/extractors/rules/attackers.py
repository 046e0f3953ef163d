"""Attackers: who the words that carry a figure of harm say did it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sayso.annotators.dimensions import rules
from sayso.annotators.triggers import Match
from sayso.extractors.rules.deeds import DEEDS, PEOPLE, acts, agents, blamed, deed_of, is_deed, is_means, kind_of, owners
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.signs import signs

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["attackers", "meant", "subject_of"]

_BEINGS = frozenset({"person", "combatant", "none", "prisoner", "observer", "hostage", "resident"})
_BACK = 3  # sentences looked back for whose "the attack" was


def attackers(figure: Figure, match: Match) -> Iterator[Token]:
    """Yield the words for who did it, the plainest first.

    That is the subject or by-phrase of the verb ("the army killed 12"), the owner of the attack that it names ("in strikes by the army",
    "rebel shelling killed 12", "shells fired by rebels"), the subject of the attack told beside it ("were killed when gunmen opened
    fire"), or the owner of "the attack" as told just before or after.
    """
    trigger = match.tokens[-1] if match.rule.role == "unit" else match.head
    yield from owners(trigger) if is_deed(trigger) or is_means(trigger) else agents(trigger)
    if match.rule.role == "of":  # "the army's killing of 12"
        yield from (child for child in trigger.children if child.dep_ == "poss" and acts(child))
    verb = _verb(trigger)
    if verb is None:
        yield from (
            found for word in (trigger, *trigger.conjuncts) for child in word.children if child.dep_ == "acl" for found in blamed(child)
        )
        yield from (owner for word in {trigger.i: trigger, match.tokens[-1].i: match.tokens[-1]}.values() for owner in _deeds_around(word))
        return
    passive = verb.lemma_.lower() in signs("loses") | signs("host")
    subject = subject_of(verb) if match.rule.role != "subject" and not passive else None
    if subject is not None and (subject.ent_type_ == "PERSON" or subject.lower_ in ("he", "she", "we", "i", "you")):
        return  # somebody did it who is no attacker: "the missiles that Mr Nur launched after an attack by rebels"
    if subject is not None:
        of_it = subject.head.i == verb.i == trigger.i and subject.dep_ == "nsubj"
        if verb.lemma_ == "claim" and acts(subject):
            pass  # a side that claims dead says so
        elif acts(subject) or (of_it and kind_of(subject) == "person" and figure.kind in _BEINGS):
            yield subject
        elif is_deed(subject) or is_means(subject):
            yield from owners(subject)
            yield from _carried_out(subject)
            done = _done_with(subject) if is_means(subject) else None
            yield from _striking(done) if done is not None else ()
            yield from _told_before(subject)
            yield from _told_after(subject)
        elif subject.lower_ in ("it", "they") or (kind_of(subject) in PEOPLE and any(c.tag_ == "PRP$" for c in subject.children)):
            yield from meant(verb)  # "the army said its troops killed 12"
    joined = [verb, *(child for child in verb.children if child.dep_ == "conj"), *([verb.head] if verb.dep_ == "conj" else [])]
    for word in joined:
        yield from agents(word) if word.i != trigger.i else iter(())
        yield from _deeds_around(word)
        yield from _attackers_beside(word, lost=figure.kind == "combatant")


def _verb(trigger: Token) -> Token | None:
    if trigger.pos_ == "VERB":
        return trigger
    if is_deed(trigger) or is_means(trigger):
        return _done_with(trigger)
    head = trigger.head
    if head.pos_ == "ADP" and head.head.lemma_.lower() in ("result", "lead"):  # "resulting in 18 deaths"
        return head.head
    carried = trigger.dep_ in ("dobj", "nsubjpass") and head.lemma_.lower() in signs("does")
    return head if head.pos_ == "VERB" and (carried or trigger.dep_ in ("acomp", "oprd")) else None


def _done_with(trigger: Token) -> Token | None:
    """Return the verb by which somebody does an attack or attacks with a thing: "fired 40 shells", "hit the town with 40 shells"."""
    node = trigger
    while node.dep_ == "conj" or (node.dep_ == "pobj" and node.head.lower_ == "of"):
        node = node.head if node.dep_ == "conj" else node.head.head
    if node.dep_ == "dobj" and node.head.lemma_.lower() in signs("does") | _attacks():
        return node.head
    with_it = node.dep_ == "pobj" and node.head.lower_ == "with" and node.head.head.lemma_.lower() in _attacks()
    return node.head.head if with_it else None


def _deeds_around(word: Token) -> Iterator[Token]:
    """Yield the owners of the attacks that a word happened in: "killed in rebel shelling", "died due to strikes by the army"."""
    for child in word.children:
        later = any(before.dep_ == "npadvmod" for before in child.children)  # "hours after a rebel attack"
        if child.dep_ in ("prep", "agent", "advmod") and child.lower_ in signs("in a deed") and not later:
            for inner in child.subtree:
                fired = is_means(inner) and (kind_of(inner) == "munition" or any(further.dep_ == "acl" for further in inner.children))
                if inner.dep_ in ("pobj", "conj", "pcomp") and (fired or is_deed(inner)) and _near(inner, child):
                    yield from owners(inner)
                    yield from _opponents(inner)
                    yield from _told_before(inner)
                    yield from _told_after(inner)
                elif inner.dep_ == "pobj" and inner.head == child and acts(inner) and _is_before_a_deed(inner):
                    yield inner


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
        told = any(mark in ("when", "as", "after") for mark in marks) and child.lemma_.lower() in _attacks()
        war = any(other.dep_ == "dobj" and other.lemma_.lower() in signs("two-sided") for other in child.children)
        if lost and any(other.dep_ == "dobj" and is_deed(other) for other in child.children):
            continue
        if child.dep_ == "advcl" and (told or ("since" in marks and war)):
            yield from _striking(child)


def _striking(verb: Token) -> Iterator[Token]:
    """Yield who does what a verb of attack tells: its subject, or whose weapon that is."""
    subject = subject_of(verb)
    if subject is not None:
        yield from (subject,) if acts(subject) else owners(subject) if is_deed(subject) or is_means(subject) else ()


@cache
def _attacks() -> frozenset[str]:
    """Return the verbs that tell of an attack."""
    ids = ("attacks.object", "killed.object", "munitions.launched")
    return frozenset(words[0] for rule in rules() if rule.id in ids for words in rule.words) - signs("loses") | signs("attacks")


def _told_before(deed: Token) -> Iterator[Token]:
    """Yield the owner of an attack of the same kind that was told before, where this one is "the attack"."""
    if deed.lemma_.lower() in signs("two-sided") | signs("fought with") or any(child.dep_ == "relcl" for child in deed.children):
        return
    children = [child.lower_ for child in deed.children]
    if not signs("told before").intersection(children) or signs("aims").intersection(children):
        return  # "the shelling of the town" is told of for the first time
    sentences = 0
    for token in reversed(deed.doc[: deed.i]):
        sentences += bool(token.is_sent_start)
        if sentences > _BACK:
            return
        if is_deed(token) and kind_of(token) == kind_of(deed):
            owner = next(owners(token), None) or next(_carried_out(token), None)
        elif token.pos_ == "VERB" and token.lemma_.lower() in _attacks():
            owner = next(_striking(token), None)
        else:
            continue
        if owner is not None:
            yield owner
            return


def _told_after(deed: Token) -> Iterator[Token]:
    """Yield who the next sentence says carried the attack out or claims it: "They were carried out by the army, it said"."""
    end = deed.sent.end
    for verb in deed.doc[end].sent if end < len(deed.doc) else ():
        children = {child.dep_: child for child in verb.children}
        if verb.pos_ != "VERB" or "neg" in children or any(child.lower_ in signs("suppose") for child in verb.children):
            continue
        done, subject = children.get("nsubjpass"), children.get("nsubj")
        if done is not None and verb.lemma_.lower() in signs("does") and (done.lower_ in ("they", "it") or kind_of(done) == kind_of(deed)):
            yield from agents(verb)
        taken = children.get("dobj")
        if verb.lemma_ == "claim" and taken is not None and taken.lower_ == "responsibility" and subject is not None:
            yield from (subject,) if acts(subject) and not any(child.lower_ == "no" for child in subject.children) else ()


def _carried_out(deed: Token) -> Iterator[Token]:
    """Yield who carries an attack out or claims it: "the army carried out a raid", "rebels claimed responsibility for a raid"."""
    owned = deed.head.head if deed.dep_ == "pobj" and deed.head.lower_ == "for" else None
    if owned is not None and owned.lower_ == "responsibility" and owned.head.lemma_ == "claim":
        subject = subject_of(owned.head)
        yield from (subject,) if subject is not None and acts(subject) and not any(c.lower_ == "no" for c in subject.children) else ()
    if deed.dep_ == "dobj" and deed.head.lemma_.lower() in signs("does") | signs("goes on with"):
        subject = subject_of(deed.head)
        yield from (subject,) if subject is not None and acts(subject) else ()


def subject_of(verb: Token) -> Token | None:
    """Return who or what does what a verb tells, over the verbs that it is joined to; None where nobody is said to."""
    for _ in range(4):
        children = list(verb.children)
        if any(child.dep_ in ("nsubjpass", "auxpass") for child in children) or _is_small(verb, children):
            return None
        subject = next((child for child in children if child.dep_ == "nsubj"), None)
        if subject is not None and subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
            return (None if subject.lower_ == "who" else deed_of(verb.head)) or verb.head
        place = verb.dep_ == "pcomp" and subject is not None and not (acts(subject) or is_deed(subject) or is_means(subject))
        if subject is not None and not place:
            return subject
        above: Token | None
        if verb.dep_ in ("acl", "relcl") and (verb.tag_ != "VBN" or any(child.dep_ == "dobj" for child in children)):
            head = verb.head  # what was done to a thing has no object of its own: the parser took a plain past for a participle
            doing = deed_of(head) or (head if acts(head) or is_deed(head) or is_means(head) else None)
            above = _above(head) if verb.tag_ == "VBG" and doing is None else None
            if above is None:
                return doing or head
        elif place or (verb.dep_ == "pcomp" and verb.head.lower_ in ("after", "before", "while", "by")):
            above = _above(verb)  # "fired shells on the quarter killing nine"
        else:
            above = verb.head if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.pos_ == "VERB" else None
        if above is None or (verb.dep_ != "xcomp" and above.lemma_.lower() in signs("blames")):
            return None  # what a speaker does is no doing of theirs: "accused the army of bombing the town, killing nine"
        verb = above
    return None


def _above(node: Token) -> Token | None:
    """Return the verb that a noun hangs on, over nouns and prepositions."""
    for _ in range(6):
        if node.head.i == node.i:
            return None
        node = node.head
        if node.pos_ == "VERB":
            return node
    return None


def _is_small(verb: Token, children: Sequence[Token]) -> bool:
    """Tell whether it is a passive without its auxiliary: "saw the rebels driven out of the town"."""
    return verb.tag_ == "VBN" and verb.dep_ == "ccomp" and not any(child.dep_ in ("aux", "dobj") for child in children)


def meant(verb: Token, may: Callable[[Token], bool] = acts) -> Iterator[Token]:
    """Yield whom "it" or "they" stand for: the subject of the clause around: "the army said it hit 40 sites"."""
    around = verb.head
    if verb.dep_ in ("ccomp", "advcl") and around.pos_ == "VERB":
        subject = subject_of(around)
        yield from (subject,) if subject is not None and may(subject) else ()
