"""Tense: when the verb that carries a figure says that it happened, seen from the telling."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.signs import signs

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["EVENTS", "is_news", "tense_of"]

EVENTS = frozenset({"killed", "wounded", "damage", "infrastructure", "attacks", "strikes"})
_TAKEN = frozenset({"missing", "detained"})  # "nine are missing" is how things stand, "gunmen abduct nine" is news
_HARM = frozenset({"killed", "wounded"})  # "nine are wounded" is news of its day, "nine schools are damaged" of the day of telling
_UP = 4  # words up from the figure in which its verb stands


def tense_of(figure: Figure, triggers: Sequence[Token]) -> str:
    """Return the tense of the verb that carries the figure.

    "present" (as in headlines), "state" (are housed, includes), "perfect" (have been killed), "pluperfect" or "past".
    """
    for start in (*triggers, figure.root):
        node, done = start, False
        for _ in range(_UP):
            if node.pos_ in ("VERB", "AUX"):
                helpers = {child.lower_: child.tag_ for child in node.children if child.dep_ in ("aux", "auxpass")}
                having = {child.tag_ for child in node.children if child.dep_ == "aux" and child.lemma_ in ("have", "'ve")}
                if having & {"VBZ", "VBP"} or (done and node.tag_ in ("VBZ", "VBP")):
                    return "perfect"
                if "VBD" in having:
                    return "pluperfect"
                done = done or ("VB" in having and "MD" not in helpers.values())  # "are known to have died"
                if done and {"VBZ", "VBP"} & set(helpers.values()):
                    return "perfect"
                if node.tag_ == "VBN" and helpers.get("are", helpers.get("is")) in ("VBP", "VBZ"):
                    return "state"
                if node.tag_ == "VBD" or "VBD" in helpers.values():
                    return "past"
                if node.tag_ in ("VBZ", "VBP") or {"VBZ", "VBP"} & set(helpers.values()):
                    return "state" if node.lemma_.lower() in signs("lasting") else "present"
            node = node.head
    return "past"


def is_news(triggers: Sequence[Token], dimensions: Sequence[str]) -> bool:
    """Tell whether what happened carries the sentence: "a raid kills nine", "nine are wounded".

    "Nine wounded men are in the ward" only says how things stand.
    """
    if set(dimensions) & _TAKEN and any(trigger.tag_ in ("VBZ", "VBP") and trigger.pos_ == "VERB" for trigger in triggers):
        return True
    if set(dimensions) & _HARM and any(t.tag_ in ("VBN", "JJ") and t.dep_ not in ("amod", "acl") for t in triggers):
        return True
    return bool(set(dimensions) & EVENTS) and any(trigger.tag_ in ("VBZ", "VBP") for trigger in triggers)
