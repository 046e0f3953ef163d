"""Place: where a figure belongs, from its clause, its sentence, and what was last named before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extractors.rules.bearing import bearing
from sayso.extractors.rules.containment import breadth
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.narrowing import narrowed, quarter
from sayso.extractors.rules.period import Covered
from sayso.extractors.rules.pointing import pointed_at
from sayso.extractors.rules.standings import Standing, is_care
from sayso.model import Statement, Toponym

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["place_of"]

_AHEAD = 700  # code points
_OF_SOURCE = 0.9
_OF_SITE = 0.2
_OF_SPEECH = 0.5
_LEAD = 6.5  # where the text's first figure belongs, wherever that is named
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
) -> Toponym | None:
    """Return the place that the figure is about, None where none is named near it.

    `others` are the figures of the same sentence, `scope` the part of the text that may be drawn on, `total` the days of a figure that has
    mounted up over time, `lead` the place of the first figure of the scope. Places that name a source ("a doctor in Idlib said") count
    for little.
    """
    weighed = ((one, bearing(figure, triggers, one, others, scope, total=total is not None)) for one in places)
    named = [(score * _share_of_source(one, said), one.toponym) for one, score in weighed if score > 0]
    named += [(_LEAD, lead)] if lead is not None and total is None else []
    meant = [*pointed_at(text, figure, places, scope), *_began(total, places, scope)]
    if not named and not meant:
        return _ahead(figure, places, scope)
    top, best = max((*named, *meant), key=lambda pair: (pair[0], pair[1].span.start))
    if (top, best) not in meant:
        best = narrowed(text, best, [one.toponym for one in places])
    return best if total is not None else quarter(text, best, figure, places)


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
