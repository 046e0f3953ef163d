"""Origins: claims that trace to one speaker or one text, with the reasons; two origins are "not linked", never more than that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from sayso.linking.periods import overlap
from sayso.linking.told import Told

__all__ = ["Origin", "origins", "speakers"]

_SAME_WORDS = 0.6  # share of four-word runs in common from which two sentences are one text
_RUN = 4  # words


@dataclass(frozen=True, slots=True)
class Origin:
    """Claims with one figure that trace to one speaker or text, the fullest first; `why` is None for a single claim."""

    claims: tuple[Told, ...]
    why: str | None = None


def origins(claims: Sequence[Told]) -> Iterator[Origin]:
    """Yield the claims (on one dimension) by figure and origin, in reading order of their first."""
    reasons: dict[int, str] = {}
    links = []
    for i, j in _pairs(claims):
        if why := _why(claims[i], claims[j]):
            links.append((i, j))
            reasons[j] = why
    for members in _joined(len(claims), links):
        found = [claims[i] for i in members]
        first = max(found, key=_fullness)
        rest = [t for t in found if t is not first]
        why = next((reasons[i] for i in members if i in reasons), None)
        yield Origin((first, *rest), why if rest else None)


def speakers(claims: Iterable[Told]) -> tuple[str, ...]:
    """Return the keys of the speakers and texts with no link found between them."""
    listed = list(claims)
    keys = sorted({t.speaker.key for t in listed})
    number = {key: i for i, key in enumerate(keys)}
    links = [
        (number[listed[i].speaker.key], number[listed[j].speaker.key])
        for i, j in _pairs(listed)
        if listed[i].speaker.key != listed[j].speaker.key and _same_words(listed[i], listed[j])
    ]
    return tuple(keys[members[0]] for members in _joined(len(keys), links))


def _pairs(claims: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the pairs that may be linked: those with one figure, and those of which one repeats the other."""
    alike: dict[tuple[object, ...], list[int]] = {}
    for i, told in enumerate(claims):
        alike.setdefault(_figure(told), []).append(i)
        main = told.claim.repeat_of or told.claim.id
        alike.setdefault((main,), []).append(i)
    yield from sorted({pair for numbers in alike.values() for pair in combinations(numbers, 2)})


def _why(one: Told, other: Told) -> str | None:
    """Return in words why two claims trace to one origin, or None where no link is found."""
    a, b = one.claim, other.claim
    if a.repeat_of == b.id or b.repeat_of == a.id or (a.repeat_of and a.repeat_of == b.repeat_of):
        return "the same figure told again in the same document"
    if _figure(one) != _figure(other) or a.polarity != b.polarity or not overlap((one.since, one.until), (other.since, other.until)):
        return None
    if one.speaker.key == other.speaker.key:
        return f"the same speaker ({one.speaker.name or 'not stated'}) with the same figure for days that overlap"
    return "the same words in two texts" if _same_words(one, other) else None


def _figure(one: Told) -> tuple[object, ...]:
    claim = one.claim
    return claim.low, claim.high, claim.dimensions, claim.unit == "fraction"


def _same_words(one: Told, other: Told) -> bool:
    if one.document.id == other.document.id or (_is_named(one) and _is_named(other)):
        return False
    a, b = _runs(one), _runs(other)
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= _SAME_WORDS


def _is_named(one: Told) -> bool:
    return one.speaker.name is not None and not one.speaker.anonymous


def _runs(one: Told) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", one.sentence.of(one.document.text).casefold())
    return {tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}


def _joined(count: int, links: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the numbers below count in groups that links join, in order of their first."""
    home = list(range(count))

    def root(i: int) -> int:
        while home[i] != i:
            i = home[i]
        return i

    for i, j in links:
        a, b = sorted((root(i), root(j)))
        home[b] = a
    found: dict[int, list[int]] = {}
    for i in range(count):
        found.setdefault(root(i), []).append(i)
    return list(found.values())


def _fullness(one: Told) -> tuple[bool, bool, int, bool]:
    claim = one.claim
    return (claim.repeat_of is None, _is_named(one), -len(claim.chain), claim.since is not None)
