"""Fit the few weights of the toponym models on the development sets: `python bench/train_toponyms.py EVAL_FOLDER [0|1]`.

Recognition is a logistic regression over candidates, resolution a conditional logit over the places of a name. The features
are of kinds, never of words, so that the weights can hold nothing of the texts.
With 0 or 1 only every other document is used, so that the rest can be scored.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np

from sayso.annotators.toponym_choices import choices, prior
from sayso.annotators.toponym_context import names, weigh
from sayso.annotators.toponym_features import probability
from sayso.annotators.toponym_resolution import ROUNDS, chances_of
from sayso.annotators.toponym_scan import scan
from sayso.annotators.toponym_text import split
from sayso.annotators.toponym_words import weights
from sayso.annotators.toponyms import evidence, together
from sayso.gazetteers import local

SETS = ("LGL", "GeoWebNews")
TABLE = Path(__file__).parents[1] / "src/sayso/data/models/toponym_weights.csv"
RIDGE = {"alone": 0.5, "together": 0.5, "first": 0.5, "context": 0.5}


def read(folder: Path) -> list[tuple[str, dict[str, Any]]]:
    return [(name, json.loads(line)) for name in SETS for line in (folder / "toponyms" / f"{name}.jsonl").open(encoding="utf-8")]


def matrix(rows: list[list[tuple[str, float]]]) -> tuple[np.ndarray, list[str]]:
    columns = sorted({name for row in rows for name, _ in row})
    index = {name: number for number, name in enumerate(columns)}
    made = np.zeros((len(rows), len(columns)))
    for number, row in enumerate(rows):
        for name, value in row:
            made[number, index[name]] += value
    return made, columns


def logistic(x: np.ndarray, y: np.ndarray, weight: np.ndarray, ridge: float) -> np.ndarray:
    w = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (weight * (p - y)) + ridge * w
        hessian = (x.T * (weight * p * (1 - p))) @ x + ridge * np.eye(len(w))
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if np.abs(step).max() < 1e-6:
            break
    return w


def conditional(groups: list[tuple[np.ndarray, int, float]], width: int, ridge: float) -> np.ndarray:
    w = np.zeros(width)
    for _ in range(30):
        gradient, hessian = ridge * w, ridge * np.eye(width)
        for x, right, weight in groups:
            s = x @ w
            p = np.exp(s - s.max())
            p /= p.sum()
            mean = p @ x
            gradient += weight * (mean - x[right])
            hessian += weight * ((x.T * p) @ x - np.outer(mean, mean))
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if np.abs(step).max() < 1e-5:
            break
    return w


def fit_recognition(documents: list[tuple[str, dict[str, Any]]], scans: list[Any], model: str) -> dict[str, float]:
    rows, labels, sets = [], [], []
    for (name, document), (words, candidates) in zip(documents, scans, strict=True):
        gold = {(t["start"], t["end"]) for t in document["toponyms"]}
        plain = evidence(words, candidates)
        alone = [probability(found) for found in plain]
        rows += plain if model == "alone" else list(together(words, candidates, plain, alone))
        labels += [(one.start, one.end) in gold for one in candidates]
        sets += [name] * len(candidates)
    x, columns = matrix(rows)
    y = np.array(labels, float)
    size = {name: sum(s == name for s in sets) for name in SETS}
    weight = np.array([len(sets) / len(SETS) / size[s] for s in sets])
    w = logistic(x, y, weight, RIDGE[model])
    p = 1 / (1 + np.exp(-x @ w))
    for name in SETS:
        at = np.array([s == name for s in sets])
        tp = ((p > 0.5) & (y > 0) & at).sum()
        total = sum(len({(t["start"], t["end"]) for t in d["toponyms"]}) for n, d in documents if n == name)
        precision, recall = tp / ((p > 0.5) & at).sum(), tp / total
        f1 = 2 * precision * recall / (precision + recall)
        print(f"  {model} {name}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f}, at most R {(y[at] > 0).sum() / total:.3f}")
    return dict(zip(columns, w, strict=True))


def groups_of(documents: list[tuple[str, dict[str, Any]]], scans: list[Any], model: str) -> tuple[list[Any], list[str], list[Any]]:
    picked = []
    for (set_name, document), (words, candidates) in zip(documents, scans, strict=True):
        plain = evidence(words, candidates)
        likely = [probability(found) for found in plain]
        if model == "context":
            likely = [probability(found, "together") for found in together(words, candidates, plain, likely)]
        found = names(words, candidates, likely)
        chances = {key: chances_of(name, [prior(name, one) for one in name.named], "first") for key, name in found.items()}
        context = None
        if model == "context":
            for _ in range(ROUNDS - 1):
                context = weigh(found, chances, None)
                chances = {k: chances_of(n, choices(n, found, chances, context), "context") for k, n in found.items()}
            context = weigh(found, chances, None)
        gold = {(t["start"], t["end"]): t for t in document["toponyms"] if t.get("geonameid")}
        votes: dict[str, list[int]] = defaultdict(list)
        for one in candidates:
            if one.named and (one.start, one.end) in gold:
                votes[one.key].append(int(gold[(one.start, one.end)]["geonameid"]))
        for key, ids in votes.items():
            name = found[key]
            if len(name.named) < 2:
                continue
            known = [int(n.place.id[9:]) if n.place.id.startswith("geonames:") else -1 for n in name.named]
            options = [prior(name, one) for one in name.named] if context is None else choices(name, found, chances, context)
            for number in set(ids):
                if number in known:
                    picked.append((options, known.index(number), float(np.sqrt(ids.count(number))), set_name))  # noqa: PERF401
    columns = sorted({f for options, *_ in picked for option in options for f, _ in option})
    return picked, columns, []


def fit_resolution(documents: list[tuple[str, dict[str, Any]]], scans: list[Any], model: str) -> dict[str, float]:
    picked, columns, _ = groups_of(documents, scans, model)
    index = {name: number for number, name in enumerate(columns)}
    size = {name: sum(s == name for *_, s in picked) for name in SETS}
    groups = []
    for options, right, weight, set_name in picked:
        x = np.zeros((len(options), len(columns)))
        for number, option in enumerate(options):
            for feature, value in option:
                x[number, index[feature]] += value
        groups.append((x, right, weight * len(picked) / len(SETS) / size[set_name]))
    w = conditional(groups, len(columns), RIDGE[model])
    for name in SETS:
        right = [int(np.argmax(x @ w)) == r for (x, r, _), (*_, s) in zip(groups, picked, strict=True) if s == name]
        print(f"  {model} {name}: {np.mean(right):.3f} of {len(right)} names with several places")
    return dict(zip(columns, w, strict=True))


def save(models: dict[str, dict[str, float]]) -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(["model", "feature", "weight"])
        writer.writerows(
            [model, feature, f"{weight:.3f}"] for model, found in sorted(models.items()) for feature, weight in sorted(found.items())
        )
    from sayso import lexicon

    lexicon.table.cache_clear()
    weights.cache_clear()


def main() -> None:
    documents = read(Path(sys.argv[1]))
    if len(sys.argv) > 2:
        documents = [pair for number, pair in enumerate(documents) if number % 2 == int(sys.argv[2])]
    gazetteer = local.default()
    scans = []
    for _, document in documents:
        words = split(document["text"])
        scans.append((words, list(scan(words, gazetteer))))
    models: dict[str, dict[str, float]] = {}
    save(models)
    models["alone"] = fit_recognition(documents, scans, "alone")
    save(models)
    models["first"] = models["context"] = fit_resolution(documents, scans, "first")
    models["together"] = {"by itself": 1.0}
    for _ in range(3):
        save(models)
        models["context"] = fit_resolution(documents, scans, "context")
        save(models)
        models["together"] = fit_recognition(documents, scans, "together")
    save(models)


if __name__ == "__main__":
    main()
