"""People: whom a figure counts, and whether they are said to be civilians."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.signs import signs
from sayso.model import Civil, Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["affected", "civil"]

_BELONGING = frozenset({"person", "combatant", "household", "prisoner", "displaced"})  # kinds of people that are named by whose they are
_THINGS = frozenset({"vehicle", "weapon", "position", "aircraft", "unit"})  # kinds of things of which only the owner's name counts
_DROPPED = ("NUM", "DET", "PUNCT", "ADV", "ADP", "SPACE", "SYM")


def affected(text: str, figure: Figure) -> Mention | None:
    """Return the words that say whose people or things are counted, where they say more than the unit ("Somali soldiers")."""
    if figure.measure.kind in ("fraction", "percent"):
        noun = figure.measure.noun
        return Mention(noun.of(text), noun) if noun else None
    body = _body(figure)
    if body is not None:
        return _mention(text, figure, *body)
    end = figure.measure.span.end - figure.parsed.offset  # "More than 40" names nobody
    noun_tokens = [token for token in figure.tokens if token.pos_ not in _DROPPED and token.idx >= end]
    named = [token for token in noun_tokens if token.pos_ == "PROPN" or (token.pos_ == "ADJ" and token.text[:1].isupper())]
    if not named or len(noun_tokens) < 2 or figure.kind not in _BELONGING | _THINGS:
        return None
    last = noun_tokens[-1] if figure.kind in _BELONGING else named[-1]
    return _mention(text, figure, named[0], last)


def _body(figure: Figure) -> tuple[Token, Token] | None:
    """Return the first and last word of the body or family that the counted ones are members of."""
    last = figure.tokens[-1]
    if last.lemma_.lower() not in signs("belongs"):
        return None
    found = [inner for child in last.children if child.lower_ == "of" for inner in child.children if inner.dep_ == "pobj"]
    if not found:
        return None
    inside = [token for token in found[0].lefts if token.dep_ in ("compound", "amod", "poss") and token.pos_ != "DET"]
    return (min([*inside, found[0]], key=lambda token: token.i), found[0])


def civil(figure: Figure) -> Civil | None:
    """Return the status that the counted noun itself claims."""
    words = {token.lower_ for token in figure.tokens}
    if "civilian" in words or "civilians" in words:
        return Civil.CIVILIAN
    return Civil(figure.civil) if figure.civil else None


def _mention(text: str, figure: Figure, first: Token, last: Token) -> Mention:
    span = figure.parsed.span(first.doc[first.i : last.i + 1])
    return Mention(span.of(text), span)
