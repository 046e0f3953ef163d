"""Stages: predictions of one annotator alone, in the format of its scorer.

    python bench/stage.py {attribution|quantities|timexes|toponyms|resolution} IN.jsonl OUT.jsonl [--workers N] [--limit N]

Of each line of IN only the id, the text and, for timexes, the date of the document (`dct`) are used; for resolution, which says
what given names mean, also where these stand. What the stage does stands in `bench/stage_NAME.py` as `predict(text)`, for timexes
`predict(text, dct)` and for resolution `predict(text, spans)`, which returns a list of predictions.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from environment import own_interpreter

Line = dict[str, Any]  # a line of a gold file: each stage has its own shape
Predict = Callable[..., list[Line]]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage: where a line has its id and what it needs besides the text, and under which key the predictions go.

    With `placed` the offsets of what stands under that key of the gold are given too, and nothing else of it.
    """

    name: str
    id: str
    key: str
    given: tuple[str, ...] = ()
    placed: bool = False


STAGES = {
    stage.name: stage
    for stage in (
        Stage("attribution", "doc_id", "attributions"),
        Stage("quantities", "doc_id", "quantities"),
        Stage("timexes", "doc_id", "timexes", given=("dct",)),
        Stage("toponyms", "id", "toponyms"),
        Stage("resolution", "id", "toponyms", placed=True),
    )
}


def run(stage: Stage, source: Path, target: Path, workers: int = 1, limit: int | None = None) -> int:
    """Write the predictions for the lines of a file, in their order, and return how many lines there were."""
    predict_of(stage)
    lines = list(islice(_needed(stage, source), limit))
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("w", encoding="utf-8") as out:
        for line in _predictions(stage, lines, workers):
            out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return len(lines)


def predict_of(stage: Stage) -> Predict:
    """Return the stage's `predict`; exit, naming what is missing, where there is none."""
    module = f"stage_{stage.name}"
    if not find_spec(module):
        sys.exit(f"stage: {stage.name}: bench/{module}.py is missing")
    predict: Predict | None = getattr(import_module(module), "predict", None)
    if not predict:
        sys.exit(f"stage: {stage.name}: bench/{module}.py has no predict()")
    return predict


def _needed(stage: Stage, source: Path) -> Iterator[Line]:
    with source.open(encoding="utf-8") as lines:
        for number, raw in enumerate(lines, 1):
            if raw.strip():
                yield _only(stage, json.loads(raw), f"{source}, line {number}")


def _only(stage: Stage, line: Line, where: str) -> Line:
    """Return the line without anything that would give the answer away."""
    try:
        needed = {stage.id: line[stage.id], "text": line["text"], **{name: line[name] for name in stage.given}}
        return {**needed, "spans": [(one["start"], one["end"]) for one in line[stage.key]]} if stage.placed else needed
    except KeyError as error:
        sys.exit(f"stage: {where}: no {error}, which {stage.name} needs")


def _predictions(stage: Stage, lines: Iterable[Line], workers: int) -> Iterator[Line]:
    predicted = partial(_predicted, stage)
    if workers <= 1:
        yield from map(predicted, lines)
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from pool.map(predicted, lines, chunksize=4)


def _predicted(stage: Stage, line: Line) -> Line:
    needed = (*stage.given, "spans") if stage.placed else stage.given
    found = predict_of(stage)(line["text"], *(line[name] for name in needed))
    return {stage.id: line[stage.id], stage.key: found}


def main() -> None:
    """Read the command line and run the stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stage", choices=STAGES)
    parser.add_argument("source", metavar="IN.jsonl", type=Path)
    parser.add_argument("target", metavar="OUT.jsonl", type=Path)
    parser.add_argument("--workers", type=int, default=1, help="processes (default 1)")
    parser.add_argument("--limit", type=int, help="stop after so many lines")
    given = parser.parse_args()
    if not given.source.is_file():
        sys.exit(f"stage: {given.source}: no such file")
    count = run(STAGES[given.stage], given.source, given.target, given.workers, given.limit)
    print(f"{given.stage}: {count} texts -> {given.target}", file=sys.stderr)


if __name__ == "__main__":
    own_interpreter()
    main()
