"""Ends: where what is said stops, chosen among the boundaries of its sentence by learned weights.

At each boundary, in reading order, the weights tell how likely the content stops there; the end is chosen that most likely shares
the words of what is said. `bench/train_attribution.py` fits the weights, which are on kinds of words and marks, never on words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotators.quantity.number_words import words
from sayso.attribution.boundaries import Boundary, boundaries
from sayso.attribution.draft import Draft, Paragraph
from sayso.attribution.weights import chance
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["ended"]

_EXACT = 0.3  # what hitting the end exactly is worth beside sharing half of the words: swept 0.1-0.5, most halves for few exact ends


def ended(paragraph: Paragraph, draft: Draft) -> Draft:
    """Return the draft with the end of its last piece moved to the boundary that promises most."""
    found = boundaries(paragraph, draft)
    if len(found) < 2:
        return draft
    last = draft.content[-1]
    first = paragraph.token(last.start)
    before = sum(paragraph.token(piece.end - 1) + 1 - paragraph.token(piece.start) for piece in draft.content[:-1])
    sizes = [before + boundary.token - first for boundary in found]
    best = found[_best(_likely(found), sizes, _floor(paragraph, found))]
    span = paragraph.span(first, best.token)
    if span is None or best.current:
        return draft
    return replace(draft, content=(*draft.content[:-1], Span(last.start, span.end)))


def _likely(found: Sequence[Boundary]) -> list[float]:
    """Return how likely the content ends at each boundary."""
    left, result = 1.0, []
    for boundary in found[:-1]:
        here = chance("end", boundary.features)
        result.append(left * here)
        left *= 1 - here
    return [*result, left]


def _floor(paragraph: Paragraph, found: Sequence[Boundary]) -> int:
    """Return the first boundary that leaves out no figure which the rule's own end takes in: "said a bomb fell, which killed nine"."""
    current = next(number for number, boundary in enumerate(found) if boundary.current)
    figures = [word.i for word in paragraph.doc[found[0].token : found[current].token] if _counts(word)]
    return next((number for number in range(current) if not figures or found[number].token > figures[-1]), current)


def _counts(word: Token) -> bool:
    """Tell whether a word is a number or a vague amount: "hundreds", "dozens"."""
    row = words().get(word.lower_)
    return bool(word.like_num) or (row is not None and row.role == "vague")


def _best(chances: Sequence[float], sizes: Sequence[int], floor: int) -> int:
    """Return the number of the boundary that promises most, none before `floor`."""

    def worth(at: int) -> float:
        half = sum(p for p, size in zip(chances, sizes, strict=True) if 2 * min(size, sizes[at]) >= max(size, sizes[at]))
        return half + _EXACT * chances[at]

    return max(range(floor, len(sizes)), key=worth)
