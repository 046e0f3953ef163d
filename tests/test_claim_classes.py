"""Classes of claims: what is hedged, denied or foreseen is told from what only looks like it, from text to claim.

`claim_classes.csv` holds examples in our own words, written by the annotation guidelines and without a look at what the program does.
A figure is "WORDS=DIMENSION VALUE yes|no": yes where it belongs to the class of its row, "a/b" where either dimension is right, "200.."
where the value is open. The newer half was written when the rules had been worked on with the earlier one, and scored before anything was
changed for it.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from sayso.extractors.rules import extract
from sayso.model import Claim, Document, Modality, Polarity, Span

# F1 of hedged, denied, forecast in the first run ever (earlier half) 0.558, 0.444, 0.632; in that of the newer half 0.970, 0.933, 0.903
FLOOR = 0.85
CLASSES = ("hedged", "denied", "forecast")
FIGURE = re.compile(r"(?P<words>.+)=(?P<dimensions>\S+) (?P<value>\S+) (?P<belongs>yes|no)")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of an example: where it stands, what it counts, how much, and whether it is in the class."""

    span: Span
    dimensions: frozenset[str]
    low: float | None
    high: float | None
    belongs: bool


@dataclass(frozen=True, slots=True)
class Example:
    """A text, with the figures in it and the class that they are asked about."""

    kind: str
    half: str
    published: date
    text: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Count:
    """How many figures are rightly in a class, wrongly in it, and missing from it."""

    right: int
    wrong: int
    missing: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missing)


@cache
def examples() -> tuple[Example, ...]:
    """Return the examples of the file."""
    with (Path(__file__).parent / "claim_classes.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_example(row) for row in csv.DictReader(file))


@cache
def claims(example: Example) -> tuple[Claim, ...]:
    """Return what the extractor makes of an example."""
    return extract(Document(example.text, "example", published=example.published)).claims


def count(kind: str, half: str) -> Count:
    """Return the count of a class over one half of its examples, or over all."""
    marks = [mark for example in examples() if example.kind == kind and half in (example.half, "all") for mark, _ in verdicts(example)]
    return Count(marks.count("right"), marks.count("wrong"), marks.count("missing"))


def verdicts(example: Example) -> Iterator[tuple[str, str]]:
    """Yield "right", "wrong" or "missing" for each figure of the class and each claim put into it, with the words."""
    inside = [claim for claim in claims(example) if belongs(claim, example.kind)]
    gold = [figure for figure in example.figures if figure.belongs]
    found = [figure for figure in gold if any(_same(claim, figure) for claim in inside)]
    yield from (("right", figure.span.of(example.text)) for figure in found)
    yield from (("missing", figure.span.of(example.text)) for figure in gold if figure not in found)
    yield from (("wrong", claim.text) for claim in inside if not any(_same(claim, figure) for figure in gold))


def belongs(claim: Claim, kind: str) -> bool:
    """Tell whether a claim is in a class."""
    if kind == "hedged":
        return claim.hedged
    return claim.polarity is Polarity.DENIED if kind == "denied" else claim.modality is Modality.FORECAST


@pytest.mark.parametrize("kind", CLASSES)
def test_the_class_holds_its_claims_and_hardly_any_others(kind: str):
    errors = [
        f"{mark}: {words!r} in {example.text}"
        for example in examples()
        if example.kind == kind
        for mark, words in verdicts(example)
        if mark != "right"
    ]

    scores = {half: round(count(kind, half).f1, 3) for half in ("earlier", "newer", "all")}

    print(kind, scores, *errors, sep="\n")
    assert scores["all"] >= FLOOR


@pytest.mark.parametrize("kind", CLASSES)
def test_a_class_has_enough_examples_with_a_third_of_near_misses(kind: str):
    texts = [example for example in examples() if example.kind == kind]

    near = [example for example in texts if not any(figure.belongs for figure in example.figures)]

    assert len({example.text for example in texts}) >= 60
    assert len(near) >= len(texts) // 4


def _same(claim: Claim, figure: Figure) -> bool:
    value = (claim.low, claim.high) == (figure.low, figure.high)
    return value and claim.span.overlaps(figure.span) and bool(figure.dimensions & set(claim.dimensions))


def _example(row: dict[str, str]) -> Example:
    figures = tuple(_figure(row["text"], words) for words in row["figures"].split("; "))
    return Example(row["class"], row["half"], date.fromisoformat(row["published"]), row["text"], figures)


def _figure(text: str, words: str) -> Figure:
    match = FIGURE.fullmatch(words)
    assert match, words
    start = text.index(match["words"])
    low, dots, high = match["value"].partition("..")
    return Figure(
        Span(start, start + len(match["words"])),
        frozenset(match["dimensions"].split("/")),
        _number(low),
        _number(high if dots else low),
        match["belongs"] == "yes",
    )


def _number(digits: str) -> float | None:
    return float(digits) if digits else None
