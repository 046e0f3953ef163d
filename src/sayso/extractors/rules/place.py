"""Place: where a figure belongs, from its clause, its sentence, and what was last named before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extractors.rules.bearing import bearing
from sayso.extractors.rules.containment import breadth
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.fitting import HARM
from sayso.extractors.rules.narrowing import narrowed, quarter
from sayso.extractors.rules.period import TOLLS, Covered
from sayso.extractors.rules.pinned import pinned
from sayso.extractors.rules.pointing import pointed_at
from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.sourced import share
from sayso.extractors.rules.standings import Standing
from sayso.extractors.rules.timeline import clause_of
from sayso.model import Statement, Toponym

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["place_of"]

_LOCAL = 4  # a district or less
_AHEAD = 700  # code points
_LEAD = 6.5  # where the text's first figure belongs, wherever that is named
_REMIT, _REMIT_OF_RELIEF = 5.9, 8.5  # the country of a bulletin whose paragraph or item names no other place
_ONSET, _PER_STEP = 6.0, 0.1  # the place where what goes on began, the narrower the better


def place_of(
    text: str,
    figure: Figure,
    triggers: Sequence[Token],
    places: Sequence[Standing],
    said: Statement | None,
    others: Sequence[Figure],
    scope: int,
    total: Covered | None = None,
    lead: Toponym | None = None,
    remit: Toponym | None = None,
    dimensions: Sequence[str] = (),
) -> Toponym | None:
    """Return the place that the figure is about, None where none is named near it.

    `others` are the figures of the same sentence, `scope` the part of the text that may be drawn on, `total` the days of a figure that has
    mounted up over time, `lead` the place of the first figure of the scope, `remit` the country that the text is a bulletin on. Places that
    name a source ("a doctor in Idlib said") count for little.
    """
    weighed = ((one, bearing(figure, triggers, one, others, scope, total=total is not None)) for one in places if one.role != "dateline")
    named = [(score * share(one, said), one.toponym) for one, score in weighed if score > 0]
    named += _of_text(figure, places, total, lead, remit, dimensions)
    meant = [*pointed_at(text, figure, places, scope), *_began(total, places, scope)]
    if not named and not meant:
        return _ahead(figure, places, scope) or _written(places, scope)
    top, best = max((*named, *meant), key=lambda pair: (pair[0], pair[1].span.start))
    if (top, best) not in meant:
        best = narrowed(text, best, [one.toponym for one in places])
    if total is not None and _is_of_war(figure) and breadth(best) >= _LOCAL and not _is_beside(best, figure, places):
        return _land(places, scope)
    best = best if total is not None else quarter(text, best, figure, places)
    return pinned(best, figure, places, scope) if total is None and HARM & set(dimensions) else best


def _is_of_war(figure: Figure) -> bool:
    """Tell whether the figure is what a whole war has come to: "the war has killed 90,000 people"."""
    verb = clause_of(figure.root)
    return verb is not None and any(child.dep_ == "nsubj" and child.lower_ in signs("whole war") for child in verb.children)


def _is_beside(best: Toponym, figure: Figure, places: Sequence[Standing]) -> bool:
    return any(one.toponym is best and one.stands_in(figure.sentence) for one in places)


def _land(places: Sequence[Standing], scope: int) -> Toponym | None:
    """Return the country that the text names most, None where it names none: a war's total belongs to no single town."""
    lands = [one for one in places if one.scope == scope and breadth(one.toponym) == 0]
    return max(lands, key=lambda one: (one.mentions, -one.toponym.span.start)).toponym if lands else None


def _of_text(
    figure: Figure,
    places: Sequence[Standing],
    total: Covered | None,
    lead: Toponym | None,
    remit: Toponym | None,
    dimensions: Sequence[str],
) -> Iterator[tuple[float, Toponym]]:
    """Yield the places that the text as a whole gives a figure: its lead's, and the country that a bulletin is on."""
    relief = not set(dimensions) & TOLLS  # what is done for people is told of the whole country, a toll of where it was taken
    if remit is not None and not any(one.parsed is figure.parsed and not _is_same(one.toponym, remit) for one in places):
        yield (_REMIT_OF_RELIEF if relief else _REMIT), remit
    if lead is not None and total is None and not (relief and remit is not None):
        yield _LEAD, lead


def _is_same(one: Toponym, other: Toponym) -> bool:
    return one.place is not None and other.place is not None and one.place.id == other.place.id


def _began(total: Covered | None, places: Sequence[Standing], scope: int) -> Iterator[tuple[float, Toponym]]:
    """Yield where the disaster or the war began whose toll a figure is: "an outbreak was declared in Nur on 3 May"."""
    onset = total.onset if total is not None else None
    for one in places:
        if onset is not None and one.scope == scope and one.role == "locative" and one.parsed.span(one.root.sent).overlaps(onset):
            yield _ONSET + _PER_STEP * breadth(one.toponym), one.toponym


def _ahead(figure: Figure, places: Sequence[Standing], scope: int) -> Toponym | None:
    """Return the first place named after a figure that nothing before it places: a lead tells where only later."""
    end = figure.span.end
    after = (one for one in places if one.scope == scope and one.toponym.span.start > end and one.role in ("locative", "plain"))
    return next((one.toponym for one in after if one.toponym.span.start - end < _AHEAD), None)


def _written(places: Sequence[Standing], scope: int) -> Toponym | None:
    """Return where the text was written, for a figure that nothing else places."""
    return next((one.toponym for one in places if one.scope == scope and one.role == "dateline"), None)
