"""Tellings: the claims of a text that tell one figure more than once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model import Claim

__all__ = ["Telling", "compared"]

_TELLING = 10  # from here on the same number is seldom another figure
_MOST = 20  # tellings of one number that are compared

_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """A claim with where its sentence starts and the number of its scope."""

    sentence: int
    scope: int
    claim: Claim


def compared(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, list[Telling], list[Telling]]]:
    """Yield each telling with the others of the same figure in its scope, and with all tellings of its own sentence.

    Small numbers count as the same figure only where another figure of their sentences is the same too.
    """
    together: dict[int, list[Telling]] = {}
    alike: dict[_Key, list[Telling]] = {}
    for one in tellings:
        together.setdefault(one.sentence, []).append(one)
        alike.setdefault(_key(one), []).append(one)
    for group in alike.values():
        for one in group[:_MOST]:
            yield one, [other for other in group[:_MOST] if _is_same(one, other, together)], together[one.sentence]


def _key(telling: Telling) -> _Key:
    claim = telling.claim
    who = claim.unit if claim.unit in ("child", "woman", "man") else "all"
    return (telling.scope, claim.dimensions, claim.low, claim.polarity, who)


def _is_same(one: Telling, other: Telling, together: dict[int, list[Telling]]) -> bool:
    if one.sentence == other.sentence or not one.claim.low or not _is_number(one.claim):
        return False
    if one.claim.low >= _TELLING:
        return True
    beside = {_key(near) for near in together[one.sentence] if near is not one}
    return any(_key(near) in beside for near in together[other.sentence] if near is not other)


def _is_number(claim: Claim) -> bool:
    """Tell whether a claim gives a number, and no "dozens" or "hundreds"."""
    return claim.low == claim.high or any(letter.isdigit() for letter in claim.text)
