"""Mood: whether a figure is put down as so, as to come, or as what might have been."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.governing import is_finite
from sayso.extractors.rules.signs import signs
from sayso.model import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["mood"]

_VERBS = ("VERB", "AUX")
_SUBJECTS = ("nsubj", "nsubjpass")
_STATES = ("prisoner", "hostage", "displaced")  # what they are already, whatever is to become of them
_LONGEST = 8  # steps climbed at most


def mood(figure: Figure, triggers: Sequence[Token]) -> tuple[Modality | None, Token | None]:
    """Return whether the figure is asserted, foreseen or counterfactual, with the word that says so; None for a mere supposition."""
    for start in _starts(figure, triggers):
        for node in _climbed(start, figure, triggers):
            modality, word = _of(node)
            if word is not None:
                return modality, word
    planned = _planned(figure)
    return (Modality.FORECAST, planned) if planned is not None else (Modality.ASSERTED, None)


def _starts(figure: Figure, triggers: Sequence[Token]) -> list[Token]:
    """Return where to climb from: the verb that puts the figure on its dimension, and the figure, unless that verb only describes it."""
    if figure.kind in _STATES and _is_known(figure.root):
        return [figure.root]
    number = _number(figure)
    verbs = [token for token in triggers[:1] if token.pos_ in _VERBS]
    below = [token for token in verbs if token != figure.root and token in figure.root.subtree]
    return below or [*verbs, number]


def _number(figure: Figure) -> Token:
    """Return the word that stands for the figure where its number stands: "216" in "the toll, which stands at 216"."""
    if figure.span.overlaps(figure.parsed.span(figure.root)):
        return figure.root
    inside = [token for token in figure.tokens if figure.parsed.span(token).overlaps(figure.measure.span)]
    return inside[-1] if inside else figure.root


def _climbed(start: Token, figure: Figure, triggers: Sequence[Token]) -> Iterator[Token]:
    """Yield the words whose mood is that of the figure: verbs that share it, and what they are planned, asked or expected by."""
    node = start
    for _ in range(_LONGEST):
        yield node
        if node.head == node or _stands_apart(node, figure, triggers):
            return
        node = node.head


def _stands_apart(node: Token, figure: Figure, triggers: Sequence[Token]) -> bool:
    """Tell whether the mood of the word above says nothing of this one."""
    if node.dep_ in ("relcl", "advcl", "parataxis") and (is_finite(node) or any(c.dep_ == "mark" for c in node.children)):
        return True
    if node.dep_ == "relcl" or (node.dep_ == "acl" and node.head.lemma_.lower() not in signs("plan noun") | signs("request noun")):
        return True
    if node.dep_ == "conj" and node.pos_ in _VERBS:
        return any(child.dep_ in (*_SUBJECTS, "aux") for child in node.children)
    if node.dep_ == "ccomp" and is_finite(node):
        return node.head.lemma_.lower() not in signs("expect")
    return node.dep_ in _SUBJECTS and _is_known(node) and (node.head not in triggers or figure.kind in _STATES)


def _is_known(noun: Token) -> bool:
    """Tell whether a noun is one already told of: "the 40 prisoners", "its 7,000 men"."""
    return any(child.lower_ in ("the", "these", "those") or child.dep_ == "poss" for child in noun.children)


def _of(node: Token) -> tuple[Modality | None, Token | None]:
    words = {child.lower_: child for child in node.children if child.dep_ in ("aux", "mark", "advmod")}
    if "would" in words and "have" in words and node.tag_ == "VBN":
        return Modality.HYPOTHETICAL_PAST, words["would"]
    supposed = next((words[word] for word in signs("suppose") if word in words), None)
    if supposed is not None:
        return None, supposed
    foreseen = next((words[word] for word in sorted(signs("forecast")) if word in words), None)
    if foreseen is not None and not _past(words) and not _failed(node, foreseen):
        return Modality.FORECAST, foreseen
    leading = _leading(node) or _onward(node)
    return (Modality.FORECAST, leading) if leading is not None else (Modality.ASSERTED, None)


def _past(words: dict[str, Token]) -> bool:
    return any(word in words for word in ("have", "had", "has"))


def _failed(verb: Token, modal: Token) -> bool:
    """Tell whether it is what was out of reach ("could not reach 300"), or a guess at what is so already ("may still be missing")."""
    if modal.lower_ not in signs("guess"):
        return False
    inner = [child for child in verb.children if child.dep_ in ("acomp", "xcomp", "ccomp")]
    standing = any(child.lower_ in signs("standing") for word in (verb, *inner) for child in word.children)
    return standing or (modal.lower_ == "could" and any(child.dep_ == "neg" for child in verb.children))


def _leading(node: Token) -> Token | None:
    """Return the word that the node is planned, asked for or expected by, if the next word up is one."""
    head, lemma = node.head, node.head.lemma_.lower()
    if head == node:
        return None
    if node.dep_ in ("xcomp", "ccomp") and lemma in signs("plan") | signs("expect"):
        return head if node.dep_ == "xcomp" or lemma in signs("expect") else None
    if node.dep_ == "xcomp" and lemma == "be" and any(child.lower_ == "to" and child.dep_ == "aux" for child in node.children):
        return head if not any(child.lower_ in signs("suppose") for child in head.children) else None
    if node.dep_ in ("dobj", "nsubjpass") and lemma in signs("expect") | signs("request") and node.pos_ not in _VERBS:
        return head
    if node.dep_ == "acl" and lemma in signs("plan noun") | signs("request noun"):
        return head
    if node.dep_ in ("pobj", "pcomp") and head.head != head:
        return _by_preposition(head)
    return None


def _onward(node: Token) -> Token | None:
    """Return what says that the subject is still to do what follows: "900 men are due to leave", "are to be freed", "are expected to"."""
    ahead = {child.dep_ for child in node.children}
    if node.lemma_.lower() in signs("plan") | signs("expect") and "xcomp" in ahead and "auxpass" in ahead:
        return node
    found = (child for child in node.children if child.dep_ == "acomp" and child.lemma_.lower() in signs("plan"))
    coming = next((child for child in found if any(inner.dep_ == "xcomp" for inner in child.children)), None)
    if coming is None and node.lemma_ == "be":
        coming = next((child for child in node.children if child.dep_ == "xcomp" and _leading(child) is not None), None)
    return coming


def _by_preposition(preposition: Token) -> Token | None:
    """Return what something is planned or asked for by: "plans for 12 clinics", "a target of 300", "asked for 40 million dollars"."""
    above, lemma = preposition.head, preposition.head.lemma_.lower()
    if preposition.lower_ == "to":
        return above if lemma in signs("plan") and preposition.dep_ == "prep" else None
    if preposition.lower_ == "of" and lemma in signs("undertaking") and above.dep_ == "dobj":
        return above.head if above.head.lemma_.lower() in signs("announce") else None
    if preposition.lower_ == "for":
        return above if lemma in signs("plan noun") | signs("request noun") | signs("request for") else None
    return above if preposition.lower_ == "of" and lemma in signs("plan noun") else None


def _planned(figure: Figure) -> Token | None:
    """Return the word beside the figure that says that it is to come: "a projected 6 million people"."""
    words = {*figure.tokens, *figure.root.children}
    return next((word for word in sorted(words, key=lambda token: token.i) if word.lower_ in signs("planned")), None)
