"""Place: where a figure belongs, from its clause, its sentence, and what was last named before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.narrowing import narrowed
from sayso.extractors.rules.pointing import pointed_at
from sayso.extractors.rules.standings import Standing, is_care, own_clause
from sayso.model import Statement, Toponym

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["place_of"]

# Weights tried by hand on the development claims; a candidate in another sentence loses by its distance in blocks.
_SENTENCE = 10.0
_EARLIER = 6.0
_PER_TOKEN = 0.07
_PER_BLOCK = 0.8
_PER_MENTION = 0.4
_PER_FIGURE = 0.9
_AHEAD = 700  # code points
_OF_SOURCE = 0.85
_OF_SITE = 0.2
_OF_SPEECH = 0.5
_CARE = 3.0  # where the wounded were brought is not where the next thing happened
_SAME_CLAUSE = 1.0
_OTHER_ITEM = 3.0  # what one item of a list names, the next is seldom about
_FURTHEST = 6  # blocks looked back
_ROLE = {
    "locative": 2.0,
    "plain": 0.0,
    "owner": -0.5,
    "name": -2.5,
    "doer": -2.5,
    "party": -2.5,
    "goal": -4.0,
    "actor": -4.0,
    "direction": -1.5,
    "aside": -2.0,
    "host": 2.0,
}
_BROAD = {"PCLI": -1.5, "PCL": -1.5, "ADM1": -0.6, "CONT": -4.0, "RGN": -0.6, "STM": -3.0}


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
    weighed = [(one, score) for one in places if (score := _score(figure, triggers, one, others, scope)) > 0]
    meant = pointed_at(text, figure, places, scope)
    scored = [(_share_of_source(one, said) * score, one.toponym) for one, score in weighed] + meant
    if not scored:
        return _ahead(figure, places, scope)
    best = max(scored, key=lambda pair: (pair[0], pair[1].span.start))[1]
    return best if any(best is toponym for _, toponym in meant) else narrowed(text, best, [one.toponym for one in places])


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
    listed = _CARE if is_care(place.toponym) else 0.0
    listed += _OTHER_ITEM if place.listed and place.parsed is not figure.parsed else 0.0
    blocks = 0 if place.parsed is figure.parsed else 1 + max(0, back) / 400
    if blocks > _FURTHEST:
        return 0.0
    return max(0.1, _EARLIER + broad + role + _PER_MENTION * min(place.mentions, 4) - _PER_BLOCK * blocks - min(back / 600, 3.0) - listed)


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
    score += _SAME_CLAUSE * (own_clause(place.root) == own_clause(figure.root))
    between = figure.parsed.doc[low + 1 : high]
    return score - 1.0 * sum(token.text in (";", ":") or token.lower_ == "while" for token in between)


def _share_of_source(place: Standing, said: Statement | None) -> float:
    """Return what counts of a place that names a source, next to nothing of a hospital that counted, or where one spoke."""
    if _is_of_speech(place, said):
        return _OF_SPEECH
    if not _names_source(place.toponym, said):
        return 1.0
    return _OF_SITE if is_care(place.toponym) else _OF_SOURCE


def _is_of_speech(place: Standing, said: Statement | None) -> bool:
    """Tell whether a place hangs on the verb of saying: "told reporters in Lima"."""
    verb = next((token for token in place.root.ancestors if token.pos_ == "VERB"), None)
    if verb is None or said is None or place.role != "locative":
        return False
    return any(piece.overlaps(place.parsed.span(verb)) for piece in said.cue)


def _names_source(toponym: Toponym, said: Statement | None) -> bool:
    statement = said
    while statement is not None:
        mention = statement.source.mention if statement.source else None
        if (mention and mention.overlaps(toponym.span)) or any(piece.overlaps(toponym.span) for piece in statement.cue):
            return True
        statement = statement.inside
    return False
