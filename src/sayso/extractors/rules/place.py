"""Place: where a figure belongs, from its clause, its sentence, and what was last named before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extractors.rules.figures import Figure
from sayso.model import Span, Statement, Toponym
from sayso.text import level

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["place_of"]

# Weights swept by hand on the development claims; a candidate further away than a sentence loses by its distance in blocks.
_SENTENCE = 10.0
_EARLIER = 6.0
_PREPOSITION = 2.0
_PER_TOKEN = 0.12
_PER_BLOCK = 0.8
_FURTHEST = 6  # blocks looked back
_BROAD = {"PCLI": -2.0, "PCL": -2.0, "ADM1": -0.8, "CONT": -4.0, "RGN": -1.0}


def place_of(
    text: str, figure: Figure, triggers: Sequence[Token], toponyms: Sequence[Toponym], said: Statement | None, starts: Sequence[int]
) -> Toponym | None:
    """Return the place that the figure is about, None where none is named near it.

    `starts` are the offsets of the text's blocks, in order; places that only name a source ("a doctor in Idlib said") are left out.
    """
    candidates = [t for t in toponyms if not _names_source(text, t, said)]
    scored = [(score, t) for t in candidates if (score := _score(text, figure, triggers, t, starts)) > 0]
    if not scored:
        return None
    best = max(scored, key=lambda pair: (pair[0], -pair[1].span.start))[1]
    return _narrowed(best, [t for _, t in scored])


def _score(text: str, figure: Figure, triggers: Sequence[Token], toponym: Toponym, starts: Sequence[int]) -> float:
    sentence = figure.parsed.span(figure.sentence)
    broad = _BROAD.get(toponym.place.feature, 0.0) if toponym.place else 0.0
    if sentence.overlaps(toponym.span):
        return _SENTENCE + broad + _near(figure, triggers, toponym)
    if toponym.span.start > sentence.end:
        return 0.0
    blocks = sum(toponym.span.end <= start <= sentence.start for start in starts)
    if blocks > _FURTHEST:
        return 0.0
    behind = (sentence.start - toponym.span.end) / 1000
    return max(0.1, _EARLIER + broad - _PER_BLOCK * blocks - min(behind, 2.0))


def _near(figure: Figure, triggers: Sequence[Token], toponym: Toponym) -> float:
    run = figure.parsed.doc.char_span(
        toponym.whole.start - figure.parsed.offset, toponym.whole.end - figure.parsed.offset, alignment_mode="expand"
    )
    if run is None or not len(run):
        return -3.0
    anchors = [figure.root, *triggers]
    distance = min(abs(run.start - anchor.i) for anchor in anchors)
    score = -_PER_TOKEN * distance
    head = run.root.head
    if head.dep_ == "prep" and head.lower_ in ("in", "at", "near", "on", "around", "of", "from", "inside", "across"):
        score += _PREPOSITION
        if any(head.head == anchor or anchor in head.ancestors for anchor in anchors):
            score += 1.0
    between = figure.parsed.doc[min(run.start, figure.root.i) : max(run.start, figure.root.i)]
    score -= 0.8 * sum(token.text in (";", ":") or (token.lower_ == "while" and token.i != between.start) for token in between)
    return score


def _narrowed(best: Toponym, candidates: Sequence[Toponym]) -> Toponym:
    """Return the narrower of two places that stand together ("Syria's Aleppo", "Shaab, in Baghdad")."""
    for other in _beside(best, candidates):
        if other.place and best.place and _inside(other, best):
            return other
    return best


def _beside(best: Toponym, candidates: Sequence[Toponym]) -> Iterator[Toponym]:
    for other in candidates:
        gap = max(other.span.start - best.span.end, best.span.start - other.span.end)
        if other is not best and gap <= 12:
            yield other


def _inside(inner: Toponym, outer: Toponym) -> bool:
    if inner.place is None or outer.place is None or inner.place.country != outer.place.country or inner.place.id == outer.place.id:
        return False
    broad = ("PCLI", "PCL", "ADM1", "ADM2")
    if outer.place.feature not in broad or inner.place.feature == outer.place.feature:
        return False
    return broad.index(outer.place.feature) < (broad.index(inner.place.feature) if inner.place.feature in broad else len(broad))


def _names_source(text: str, toponym: Toponym, said: Statement | None) -> bool:
    if level(text[toponym.span.end : toponym.span.end + 1]) == "-":  # "US-led", "London-based": whose it is, not where
        return True
    statement = said
    while statement is not None:
        mention = statement.source.mention if statement.source else None
        if (mention and mention.overlaps(toponym.span)) or any(Span(p.start, p.end).overlaps(toponym.span) for p in statement.cue):
            return True
        statement = statement.inside
    return False
