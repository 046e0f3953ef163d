"""Unchecked: words by which an author says that what is reported could not be checked, and what they hold for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.annotators.cues import verb as cue_verb
from sayso.annotators.syntax import Parsed
from sayso.extractors.rules.governing import is_content, negated, steps
from sayso.extractors.rules.signs import signs
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["Check", "Disclaimer", "checks", "disclaimers"]

_JUST_TOLD = 400  # code points: "these reports" means those of the paragraph before
_TOLLS_TOLD = 1000  # code points: "the casualty figures" means all those of the item, seldom those of a whole long report


@dataclass(frozen=True, slots=True)
class Check:
    """A word for a check that was not made ("could not verify"), and the word for what it is about ("reports"), if any."""

    word: Token
    thing: Token | None


@dataclass(frozen=True, slots=True)
class Disclaimer:
    """A sentence in which the author says that reports could not be checked; it holds for those told between `since` and its own start."""

    span: Span
    since: int


def disclaimers(parsed: Sequence[Parsed]) -> tuple[Disclaimer, ...]:
    """Return the sentences that say of what was told before them that it could not be checked, in reading order."""
    found: list[Disclaimer] = []
    before = 0
    for one in parsed:
        for sentence in one.doc.sents:
            span = one.span(sentence)
            found += [Disclaimer(span, _since(check.thing, span.start, before)) for check in checks(sentence) if _looks_back(check)]
            before = span.start
    return tuple(found)


def checks(sentence: Tokens) -> Iterator[Check]:
    """Yield the checks that a sentence says were not or could not be made."""
    for token in sentence:
        found = _by_verb(token) or _by_noun(token) or _by_state(token)
        if found is not None and (found.thing is None or _is_told(found.thing)):
            yield found


def _by_verb(token: Token) -> Check | None:
    """Read "could not verify the reports", "a claim that nobody has been able to check", "the toll has yet to be corroborated"."""
    if token.pos_ != "VERB" or not {token.lower_, token.lemma_.lower()} & signs("disclaim") or not _is_out_of_reach(token):
        return None
    things = [child for child in token.children if child.dep_ in ("dobj", "nsubjpass", "ccomp") and child.tag_ not in ("WDT", "WP")]
    thing = next((child for child in things if child.dep_ != "ccomp"), None) or _raised(token)
    return Check(token, thing) if thing is not None or things else None


def _raised(verb: Token) -> Token | None:
    """Return what stands above a verb as its object: "a claim that ... to check", "the toll has yet to be corroborated"."""
    node = verb
    while node.dep_ in ("xcomp", "acomp", "advcl") and node.head != node:
        node = node.head
        subject = next((child for child in node.children if child.dep_ == "nsubj" and _is_told(child) and child.lower_ != "it"), None)
        if subject is not None:
            return subject
    return node.head if node.dep_ in ("relcl", "acl") else None


def _is_out_of_reach(verb: Token) -> bool:
    node = verb
    while True:
        helpers = {child.lower_ for child in node.children}
        if helpers & {"did", "does", "do"}:  # whoever did not confirm a thing may know it well
            return False
        subjects = [child for child in node.children if child.dep_ == "nsubj"]
        if negated(node) or "cannot" in helpers or any(negated(subject) for subject in subjects) or node.lemma_.lower() in signs("hard"):
            return True
        if "yet" in helpers and node.lemma_.lower() in ("be", "have"):
            return True
        if node.dep_ not in ("xcomp", "acomp", "pcomp", "prep", "acl", "attr", "dobj") or node.head == node or _is_told(node):
            return False
        node = node.head


def _by_noun(token: Token) -> Check | None:
    """Read "no independent confirmation of the toll", "offered no evidence", "without giving details"."""
    lemma = token.lemma_.lower()
    if lemma in signs("confirmation") and negated(token):
        return Check(token, next((inner for child in token.children if child.lower_ == "of" for inner in child.children), None))
    if lemma not in signs("evidence"):
        return None
    verb = token.head if token.head.lemma_.lower() in signs("give evidence") else None
    if verb is not None and negated(token) and token.dep_ == "dobj":
        return Check(token, None)
    above = verb.head if verb is not None else token.head
    return Check(above, None) if above.lower_ == "without" else None


def _by_state(token: Token) -> Check | None:
    """Read "the claim remains unverified"."""
    if token.lower_ not in signs("unverified") or token.dep_ not in ("acomp", "oprd", "attr"):
        return None
    thing = next((child for child in token.head.children if child.dep_ in ("nsubj", "nsubjpass")), None)
    return Check(token, thing) if thing is not None else None


def _is_told(thing: Token) -> bool:
    return is_content(thing) or thing.lower_ in signs("pointing")


def _looks_back(check: Check) -> bool:
    """Tell whether the check is about what stands before its sentence: it holds no figure of its own."""
    if check.word.lower_ == "without" or _is_of_another(check.word) or _is_how(check):  # it is about the words that it stands with
        return False
    held = check.thing.subtree if check.thing is not None else check.word.subtree
    return not any(character.isdigit() for token in held for character in token.text)


def _is_of_another(word: Token) -> bool:
    """Tell whether it is somebody else's saying that a thing was not checked: "the mayor said the reports were unchecked"."""
    for step in steps(word):
        row = cue_verb(step.word)
        if row is not None and row.kind == "saying" and step.below.dep_ in ("ccomp", "parataxis"):
            own = [child for child in step.below.children if child.dep_ in ("nsubj", "nsubjpass")]
            return not any(child.lower_ in ("it", "they", "we", "he", "she") for child in own)
    return False


def _is_how(check: Check) -> bool:
    """Tell whether only some side of it was not checked: "could not verify how they were killed"."""
    clauses = [child for child in check.word.children if child.dep_ == "ccomp"]
    return check.thing is None and any(mark.lower_ in signs("asks") for clause in clauses for mark in clause.children)


def _since(thing: Token | None, start: int, before: int) -> int:
    """Return where begins what was not checked: "the group's figures" stand in the sentence before, "the report" has just been told."""
    if thing is None:
        return start - _JUST_TOLD
    if any(child.dep_ == "poss" for child in thing.children):
        return before
    pointed = {thing.lower_, *(child.lower_ for child in thing.children)} & signs("pointing")
    many = thing.tag_ == "NNS" and thing.lemma_.lower() in signs("of many") and not pointed
    return start - (_TOLLS_TOLD if many else _JUST_TOLD)
