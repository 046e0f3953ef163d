"""Resolution: which of the places of a name is meant, from what else the text names."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sayso.annotators.toponym_scan import Candidate, Words
from sayso.annotators.toponym_words import weights
from sayso.gazetteers.entry import How
from sayso.gazetteers.folding import fold, sound
from sayso.gazetteers.local import Named
from sayso.model import Place

__all__ = ["Context", "Meant", "Name", "choices", "names", "people", "resolve"]

_MOST = 14  # places of one name that are weighed
_ROUNDS = 2
_LOOKED = 24  # names next to a name, and uses of it, that are looked at: more would make a long text slow
_MANY = 5  # countries that a text calls by name from which on it is about the world at large
_SMALL = 8_000  # people of a place of unknown size: it is in the gazetteer because somebody reports about it
_FEW = 0.5  # so little weight of other places tells nothing of a text's country
_CLASSES = frozenset(("PCLI", "ADM1", "ADM2", "PPLC", "PPL"))

Features = list[tuple[str, float]]


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


@dataclass(frozen=True, slots=True)
class Meant:
    """What a name most likely means: the place, its probability and its country's, and the share of the text's other places in its country
    (None where there are too few to say); `outside` where
    the text says right after the name that it lies somewhere else."""

    named: Named
    chance: float
    country: float
    share: float | None
    outside: bool = False


def resolve(found: Mapping[str, Name], country: str | None = None) -> dict[str, Meant]:
    """Return what each name most likely means; `country` is where the outlet is at home, if known."""
    chances = {key: _chances(name, [_plain(name, one) for one in name.named], "first") for key, name in found.items()}
    for _ in range(_ROUNDS):
        context = _context(found, chances, country)
        chances = {key: _chances(name, choices(name, found, chances, context), "context") for key, name in found.items()}
    context = _context(found, chances, country)
    return {key: replace(_meant(name, chances[key], context), outside=_outside(name, found, chances)) for key, name in found.items()}


def _meant(name: Name, chance: list[float], context: Context) -> Meant:
    best = max(range(len(chance)), key=chance.__getitem__)
    own = _share(name, chance)
    country = name.named[best].place.country
    sure = sum(value for one, value in zip(name.named, chance, strict=True) if one.place.country == country)
    others = sum(context.countries.values()) + sum(context.named.values()) - sum(v for k, v in own.items() if "." not in k)
    if others < _FEW:
        return Meant(name.named[best], chance[best], sure, None)
    same = context.countries.get(country, 0.0) + context.named.get(country, 0.0) - own.get(country, 0.0) - own.get(f"={country}", 0.0)
    return Meant(name.named[best], chance[best], sure, max(0.0, same) / (others + 0.5))


def _outside(name: Name, found: Mapping[str, Name], chances: Mapping[str, list[float]]) -> bool:
    best = max(range(len(name.named)), key=chances[name.key].__getitem__)
    place = name.named[best].place
    if not place.feature.startswith(("PPL", "ADM2", "ADM3")):
        return False
    for key in name.inside:
        outer = found[key].named[max(range(len(found[key].named)), key=chances[key].__getitem__)].place
        if outer.feature in ("PCLI", "ADM1") and outer.country != place.country:
            return True
    return False


def choices(name: Name, found: Mapping[str, Name], chances: Mapping[str, list[float]], context: Context) -> list[Features]:
    """Return the features of each place of a name in its context."""
    if len(name.named) == 1:
        return [[]]
    rest = _rest(context, _share(name, chances[name.key]))
    return [_plain(name, one) + _among(one, rest) + _beside(name, one, found, chances, context) for one in name.named]


@dataclass(frozen=True, slots=True)
class _Rest:
    """What the text speaks of besides one name: weights by country, by country called and by unit, with their sums."""

    countries: dict[str, float]
    called: dict[str, float]
    units: dict[str, float]
    in_countries: float
    in_called: float
    in_units: float
    wide: float
    breadth: float


def _rest(context: Context, own: dict[str, float]) -> _Rest:
    countries = {code: max(0.0, weight - own.get(code, 0.0)) for code, weight in context.countries.items()}
    called = {code: max(0.0, weight - own.get(f"={code}", 0.0)) for code, weight in context.named.items()}
    units = {code: max(0.0, context.units[code] - weight) for code, weight in own.items() if "." in code}
    total = sum(countries.values())
    in_units = max(0.0, context.in_units - sum(weight for code, weight in own.items() if "." in code))
    wide = 1 - max(countries.values(), default=0.0) / (total + 0.5)
    breadth = min(1.0, sum(weight > _FEW for weight in context.named.values()) / _MANY)
    return _Rest(countries, called, units, total, sum(called.values()), in_units, wide, breadth)


def _plain(name: Name, one: Named) -> Features:
    place = one.place
    found: Features = [("people", people(place)), ("fame", math.log10(one.fame + 1)), (f"feature {_class(place)}", 1.0)]
    if one.how in (How.ALTERNATE, How.SHORT):
        found.append(("alternate", 1.0))
        if any(other.how <= How.CURATED for other in name.named) and sound(fold(place.name)) != sound(name.key):
            found.append(("other name beside a main name", 1.0))
    if one.how == How.CURATED:
        found.append(("curated", 1.0))
    if place.feature == "ADM2" and place.country == "US":
        found.append(("county named in full" if name.key.endswith((" county", " parish")) else "county by its name alone", 1.0))
    return found


def _among(one: Named, rest: _Rest) -> Features:
    place, size, fame = one.place, people(one.place), math.log10(one.fame + 1)
    country = rest.countries.get(place.country, 0.0)
    called = rest.called.get(place.country, 0.0)
    made: Features = [
        ("country's share", country / (rest.in_countries + 0.5)),
        ("country's places", math.log1p(country)),
        ("country called", math.log1p(called)),
        ("country's share of those called", called / (rest.in_called + 0.5)),
        ("people in a wide text", size * rest.wide),
        ("fame in a wide text", fame * rest.wide),
        ("people among many countries", size * rest.breadth),
        ("fame among many countries", fame * rest.breadth),
        (f"feature {_class(place)} among many countries", rest.breadth),
    ]
    if place.admin and not place.feature.startswith("PCL"):
        unit = rest.units.get(place.admin[0], 0.0)
        made += [("unit's share", unit / (rest.in_units + 0.5)), ("unit named", math.log1p(unit))]
    return made


def _beside(name: Name, one: Named, found: Mapping[str, Name], chances: Mapping[str, list[float]], context: Context) -> Features:
    place = one.place
    made: Features = []
    if name.inside:
        held = max(_holding(place, found, chances, key) for key in name.inside)
        made += [("inside what follows", held), ("not inside what follows", 1 - held)]
    if name.around:
        made.append(("inside what is near", max(_holding(place, found, chances, key) for key in name.around)))
    near = sum(chance for key, town, chance in context.towns if key != name.key and _near(place, town, 1.0))
    around = sum(chance for key, town, chance in context.towns if key != name.key and _near(place, town, 3.0))
    return [*made, ("towns near", math.log1p(near)), ("towns around", math.log1p(around))]


def _chances(name: Name, options: list[Features], model: str) -> list[float]:
    if len(options) == 1:
        return [1.0]
    weight = weights(model)
    scores = [sum(weight.get(feature, 0.0) * value for feature, value in option) for option in options]
    top = max(scores)
    grown = [math.exp(score - top) for score in scores]
    return [value / sum(grown) for value in grown]


def _context(found: Mapping[str, Name], chances: Mapping[str, list[float]], country: str | None) -> Context:
    context = Context(defaultdict(float), defaultdict(float), defaultdict(float), [])
    if country:
        context.countries[country] += 1.0
    for key, name in found.items():
        for code, weight in _share(name, chances[key]).items():
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


def people(place: Place) -> float:
    """Return the decimal logarithm of a place's people, as those of a small town where the gazetteer does not know."""
    return math.log10((place.population or _SMALL) + 1)


def _share(name: Name, chance: Iterable[float]) -> dict[str, float]:
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


def _holding(place: Place, found: Mapping[str, Name], chances: Mapping[str, list[float]], key: str) -> float:
    other = found.get(key)
    if other is None:
        return 0.0
    return sum(chance for one, chance in zip(other.named, chances[key], strict=True) if _holds(one.place, place))


def _holds(outer: Place, inner: Place) -> bool:
    if outer.id == inner.id or outer.country != inner.country or inner.feature.startswith("PCL"):
        return False
    if outer.feature.startswith("PCL"):
        return True
    if outer.feature.startswith("ADM") and outer.admin:
        return outer.admin[-1] in inner.admin
    return False


def _near(one: Place, other: Place, degrees: float) -> bool:
    return abs(one.lat - other.lat) < degrees and abs(one.lon - other.lon) * math.cos(math.radians(one.lat)) < degrees


def _class(place: Place) -> str:
    if place.feature in _CLASSES:
        return place.feature
    return {"PPL": "PPLX", "ADM": "ADM3"}.get(place.feature[:3], "other")


def _worth(named: tuple[Named, ...]) -> tuple[Named, ...]:
    return named[:_MOST]


def _given_after(text: Words, candidates: Sequence[Candidate], number: int) -> str | None:
    one = candidates[number]
    following = candidates[number + 1] if number + 1 < len(candidates) else None
    if following is None or following.first != one.last + 1 or not following.named or following.key == one.key:
        return None
    return following.key if text.gap(one.last) in (", ", " (", " ") and following.kind == "name" else None
