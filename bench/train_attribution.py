"""Fit the few weights of the attribution models: `python bench/train_attribution.py EVAL_FOLDER`.

Of `attribution/train.jsonl` only the lines in `READ` are used, those whose errors were read, too, so that the rest can be scored.
The features are of kinds of words, marks and phrases, never of the words of a text, so that the weights can hold nothing of the texts.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from sayso.annotators.syntax import Parsed, parse
from sayso.attribution import paragraph_of, raw
from sayso.attribution.boundaries import Boundaries, boundaries
from sayso.attribution.draft import Draft, Paragraph
from sayso.attribution.ends import ended
from sayso.attribution.keeping import evidence, outermost
from sayso.attribution.signs import signs
from sayso.attribution.weights import weights
from sayso.lexicon import table
from sayso.model import Span
from sayso.text import paragraphs


@dataclass(frozen=True, slots=True)
class Fit:
    """How a model is fitted: its ridge, and how many examples a feature must have."""

    ridge: float
    seen: int


READ = range(600)
TABLE = Path(__file__).parents[1] / "src/sayso/data/models/attribution_weights.csv"
ENDS = Fit(10.0, 8)  # swept 1-20 and 5-20 on lines that the fit had not seen
DRAFTS = Fit(1.0, 20)
LEAST = 0.05  # a smaller weight is left out

Words = frozenset[int]


@dataclass(frozen=True, slots=True)
class Gold:
    """What is annotated as one attribution: the words of its cue and of its content, by their offsets."""

    cue: Words
    content: Words


@dataclass(frozen=True, slots=True)
class Example:
    """A paragraph of a document with its gold attributions."""

    paragraph: Paragraph
    gold: tuple[Gold, ...]


def read(folder: Path) -> list[dict[str, Any]]:
    lines = (folder / "attribution" / "train.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(lines[number]) for number in READ]


def examples(document: dict[str, Any], parsed: Sequence[Parsed]) -> Iterator[Example]:
    text = document["text"]
    gold = tuple(
        Gold(words(text, [Span(*piece) for piece in one["cue"]]), words(text, [Span(*piece) for piece in one["content"]]))
        for one in document["attributions"]
        if one["cue"] and one["content"]
    )
    for part in parsed:
        yield Example(paragraph_of(text, part), gold)


def words(text: str, pieces: Sequence[Span]) -> Words:
    return frozenset(piece.start + word.start() for piece in pieces for word in re.finditer(r"\w+", piece.of(text)))


def shared(one: Words, other: Words) -> float:
    return len(one & other) / max(len(one), len(other), 1)


def ends(example: Example) -> Iterator[tuple[Boundaries, int]]:
    """Yield the boundaries of each draft that has a gold attribution, with the number of the one that shares most with it."""
    paragraph = example.paragraph
    for draft in raw(paragraph):
        found = boundaries(paragraph, draft)
        if found is None or len(found.places) < 2:
            continue
        cue = words(paragraph.text, draft.cue)
        rivals = [
            [shared(words(paragraph.text, pieces), one.content) for pieces in _until(paragraph, draft, found)]
            for one in example.gold
            if one.cue & cue
        ]
        best = max(rivals, key=max, default=[0.0])
        if max(best) >= 0.5:
            right = [number for number, share in enumerate(best) if share == max(best)]
            yield found, next((number for number in right if found.places[number] == found.current), right[0])


def _until(paragraph: Paragraph, draft: Draft, found: Boundaries) -> Iterator[tuple[Span, ...]]:
    last = draft.content[-1]
    for place in found.places:
        span = paragraph.span(found.first, place)
        yield (*draft.content[:-1], Span(last.start, span.end if span else last.start))


def fit_ends(given: Sequence[Example]) -> dict[str, float]:
    rows, labels = [], []
    for example in given:
        for found, right in ends(example):
            features = list(signs(found))[: right + 1]
            rows += features
            labels += [number == right for number in range(len(features))]
    return fit(rows, labels, ENDS)


def candidates(example: Example) -> Iterator[tuple[tuple[str, ...], bool]]:
    """Yield the features of each draft that stands in no other, with whether its content is that of a gold attribution."""
    paragraph = example.paragraph
    drafts = [ended(paragraph, draft) for draft in raw(paragraph)]
    for draft in drafts:
        if draft.cue and outermost(draft, drafts):
            content = words(paragraph.text, draft.content)
            yield tuple(evidence(paragraph, draft)), any(shared(content, one.content) >= 0.5 for one in example.gold)


def fit_drafts(given: Sequence[Example]) -> dict[str, float]:
    rows = [row for example in given for row in candidates(example)]
    return fit([features for features, _ in rows], [right for _, right in rows], DRAFTS)


def fit(rows: Sequence[Sequence[str]], labels: Sequence[bool], how: Fit) -> dict[str, float]:
    """Return the weights of a logistic regression with a ridge."""
    seen = Counter(feature for row in rows for feature in set(row))
    columns = {feature: number for number, feature in enumerate(sorted(f for f, count in seen.items() if count >= how.seen))}
    x = np.zeros((len(rows), len(columns)))
    for number, row in enumerate(rows):
        x[number, [columns[feature] for feature in set(row) if feature in columns]] = 1
    y, w = np.array(labels, float), np.zeros(len(columns))
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        hessian = (x.T * (p * (1 - p))) @ x + how.ridge * np.eye(len(w))
        step = np.linalg.solve(hessian, x.T @ (p - y) + how.ridge * w)
        w -= step
        if np.abs(step).max() < 1e-6:
            break
    return {feature: float(w[number]) for feature, number in columns.items() if abs(w[number]) >= LEAST}


def save(models: dict[str, dict[str, float]]) -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(["model", "feature", "weight"])
        writer.writerows(
            [model, feature, f"{weight:.2f}"] for model, found in sorted(models.items()) for feature, weight in sorted(found.items())
        )

    table.cache_clear()
    weights.cache_clear()


def main() -> None:
    documents = read(Path(sys.argv[1]))
    given = [example for one in documents for example in examples(one, tuple(parse(one["text"], paragraphs(one["text"]))))]
    models = {"end": fit_ends(given)}
    save(models)
    save(models | {"draft": fit_drafts(given)})


if __name__ == "__main__":
    main()
