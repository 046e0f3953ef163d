"""Place: where a figure belongs, among the places that the text names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extractors.rules.asked import Asked
from sayso.extractors.rules.containment import breadth
from sayso.extractors.rules.evidence import Candidate, candidates
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.fitting import HARM
from sayso.extractors.rules.narrowing import narrowed, quarter
from sayso.extractors.rules.pinned import pinned
from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.standings import Standing
from sayso.extractors.rules.timeline import clause_of
from sayso.extractors.rules.trees import score, trees
from sayso.model import Toponym

__all__ = ["Found", "place_of", "settled"]

_LOCAL = 4  # a district or less


@dataclass(frozen=True, slots=True)
class Found:
    """A place with what it rests on: a name "in", "before" or "after" the figure's sentence."""

    toponym: Toponym
    stands: str


def place_of(asked: Asked) -> Found | None:
    """Return the place that the figure is about, None where none is named near it."""
    weighed = [(score(trees("place_trees.csv"), one.evidence), one) for one in candidates(asked)]
    best = max(weighed, key=lambda pair: pair[0], default=None)  # the first named of those that weigh as much
    found = settled(asked, best[1]) if best is not None else None
    return Found(found, best[1].stands) if best is not None and found is not None else None


def settled(asked: Asked, chosen: Candidate) -> Toponym | None:
    """Return the place that is meant where a candidate is chosen: a narrower one that stands together with it, a war's country ..."""
    figure, places, total = asked.figure, asked.places, asked.total is not None
    best = narrowed(asked.text, chosen.place.toponym, [one.toponym for one in places])
    if total and _is_of_war(figure) and breadth(best) >= _LOCAL and not _is_beside(best, figure, places):
        return _land(places, asked.scope)
    best = best if total else quarter(asked.text, best, figure, places)
    return pinned(best, figure, places, asked.scope) if not total and HARM & set(asked.dimensions) else best


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
