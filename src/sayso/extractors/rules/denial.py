"""Denial: whether it is said that a figure is not so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.governing import Step, cue_word, is_content, negated, relative, steps
from sayso.extractors.rules.signs import signs
from sayso.model import Polarity, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["denied"]

_HELD = ("ccomp", "xcomp", "dobj", "nsubjpass", "acl", "relcl", "prep", "nsubj", "csubj", "csubjpass")
_NAMED = ("killed", "wounded", "missing", "detained", "displaced", "strikes", "attacks", "munitions", "infrastructure", "evacuated")


def denied(figure: Figure, triggers: Sequence[Token], dimensions: Sequence[str], said: Statement | None) -> Token | None:
    """Return the word that says that the figure is not so: "denied that 12 died", "reports of 12 dead are false", "not 300 but 30"."""
    above = list(steps(figure.root))
    word = next((step.word for step in above if _denies(step) or _belies(step)), None)
    if word is None:
        word = _taken_back(figure) or _set_against(figure) or _did_not(figure, triggers, dimensions)
    if word is None and said is not None and said.polarity is Polarity.DENIED:
        word = _cue(figure, said, above)
    return word


def _denies(step: Step) -> bool:
    """Tell whether the word is a verb or noun of denying, and what holds the figure is what it denies."""
    lemma = step.word.lemma_.lower()
    if lemma not in signs("deny") | signs("reject") or _withdrawn(step.word) or step.below.dep_ not in _HELD:
        return False
    thing = step.below
    if thing.dep_ == "prep":
        return lemma in signs("reject") and thing.lower_ == "as" and any(is_content(child) for child in thing.children)
    if thing.pos_ in ("VERB", "AUX"):
        return True
    if thing.dep_ in ("nsubj", "csubj", "nsubjpass"):
        return thing.dep_ == "nsubjpass" and is_content(thing)
    if lemma in signs("reject"):
        return is_content(thing)
    return not _grants(step.word) and thing.lemma_.lower() not in signs("no content")


def _grants(verb: Token) -> bool:
    """Tell whether it is denying somebody something ("denied entry to 14 reporters"), not denying that something is so."""
    return any(child.lemma_.lower() in signs("no content") for child in verb.children if child.dep_ in ("dobj", "oprd", "dative"))


def _withdrawn(verb: Token) -> bool:
    """Tell whether the denying itself is negated or held back: "did not deny", "refused to confirm or deny"."""
    node = verb
    while True:
        if negated(node) or node.lemma_.lower() in signs("refuse"):
            return True
        if node.dep_ not in ("xcomp", "conj") or node.head == node:
            return False
        node = node.head


def _belies(step: Step) -> bool:
    """Tell whether the word, or the verb that it stands with, says that what holds the figure is false."""
    word, thing = step.word, step.below
    if _is_false(word) and thing.dep_ in ("ccomp", "acl", "relcl", "csubj", "prep", "xcomp"):
        return True
    if is_content(thing) and any(_is_false(child) for child in thing.children if child.dep_ == "amod"):
        return True
    if word.lemma_.lower() in signs("be") and thing.dep_ in ("nsubj", "ccomp", "csubj", "nsubjpass", "advcl"):
        said = is_content(thing) if thing.dep_ == "nsubj" else True
        return said and any(_is_false(child, word) for child in word.children if child.dep_ in ("acomp", "attr", "oprd"))
    if word.lemma_.lower() in signs("call") and is_content(thing):
        return any(_is_false(token) for token in word.sent if token.i > thing.i and not _elsewhere(token, thing))
    return False


def _elsewhere(token: Token, thing: Token) -> bool:
    """Tell whether an adjective stands before a noun, and so describes that noun only."""
    return token.dep_ == "amod" and token.head.i > token.i and not is_content(token.head) and token.head != thing


def _is_false(word: Token, verb: Token | None = None) -> bool:
    """Tell whether a word says that something is not so; `verb` is the verb it is said with, which may be negated."""
    lemma = word.lemma_.lower()
    turned = negated(word) or (verb is not None and negated(verb))
    if lemma in signs("false") or word.lower_ in signs("false"):
        return not turned
    return lemma in signs("true") and turned


def _taken_back(figure: Figure) -> Token | None:
    """Return the word that says of what stands before it in the sentence that it is not so: "...; that is a lie"."""
    for verb in figure.sentence:
        if verb.i < figure.root.i or verb.lemma_.lower() not in signs("be"):
            continue
        subjects = [child for child in verb.children if child.dep_ == "nsubj"]
        if any(child.lower_ in signs("pointing") and child.i > figure.root.i for child in subjects):
            found = next((child for child in verb.children if child.dep_ in ("acomp", "attr") and _is_false(child, verb)), None)
            if found is not None:
                return found
    return None


def _set_against(figure: Figure) -> Token | None:
    """Return the "not" before a figure that is set against another: "not 300 but 30", "30, not 300"."""
    first = figure.tokens[0]
    before = first.doc[first.i - 1] if first.i > first.sent.start else None
    return before if before is not None and before.lower_ == "not" and figure.measure.low != 0 else None


def _did_not(figure: Figure, triggers: Sequence[Token], dimensions: Sequence[str]) -> Token | None:
    """Return the "not" of what did not happen to so many: "80 teachers were not arrested"."""
    if not set(dimensions) & set(_NAMED) or not figure.measure.low:
        return None
    for trigger in triggers[:1]:
        helpers = {child.lower_ for child in trigger.children if child.dep_ in ("aux", "auxpass")}
        word = next((child for child in trigger.children if child.dep_ == "neg"), None)
        holds = any(step.word == trigger for step in steps(figure.root))
        if word is not None and holds and not relative(trigger) and helpers & signs("did") and not helpers & signs("forecast"):
            return word
    return None


def _cue(figure: Figure, said: Statement, above: Sequence[Step]) -> Token | None:
    """Return the word by which a statement denies what holds the figure, unless the figure only stands beside what is denied."""
    for cue in said.cue:
        verb = cue_word(figure, cue)
        if verb is None:
            continue
        inside = figure.root in verb.subtree
        if _withdrawn(verb) or _grants(verb) or (verb.dep_ == "relcl" and not inside):
            return None
        on_the_way = any(step.word == verb for step in above)
        return None if on_the_way or inside else verb  # on the way it was asked before, and said no
    return None
