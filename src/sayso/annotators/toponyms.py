"""Toponyms: names of places in a text, each with the place that is meant where that can be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.annotators.toponym_features import Features, features, fit, persons, probability
from sayso.annotators.toponym_resolution import names, resolve
from sayso.annotators.toponym_scan import Candidate, Words, scan, split
from sayso.gazetteers.local import Gazetteer, Named
from sayso.model import Document, Span, Toponym

__all__ = ["Found", "annotate", "find", "fits", "recognise", "together"]

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
    alone = recognise(words, candidates)
    likely = together(words, candidates, alone, country)
    meant = resolve(names(words, candidates, likely), country)
    for number, one in enumerate(candidates):
        found = meant.get(one.key) if one.named else None
        yield Found(one, likely[number], found.named if found else None, found.chance if found else 0.0)


def recognise(words: Words, candidates: Sequence[Candidate]) -> list[float]:
    """Return for each candidate the probability that it names a place, from the words around it."""
    people = persons(words)
    return [probability(features(words, candidates, number, people)) for number in range(len(candidates))]


def together(words: Words, candidates: Sequence[Candidate], alone: Sequence[float], country: str | None = None) -> list[float]:
    """Return the probabilities again, now that the rest of the text is known."""
    return [probability(found, "together") for found in fits(words, candidates, alone, country)]


def fits(words: Words, candidates: Sequence[Candidate], alone: Sequence[float], country: str | None = None) -> Iterator[Features]:
    """Yield for each candidate the features that the rest of the text gives it."""
    meant = resolve(names(words, candidates, alone), country)
    most: dict[str, float] = {}
    for one, likely in zip(candidates, alone, strict=True):
        most[one.key] = max(most.get(one.key, 0.0), likely)
    people = persons(words)
    for number, (one, likely) in enumerate(zip(candidates, alone, strict=True)):
        found = meant.get(one.key) if one.named else None
        rest = fit(
            one, likely, most[one.key], found.named.place if found else None, found.chance if found else 0.0, found.share if found else None
        )
        yield features(words, candidates, number, people) + rest
