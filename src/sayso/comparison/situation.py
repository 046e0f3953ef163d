"""Situations: a place and a period, and which claims belong to them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.errors import ConfigError
from sayso.gazetteers.distance import kilometres
from sayso.gazetteers.local import Gazetteer
from sayso.linking.nearness import within
from sayso.linking.periods import inside as share_inside
from sayso.linking.periods import overlap
from sayso.linking.told import Told
from sayso.model import Extent, Place, Side, Situation

__all__ = ["RADIUS", "Wanted", "belongs", "outside", "resolve", "window", "words"]

RADIUS = 30.0  # kilometres around a town: its outskirts and front line; the same for every town, so that two compare
_GAP = 92  # days without a claim that part one stretch of reporting from the next
_WIDE = 4  # UCDP's where_prec from which a place is wider than a town and its district
_MOSTLY = 0.5  # share of a claim's days inside the period from which it belongs there


@dataclass(frozen=True, slots=True)
class Wanted:
    """A situation as it was asked for: names of places, and the rest where it was given. `unit` asks for the whole administrative unit."""

    name: str
    places: tuple[str, ...]
    radius: float | None = None
    since: date | None = None
    until: date | None = None
    as_of: date | None = None
    unit: bool = False
    sides: tuple[Side, ...] = ()


def resolve(wanted: Wanted, gazetteer: Gazetteer) -> Situation:
    """Return the situation with its places from the gazetteer: the best known of each name; ConfigError where there is none.

    A town stands for what lies within 30 km of it, a unit or country for what lies in it.
    """
    places = tuple(_place(name, gazetteer) for name in wanted.places)
    radius = wanted.radius
    if radius is None and not wanted.unit and not any(_is_unit(place) for place in places):
        radius = RADIUS
    last = wanted.as_of or wanted.until
    return Situation(wanted.name, places, radius, wanted.since, wanted.until, "given", last, wanted.sides)


def window(situation: Situation, claims: Iterable[Told]) -> Situation:
    """Return the situation with its open ends taken from the claims about its places, and the day that headlines are as of.

    The range is that of the stretch of reporting with most claims: stretches that lie more than 92 days apart are left out.
    """
    if situation.since and situation.until:
        return replace(situation, as_of=situation.as_of or situation.until)
    days = sorted(t.day for t in claims if t.day and overlap((t.day, t.day), (situation.since, situation.until)))
    if not days:
        return replace(situation, as_of=situation.as_of or situation.until)
    stretch = max(_stretches(days), key=len)
    since, until = situation.since or stretch[0], situation.until or stretch[-1]
    return replace(situation, since=since, until=until, period_from="claims", as_of=situation.as_of or until)


def belongs(told: Told, situation: Situation) -> bool:
    """Tell whether a claim is about the situation's places in its period."""
    return outside(told, situation) is None


def outside(told: Told, situation: Situation) -> str | None:
    """Return in words why a claim is not in a situation, or None where it is."""
    return _elsewhere(told, situation) or _otherwise(told, situation)


def words(situation: Situation) -> str:
    """Return in words which claims belong to a situation by their place."""
    names = " or ".join(_named(place) for place in situation.places)
    if situation.radius is not None:
        return f"within {situation.radius:g} km of {names}"
    return f"in {names}" if all(_is_unit(place) for place in situation.places) else f"in the administrative unit around {names}"


def _named(place: Place) -> str:
    return place.name if place.feature.startswith("PCL") else f"{place.name} ({place.country})"


def _elsewhere(told: Told, situation: Situation) -> str | None:
    toponym = told.claim.place
    if toponym is None:
        return "no place is given for them"
    if toponym.place is None:
        return "their place was not found in the gazetteer"
    place = toponym.place
    if any(_covers(situation, own, place) for own in situation.places):
        return None
    wider = any(_wider(place, own) for own in situation.places)
    return "about a wider place around one of these" if wider else "about other places"


def _covers(situation: Situation, own: Place, place: Place) -> bool:
    if place.id == own.id:
        return True
    if situation.radius is not None:
        return place.precision < _WIDE and kilometres(own, place) <= situation.radius
    found = within(place, own)
    return kilometres(own, place) <= RADIUS and place.precision < _WIDE if found is None else found


def _wider(place: Place, own: Place) -> bool:
    return place.precision >= _WIDE and place.country == own.country and within(own, place) is True


def _otherwise(told: Told, situation: Situation) -> str | None:
    """Return why a claim is not of the period: by its days, or where it has none by the day it was said or published.

    A running total or a stock is of the day that it is as of, and so is a figure that is open to one side.
    """
    if told.day is None:
        return "no day is given for them"
    period = (situation.since, situation.until)
    as_of_day = told.claim.extent in (Extent.RUNNING_TOTAL, Extent.STOCK) or told.since is None or told.until is None
    if as_of_day or told.since is None or told.until is None:
        return None if overlap((told.day, told.day), period) else "outside the period"
    if not overlap((told.since, told.until), period):
        return "outside the period"
    mostly = share_inside((told.since, told.until), period) >= _MOSTLY
    return None if mostly else "mostly outside the period"


def _stretches(days: Sequence[date]) -> list[list[date]]:
    found = [[days[0]]]
    for day in days[1:]:
        if (day - found[-1][-1]).days > _GAP:
            found.append([])
        found[-1].append(day)
    return found


def _place(name: str, gazetteer: Gazetteer) -> Place:
    if ":" in name and (known := gazetteer.place(name)):
        return known
    bare, _, country = (part.strip() for part in name.partition(","))
    found = [place for place in gazetteer.lookup(bare) if not country or _in_country(place, country, gazetteer)]
    if not found:
        where = f" in {country}" if country else ""
        raise ConfigError(f"{bare}: no place of this name{where} in the gazetteer; 'sayso gazetteer lookup NAME' finds places")
    return found[0]


def _in_country(place: Place, country: str, gazetteer: Gazetteer) -> bool:
    return country.casefold() in (place.country.casefold(), (gazetteer.admin_name(place.country) or "").casefold())


def _is_unit(place: Place) -> bool:
    return place.feature.startswith(("ADM", "PCL"))
