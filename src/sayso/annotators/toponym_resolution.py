"""Resolution: which of the places of a name is meant, from what else the text names."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from sayso.annotators.toponym_choices import Features, choices, near, prior
from sayso.annotators.toponym_context import Context, Name, share, weigh
from sayso.annotators.toponym_words import weights
from sayso.gazetteers.local import Named

__all__ = ["ROUNDS", "Meant", "chances_of", "resolve"]

ROUNDS = 2
_FEW = 0.5  # so little weight of other places tells nothing of a text's country
_BESIDE = 0.3  # degrees: a site this near to a town (some 30 km) is in it or by it
_AROUND = 0.75  # degrees: some 80 km
_NAMED = 0.5  # the least probability of such a town


@dataclass(frozen=True, slots=True)
class Meant:
    """What a name most likely means: the place, its probability and its country's, and the share of the text's other places in its country
    (None where there are too few to say); `outside` where the text says right after the name that it lies somewhere else, `beside` where
    the text also names a town that it lies in or by, `around` where it names a town or a unit within some 80 km or around it."""

    named: Named
    chance: float
    country: float
    share: float | None
    outside: bool = False
    beside: bool = False
    around: bool = False


def resolve(found: Mapping[str, Name], country: str | None = None) -> dict[str, Meant]:
    """Return what each name most likely means; `country` is where the outlet is at home, if known."""
    chances = {key: chances_of(name, [prior(name, one) for one in name.named], "first") for key, name in found.items()}
    for _ in range(ROUNDS):
        context = weigh(found, chances, country)
        chances = {key: chances_of(name, choices(name, found, chances, context), "context") for key, name in found.items()}
    context = weigh(found, chances, country)
    return {
        key: replace(_meant(name, chances[key], context), outside=_outside(name, found, chances, context)) for key, name in found.items()
    }


def chances_of(name: Name, options: list[Features], model: str) -> list[float]:
    """Return the probability of each option, by a conditional logit with the weights of the model."""
    if len(options) == 1:
        return [1.0]
    weight = weights(model)
    scores = [sum(weight.get(feature, 0.0) * value for feature, value in option) for option in options]
    top = max(scores)
    grown = [math.exp(score - top) for score in scores]
    return [value / sum(grown) for value in grown]


def _meant(name: Name, chance: list[float], context: Context) -> Meant:
    best = max(range(len(chance)), key=chance.__getitem__)
    own = share(name, chance)
    beside = any(worth > _NAMED and key != name.key and near(name.named[best].place, town, _BESIDE) for key, town, worth in context.towns)
    around = any(worth > _NAMED and key != name.key and near(name.named[best].place, town, _AROUND) for key, town, worth in context.towns)
    around = around or any(context.units.get(code, 0.0) - own.get(code, 0.0) > _NAMED for code in name.named[best].place.admin)
    country = name.named[best].place.country
    sure = sum(value for one, value in zip(name.named, chance, strict=True) if one.place.country == country)
    others = sum(context.countries.values()) + sum(context.named.values()) - sum(v for k, v in own.items() if "." not in k)
    if others < _FEW:
        return Meant(name.named[best], chance[best], sure, None, beside=beside, around=around)
    same = context.countries.get(country, 0.0) + context.named.get(country, 0.0) - own.get(country, 0.0) - own.get(f"={country}", 0.0)
    return Meant(name.named[best], chance[best], sure, max(0.0, same) / (others + 0.5), beside=beside, around=around)


def _outside(name: Name, found: Mapping[str, Name], chances: Mapping[str, list[float]], context: Context) -> bool:
    best = max(range(len(name.named)), key=chances[name.key].__getitem__)
    place = name.named[best].place
    if not place.feature.startswith(("PPL", "ADM2", "ADM3")):
        return False
    for key in name.inside:
        outer = found[key].named[max(range(len(found[key].named)), key=chances[key].__getitem__)].place
        if outer.feature in ("PCLI", "ADM1") and outer.country != place.country:
            # Where the text calls the place's country and not the unit's, the unit is rather a namesake of one that the gazetteer lacks.
            return outer.feature == "PCLI" or context.named.get(place.country, 0.0) <= context.named.get(outer.country, 0.0)
    return False
