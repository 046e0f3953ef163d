"""Totals: a bare number that a verb of amount puts on its subject: "deaths rose to 450", "the number of people killed is 12"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.annotators.dimensions import counted
from sayso.annotators.triggers import Match
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.signs import signs

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["totals"]

_NAMED = frozenset({"state", "object", "subject", "unit", "of"})
_LINKS = frozenset({"to", "at", "by", "past", "above"})


def totals(figure: Figure, match: Match) -> bool:
    """Tell whether the figure is the amount of what the match names: "arrests reached 900", "the number of homes hit rose to 30"."""
    subject = _subject(figure.root) if figure.kind == "none" else None
    if subject is None:
        return False
    if subject.i == match.tokens[-1].i and match.rule.role in ("unit", "toll"):
        return True
    inside = set(subject.subtree)
    told = match.head.head.i == subject.i and match.head.dep_ == "acl" and match.head.tag_ == "VBN"  # "put the guards killed at 30"
    if subject.lemma_.lower() not in signs("figure") and subject.lower_ != "those" and not told:
        return False
    return match.rule.role in _NAMED and match.head in inside and _counts(match, subject)


def _subject(number: Token) -> Token | None:
    if number.dep_ == "pobj" and number.head.lower_ == "at" and number.head.head.lemma_.lower() in signs("estimate"):
        return next((child for child in number.head.head.children if child.dep_ in ("dobj", "nsubjpass") and child.i < number.i), None)
    node = number.head if number.dep_ == "pobj" and number.head.lower_ in _LINKS else number
    if number.dep_ == "pobj" and number.head.lower_ == "of" and number.head.head.lemma_.lower() in signs("peak"):
        peak = number.head.head  # "reaches a record high of 386"
        node = peak.head if peak.dep_ == "pobj" and peak.head.lower_ in _LINKS else peak
    verb = node.head
    if verb.lemma_.lower() not in signs("amounts") or node.dep_ in ("nsubj", "nsubjpass"):
        return None
    return next((child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass") and child.i < number.i), None)


def _counts(match: Match, subject: Token) -> bool:
    """Tell whether what the number is of is a kind of thing that the words count; "those" and what is not known may be people."""
    rows = [row for token in subject.subtree if (row := counted().get(token.lemma_.lower())) and token is not subject]
    kinds = {row.kind for row in rows if row.kind != "nothing"}
    return bool(kinds & match.rule.kinds) or (
        "person" in match.rule.kinds and (not kinds or bool(kinds & {"combatant", "crowd", "resident"}))
    )
