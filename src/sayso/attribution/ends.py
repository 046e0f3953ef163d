"""Ends: where what is said stops, chosen among the boundaries of its sentence by learned weights.

At each boundary, in reading order, the weights tell how likely the content stops there; the end is chosen that most likely shares
the words of what is said. `bench/train_attribution.py` fits the weights, which are on kinds of words and marks, never on words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from sayso.annotators.quantity.number_words import words
from sayso.attribution.boundaries import Boundaries, boundaries
from sayso.attribution.draft import Draft, Paragraph
from sayso.attribution.signs import signs
from sayso.attribution.weights import chance
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["ended"]

_EXACT = 0.3  # what hitting the end exactly is worth beside sharing half of the words: swept 0.1-0.5, most halves for few exact ends


def ended(paragraph: Paragraph, draft: Draft) -> Draft:
    """Return the draft with the end of its last piece moved to the boundary that promises most."""
    found = boundaries(paragraph, draft)
    if found is None or len(found.places) < 2:
        return draft
    last = draft.content[-1]
    before = sum(paragraph.token(piece.end - 1) + 1 - paragraph.token(piece.start) for piece in draft.content[:-1])
    best = _best(found, before)
    span = paragraph.span(found.first, best) if best != found.current else None
    return replace(draft, content=(*draft.content[:-1], Span(last.start, span.end))) if span else draft


def _best(found: Boundaries, before: int) -> int:
    """Return the place that promises most, none before the floor; `before` tokens of the content stand in its other pieces."""
    floor = _floor(found)
    open_to = range(floor, len(found.places))
    if len(open_to) == 1:
        return found.places[floor]
    chances, sizes = _likely(found), [before + at - found.first for at in found.places]
    return found.places[max(open_to, key=lambda at: _worth(at, chances, sizes))]


def _floor(found: Boundaries) -> int:
    """Return the number of the first place that leaves out no figure which the rule's own end takes in.

    "The mayor said a bomb fell, which killed nine" ends after "nine".
    """
    current = found.places.index(found.current)
    last = next((at for at in range(found.current - 1, found.places[0] - 1, -1) if _counts(found.doc[at])), -1)
    return next((number for number in range(current) if found.places[number] > last), current)


def _counts(word: Token) -> bool:
    """Tell whether a word is a number or a vague amount: "hundreds", "dozens"."""
    row = words().get(word.lower_)
    return bool(word.like_num) or (row is not None and row.role == "vague")


def _likely(found: Boundaries) -> list[float]:
    """Return how likely the content ends at each place."""
    left, result = 1.0, []
    for features in signs(found):
        here = chance("end", features)
        result.append(left * here)
        left *= 1 - here
    return [*result, left]


def _worth(at: int, chances: Sequence[float], sizes: Sequence[int]) -> float:
    """Return how likely an end shares half of the words of what is said, and a bit more for how likely it is the very one."""
    size = sizes[at]
    half = sum(p for p, other in zip(chances, sizes, strict=True) if 2 * min(other, size) >= max(other, size))
    return half + _EXACT * chances[at]
