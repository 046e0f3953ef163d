"""Pointing: words that stand for a place which the text names elsewhere ("the city", "at a village")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.annotators.sites import is_called, is_site
from sayso.extractors.rules.containment import breadth
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.standings import Standing
from sayso.lexicon import table
from sayso.model import Toponym

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["PlaceNoun", "named_later", "pointed_back"]

_LATER = 1500  # code points


@dataclass(frozen=True, slots=True)
class PlaceNoun:
    """A noun that points back to a place, with the gazetteer features that it can mean.

    `stands` is "in" where it must follow a preposition of place ("in the city"), "any" where it need not ("the war has killed").
    """

    word: str
    features: tuple[str, ...]
    stands: str
    example: str


def pointed_back(text: str, figure: Figure, places: Sequence[Standing], scope: int) -> list[Toponym]:
    """Return what "the city", "the country" or "the province" in the figure's sentence stands for: the last such place named.

    A place that the sentence itself names is left to the other evidence.
    """
    start = figure.root.idx + figure.parsed.offset
    found = []
    for token in figure.sentence:
        if not _points_back(token) or _is_named(token, figure, places):
            continue
        pointer = _pointers()[token.lower_]
        war = pointer.stands == "any"
        fitting = [
            one
            for one in places
            if one.scope == scope and (war or one.toponym.span.start < start) and _fits(text, one.toponym, pointer) and _told_of(one)
        ]
        if fitting:
            best = max(fitting, key=lambda one: (one.mentions if war else 0, one.toponym.span.start))
            if war or not _is_narrowed(best, figure, places):
                found.append(best)
    return [best.toponym for best in found]


def named_later(text: str, figure: Figure, places: Sequence[Standing], scope: int) -> list[Toponym]:
    """Return the place whose kind the figure's sentence tells and whose name comes later: "at a village", then "the village of Nur"."""
    end = figure.parsed.span(figure.sentence).end
    kinds = [token.lower_ for token in figure.sentence if is_site(token.lower_) and _is_new(token)]
    after = [one.toponym for one in places if one.scope == scope and 0 <= one.toponym.span.start - end < _LATER]
    found = (next((toponym for toponym in after if is_called(text, toponym, kind)), None) for kind in kinds)
    return [toponym for toponym in found if toponym]


def _is_named(token: Token, figure: Figure, places: Sequence[Standing]) -> bool:
    span = figure.parsed.span(token)
    return any(one.toponym.whole.overlaps(span) for one in places if one.parsed is figure.parsed)


def _is_narrowed(best: Standing, figure: Figure, places: Sequence[Standing]) -> bool:
    """Tell whether the sentence itself names a site in the place pointed at: "hit Nur Square in the centre of the city"."""
    own = (one for one in places if one.stands_in(figure.sentence))
    return any(one.sited and is_site(one.root.lower_) and breadth(one.toponym) > breadth(best.toponym) for one in own)


def _fits(text: str, toponym: Toponym, pointer: PlaceNoun) -> bool:
    if toponym.place is not None and toponym.place.feature in pointer.features:
        return True
    return is_called(text, toponym, pointer.word)


def _told_of(place: Standing) -> bool:
    return not place.row and place.role not in ("actor", "doer", "name", "party", "direction")


def _is_new(token: Token) -> bool:
    articles = {child.lower_ for child in token.children} & {"a", "an"}
    return bool(articles) and token.dep_ in ("pobj", "dobj", "nsubjpass", "conj")


def _points_back(token: Token) -> bool:
    pointer = _pointers().get(token.lower_)
    pointing = {child.lower_ for child in token.children} & {"the", "its", "this", "a"}
    if any(child.lower_ == "of" and any(named.pos_ == "PROPN" for named in child.children) for child in token.children):
        return False  # "the town of Nur" names it
    if pointer is None or not pointing or (pointing == {"a"} and pointer.stands != "any"):
        return False
    return pointer.stands == "any" or _is_within(token)


def _is_within(token: Token) -> bool:
    """Tell whether something is told to be in a place: "in the city", "half of the city", "the city's east"."""
    if token.dep_ != "pobj":
        return token.dep_ == "poss"
    if token.head.lower_ != "of":
        return token.head.lower_ in signs("locative")
    part = token.head.head
    return part.pos_ in ("NOUN", "NUM") and not any(one.pos_ == "PROPN" for one in (part.head, part.head.head))


@cache
def _pointers() -> dict[str, PlaceNoun]:
    return {row.word: row for row in table("lexicons/place_nouns.csv", PlaceNoun)}
