"""Figures in sentences of our own: which are found, on which dimension, and what they count.

`figure_examples.csv` marks each figure as `[words|dimensions|unit]` or `[words|dimensions|unit|actor]`, "-" where the text gives none;
`\\n` is a line end. All sentences are kept, also those that the rules still get wrong: the floors are rates, not promises.
"""

import csv
import re
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from sayso.extractors.rules import extract
from sayso.model import Claim, Document

_MARKED = re.compile(r"\[([^]|]+)\|([^]|]+)\|([^]|]+)(?:\|([^]]+))?]")
FLOORS = {("found", "marked"): 0.95, ("found", "given"): 0.98, ("dimension", "found"): 0.94, ("unit", "found"): 0.90}


@pytest.mark.parametrize("pair", FLOORS, ids=" of ".join)
def test_figures_of_sentences_written_before_the_rules_are_found(pair):
    part, whole = pair

    assert tally()[part] / tally()[whole] >= FLOORS[pair]


@cache
def tally() -> Counter[str]:
    """Count the figures marked, given and found, and those found with the right dimension and unit."""
    counts: Counter[str] = Counter()
    for row in csv.DictReader(Path(__file__).with_name("figure_examples.csv").read_text("utf-8").splitlines()):
        text, marked = unmarked(row["sentence"].replace("\\n", "\n"))
        given = list(extract(Document(text, "test", published=date(2021, 5, 6))).claims)
        counts += Counter(marked=len(marked), given=len(given))
        for start, end, dimensions, unit in marked:
            claim = max(given, key=lambda one: overlap(one, start, end), default=None)
            if claim is None or overlap(claim, start, end) <= 0:
                continue
            given.remove(claim)
            right = set(claim.dimensions) == set(dimensions.split("+"))
            same = (claim.unit or "-") == unit or bool(set((claim.unit or "-").split()) & set(unit.split()))
            counts += Counter(found=1, dimension=int(right), unit=int(same))
    return counts


def unmarked(sentence: str) -> tuple[str, list[tuple[int, int, str, str]]]:
    """Return the sentence without its marks, and each figure with where it stands, its dimensions and its unit."""
    text, marked, at = "", [], 0
    for match in _MARKED.finditer(sentence):
        text += sentence[at : match.start()]
        marked.append((len(text), len(text) + len(match[1]), match[2], match[3]))
        text, at = text + match[1], match.end()
    return text + sentence[at:], marked


def overlap(claim: Claim, start: int, end: int) -> int:
    return min(end, claim.span.end) - max(start, claim.span.start)
