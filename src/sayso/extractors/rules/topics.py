"""Topics: numbers without words of their own that are of what was counted before: a part, a share, another estimate."""

from __future__ import annotations

from itertools import pairwise

from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.signs import signs

__all__ = ["is_estimate", "is_like", "is_listed", "is_part", "is_share"]


def is_estimate(figure: Figure, people: bool) -> bool:
    """Tell whether a number is what somebody gives for the figure under discussion: "the agency put it at 40".

    `people` tells whether it counts people, and so does that figure.
    """
    if not (figure.kind == "none" or people) or figure.measure.kind != "count":
        return False
    verb = figure.root.head
    while verb.pos_ in ("ADP", "ADV", "ADJ") and verb.head.i != verb.i:  # "put it at closer to 40"
        verb = verb.head
    if verb.pos_ in ("NOUN", "PROPN") and verb.lemma_.lower() in signs("figure"):  # "taking the total to 203"
        return figure.root.head.lower_ in ("to", "at")
    bare = figure.measure.noun is None and figure.root.head.i == verb.i < figure.root.i
    if bare and verb.lemma_ in signs("in its turn"):  # "the ministry says 700,000"
        return any(child.dep_ == "nsubj" and child.i < verb.i and child.pos_ != "PRON" for child in verb.children)
    parts = ("nsubj",) if verb.lemma_ == "be" else ("dobj",)
    told = {child.lemma_.lower() for child in verb.children if child.dep_ in parts}
    return verb.lemma_.lower() in signs("estimate") or bool(told & signs("figure"))


def is_like(figure: Figure) -> bool:
    """Tell whether it is what a figure is compared with: "90 cases, up from 60", "90 cases, against 60 the week before"."""
    link = figure.root.head
    if figure.kind not in ("none", "other") or figure.root.dep_ != "pobj" or link.lower_ not in signs("before a like") or not link.i:
        return False
    before = link.nbor(-1)
    if link.lower_ == "against":
        return before.text == ","
    return before.lower_ in signs("likens") or (before.lower_ == "as" and link.lower_ == "against")


def is_listed(figure: Figure) -> bool:
    """Tell whether a list behind a colon begins with it: "24 deaths on the list: 12 people in the north, ten in the south"."""
    doc, first = figure.parsed.doc, figure.tokens[0].i
    behind = next((doc[i] for i in range(first - 1, max(first - 4, 0), -1) if doc[i].pos_ not in ("PROPN", "DET")), None)
    return behind is not None and behind.text == ":"


def is_share(figure: Figure) -> bool:
    """Tell whether a bare fraction is of what was counted before: "half were children", "the majority (86 per cent) fled"."""
    if figure.measure.kind not in ("fraction", "percent") or figure.kind not in ("none", "fraction") or figure.measure.noun is not None:
        return False
    first = figure.tokens[0]
    bracketed = first.i > 0 and first.nbor(-1).text == "("
    return bracketed or (figure.root.dep_ in ("nsubj", "nsubjpass") and figure.root.head.lemma_ in signs("of a share"))


def is_part(figure: Figure) -> bool:
    """Tell whether it is some of those just counted: "one of them", "of whom 16", "12 cases (10 children, 2 adults)"."""
    doc, first, last = figure.parsed.doc, figure.tokens[0].i, figure.tokens[-1].i
    if first and doc[first - 1].text == "(":
        return True
    words = [token.lower_ for token in doc[max(0, first - 2) : min(len(doc), last + 3)]]
    return any(one == "of" and other in ("them", "whom", "which", "those", "these") for one, other in pairwise(words))
