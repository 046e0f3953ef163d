"""Headlines: which figure stands for a cell as of a day, by a named rule, and what other rules would give."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from statistics import median

from sayso.comparison.words import number, of_claim, spread
from sayso.linking.periods import days, overlap
from sayso.linking.periods import words as period_words
from sayso.linking.told import Told
from sayso.linking.units import compared, is_group
from sayso.model import Alternative, Bound, Claim, Extent, Headline, Modality, Polarity, Situation

__all__ = ["RECENT", "headline", "headline_of", "may_stand"]

RECENT = timedelta(days=30)  # figures older than this beside the newest show growth, and no difference of views

_APART = 20  # times the smallest: of MAVERICK's 87 events whose reports give different numbers of dead, 86 differ by less (median 2)


def headline(claims: Sequence[Told], situation: Situation, dimension: str, unit: str) -> Headline | None:
    """Return what stands for a cell as of the situation's day, or None where no claim may.

    The extents are tried in the dimension's order; each has its rule, and extents are never put together.
    """
    extents = map(Extent, compared(dimension).extents)
    return next((head for extent in extents if (head := headline_of(claims, situation, extent, unit))), None)


def headline_of(claims: Sequence[Told], situation: Situation, extent: Extent, unit: str) -> Headline | None:
    """Return what stands for a cell among the figures of one extent, or None where there are none."""
    as_of = situation.as_of
    fit = [t for t in claims if may_stand(t) and t.day and as_of and t.day <= as_of]
    found = [t for t in fit if t.claim.extent is extent and not _is_partial(t, fit)]
    if not found or as_of is None:
        return None
    whole = found if extent is Extent.EVENT else _about_the_whole(found, situation)
    chosen, rule = _RULES[extent](whole, situation)
    return _made(chosen, rule, found, extent, as_of, unit) if chosen else None


def may_stand(told: Told) -> bool:
    """Tell whether a claim may stand for a cell: a figure, asserted, on one dimension, whole, and no vague word."""
    claim = told.claim
    return (
        claim.bound is not Bound.VAGUE
        and claim.polarity is Polarity.AFFIRMED
        and claim.modality is Modality.ASSERTED
        and len(claim.dimensions) == 1
        and claim.part_of is None
        and claim.repeat_of is None
        and not is_group(claim.unit)
        and (claim.low, claim.high) != (None, None)
    )


def _about_the_whole(claims: Sequence[Told], situation: Situation) -> Sequence[Told]:
    """Return those that are about the situation's own place, if any are; else all, which are about parts of it."""
    own = {place.id for place in situation.places} | {place.name for place in situation.places}
    whole = [t for t in claims if t.claim.place and t.claim.place.place and {t.claim.place.place.id, t.claim.place.place.name} & own]
    return whole or claims


def _latest_of_each(claims: Sequence[Told]) -> tuple[list[Told], str]:
    """Return each speaker's latest figure, of those whose latest is at most 30 days older than the newest of all."""
    newest = max(_day(t) for t in claims)
    latest: dict[str, Told] = {}
    for t in sorted(claims, key=lambda t: (_day(t), _size(t.claim))):
        if newest - _day(t) <= RECENT:
            latest[t.speaker.key] = t
    chosen = list(latest.values())
    who = "its speaker's latest" if len(chosen) == 1 else f"the latest of each of {len(chosen)} speakers in the 30 days"
    return chosen, f"{who} to {newest}"


def _running_total(claims: Sequence[Told], situation: Situation) -> tuple[list[Told], str]:
    """Return each speaker's latest; of the newest those since a stated day come first, those since before the period last.

    Totals since unstated days that lie far apart count from other days: then an older one since a stated day stands, or the newest alone.
    """
    tiers: tuple[list[Told], ...] = ([], [], [])
    for t in claims:
        tiers[_beginning(t, situation)].append(t)
    stated, unstated, _ = tiers
    newest = max((_day(t) for t in (*stated, *unstated)), default=date.max)
    recent = any(newest - _day(t) <= RECENT for t in stated) or _lie_apart(_latest_of_each(unstated)[0] if unstated else [])
    number = next(number for number in ((0, 1, 2) if recent else (1, 2)) if tiers[number])
    chosen, rule = _latest_of_each(tiers[number])
    if number and _lie_apart(chosen):
        chosen, rule = [max(chosen, key=_day)], "the newest alone, since others lie too far from it to count from the same day"
    return chosen, f"running totals {_BEGINNINGS[number]}: {rule}"


def _lie_apart(claims: Sequence[Told]) -> bool:
    sizes = [_size(t.claim) for t in claims]
    return bool(sizes) and max(sizes) > _APART * max(min(sizes), 1)


def _is_partial(told: Told, others: Sequence[Told]) -> bool:
    """Tell whether a running total is smaller than what the same speaker counted in some of its days alone, so that it counts a part.

    Another speaker's figure is no reason to leave one out: the two may be rivals.
    """
    own = (t for t in others if t.speaker.key == told.speaker.key and t is not told)
    return told.claim.extent is Extent.RUNNING_TOTAL and any(_holds(told, t) and _size(t.claim) > _size(told.claim) for t in own)


def _holds(told: Told, other: Told) -> bool:
    """Tell whether a total's days take in those of another figure."""
    since, until = other.claim.since, other.claim.until
    if other.claim.extent not in (Extent.PERIOD, Extent.RUNNING_TOTAL) or not (since and until):
        return False
    return until <= _day(told) and (told.claim.since is None or told.claim.since <= since)


def _beginning(told: Told, situation: Situation) -> int:
    """Return 0 where a total counts from a day in the period (or shortly before), 1 where from when is not stated, 2 where from earlier."""
    since = told.claim.since
    if since is None:
        return 1
    return 0 if situation.since is None or since >= situation.since - RECENT else 2


_BEGINNINGS = ("since a day in the period", "since a day that is not stated", "since before the period")


def _stock(claims: Sequence[Told], situation: Situation) -> tuple[list[Told], str]:
    chosen, rule = _latest_of_each(claims)
    if _lie_apart(chosen):
        return [max(chosen, key=_day)], "stocks: the newest alone, since others lie too far from it to be of the same people or things"
    return chosen, f"stocks: {rule}"


def _period(claims: Sequence[Told], situation: Situation) -> tuple[list[Told], str]:
    """Return the figures for the longest stretch of days, the latest of those; with rival figures for the same days."""
    longest = max(claims, key=lambda t: (days(t.since, t.until) or 0, _day(t)))
    rivals = [t for t in claims if (t.since, t.until) == (longest.since, longest.until)]
    stretch = period_words(longest.since, longest.until)
    return rivals, f"the figure for the longest period, {stretch}"


def _event(claims: Sequence[Told], situation: Situation) -> tuple[list[Told], str]:
    """Return the largest figure for one event; other figures for its place and days may be about another one. A zero stands for no cell."""
    claims = [t for t in claims if _size(t.claim)]
    if not claims:
        return [], "only zeros for single events"
    largest = max(claims, key=lambda t: (_size(t.claim), _day(t)))
    rivals = sum(_same_days(t, largest) for t in claims) - 1
    beside = f" ({rivals} more for the same place and days)" if rivals else ""
    return [largest], f"the largest single event, {period_words(largest.since, largest.until)}{beside}; nothing of a wider kind was found"


def _same_days(one: Told, other: Told) -> bool:
    places = [t.claim.place.place.id if t.claim.place and t.claim.place.place else "" for t in (one, other)]
    return places[0] == places[1] and overlap((one.since, one.until), (other.since, other.until))


def _made(chosen: Sequence[Told], rule: str, found: Sequence[Told], extent: Extent, as_of: date, unit: str) -> Headline:
    low, high = _ends(chosen)
    text = of_claim(chosen[0].claim, unit) if len(chosen) == 1 else _text(chosen, unit)
    since = min((t.since for t in chosen if t.since), default=None) if all(t.since for t in chosen) else None
    until = max((t.until or _day(t) for t in chosen), default=None)
    ids = tuple(t.claim.id for t in chosen)
    return Headline(text, low, high, extent, as_of, rule, ids, since, until, _others(found, extent, unit))


def _others(found: Sequence[Told], extent: Extent, unit: str) -> tuple[Alternative, ...]:
    """Return what other rules would give over all figures of the extent in the period."""
    if len(found) < 2:
        return ()
    ids = tuple(t.claim.id for t in found)
    latest = max(found, key=_day)
    middle = median(_size(t.claim) for t in found)
    return (
        Alternative(f"lowest to highest of {len(found)} figures ({extent.value}) over the whole period", _text(found, unit), ids),
        Alternative(f"median of {len(found)} figures ({extent.value})", number(middle, unit), ids),
        Alternative(f"the latest figure ({extent.value}), {_day(latest)}", of_claim(latest.claim, unit), (latest.claim.id,)),
    )


def _ends(claims: Sequence[Told]) -> tuple[float | None, float | None]:
    """Return the lowest and the highest figure, None for an end that is open."""
    low, top, is_open = _reach(claims)
    return low, None if is_open else top


def _text(claims: Sequence[Told], unit: str) -> str:
    low, top, is_open = _reach(claims)
    if low is not None and is_open and low < top:
        return f"{number(low, unit)} to at least {number(top, unit)}"
    return spread(low, None if is_open else top, unit)


def _reach(claims: Sequence[Told]) -> tuple[float | None, float, bool]:
    """Return the lowest figure, the highest, and whether the highest is "at least" so much."""
    stated = [value for t in claims for value in (t.claim.low, t.claim.high) if value is not None]
    low = None if all(t.claim.low is None for t in claims) else min(stated)
    return low, max(stated), any(t.claim.high is None and t.claim.low == max(stated) for t in claims)


def _size(claim: Claim) -> float:
    """Return the figure in one number: the middle of a range, the stated end of a bound."""
    stated = [value for value in (claim.low, claim.high) if value is not None]
    return sum(stated) / len(stated)


def _day(told: Told) -> date:
    return told.day or date.min


_RULES: dict[Extent, Callable[[Sequence[Told], Situation], tuple[list[Told], str]]] = {
    Extent.RUNNING_TOTAL: _running_total,
    Extent.STOCK: _stock,
    Extent.PERIOD: _period,
    Extent.EVENT: _event,
}
