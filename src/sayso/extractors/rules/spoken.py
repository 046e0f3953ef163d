"""Spoken: whether a day is that on which somebody spoke, as the parse of its sentence tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.annotators.time.speech import words_of_saying
from sayso.extractors.rules.signs import signs
from sayso.model import Period

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_spoken"]

_PLAIN = ("bare", "in")  # "as of", "since" and the like are never when somebody spoke


def is_spoken(period: Period, root: Token, verb: Token | None) -> bool:
    """Tell whether the day is that of a telling: "a report that came out on Friday", "briefing the press on the raid on Friday"."""
    if period.speech:
        return True
    if verb is None or period.rule not in _PLAIN or not _hangs_on(root, verb):
        return False
    if verb.dep_ in ("relcl", "acl"):
        return verb.head.lower_ in words_of_saying("noun")
    if verb.lower_ == "known" and verb.head.lemma_ == "make":
        return True  # "he made this known on Friday"
    return verb.lemma_.lower() in signs("addresses") and any(child.dep_ in ("dobj", "nsubjpass") for child in verb.children)


def _hangs_on(root: Token, verb: Token) -> bool:
    return verb in (root.head, root.head.head)
