"""Bearing: how much speaks for a place name being where a figure belongs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.annotators.sites import is_site
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.standings import Standing, is_care, own_clause

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["bearing"]

# Weights tried by hand on the development claims; a candidate in another sentence loses by its distance in blocks.
_SENTENCE = 10.0
_EARLIER = 6.0
_FOCUS = 5.0  # the country that the text is about, wherever it is named
_LEAST = 0.1
_PER_TOKEN = 0.07
_PER_BLOCK = 1.0
_PER_MENTION = 0.35
_PER_FIGURE = 0.9
_CARE = 3.0  # where the wounded were brought is not where the next thing happened
_SAME_CLAUSE = 2.5
_OTHER_ITEM = 3.0  # what one item of a list names, the next is seldom about
_OF_ROW = 4.0  # the last of several names in a row is not where the text is now
_LEADS_IN = 3.0  # but what stands under such a row is
_HEADING = 5.0
_TOTAL = 1.0  # what has mounted up belongs to the whole country rather than to the last town
_SPEAKER = 3.0  # where somebody spoke is not where the next thing happened
_STRANGE = -2.5  # a name that nothing says to be a place's
_NEXT = 200  # code points after the words that a row of names heads
_FURTHEST = 6  # blocks looked back
_BLOCK = 400  # code points
_BACK, _FURTHEST_BACK = 200, 3.0  # code points that cost one, and the most they cost
_ROLE = {
    "locative": 2.0,
    "plain": 0.0,
    "owner": -0.5,
    "name": -2.5,
    "doer": -6.0,
    "party": -2.5,
    "goal": -6.5,
    "actor": -4.0,
    "direction": -1.5,
    "aside": -2.0,
    "part": -5.0,
    "office": -5.0,
    "origin": 2.0,
    "host": 2.0,
}
_BROAD = {"PCLI": -1.5, "PCL": -1.5, "ADM1": -0.6, "CONT": -4.0, "RGN": -0.6, "STM": -3.0}


def bearing(
    figure: Figure, triggers: Sequence[Token], place: Standing, others: Sequence[Figure], scope: int, *, total: bool = False
) -> float:
    """Return what speaks for a place, 0 where nothing does; `total` where the figure has mounted up over time.

    `others` are the figures of the same sentence, `scope` the part of the text that may be drawn on.
    """
    same = place.parsed is figure.parsed
    if same and place.root.sent.start == figure.sentence.start:
        return _SENTENCE + _breadth(place) + _ROLE[place.role] + _near(figure, triggers, place, others)
    if place.scope != scope:
        return 0.0
    focus = (_FOCUS + _TOTAL * total) * place.focus
    if (place.root.i > figure.root.i) if same else (place.parsed.offset > figure.parsed.offset):
        return focus
    return max(focus, _carried(figure, place, total=total))


def _carried(figure: Figure, place: Standing, *, total: bool) -> float:
    """Return what speaks for a place that an earlier sentence names."""
    same = place.parsed is figure.parsed
    back = figure.parsed.offset + figure.sentence.start_char - place.toponym.span.end
    blocks = 0 if same else 1 + max(0, back) / _BLOCK
    if blocks > _FURTHEST:
        return 0.0
    score = _EARLIER + _ROLE[place.role] + (_of_total(place) if total else _breadth(place)) + _PER_MENTION * min(place.mentions, 4)
    score -= _PER_BLOCK * blocks + min(back / _BACK, _FURTHEST_BACK)
    score -= _CARE * is_care(place.toponym) + _OTHER_ITEM * (place.listed and not same)
    if place.row:
        score += _LEADS_IN if _leads_in(place) and back < _NEXT else -_OF_ROW
    score -= _SPEAKER * place.spoken
    if place.heads is not None and place.heads.start <= figure.span.start < place.heads.end:
        score += _HEADING
    return max(_LEAST, score)


def _breadth(place: Standing) -> float:
    if place.toponym.place is not None:
        return _BROAD.get(place.toponym.place.feature, 0.0)
    known = is_site(place.toponym.name.split()[-1].lower()) or place.role in ("locative", "host", "direction")
    return -0.3 if known else _STRANGE


def _of_total(place: Standing) -> float:
    feature = place.toponym.place.feature if place.toponym.place else ""
    if place.around:
        return _TOTAL
    return 0.0 if feature in ("RGN", "ADM1") else -_TOTAL


def _leads_in(place: Standing) -> bool:
    """Tell whether a name stands in words that only say where what follows is: "In the South, the West and Nur:"."""
    sentence = place.root.sent
    return sentence[-1].text == ":" or not any(token.pos_ in ("VERB", "AUX") for token in sentence)


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
