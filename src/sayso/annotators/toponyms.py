"""Toponyms: names of places in a text, each with the place that is meant where that can be told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.annotators.toponym_features import features, persons, probability
from sayso.annotators.toponym_resolution import names, resolve
from sayso.annotators.toponym_scan import Candidate, scan, split
from sayso.gazetteers.local import Gazetteer, Named
from sayso.model import Document, Span, Toponym

__all__ = ["Found", "annotate", "find"]

_RECOGNISED = 0.5  # the least probability of being a place's name
_RESOLVED = 0.4  # the least probability of a place among those of its name
_KINDS = ("name", "marked", "natural", "facility")


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate with the probability that it names a place, and the likeliest place with its probability."""

    candidate: Candidate
    likely: float
    named: Named | None
    chance: float


def annotate(document: Document, gazetteer: Gazetteer) -> Iterator[Toponym]:
    """Yield the names of places in the text, in reading order; names of peoples and of roads are not places."""
    for found in find(document.text, gazetteer):
        one = found.candidate
        if one.kind not in _KINDS or found.likely < _RECOGNISED:
            continue
        span = Span(one.start, one.end)
        sure = found.named is not None and found.chance >= _RESOLVED
        place = found.named.place if found.named and sure else None
        yield Toponym(span, span.of(document.text), span, place, round(found.likely * (found.chance if place else 0.0), 3))


def find(text: str, gazetteer: Gazetteer, country: str | None = None) -> Iterator[Found]:
    """Yield every candidate with its probabilities; `country` is where the outlet is at home, if known."""
    words = split(text)
    candidates = list(scan(words, gazetteer))
    people = persons(words)
    likely = {n: probability(features(words, candidates, n, people)) for n in range(len(candidates))}
    meant = resolve(names(words, candidates, likely), country)
    for number, one in enumerate(candidates):
        ranked = meant.get(one.key) if one.named else None
        named, chance = ranked[0] if ranked else (None, 0.0)
        yield Found(one, likely[number], named, chance)
