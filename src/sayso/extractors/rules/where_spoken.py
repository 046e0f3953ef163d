"""Where spoken: whether a place is only where somebody speaks or confers: "told reporters in Lima", "at a news conference in Lima"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extractors.rules.signs import signs

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_where_spoken"]

_OF = ("of", "about", "against")
_AT = ("in", "at", "outside")


def is_where_spoken(root: Token) -> bool:
    """Tell whether what hangs on a preposition of place is where words are said; `root` is the last word of the place's name."""
    if root.dep_ != "pobj" or root.head.lower_ not in _AT:
        return False
    above = root.head.head
    if above.i > root.i or root.doc[root.head.i - 1].text == ",":  # "In Lima, activists said": what they tell of
        return False
    lemma = above.lemma_.lower()
    if above.pos_ in ("VERB", "AUX"):
        before = [child for child in above.children if above.i < child.i < root.head.i]
        if any(child.dep_ == "prep" and child.lower_ in _OF for child in before):  # "warned of hunger in Lima"
            return False
        return lemma in signs("speaks") or (lemma in signs("gives a speech") and any(_is_speech(child) for child in before))
    return lemma in signs("speech") or (lemma in signs("told") and _is_told(above))


def _is_speech(child: Token) -> bool:
    """Tell whether a word under a verb makes it one of speaking: "gave the figures in Lima", "held a briefing in Lima"."""
    return child.dep_ == "dobj" and child.lemma_.lower() in (signs("speech") | signs("told figure"))


def _is_told(press: Token) -> bool:
    """Tell whether somebody is told something: "told reporters in Lima", "briefing newsmen in Lima", not "a reporter in Lima saw"."""
    about = (press.head, *press.children)
    return press.dep_ not in ("nsubj", "nsubjpass") and any(token.lemma_.lower() in signs("speaks") for token in about)
