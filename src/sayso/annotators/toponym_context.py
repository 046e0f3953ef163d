"""Context: the names of a text, and what they say together of where it plays."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sayso.annotators.toponym_text import Candidate, Words
from sayso.gazetteers.local import Named
from sayso.model import Place

__all__ = ["Context", "Name", "names", "share", "weigh"]

_MOST = 14  # places of one name that are weighed
_LOOKED = 24  # names next to a name, and uses of it, that are looked at: more would make a long text slow


@dataclass(frozen=True, slots=True)
class Name:
    """A name as the whole text uses it: its places, how likely it names one, and the names given right after or around it."""

    key: str
    named: tuple[Named, ...]
    likely: float
    count: int
    first: bool
    inside: tuple[str, ...]
    around: tuple[str, ...]


@dataclass(slots=True)
class Context:
    """How much the text speaks of places in each country, of the countries themselves, of first-level units and of towns."""

    countries: dict[str, float] = field(default_factory=dict)
    named: dict[str, float] = field(default_factory=dict)
    units: dict[str, float] = field(default_factory=dict)
    towns: list[tuple[str, Place, float]] = field(default_factory=list)
    in_units: float = 0.0


def names(text: Words, candidates: Sequence[Candidate], likely: Sequence[float]) -> dict[str, Name]:
    """Return the names of the text with their places: one name, one place throughout."""
    groups: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(candidates):
        if one.named:
            groups[one.key].append(number)
    made = {}
    for key, numbers in groups.items():
        inside = [found for number in numbers if (found := _given_after(text, candidates, number))]
        beside = (near for number in numbers[:_LOOKED] for near in candidates[max(0, number - 2) : number + 3])
        around = [near.key for near in beside if near.named and near.key != key]
        best = max(likely[number] for number in numbers)
        made[key] = Name(key, _worth(candidates[numbers[0]].named), best, len(numbers), numbers[0] < 2, _first(inside), _first(around))
    return made


def weigh(found: Mapping[str, Name], chances: Mapping[str, list[float]], country: str | None) -> Context:
    """Return what the names of a text say together, as far as their places are known by now."""
    context = Context(defaultdict(float), defaultdict(float), defaultdict(float), [])
    if country:
        context.countries[country] += 1.0
    for key, name in found.items():
        for code, weight in share(name, chances[key]).items():
            if code[0] == "=":
                context.named[code[1:]] += weight
            else:
                (context.units if "." in code else context.countries)[code] += weight
        if name.likely < 0.3:
            continue
        best = max(range(len(name.named)), key=chances[key].__getitem__)
        if name.named[best].place.feature.startswith(("PPL", "ADM2", "ADM3")):
            context.towns.append((key, name.named[best].place, chances[key][best] * name.likely))
    context.in_units = sum(context.units.values())
    context.towns = sorted(context.towns, key=lambda town: -town[2])[:24]
    return context


def share(name: Name, chance: Iterable[float]) -> dict[str, float]:
    """Return what a name gives to countries ("=SY" where it is the country's own name) and to first-level units ("SY.09")."""
    share: dict[str, float] = defaultdict(float)
    weight = name.likely * (1 + math.log(name.count))
    for one, value in zip(name.named, chance, strict=True):
        if one.place.country:
            share[("=" if one.place.feature == "PCLI" else "") + one.place.country] += value * weight
        if one.place.admin:
            share[one.place.admin[0]] += value * weight
    return share


def _first(keys: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(keys))[:_LOOKED]


def _worth(named: tuple[Named, ...]) -> tuple[Named, ...]:
    return named[:_MOST]


def _given_after(text: Words, candidates: Sequence[Candidate], number: int) -> str | None:
    one = candidates[number]
    following = candidates[number + 1] if number + 1 < len(candidates) else None
    if following is None or following.first != one.last + 1 or not following.named or following.key == one.key:
        return None
    return following.key if text.gap(one.last) in (", ", " (", " ") and following.kind == "name" else None
