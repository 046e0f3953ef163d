"""Pinned: a blow told at a wide place, and where one of the next sentences says that it fell: "The strikes hit the village of Nur"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extractors.rules.containment import breadth, inside
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.standings import Standing
from sayso.extractors.rules.timeline import happenings, kinds_of
from sayso.model import Toponym

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["pinned"]

_AHEAD = 700  # code points in which a blow is told again
_NARROW = 4  # a district or less says where a blow fell


def pinned(best: Toponym, figure: Figure, places: Sequence[Standing], scope: int) -> Toponym:
    """Return the narrower place in the figure's that a later sentence gives for the same blow, else the place itself."""
    words = happenings(figure.sentence)
    if "blow" not in kinds_of(words):
        return best
    end = figure.parsed.span(figure.sentence).end
    after = [one for one in places if one.scope == scope and 0 <= one.toponym.span.start - end < _AHEAD and one.sited]
    if not after:
        return best
    first = (one for one in after if one.stands_in(after[0].root.sent))
    told = next((one for one in first if breadth(one.toponym) >= _NARROW and _lies_in(one.toponym, best)), None)
    return told.toponym if told is not None and _is_one(told) and _is_told_at(told, words) else best


def _lies_in(place: Toponym, best: Toponym) -> bool:
    if place.place is None or best.place is None:
        return best.place is not None and breadth(best) < breadth(place)
    return inside(place, best)


def _is_one(place: Standing) -> bool:
    """Tell whether a place is named alone, and is not one of several where blows fell."""
    return not any(child.dep_ == "conj" for child in place.root.children) and place.root.dep_ != "conj"


def _is_told_at(place: Standing, words: frozenset[str]) -> bool:
    """Tell whether a place is where a blow fell that its sentence speaks of as known, by a word of the kind it was told by."""
    return any(_is_known(token) and _is_alike(token, words) for token in _above(place.root))


def _is_alike(token: Token, words: frozenset[str]) -> bool:
    return bool(happenings([token]) & words) or "blow" in kinds_of(happenings([token]))


def _above(root: Token) -> Iterator[Token]:
    """Yield the nouns that a place's name hangs on, and the subjects of the first verb above it."""
    for token in root.ancestors:
        yield token
        if token.pos_ == "VERB":
            yield from (child for child in token.children if child.dep_ in ("nsubj", "nsubjpass"))
            return


def _is_known(token: Token) -> bool:
    """Tell whether a noun speaks of what was told before: "the strikes", not "the latest strikes"."""
    if any(child.tag_ == "JJS" or child.lower_ in signs("another") for child in token.children):
        return False
    return any(child.lower_ in signs("known") for child in token.children)
