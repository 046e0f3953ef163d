"""The table: situations side by side, one row for each dimension, who is counted and class of units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sayso import lexicon
from sayso.comparison.fairness import Side, fairness
from sayso.comparison.headline import headline, may_stand
from sayso.comparison.situation import outside, window
from sayso.linking.groups import groups, side_of
from sayso.linking.origins import origins, speakers
from sayso.linking.relations import relation
from sayso.linking.told import Told
from sayso.linking.units import PEOPLE, Compared, compared, is_group, unit_class
from sayso.model import Cell, Civil, Comparison, Extent, Mark, Row, Situation

__all__ = ["EXTENTS", "compare"]

EXTENTS: tuple[Extent | None, ...] = (Extent.RUNNING_TOTAL, Extent.PERIOD, Extent.STOCK, Extent.EVENT, None)
"""The order of mark rows in a cell."""

_Key = tuple[str, str | None, str]


def compare(situations: Sequence[Situation], claims: Iterable[Told]) -> Comparison:
    """Return the situations side by side, over all the claims of a ledger.

    A period that was not given is taken from the claims. Claims in no situation are counted by reason.
    """
    listed = list(claims)
    windowed = tuple(window(s, (t for t in listed if outside(t, s) in (None, *_TIMES))) for s in situations)
    inside = [[t for t in listed if outside(t, s) is None] for s in windowed]
    parted = [_parted(found) for found in inside]
    rows = tuple(_row(key, windowed, parted) for key in _keys(parted))
    named = {row.dimension for row in rows}
    nothing = tuple(row.dimension for row in lexicon.table("lexicons/compared.csv", Compared) if row.dimension not in named)
    return Comparison(windowed, rows, _left_out(listed, windowed), nothing)


_TIMES = ("outside the period", "mostly outside the period")


def _left_out(claims: Sequence[Told], situations: Sequence[Situation]) -> tuple[tuple[str, int], ...]:
    reasons: Counter[str] = Counter()
    for told in claims:
        why = [outside(told, s) for s in situations]
        if None not in why:
            by_time = next((reason for reason in why if reason in _TIMES), None)
            wider = next((reason for reason in why if reason and "wider" in reason), None)
            reasons[by_time or wider or why[0] or ""] += 1
    return tuple(reasons.most_common())


def _parted(claims: Iterable[Told]) -> dict[_Key, list[Told]]:
    found: dict[_Key, list[Told]] = {}
    for told in claims:
        for dimension in told.claim.dimensions:
            found.setdefault(_key(told, dimension), []).append(told)
    return found


def _key(told: Told, dimension: str) -> _Key:
    claim, how = told.claim, compared(dimension)
    unit = unit_class(claim.unit, dimension)
    if unit == PEOPLE and is_group(claim.unit) and how.group:
        return dimension, "group", unit
    if unit != PEOPLE or claim.civil not in (Civil.CIVILIAN, Civil.COMBATANT):
        return dimension, None, unit
    named = how.civilian if claim.civil is Civil.CIVILIAN else how.combatant
    return dimension, claim.civil.value if named else None, unit


def _keys(parted: Sequence[dict[_Key, list[Told]]]) -> list[_Key]:
    """Return the rows in order: dimensions as listed, people before civilians, fighters and groups, the dimension's own unit first."""
    order = {row.dimension: number for number, row in enumerate(lexicon.table("lexicons/compared.csv", Compared))}
    who = {None: 0, "civilian": 1, "combatant": 2, "group": 3}
    keys = {key for found in parted for key in found}
    return sorted(keys, key=lambda key: (order[key[0]], key[2] != compared(key[0]).unit, key[2], who[key[1]]))


def _row(key: _Key, situations: Sequence[Situation], parted: Sequence[dict[_Key, list[Told]]]) -> Row:
    dimension, who, unit = key
    claims = [tuple(sorted(found.get(key, ()), key=_order)) for found in parted]
    cells = tuple(_cell(found, situation, dimension, unit) for found, situation in zip(claims, situations, strict=True))
    sides = [Side(s, cell, found) for s, cell, found in zip(situations, cells, claims, strict=True)]
    return Row(dimension, who, unit, _label(dimension, who, unit), cells, fairness(dimension, who, unit, sides))


def _label(dimension: str, who: str | None, unit: str) -> str:
    how = compared(dimension)
    label = {"civilian": how.civilian, "combatant": how.combatant, "group": how.group}.get(who or "", how.people)
    if unit == how.unit:
        return label
    return f"{label}, {'as a share' if unit == 'share' else unit}"


def _cell(claims: tuple[Told, ...], situation: Situation, dimension: str, unit: str) -> Cell:
    if not claims:
        return Cell()
    marks = tuple(sorted(_marks(claims, situation), key=lambda mark: (EXTENTS.index(mark.extent), _lane(mark.group))))
    origin_count = len(speakers(t for t in claims if may_stand(t)))
    return Cell(tuple(t.claim.id for t in claims), marks, origin_count, headline(claims, situation, dimension, unit))


def _marks(claims: Sequence[Told], situation: Situation) -> Iterator[Mark]:
    for extent in EXTENTS:
        for origin in origins([t for t in claims if t.claim.extent is extent]):
            first, *rest = origin.claims
            group = side_of(first.speaker, situation.sides) or first.group
            repeats = tuple(t.claim.id for t in rest)
            yield Mark(first.claim.id, group, extent, repeats, origin.why, relation(first.claim, first.speaker))


def _lane(group: str) -> tuple[int, str]:
    known = list(groups())
    return (known.index(group), "") if group in known else (-1, group)


def _order(told: Told) -> tuple[str, str, int]:
    return (told.day.isoformat() if told.day else "", told.document.name, told.claim.span.start)
