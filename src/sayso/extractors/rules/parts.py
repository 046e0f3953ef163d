"""Parts: figures that are some of those just counted: "545 killed, among them 84 children"."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.extractors.rules.figures import Figure
from sayso.model import Claim

__all__ = ["whole_of"]


def whole_of(figure: Figure, claim: Claim, told: Sequence[tuple[Figure, Claim]]) -> str | None:
    """Return the id of the claim that this one is a part of, by the words ("including", "of them") and the sizes; None for no part.

    `told` is what the sentence has told before, in order.
    """
    if not figure.measure.part or figure.measure.kind != "count":
        return None
    wholes = (one for other, one in reversed(told) if not other.measure.part and other.measure.kind == "count")
    return next((one.id for one in wholes if set(one.dimensions) & set(claim.dimensions) and _holds(one, claim)), None)


def _holds(whole: Claim, part: Claim) -> bool:
    most, least = whole.high, part.low
    return most is None or least is None or least <= most
