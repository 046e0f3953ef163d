"""Place: where a figure belongs, from its clause, its sentence, and what was last named before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.standings import Standing
from sayso.lexicon import table
from sayso.model import Statement, Toponym
from sayso.text import level

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["PlaceNoun", "place_of"]

# Weights tried by hand on the development claims; a candidate in another sentence loses by its distance in blocks.
_SENTENCE = 10.0
_EARLIER = 6.0
_PER_TOKEN = 0.1
_PER_BLOCK = 0.8
_PER_MENTION = 0.3
_PER_FIGURE = 1.2
_AHEAD = 700  # code points
_OF_SOURCE = 0.7
_FURTHEST = 6  # blocks looked back
_ROLE = {"locative": 2.0, "plain": 0.0, "owner": -0.5, "actor": -4.0, "direction": -1.5, "aside": -2.0}
_BROAD = {"PCLI": -1.5, "PCL": -1.5, "ADM1": -0.6, "CONT": -4.0, "RGN": -0.6, "STM": -1.5}
_COUNTRIES = frozenset({"PCLI", "PCL", "PCLD", "PCLS"})


@dataclass(frozen=True, slots=True)
class PlaceNoun:
    """A noun that points back to a place, with the gazetteer features that it can mean.

    `stands` is "in" where it must follow a preposition of place ("in the city"), "any" where it need not ("the war has killed").
    """

    word: str
    features: tuple[str, ...]
    stands: str
    example: str


def place_of(
    text: str,
    figure: Figure,
    triggers: Sequence[Token],
    places: Sequence[Standing],
    said: Statement | None,
    others: Sequence[Figure],
    scope: int,
) -> Toponym | None:
    """Return the place that the figure is about, None where none is named near it.

    `others` are the figures of the same sentence, `scope` the part of the text that may be drawn on. Places that name a source
    ("a doctor in Idlib said") count for little.
    """
    scored = [(score, one.toponym) for one in places if (score := _score(figure, triggers, one, others, scope)) > 0]
    meant = _meant(figure, places, scope)
    scored += meant
    scored = [(_OF_SOURCE * score if _names_source(toponym, said) else score, toponym) for score, toponym in scored]
    if not scored:
        return _ahead(figure, places, scope)
    best = max(scored, key=lambda pair: (pair[0], pair[1].span.start))[1]
    return best if any(best is toponym for _, toponym in meant) else _narrowed(text, best, [toponym for _, toponym in scored])


def _meant(figure: Figure, places: Sequence[Standing], scope: int) -> list[tuple[float, Toponym]]:
    """Return what "the city", "the country" or "the province" in the figure's sentence stands for: the last such place named."""
    features = {feature for token in figure.sentence if _points_back(token) for feature in _pointers()[token.lower_].features}
    war = bool(features) and features <= _COUNTRIES
    start = figure.root.idx + figure.parsed.offset
    before = [one for one in places if one.scope == scope and (war or one.toponym.span.start < start) and one.toponym.place]
    fitting = [one for one in before if one.toponym.place and one.toponym.place.feature in features]
    if not fitting:
        return []
    best = max(fitting, key=lambda one: (one.mentions if war else 0, one.toponym.span.start))
    return [(_SENTENCE, best.toponym)]


def _points_back(token: Token) -> bool:
    pointer = _pointers().get(token.lower_)
    pointing = {child.lower_ for child in token.children} & {"the", "its", "this", "a"}
    if pointer is None or not pointing or (pointing == {"a"} and pointer.stands != "any"):
        return False
    return pointer.stands == "any" or (token.dep_ == "pobj" and token.head.lower_ in signs("locative"))


@cache
def _pointers() -> dict[str, PlaceNoun]:
    return {row.word: row for row in table("lexicons/place_nouns.csv", PlaceNoun)}


def _ahead(figure: Figure, places: Sequence[Standing], scope: int) -> Toponym | None:
    """Return the first place named after a figure that nothing before it places: a lead tells where only later."""
    end = figure.span.end
    after = (one for one in places if one.scope == scope and one.toponym.span.start > end and one.role in ("locative", "plain"))
    return next((one.toponym for one in after if one.toponym.span.start - end < _AHEAD), None)


def _score(figure: Figure, triggers: Sequence[Token], place: Standing, others: Sequence[Figure], scope: int) -> float:
    broad = _BROAD.get(place.toponym.place.feature, 0.0) if place.toponym.place else -0.3
    role = _ROLE[place.role]
    if place.parsed is figure.parsed:
        if place.root.sent.start == figure.sentence.start:
            return _SENTENCE + broad + role + _near(figure, triggers, place, others)
        if place.root.i > figure.root.i:
            return 0.0
    elif place.parsed.offset > figure.parsed.offset:
        return 0.0
    if place.scope != scope:
        return 0.0
    back = figure.parsed.span(figure.sentence).start - place.toponym.span.end
    blocks = 0 if place.parsed is figure.parsed else 1 + max(0, back) / 400
    if blocks > _FURTHEST:
        return 0.0
    return max(0.1, _EARLIER + broad + role + _PER_MENTION * min(place.mentions, 4) - _PER_BLOCK * blocks - min(back / 600, 3.0))


def _near(figure: Figure, triggers: Sequence[Token], place: Standing, others: Sequence[Figure]) -> float:
    anchors = [figure.root, *triggers]
    nearest = min(anchors, key=lambda anchor: abs(place.root.i - anchor.i))
    low, high = sorted((place.root.i, figure.root.i))
    score = -_PER_TOKEN * abs(place.root.i - nearest.i)
    score -= _PER_FIGURE * sum(low < other.root.i < high for other in others if other is not figure)
    if place.role == "locative" and any(place.root.head.head == anchor for anchor in anchors):
        score += 2.5
    elif any(anchor.is_ancestor(place.root) for anchor in anchors):
        score += 1.0
    between = figure.parsed.doc[low + 1 : high]
    return score - 1.0 * sum(token.text in (";", ":") or token.lower_ == "while" for token in between)


def _narrowed(text: str, best: Toponym, candidates: Sequence[Toponym]) -> Toponym:
    """Return the narrower of two places that stand together ("Syria's Aleppo", "the Nur camp in Jenin")."""
    for other in sorted(candidates, key=lambda toponym: toponym.span):
        if other is best:
            continue
        after = level(text[other.whole.end : best.whole.start])
        before = level(text[best.whole.end : other.whole.start])
        if after in (" in ", ", ", " in the ", " of ", ", in ", " (") and not _inside(best, other):
            return other
        if before in ("'s ", "s ") and not _inside(best, other):
            return other
    return best


def _inside(inner: Toponym, outer: Toponym) -> bool:
    if outer.place is None:
        return False
    broad = ("PCLI", "PCL", "RGN", "ADM1", "ADM2", "PPL")
    outside = broad.index(outer.place.feature) if outer.place.feature in broad else len(broad)
    if inner.place is None:
        return inner.whole != inner.span or outside < len(broad)
    if inner.place.country != outer.place.country or inner.place.id == outer.place.id:
        return False
    inside = broad.index(inner.place.feature) if inner.place.feature in broad else len(broad)
    return outside < inside


def _names_source(toponym: Toponym, said: Statement | None) -> bool:
    statement = said
    while statement is not None:
        mention = statement.source.mention if statement.source else None
        if (mention and mention.overlaps(toponym.span)) or any(piece.overlaps(toponym.span) for piece in statement.cue):
            return True
        statement = statement.inside
    return False
