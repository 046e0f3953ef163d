"""Suites: what is measured, on which set, by which scorer, and which of its figures are held."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import stage
from claims import measure as measure_claims
from environment import ROOT, evaluation
from goldset import GoldSet, gold_sets, parts

Figures = dict[str, float]  # by name, each from 0 to 1
Measure = Callable[[Path, int], Figures]

_RESTS_ON = ("src/sayso", "bench", "requirements.lock")  # and the suite's own gold files


@dataclass(frozen=True, slots=True)
class Suite:
    """A measurement: its name, the files of gold it rests on, and how to make it (into a folder, with so many processes)."""

    name: str
    gold: tuple[Path, ...]
    measure: Measure

    def state(self) -> str:
        """Return a hash of everything that the figures rest on: code, knowledge, packages, gold."""
        digest = hashlib.sha256()
        for path in (*(ROOT / name for name in _RESTS_ON), *self.gold):
            for file in _files(path):
                digest.update(f"{file}\0".encode() + file.read_bytes())
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Scored:
    """A set for one stage: its gold file and scorer below the evaluation folder, the scorer's options, and where its JSON has what."""

    name: str
    stage: str
    gold: str
    scorer: str
    options: tuple[str, ...]
    figures: tuple[tuple[str, tuple[str, ...]], ...]
    whole: float = 100.0  # what the scorer calls everything right: 100 or 1


_STAGES = (
    Scored(
        "attribution",
        "attribution",
        "attribution/dev.jsonl",
        "score_attribution.py",
        (),
        (
            ("content overlap F1", ("content", "overlap", "F1")),
            ("pair overlap F1", ("pair", "overlap", "F1")),
            ("reporting content F1", ("reporting_content", "F1")),
            ("reporting pair F1", ("reporting_pair", "F1")),
        ),
    ),
    Scored(
        "quantities in news",
        "quantities",
        "quantities/newsquant_dev.gold.jsonl",
        "score_quantities.py",
        ("--no-spans",),
        (("value F1", ("value", "F1")), ("value and bound F1", ("value+mod(loose)", "F1"))),
    ),
    Scored(
        "quantities in reports",
        "quantities",
        "quantities/conflict_quant.gold.jsonl",
        "score_quantities.py",
        (),
        (("value F1", ("value", "F1")), ("all F1", ("all", "F1"))),
    ),
    Scored(
        "timexes in histories",
        "timexes",
        "timexes/wikiwars_timex2_dev16.gold.jsonl",
        "score_timex.py",
        ("--skip-null",),
        (("relaxed F1", ("relaxed", "F1")), ("value F1", ("value_F1",))),
    ),
    Scored(
        "timexes in reports",
        "timexes",
        "timexes/conflict_time.gold.jsonl",
        "score_timex.py",
        (),
        (("value F1", ("value_F1",)), ("interval F1", ("interval_F1",))),
    ),
    Scored(
        "toponyms in local news",
        "toponyms",
        "toponyms/LGL.jsonl",
        "score_geoparse.py",
        ("--same-id-is-zero",),
        (("end to end F1", ("all", "end2end", "f1")),),
        whole=1.0,
    ),
    Scored(
        "given names in local news",
        "resolution",
        "toponyms/LGL.jsonl",
        "score_geoparse.py",
        ("--same-id-is-zero",),
        (("exact id", ("all", "resolution_gold", "exact_id")),),
        whole=1.0,
    ),
    Scored(
        "toponyms on the web",
        "toponyms",
        "toponyms/GeoWebNews.jsonl",
        "score_geoparse.py",
        ("--same-id-is-zero",),
        (("end to end F1", ("all", "end2end", "f1")),),
        whole=1.0,
    ),
    Scored(
        "given names on the web",
        "resolution",
        "toponyms/GeoWebNews.jsonl",
        "score_geoparse.py",
        ("--same-id-is-zero",),
        (("exact id", ("all", "resolution_gold", "exact_id")),),
        whole=1.0,
    ),
)


def suites() -> tuple[list[Suite], list[str]]:
    """Return the suites that can be run here, and the names of those whose sets are not here."""
    sets = gold_sets()
    here = [Suite(f"claims {gold.name}", (gold.claims, *_documents(gold)), _of_claims(gold)) for gold in sets]
    folder = evaluation()
    if not folder:
        return here, ["claims dev", *(scored.name for scored in _STAGES)]
    stages = [Suite(s.name, (folder / s.gold, folder / s.scorer), _of_stage(s, folder)) for s in _STAGES]
    return here + stages, []


def _documents(gold: GoldSet) -> list[Path]:
    return [gold.documents / f"{name}.json" for name in gold.names()]


def _of_claims(gold: GoldSet) -> Measure:
    def measure(out: Path, workers: int) -> Figures:
        (measured,) = measure_claims(gold, parts(gold, None, None), out, workers)
        return {f"{name} F1": measured.scores[name]["f1"] for name in ("detection", "core", "full")}

    return measure


def _of_stage(scored: Scored, folder: Path) -> Measure:
    def measure(out: Path, workers: int) -> Figures:
        predicted = out / "predicted.jsonl"
        stage.run(stage.STAGES[scored.stage], folder / scored.gold, predicted, workers)
        command = [sys.executable, str(folder / scored.scorer), str(folder / scored.gold), str(predicted), *scored.options, "--json"]
        scores = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
        return {name: _at(scores, path) / scored.whole for name, path in scored.figures}

    return measure


def _at(scores: Any, path: tuple[str, ...]) -> float:  # Any: each scorer's JSON has a shape of its own
    for key in path:
        scores = scores[key]
    return float(scores)


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    for file in sorted(path.rglob("*")):
        inside = file.relative_to(path).parts
        if file.is_file() and "__pycache__" not in inside and inside[0] != "out" and file.name != "floors.json":
            yield file
