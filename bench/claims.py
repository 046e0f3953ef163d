"""Claims: the extractor measured end to end against gold claims, with every error and what changed since the last run.

python bench/claims.py                         the own gold set, and the development set where SAYSO_EVAL names it
python bench/claims.py GOLD --corpus DOCS      another folder of gold claims, and the documents they are about
  --set own|dev        only one of the two
  --docs 118,047       only these documents
  --split N/3          the Nth third of the documents stays closed: its scores are printed, its errors are not
  --errors [KIND]      list errors: missed, spurious, or a field (value, source, place, when ...); all without KIND
  --workers N          processes (default 1)
  --out DIR            where predictions and the last run lie (default bench/out)
  --json               the scores as JSON, nothing else
"""

from __future__ import annotations

import argparse
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

from changes import show_changes
from environment import OUT, evaluation, own_interpreter
from goldset import GoldSet, Measured, Part, Record, gold_sets, parts
from listing import show_errors, show_scores
from scoring import score as own_score

_UNREAD = 3  # the exit code that says: finished, but some documents unread
Scorer = Callable[[Path, Path], tuple[Record, list[Record]]]


def measure(gold: GoldSet, chosen: list[Part], out: Path, workers: int = 1) -> list[Measured]:
    """Extract the claims into `OUT/SET/predicted`, score each part, and list its errors in `OUT/SET/PART.errors.jsonl`."""
    predicted = _fresh(out / gold.name / "predicted")
    extract(gold, sorted(name for part in chosen for name in part.documents), predicted, workers)
    found = [_measured(gold, part, predicted, out) for part in chosen]
    for measured in found:
        lines = [json.dumps(error, ensure_ascii=False) + "\n" for error in measured.errors if not measured.part.closed]
        (out / gold.name / f"{measured.part.name}.errors.jsonl").write_text("".join(lines), "utf-8")
    return found


def extract(gold: GoldSet, documents: Iterable[str], target: Path, workers: int = 1) -> None:
    """Write NAME.json with the claims of each document, by the command that a user would give.

    A document that is left unread is named by the command and scored as empty; exit where the command fails altogether.
    """
    paths = [str((gold.documents / f"{name}.json").resolve()) for name in documents]
    command = [sys.executable, "-m", "sayso", "extract", "--workers", str(workers), "--out", str(target.resolve()), *paths]
    done = subprocess.run(command, cwd=target, check=False)  # in a folder without settings of somebody's own
    if done.returncode not in (0, _UNREAD):
        sys.exit(f"claims: sayso extract ended with exit code {done.returncode}")


def scorer() -> Scorer:
    """Return the evaluation sets' own scorer where it is there, else ours."""
    folder = evaluation()
    path = folder / "score_claims.py" if folder else None
    if not (path and path.exists()):
        return own_score
    spec = spec_from_file_location("score_claims", path)
    if not (spec and spec.loader):
        raise ImportError(f"{path} is not a Python module")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    score: Scorer = module.score
    return score


def _measured(gold: GoldSet, part: Part, predicted: Path, out: Path) -> Measured:
    subset = _fresh(out / gold.name / "gold")
    for name in part.documents:
        shutil.copyfile(gold.claims / f"{name}.json", subset / f"{name}.json")
    scores, errors = scorer()(subset, predicted)
    return Measured(gold, part, scores, tuple(errors))


def _fresh(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _show(measured: Measured, wanted: str | None, out: Path) -> None:
    show_scores(measured)
    if measured.part.closed:
        return
    show_changes(measured, out / measured.gold.name / "last.json")
    if wanted:
        show_errors(measured, wanted)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--set", choices=("own", "dev"))
    parser.add_argument("--docs", type=lambda given: given.split(","))
    parser.add_argument("--split", type=_split)
    parser.add_argument("--errors", nargs="?", const="all")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    if given.gold and not given.corpus:
        parser.error("--corpus: say in which folder the documents are")
    return given


def _split(given: str) -> tuple[int, int]:
    number, _, of = given.partition("/")
    if not (number.isdigit() and of.isdigit() and 1 <= int(number) <= int(of)):
        raise argparse.ArgumentTypeError(f"{given!r} is no split; give one like 2/3")
    return int(number), int(of)


def main() -> None:
    """Read the command line, measure and print."""
    given = _arguments()
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `| head` ends it quietly
    sets = [GoldSet(given.gold.resolve().name, given.gold, given.corpus)] if given.gold else gold_sets()
    chosen = [(gold, parts(gold, given.docs, given.split)) for gold in sets if given.set in (None, gold.name)]
    found = [measured for gold, some in chosen if some for measured in measure(gold, some, given.out, given.workers)]
    if not found:
        sys.exit("claims: no gold claims of these documents are here")
    if given.json:
        print(json.dumps({f"{measured.gold.name} {measured.part.name}": measured.scores for measured in found}, indent=1))
        return
    for measured in found:
        _show(measured, given.errors, given.out)


if __name__ == "__main__":
    own_interpreter()
    main()
