"""How a counted thing hangs together with the other words of its sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_joined", "relations"]

_UP = frozenset({"conj", "appos", "npadvmod", "dep", "nummod", "amod", "compound", "quantmod", "nmod", "pcomp", "prep"})
_SMALL = frozenset({"acomp", "oprd", "attr", "ccomp", "xcomp", "advcl", "acl"})
_STEPS = 6  # conjuncts and appositions climbed at most


def relations(root: Token) -> Iterator[tuple[Token, str, int]]:
    """Yield (word, relation, steps): the words that the counted thing stands in a relation with, nearest first.

    Relations: "object" and "subject" of a verb (passives turned), "predicate" and "modifier" (words that describe it), "of", "agent",
    "to", "adjunct" (after another preposition), "equals" (what it is said to be), "exists" ("there are 12"), "same" (the word itself).
    """
    yield root, "same", 0
    yield from ((word, relation, 0) for word, relation in _below(root))
    node, steps = root, 0
    while steps < _STEPS:
        yield from ((word, relation, steps) for word, relation in _above(node))
        if node.dep_ == "pobj" and node.head.lower_ == "of":
            node = node.head.head
        elif node.dep_ in _UP and node.head is not node and node.head.pos_ not in ("VERB", "AUX"):
            node = node.head
        else:
            return
        if steps == 0 or node.dep_ != "conj":
            yield from ((word, relation, steps + 1) for word, relation in _below(node) if word is not root)
        steps += 1


def _below(node: Token) -> Iterator[tuple[Token, str]]:
    for child in node.children:
        if child.dep_ == "acl" or (child.dep_ == "nummod" and child.tag_ == "VBN"):  # "40 Children Vaccinated" in a row of labels
            yield child, "object" if child.tag_ == "VBN" else "subject"
            yield from _shared(child, "object" if child.tag_ == "VBN" else "subject")
        elif child.dep_ == "relcl":
            relation = _relative(child)
            yield child, relation
            yield from _shared(child, relation)
            yield from ((more, relation) for more in child.children if more.dep_ in ("xcomp", "ccomp"))
            yield from ((more, "predicate") for more in child.children if more.dep_ in ("acomp", "oprd"))
        elif child.dep_ in ("amod", "compound", "nmod"):
            yield child, "modifier"
        elif child.dep_ == "prep":
            yield child, "modifier"
            yield from ((grandchild, "within") for grandchild in child.children if grandchild.dep_ == "pobj")
            those = (inner for inner in child.children if inner.lower_ == "those")  # "half of those killed"
            yield from ((told, "object") for inner in those for told in inner.children if told.dep_ == "acl" and told.tag_ == "VBN")


def _above(node: Token) -> Iterator[tuple[Token, str]]:
    head = node.head
    if node.dep_ in ("nsubj", "csubj"):
        yield from _clause(head, "subject")
    elif node.dep_ == "nsubjpass":
        yield from _clause(head, "object")
    elif node.dep_ in ("dobj", "dative", "obj", "oprd"):
        yield head, "object"
        small = (child for child in head.children if child.dep_ in _SMALL or child.lower_ == "without")
        yield from ((child, "predicate") for child in small if child.i > node.i)
        if head.dep_ in ("conj", "xcomp") and head.head.pos_ == "VERB" and not _has_object(head.head):
            yield head.head, "object"
        if head.lemma_ in ("include", "comprise", "number"):  # "the dead included three teachers"
            subjects = [child for child in head.children if child.dep_ == "nsubj"]
            yield from ((subject, relation) for subject in subjects for relation in ("equals", "predicate"))
    elif node.dep_ == "pobj":
        yield from _prepositional(node)
        yield from _along(node)
    elif node.dep_ == "attr":
        yield from _copular(head)
    elif node.dep_ == "ROOT":
        yield from ((child, "predicate") for child in node.children if child.dep_ in ("acomp", "advcl", "ccomp") and child.i > node.i)


def _clause(verb: Token, relation: str) -> Iterator[tuple[Token, str]]:
    yield verb, relation
    for child in verb.children:
        if child.dep_ in ("acomp", "attr", "oprd"):
            yield child, "predicate"
            yield from ((more, "predicate") for more in child.children if more.dep_ == "conj")
        elif child.dep_ == "prep" and child.lower_ == "as":  # "are reported as missing"
            yield from ((inner, "predicate") for inner in child.children)
        elif child.dep_ == "prep" and verb.lemma_ in ("be", "remain", "stay"):
            yield child, "predicate"
            yield from ((inner, "predicate") for inner in child.children)
            yield from ((more, "predicate") for inner in child.children for more in inner.children if more.dep_ in ("acl", "amod"))
            yield from ((more, _relative(more)) for inner in child.children for more in inner.children if more.dep_ == "relcl")
        elif child.dep_ in ("xcomp", "ccomp") and child.pos_ in ("VERB", "AUX") and _goes_on(child, verb):
            passive = any(grandchild.dep_ == "auxpass" for grandchild in child.children)
            perfect = any(grandchild.dep_ == "aux" and grandchild.lemma_ == "have" for grandchild in child.children)
            yield child, "object" if passive else "predicate" if child.tag_ == "VBN" and not perfect else "subject"
            if child.tag_ == "VBG" and child.dep_ == "xcomp":  # "are reported missing"
                yield child, "predicate"
            yield from ((more, "predicate") for more in child.children if more.dep_ in ("acomp", "attr", "oprd"))
    yield from _shared(verb, relation)


def _goes_on(child: Token, verb: Token) -> bool:
    """Tell whether a clause tells of the subject of its verb: not one before it, nor one with a subject of its own."""
    own = [grandchild for grandchild in child.children if grandchild.dep_ in ("nsubj", "nsubjpass")]
    return child.i > verb.i and all(subject.pos_ == "PRON" for subject in own)  # "said they had no water"


def _shared(verb: Token, relation: str) -> Iterator[tuple[Token, str]]:
    """Yield the verbs joined to this one that have no subject of their own: "were killed or captured"."""
    for child in verb.children:
        if is_joined(child) and child.pos_ in ("VERB", "AUX", "ADJ") and not any(g.dep_.startswith("nsubj") for g in child.children):
            own = child.tag_ == "VBN" and relation == "object"
            yield child, "object" if own else "subject" if relation == "subject" else "other"
            yield from _shared(child, relation)


def is_joined(verb: Token) -> bool:
    """Tell whether a verb is joined to its head, also in a row that the parser took apart: "killed, maimed or abducted"."""
    row = verb.dep_ == "advcl" and verb.tag_ == "VBN" and verb.head.i == verb.i - 2 and verb.nbor(-1).text == ","
    return verb.dep_ == "conj" or (row and any(child.dep_ == "conj" for child in verb.children))


def _relative(verb: Token) -> str:
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if any(child.dep_ == "nsubjpass" and child.tag_ in ("WP", "WDT") for child in subjects):
        return "object"
    if any(child.tag_ in ("WP", "WDT") or child.lower_ == "that" for child in subjects):
        return "subject"
    return "object" if subjects else "subject"


def _prepositional(node: Token) -> Iterator[tuple[Token, str]]:
    preposition = node.head
    governor = preposition.head
    word = preposition.lower_
    if word == "of":
        yield governor, "of"
        return
    if word == "by" and governor.tag_ == "VBN":
        yield governor, "agent"
        return
    yield governor, {"to": "to", "at": "at", "with": "with", "among": "among", "for": "for"}.get(word, "adjunct")
    if word == "with":
        yield from ((child, "predicate") for child in node.children if child.dep_ in ("amod", "acl", "relcl"))


def _along(node: Token) -> Iterator[tuple[Token, str]]:
    """Yield what others did or had done to them along with these: "arrested a commander, along with ten others"."""
    link = node.head.head
    if node.head.lower_ != "with" or link.lower_ not in ("along", "together"):
        return
    verb = link.head
    if verb.pos_ == "VERB":
        yield verb, "subject"
        if _has_object(verb):
            yield verb, "object"
    else:
        yield from _above(verb)


def _copular(verb: Token) -> Iterator[tuple[Token, str]]:
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "expl", "nsubjpass")]
    for subject in subjects:
        if subject.dep_ == "expl":
            yield verb, "exists"
            yield from ((child, "predicate") for child in verb.children if child.dep_ in ("acomp", "advmod", "prep", "acl"))
        else:
            yield subject, "equals"
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("among", "amongst"):  # "among the dead were 12 guards"
            yield from ((inner, "predicate") for inner in child.children)


def _has_object(verb: Token) -> bool:
    return any(child.dep_ in ("dobj", "obj", "nsubjpass") for child in verb.children)
