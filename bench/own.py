"""Closed gold: the gold claims of `bench/own` with their words filled in from the corpus, and an extraction scored against them.

python bench/own.py GOLD                  write NAME.json with `text` for each document to the folder GOLD
python bench/own.py GOLD PREDICTED        then score the claims in the folder PREDICTED; prints scores and lists no error
python bench/own.py GOLD --set B          only the documents of set B (there are A to P); without it, all sets

SAYSO_EVAL names the evaluation sets; the documents are looked for in `../corpus/docs` from there.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

from claims import scorer
from environment import ROOT, evaluation, own_interpreter
from goldset import GoldSet, Measured, Part, Record
from listing import show_scores

STORED = ROOT / "bench" / "own"
SETS = tuple("ABCDEFGHIJKLMNOP")


def filled(stored: Record, text: str) -> Record:
    """Return the gold of a document with the words of each claim under `text`.

    Raise ValueError where the text is not the one that was annotated (sha256 of its UTF-8).
    """
    if hashlib.sha256(text.encode()).hexdigest() != stored["sha256"]:
        raise ValueError(f"{stored['id']}: the text is not the one that was annotated; its sha256 differs")
    return {"id": stored["id"], "claims": [_with_words(claim, text) for claim in stored["claims"]]}


def rebuild(documents: Path, target: Path, chosen: str | None = None) -> GoldSet:
    """Write the gold files of the chosen set, or of all, with their words to `target`, and return them as a set.

    Raise ValueError where `target` holds other gold files, which would be scored with these.
    """
    stored = {path.name: json.loads(path.read_text("utf-8")) for path in sorted(STORED.glob("*.json"))}
    stored = {name: gold for name, gold in stored.items() if chosen in {None, gold["set"]}}
    target.mkdir(parents=True, exist_ok=True)
    if others := sorted({path.name for path in target.glob("*.json")} - set(stored)):
        raise ValueError(f"{target} holds {others[0]}, which is not of this set; name an empty folder")
    for name, gold in stored.items():
        text = json.loads((documents / name).read_text("utf-8"))["text"]
        (target / name).write_text(json.dumps(filled(gold, text), ensure_ascii=False, indent=1) + "\n", "utf-8")
    return GoldSet("closed", target, documents)


def score(gold: GoldSet, predicted: Path) -> Measured:
    """Return the scores of the claims in a folder; their errors are left out, so that the set stays closed."""
    scores, _ = scorer()(gold.claims, predicted)
    return Measured(gold, Part("closed", tuple(gold.names()), closed=True), scores, ())


def _with_words(claim: Record, text: str) -> Record:
    return {**claim, "text": text[claim["start"] : claim["end"]]}


def _folder(given: str) -> Path:
    if not Path(given).is_dir():
        raise argparse.ArgumentTypeError(f"{given}: no such folder")
    return Path(given)


def main() -> None:
    """Read the command line, rebuild, and score where there are claims to score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("predicted", type=_folder, nargs="?")
    parser.add_argument("--set", choices=SETS)
    given = parser.parse_args()
    folder = evaluation()
    if not folder:
        sys.exit("own: SAYSO_EVAL is not set; name the folder that holds score_claims.py")
    try:
        gold = rebuild(folder.parent / "corpus" / "docs", given.gold, given.set)
    except (OSError, ValueError) as problem:
        sys.exit(f"own: {problem}")
    if given.predicted:
        show_scores(score(gold, given.predicted))


if __name__ == "__main__":
    own_interpreter()
    main()
