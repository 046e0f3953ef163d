"""Speed of the annotators: measures, timexes and toponyms together, on one core and without the parser.

    python bench/speed_annotators.py [FOLDER] [--sizes N ...] [--at-least CHARACTERS]

The texts of FOLDER (the corpus beside the evaluation sets where SAYSO_EVAL names these, else the examples) are put one after another until
they make a single text of each size; each annotator then reads it in one piece. Seconds are of this process alone, so that others on the
machine do not count. Exit code 1 where the three together are slower than --at-least a second on any size.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable
from datetime import date
from itertools import cycle, islice
from pathlib import Path

from environment import own_interpreter, reports

SIZES = (100_000, 1_000_000, 10_000_000)


def main() -> None:
    """Read the command line and print the figures for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=reports())
    parser.add_argument("--sizes", nargs="+", type=int, default=list(SIZES), metavar="N", help="code points")
    parser.add_argument("--at-least", type=float, metavar="CHARACTERS", default=100_000)
    given = parser.parse_args()
    files = sorted(given.folder.resolve().rglob("*.json"))
    if not files:
        sys.exit(f"speed: {given.folder}: no .json documents below it")
    sys.exit(_measure(files, given.sizes, given.at_least))


def _measure(files: list[Path], sizes: list[int], least: float) -> int:
    texts = [json.loads(file.read_text("utf-8"))["text"] for file in files]
    annotators = _annotators()
    for annotate in annotators.values():
        annotate(texts[0])  # lexicons and gazetteer loaded
    slow = 0
    for size in sizes:
        text = _long(texts, size)
        seconds = {name: _seconds(annotate, text) for name, annotate in annotators.items()}
        together = size / sum(seconds.values())
        each = ", ".join(f"{name} {size / spent:,.0f}" for name, spent in seconds.items())
        print(f"{size:>10,} characters: {together:,.0f} a second together ({each})", flush=True)
        slow += together < least
    return 1 if slow else 0


def _annotators() -> dict[str, Callable[[str], int]]:
    from sayso.annotators import measures, timexes, toponyms
    from sayso.gazetteers import local
    from sayso.model import Document

    gazetteer, day = local.default(), date(2016, 12, 1)
    return {
        "measures": lambda text: sum(1 for _ in measures.annotate(text)),
        "timexes": lambda text: sum(1 for _ in timexes.annotate(text, day)),
        "toponyms": lambda text: sum(1 for _ in toponyms.annotate(Document(text, "speed"), gazetteer)),
    }


def _long(texts: list[str], size: int) -> str:
    return "".join(islice(cycle("\n\n".join(texts) + "\n\n"), size))


def _seconds(annotate: Callable[[str], int], text: str) -> float:
    started = time.process_time()
    annotate(text)
    return time.process_time() - started


if __name__ == "__main__":
    own_interpreter()
    main()
