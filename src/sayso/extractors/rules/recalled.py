"""Recalled: who did it, where another sentence tells of the same attack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.extractors.rules.deeds import acts, agents, is_deed, kind_of, owners
from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.subjects import attacks, is_one_person, striking, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["carried_out", "spoken_of", "told_after", "told_before"]

_BACK = 2  # sentences looked back for whose "the attack" was


def told_before(deed: Token) -> Iterator[Token]:
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
            owner = next(owners(token), None) or next(carried_out(token), None)
        elif token.pos_ == "VERB" and token.lemma_.lower() in attacks():
            owner = next(striking(token), None)
        else:
            continue
        if owner is not None:
            yield owner
            return


def told_after(deed: Token) -> Iterator[Token]:
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


def carried_out(deed: Token) -> Iterator[Token]:
    """Yield who carries an attack out or claims it: "the army carried out a raid", "rebels claimed responsibility for a raid"."""
    owned = deed.head.head if deed.dep_ == "pobj" and deed.head.lower_ == "for" else None
    if owned is not None and owned.lower_ == "responsibility" and owned.head.lemma_ == "claim":
        subject = subject_of(owned.head)
        yield from (subject,) if subject is not None and acts(subject) and not any(c.lower_ == "no" for c in subject.children) else ()
    if deed.dep_ == "dobj" and deed.head.lemma_.lower() in signs("does") | signs("goes on with"):
        subject = subject_of(deed.head)
        yield from (subject,) if subject is not None and acts(subject) else ()


def spoken_of(pronoun: Token) -> Iterator[Token]:
    """Yield whom "they" stands for: the subject of what it is joined to, else of the sentence before."""
    verb = pronoun.head
    sentence = pronoun.sent
    if pronoun.lower_ != "they":
        return
    before = verb.head if verb.dep_ == "conj" else sentence.doc[sentence.start - 1].sent.root if sentence.start else None
    subject = next((child for child in before.children if child.dep_ == "nsubj"), None) if before is not None else None
    if subject is not None and acts(subject) and not is_one_person(subject):
        yield subject
