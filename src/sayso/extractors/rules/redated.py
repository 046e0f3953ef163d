"""Redated: a figure whose day one sentence leaves open happened on the day that another telling of it gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sayso.extractors.rules.tellings import Telling, compared
from sayso.model import Extent, Reason

__all__ = ["redated"]

_OPEN = frozenset({"period.undated", "period.spoken", "period.perfect"})  # what only says up to when
_LONGEST = 3  # days: longer stretches are what a total adds up
_OLD = 30  # days before the telling: an older happening with the same number is mostly another one


def redated(tellings: Sequence[Telling]) -> list[Telling]:
    """Return the tellings, those of an event whose day is open with the day that another telling of the same figure gives.

    What stands beside such a figure in its sentence, with its day as open, is dated with it.
    """
    days: dict[int, tuple[date, date, Reason]] = {}
    for one, others, beside in compared(tellings):
        if not _is_open(one) or (found := _day(one, others)) is None:
            continue
        days.update((id(near.claim), found) for near in beside if near is one or (_is_open(near) and near.claim.until == one.claim.until))
    return [_on(one, *days[id(one.claim)]) if id(one.claim) in days else one for one in tellings]


def _is_open(telling: Telling) -> bool:
    return telling.claim.since is None and telling.claim.until is not None and _why(telling).rule in _OPEN


def _why(telling: Telling) -> Reason:
    return next(reason for reason in telling.claim.why if reason.field == "when")


def _day(one: Telling, others: Sequence[Telling]) -> tuple[date, date, Reason] | None:
    """Return the shortest of the stretches that the other tellings give, none later than the day up to which this one tells."""
    last = one.claim.until
    given = [(o.claim.since, o.claim.until, _why(o)) for o in others if o.claim.extent is Extent.EVENT]
    within = [(s, u, why) for s, u, why in given if s and u and last and u <= last and (u - s).days < _LONGEST and (last - u).days <= _OLD]
    return min(within, key=lambda days: (days[1] - days[0], -days[0].toordinal()), default=None)


def _on(telling: Telling, since: date, until: date, why: Reason) -> Telling:
    kept = tuple(reason for reason in telling.claim.why if reason.field != "when")
    reason = Reason("period.retold", "when", why.words, why.span)
    return replace(telling, claim=replace(telling.claim, since=since, until=until, extent=Extent.EVENT, why=(*kept, reason)))
