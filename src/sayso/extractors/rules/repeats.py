"""Repeats: the same figure on the same matter told twice in one document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayso.model import Claim

__all__ = ["mark_repeats"]


def mark_repeats(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims with `repeat_of` set on all but the most fully attributed telling of one figure.

    The same number on the same dimensions about the same counted things is one figure, whether "56" or "at least 56"; told by two
    named sources it is two.
    """
    told: dict[tuple[object, ...], list[Claim]] = {}
    listed = list(claims)
    for claim in listed:
        told.setdefault(_key(claim), []).append(claim)
    main = {id(claim): max(group, key=_fullness) for group in told.values() for claim in group}
    return tuple(claim if main[id(claim)] is claim else replace(claim, repeat_of=main[id(claim)].id) for claim in listed)


def _key(claim: Claim) -> tuple[object, ...]:
    number = claim.low if claim.low is not None else claim.high
    source = claim.chain[-1].name if claim.chain else None
    who = "child" if claim.unit in ("child", "woman", "man") else "all"
    small = number is None or number < 4 or claim.unit == "fraction"  # small numbers recur by chance
    return (claim.dimensions, number, claim.polarity, who, claim.place.name if small and claim.place else None, source if small else None)


def _fullness(claim: Claim) -> tuple[int, int, int, int]:
    named = sum(not source.anonymous for source in claim.chain)
    return (named, len(claim.chain), (claim.place is not None) + (claim.since is not None), -claim.span.start)
