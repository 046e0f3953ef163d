"""Speed beside spaCy: the whole extraction, and spaCy's own pipeline over the same texts, in one process on one core.

    python bench/speed_parser.py [FOLDER] [--documents N] [--rounds N] [--at-least TIMES]

Documents of FOLDER (the corpus beside the evaluation sets where SAYSO_EVAL names these, else the examples), taken at even distances, are
dealt out to the rounds. In each round both read the same documents, which neither has read before, and take turns in going first; a round
before the first, on documents of its own, loads models, lexicons and the gazetteer. Seconds are of this process alone, so that others on
the machine do not count. Exit code 1 where the median of the rounds is lower than --at-least times as fast as spaCy.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from environment import own_interpreter, reports

if TYPE_CHECKING:
    from sayso.model import Document


def main() -> None:
    """Read the command line, measure and print each round and the median."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=reports())
    parser.add_argument("--documents", type=int, default=200, metavar="N")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    parser.add_argument("--at-least", type=float, metavar="TIMES")
    given = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    dealt = _dealt(given.folder.resolve(), given.documents, given.rounds)
    reached = compared(dealt)
    print(f"median: {reached:.2f} times as fast as spaCy")
    sys.exit(1 if given.at_least is not None and reached < given.at_least else 0)


def compared(dealt: Sequence[Sequence[Document]]) -> float:
    """Return how many times as fast as spaCy the extraction is, the median over the rounds; the first of them is not counted."""
    from sayso import pipeline

    plain = _plain()

    def ours(documents: Sequence[Document]) -> None:
        for document in documents:
            pipeline.extract(document)

    def spacys(documents: Sequence[Document]) -> None:
        for _ in plain(document.text for document in documents):
            pass

    times: list[float] = []
    for number, documents in enumerate(dealt):
        first, second = (ours, spacys) if number % 2 else (spacys, ours)
        seconds = {reads: _seconds(reads, documents) for reads in (first, second)}
        if number:
            times.append(seconds[spacys] / seconds[ours])
            size = f"{len(documents)} documents, {sum(len(document.text) for document in documents):,} characters"
            print(f"{size}: sayso {seconds[ours]:.2f} s, spaCy {seconds[spacys]:.2f} s, {times[-1]:.2f} times as fast", flush=True)
    return median(times)


def _plain() -> Callable[[Iterable[str]], Iterable[object]]:
    """Return spaCy's pipeline with all its parts, as it comes."""
    import spacy

    from sayso.annotators.parser import MODEL

    return spacy.load(MODEL).pipe


def _dealt(folder: Path, documents: int, rounds: int) -> list[list[Document]]:
    """Return the documents of each round, those of the round before the first included."""
    from sayso import readers
    from sayso.model import Document

    files = sorted(folder.rglob("*.json"))
    wanted = documents + documents // rounds
    chosen = files[:: max(1, len(files) // wanted)][:wanted]
    read = [document for document in readers.read(chosen) if isinstance(document, Document)]
    dealt = [read[number :: rounds + 1] for number in range(rounds + 1)]
    if not all(dealt):
        sys.exit(f"speed: {folder}: {len(read)} documents below it, too few for {rounds} rounds and one before them")
    return dealt


def _seconds(reads: Callable[[Sequence[Document]], None], documents: Sequence[Document]) -> float:
    started = time.process_time()
    reads(documents)
    return time.process_time() - started


if __name__ == "__main__":
    own_interpreter()
    main()
