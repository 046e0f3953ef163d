"""Fit the trees that choose a figure's place: `python bench/train_places.py DOCUMENTS GOLD [GOLD ...] [--check PARTS]`.

GOLD are folders of gold claims (NAME.json, as `bench/own.py` writes them), DOCUMENTS the folders of their reports, with ":" between them.
The evidence is of kinds, order and distance, never of words of places or parties, so that the trees can hold nothing of the texts.
With --check nothing is written: the documents are dealt out to so many parts, and each part is placed by trees fitted to the others.
It needs LightGBM 4 (MIT), which only this program asks for: `pip install lightgbm`.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
from scoring import FIELDS

from sayso.extractors.rules import claims, extract
from sayso.extractors.rules.asked import Asked
from sayso.extractors.rules.evidence import candidates
from sayso.extractors.rules.place import settled
from sayso.extractors.rules.trees import Node, Row, grown, score
from sayso.model import Document
from sayso.readers import json as reports

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "src/sayso/data/models/place_trees.csv"
EXAMPLES = ROOT / "tests/place_examples.csv"
REPEATED = 10  # times that an example of our own counts as much as a claim of a report
MISSING = -1e6  # evidence that is not there is less than any
TREES = 200
FIT = {  # swept on documents that the fit had not seen: 4-31 leaves, rates 0.03-0.1, 1-50 first candidates; all within a point
    "objective": "lambdarank",
    "lambdarank_truncation_level": 2,
    "num_leaves": 8,
    "learning_rate": 0.06,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "use_missing": False,
    "deterministic": True,
    "force_col_wise": True,
    "num_threads": 1,
    "seed": 2,  # of the first, one whose trees place all our own examples
    "verbose": -1,
}

Record = dict[str, Any]  # a claim as its JSON file has it


@dataclass(frozen=True, slots=True)
class Question:
    """A gold claim's place with the candidates for it: their evidence, and the names that choosing them gives."""

    place: str | None
    evidence: tuple[dict[str, float], ...]
    names: tuple[str | None, ...]

    @property
    def right(self) -> list[bool]:
        """Whether each candidate is the gold claim's place."""
        return [is_right(self.place, name) for name in self.names]


def is_right(gold: str | None, name: str | None) -> bool:
    return bool(FIELDS["place"]({"place": gold}, {"place": name}))


def asked(document: Document) -> list[Asked]:
    """Return the figures whose places the extractor asks for in a document."""
    found: list[Asked] = []
    with patch.object(claims, "place_of", found.append):  # nothing is placed while the questions are noted
        extract(document)
    return found


def questions(document: Document, gold: Sequence[Record]) -> Iterator[Question]:
    """Yield the gold claims of a document that the extractor finds, with their candidates."""
    for one in asked(document):
        span = one.figure.span
        beside = [(min(span.end, claim["end"]) - max(span.start, claim["start"]), claim) for claim in gold]
        overlap, claim = max(beside, key=lambda pair: pair[0], default=(0, None))
        if claim is not None and overlap > 0:
            found = candidates(one)
            places = [settled(one, candidate) for candidate in found]
            names = tuple(place.whole.of(one.text) if place is not None else None for place in places)
            yield Question(claim.get("place"), tuple(candidate.evidence for candidate in found), names)


def fitted(given: Iterable[Question]) -> list[Row]:
    """Return the nodes of trees fitted so that in each question a right candidate comes first (LambdaRank)."""
    import lightgbm  # type: ignore[import-not-found, unused-ignore]  # where nothing is trained it need not be there

    useful = [one for one in given if one.place and any(one.right)]
    candidates_of = [evidence for one in useful for evidence in one.evidence]
    names = sorted({name for evidence in candidates_of for name in evidence})
    at = {name: number for number, name in enumerate(names)}
    values = np.full((len(candidates_of), len(names)), MISSING)
    for number, evidence in enumerate(candidates_of):
        for name, value in evidence.items():
            values[number, at[name]] = value
    right = [int(fits) for one in useful for fits in one.right]
    model = lightgbm.train(FIT, lightgbm.Dataset(values, right, group=[len(one.names) for one in useful]), TREES)
    trees = (tree["tree_structure"] for tree in model.dump_model()["tree_info"])
    return [row for number, tree in enumerate(trees) for row in nodes(number, tree, names)]


def nodes(tree: int, node: Record, names: Sequence[str], number: int = 1) -> Iterator[Row]:
    if "split_feature" not in node:
        yield Row(tree, number, "", short(node["leaf_value"]))
        return
    yield Row(tree, number, names[node["split_feature"]], short(node["threshold"]))
    yield from nodes(tree, node["left_child"], names, 2 * number)
    yield from nodes(tree, node["right_child"], names, 2 * number + 1)


def short(value: float) -> float:
    return float(f"{value:.4g}") if abs(value) > 1e-9 else 0.0


def check(documents: Sequence[Sequence[Question]], own: Sequence[Question], parts: int) -> float:
    """Return the F1 of places, each chosen by trees that were fitted to other documents."""
    order = list(range(len(documents)))
    random.Random(1).shuffle(order)
    right = got = stated = 0
    for part in range(parts):
        held = set(order[part::parts])
        others = [question for number in order if number not in held for question in documents[number]]
        trees = grown(fitted([*others, *own]))
        for question in (question for number in sorted(held) for question in documents[number]):
            name = chosen(question, trees)
            right += bool(name and question.place and is_right(question.place, name))
            got, stated = got + bool(name), stated + bool(question.place)
    return 2 * right / (got + stated)


def chosen(question: Question, trees: Sequence[Node]) -> str | None:
    scores = [score(trees, evidence) for evidence in question.evidence]
    return question.names[scores.index(max(scores))] if scores else None


def save(rows: Sequence[Row]) -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(["tree", "node", "evidence", "value"])
        writer.writerows((row.tree, row.node, row.evidence, f"{row.value:g}") for row in rows)


def examples() -> list[Question]:
    """Return the questions of our own examples, each as often as it counts."""
    found: list[Question] = []
    with EXAMPLES.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            text = row["text"].replace("\\n", "\n")
            start = text.index(row["figure"])
            gold = {"start": start, "end": start + len(row["figure"]), "place": row["place"]}
            found += questions(Document(text, "example", title=row["title"] or None, published=date(2017, 3, 9)), [gold])
    return found * REPEATED


def read(gold: Sequence[Path], documents: Sequence[Path]) -> Iterator[list[Question]]:
    for path in sorted((path for folder in gold for path in folder.glob("*.json")), key=lambda path: path.name):
        report = next(folder / path.name for folder in documents if (folder / path.name).exists())
        (document,) = reports.read(report)
        if isinstance(document, Document):
            yield list(questions(document, json.loads(path.read_text("utf-8"))["claims"]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents")
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--check", type=int, metavar="PARTS")
    given = parser.parse_args()
    found = list(read(given.gold, [Path(folder) for folder in given.documents.split(":")]))
    own = examples()
    if given.check:
        print(f"place F1 on documents not fitted to: {check(found, own, given.check):.4f}")
    else:
        save(fitted([*(question for document in found for question in document), *own]))


if __name__ == "__main__":
    main()
