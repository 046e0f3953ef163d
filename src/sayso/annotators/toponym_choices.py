"""Choices: what speaks for each of the places of a name."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from sayso.annotators.toponym_context import Context, Name, share
from sayso.gazetteers.entry import How
from sayso.gazetteers.folding import fold, sound
from sayso.gazetteers.local import Named
from sayso.model import Place

__all__ = ["Features", "choices", "near", "people", "prior"]

_MANY = 5  # countries that a text calls by name from which on it is about the world at large
_SMALL = 8_000  # people of a place of unknown size: it is in the gazetteer because somebody reports about it
_FEW = 0.5  # so little weight of other places tells nothing of a text's country
_CLASSES = frozenset(("PCLI", "ADM1", "ADM2", "PPLC", "PPL"))

Features = list[tuple[str, float]]


def choices(name: Name, found: Mapping[str, Name], chances: Mapping[str, list[float]], context: Context) -> list[Features]:
    """Return the features of each place of a name in its context."""
    if len(name.named) == 1:
        return [[]]
    rest = _rest(context, share(name, chances[name.key]))
    return [prior(name, one) + _among(one, rest) + _beside(name, one, found, chances, context) for one in name.named]


def prior(name: Name, one: Named) -> Features:
    """Return the features of a place that hold in any text."""
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


def people(place: Place) -> float:
    """Return the decimal logarithm of a place's people, as those of a small town where the gazetteer does not know."""
    return math.log10((place.population or _SMALL) + 1)


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
    close = sum(chance for key, town, chance in context.towns if key != name.key and near(place, town, 1.0))
    around = sum(chance for key, town, chance in context.towns if key != name.key and near(place, town, 3.0))
    return [*made, ("towns near", math.log1p(close)), ("towns around", math.log1p(around))]


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


def near(one: Place, other: Place, degrees: float) -> bool:
    """Tell whether two places lie within so many degrees of latitude, and as many kilometres east and west."""
    return abs(one.lat - other.lat) < degrees and abs(one.lon - other.lon) * math.cos(math.radians(one.lat)) < degrees


def _class(place: Place) -> str:
    if place.feature in _CLASSES:
        return place.feature
    return {"PPL": "PPLX", "ADM": "ADM3"}.get(place.feature[:3], "other")
