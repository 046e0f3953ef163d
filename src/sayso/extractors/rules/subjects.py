"""Subjects: who or what does what a verb tells, over the verbs that it is joined to, and whom a pronoun stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sayso.annotators.dimensions import rules
from sayso.extractors.rules.deeds import BEINGS, acts, deed_of, is_deed, is_means, kind_of, owners
from sayso.extractors.rules.signs import signs

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["above", "attacks", "goes_on", "is_one_person", "meant", "striking", "subject_of"]

_WHERE = frozenset({"settlement", "area", "building", "route", "service"})
_CLIMB = 6  # nouns and prepositions climbed at most


def subject_of(verb: Token) -> Token | None:
    """Return who or what does what a verb tells, over the verbs that it is joined to; None where nobody is said to."""
    for _ in range(4):
        children = list(verb.children)
        if any(child.dep_ in ("nsubjpass", "auxpass") for child in children) or _is_small(verb, children):
            return None
        subject = next((child for child in reversed(children) if child.dep_ in ("nsubj", "csubj")), None)  # one before it is a dateline
        if subject is not None and subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
            return (None if subject.lower_ == "who" else deed_of(verb.head)) or verb.head
        place = subject is not None and verb.tag_ == "VBG" and _is_where(subject, verb)
        if subject is not None and not place and not _is_before_a_comma(subject, verb):
            return _behind_the_dateline(subject, verb)
        if verb.dep_ in ("acl", "relcl") and (verb.tag_ != "VBN" or any(child.dep_ == "dobj" for child in children)):
            head = verb.head  # what was done to a thing has no object of its own: the parser took a plain past for a participle
            if _is_by_of_another(head):
                return None
            listed = verb.i > 0 and verb.nbor(-1).text == "," and head.dep_ == "dobj" and verb.tag_ == "VBN"
            doing = None if listed else deed_of(head) or (head if acts(head) or is_deed(head) or is_means(head) else None)
            higher = above(head) if listed or (verb.tag_ == "VBG" and doing is None) else None  # "killed 12 rebels, arrested nine"
            if higher is None:
                return doing or head
        elif (blamed := _blamed_for(verb)) is not None:
            return blamed
        else:
            higher = _higher(verb, place=place)
        if higher is None or (verb.dep_ != "xcomp" and higher.lemma_.lower() in signs("blames") | signs("loses") | signs("host")):
            return None  # what a speaker does is no doing of theirs: "accused the army of bombing the town, killing nine"
        if _goes_on_from_another(verb, higher):
            return None
        verb = higher
    return None


def meant(verb: Token, may: Callable[[Token], bool] = acts) -> Iterator[Token]:
    """Yield whom "it" or "they" stand for: the subject of the clause around: "the army said it hit 40 sites"."""
    around = verb.head
    if verb.dep_ in ("ccomp", "advcl") and around.pos_ == "VERB":
        subject = next((child for child in around.children if child.dep_ == "nsubj"), None)
        if subject is None and around.dep_ in ("conj", "xcomp", "advcl"):
            subject = subject_of(around)
        if subject is not None and may(subject) and not is_one_person(subject):
            yield subject  # a commander says what others did


def is_one_person(noun: Token) -> bool:
    """Tell whether a noun names one fighter or officer, and no body of them."""
    return kind_of(noun) == "combatant" and noun.tag_ == "NN" and noun.lemma_.lower() not in signs("acts")


def striking(verb: Token) -> Iterator[Token]:
    """Yield who does what a verb of attack tells: its subject, or whose weapon that is."""
    subject = subject_of(verb)
    if subject is not None:
        yield from (subject,) if acts(subject) else owners(subject) if is_deed(subject) or is_means(subject) else ()


@cache
def attacks() -> frozenset[str]:
    """Return the verbs that tell of an attack."""
    ids = ("attacks.object", "killed.object", "munitions.launched")
    return frozenset(words[0] for rule in rules() if rule.id in ids for words in rule.words) - signs("loses") | signs("attacks")


def goes_on(first: Token, second: Token) -> bool:
    """Tell whether a joined word goes on with the same: not behind "but" or "while", nor in a report of its own ("and that ...")."""
    between = first.doc[first.i : second.i]
    marks = {token.lower_ for token in between if token.head in (first, second) and token.dep_ in ("cc", "mark")}
    return not marks & (signs("contrary") | {"that"})


def above(node: Token) -> Token | None:
    """Return the verb that a noun hangs on, over nouns and prepositions."""
    for _ in range(_CLIMB):
        if node.head.i == node.i:
            return None
        node = node.head
        if node.pos_ == "VERB":
            return node
    return None


def _blamed_for(verb: Token) -> Token | None:
    """Return who is said to have done what is told behind "of" or "for": "accused rebels of killing nine", "responsible for killing"."""
    if verb.dep_ != "pcomp" or verb.head.lower_ not in ("of", "for", "with"):
        return None
    word = verb.head.head
    if word.lower_ == "responsible":
        return next((child for child in word.head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    accuses = word.lemma_.lower() in signs("accuses")
    return next((child for child in word.children if accuses and child.dep_ in ("dobj", "nsubjpass")), None)


def _is_where(subject: Token, verb: Token) -> bool:
    """Tell whether the parser takes a place for who did it: "fired shells on the quarter killing nine"."""
    if acts(subject) or kind_of(subject) in BEINGS or is_deed(subject) or is_means(subject):
        return False
    return verb.dep_ == "pcomp" or (verb.dep_ == "advcl" and kind_of(subject) in _WHERE)


def _higher(verb: Token, *, place: bool) -> Token | None:
    """Return the verb whose subject a verb without one shares."""
    if verb.dep_ == "pcomp" and (place or verb.head.lower_ in ("after", "before", "while", "by")):
        return _telling(above(verb))
    if verb.dep_ in ("pobj", "dobj") and verb.tag_ == "VBG":  # "launched an assault killing nine", as the parser may take it
        return _telling(above(verb))
    return verb.head if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head.pos_ == "VERB" else None


def _telling(verb: Token | None) -> Token | None:
    """Return the verb above one that only says where a thing was: "blew up a car that was parked in the town killing nine"."""
    describes = verb is not None and verb.dep_ == "relcl" and not any(child.dep_ == "agent" for child in verb.children)
    if verb is not None and describes and any(child.dep_ == "nsubjpass" for child in verb.children):
        return above(verb)
    return verb


def _is_before_a_comma(subject: Token, verb: Token) -> bool:
    """Tell whether one comma parts a noun from its verb: the "rebels" of "killed 12 rebels, arrested nine"."""
    between = subject.doc[subject.i + 1 : verb.i]
    return len(between) == 1 and between[0].text == "," and subject.i > 0 and subject.nbor(-1).tag_ == "CD"


def _behind_the_dateline(subject: Token, verb: Token) -> Token:
    """Return the noun behind the colon where the parser takes a dateline for the subject: "ZENDA: Rebels killed nine people"."""
    colon = next((token for token in subject.doc[subject.i + 1 : verb.i] if token.text in (":", "-", "–", "—")), None)
    if colon is None or subject.pos_ != "PROPN":
        return subject
    return next((child for child in subject.children if child.dep_ == "appos" and child.i > colon.i), subject)


def _is_by_of_another(noun: Token) -> bool:
    """Tell whether a noun only does what describes a place: "the quarters dominated by the army, leading to nine deaths"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "by" else None
    return verb is not None and verb.dep_ in ("acl", "relcl") and verb.lemma_.lower() not in attacks() | signs("does") and not deed_of(noun)


def _goes_on_from_another(verb: Token, higher: Token) -> bool:
    """Tell whether an attack told in between did it: "rebels held a clinic, which was hit by a raid, killing nine"."""
    between = higher.doc[higher.i + 1 : verb.i]
    told = [token for token in between if token.dep_ == "relcl" and any(child.dep_ == "nsubjpass" for child in token.children)]
    return verb.dep_ == "advcl" and any(child.dep_ == "agent" for token in told for child in token.children)


def _is_small(verb: Token, children: Sequence[Token]) -> bool:
    """Tell whether it is a passive without its auxiliary: "saw the rebels driven out of the town"."""
    return verb.tag_ == "VBN" and verb.dep_ == "ccomp" and not any(child.dep_ in ("aux", "dobj") for child in children)
