"""Fairness: the rules that say whether the figures of a row may be laid side by side, each with a code, a version and its reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sayso.comparison.headline import RECENT, headline_of, may_stand
from sayso.linking.groups import ANONYMOUS, NOT_STATED, groups
from sayso.linking.periods import days
from sayso.linking.periods import words as period_words
from sayso.linking.told import Told
from sayso.linking.units import PEOPLE, SHARE, compared, unit_kind
from sayso.model import Cell, Extent, Fairness, Headline, Outcome, Reckoning, Situation, Verdict

__all__ = ["VERSION", "Side", "fairness"]

VERSION = 1  # of the rules together; each reckoning bears it
_UNLIKE = 1.5  # times as many days from which two stretches are said to differ
_PARTIES = frozenset({"officials", "armed-groups"})  # groups that may be of a side
_FEW = 2  # origins below which a figure rests on one word


@dataclass(frozen=True, slots=True)
class Side:
    """One cell with its situation and its claims, as the rules look at it."""

    situation: Situation
    cell: Cell
    claims: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """What a rule found: the outcome, why, what it looked at, and the restriction that would make the comparison fair."""

    outcome: Outcome
    words: str
    inputs: tuple[tuple[str, str], ...] = ()
    restriction: str | None = None


def fairness(dimension: str, who: str | None, unit: str, sides: Sequence[Side]) -> Fairness:
    """Return the verdict on a row and the reckonings that it rests on.

    Any rule that finds "no" makes it no; any that finds "care" makes it "with care", under the restrictions of all that do.
    """
    empty = [side.situation.name for side in sides if not side.cell.claims]
    if empty:
        words = f"Nothing was found for {_and(empty)}. That is no zero."
        return Fairness(Verdict.ONE_SIDE_ONLY, None, (_reckoning("C8", _Found(Outcome.NO, words, _each(sides, _origins))),))
    row = _Row(dimension, who, unit, tuple(sides))
    if who == "group":
        return Fairness(Verdict.NO, None, (_reckoning("C2", _who(row)),))
    reckonings = tuple(_reckoning(code, rule(row)) for code, (_, rule) in _RULES.items())
    outcomes = {reckoning.outcome for reckoning in reckonings}
    if Outcome.NO in outcomes:
        return Fairness(Verdict.NO, None, reckonings)
    restrictions = [r.restriction for r in reckonings if r.restriction and r.outcome is Outcome.CARE]
    if Outcome.CARE in outcomes:
        return Fairness(Verdict.WITH_CARE, " ".join(restrictions) or None, reckonings)
    return Fairness(Verdict.YES, None, reckonings)


@dataclass(frozen=True, slots=True)
class _Row:
    dimension: str
    who: str | None
    unit: str
    sides: tuple[Side, ...]


def _unit(row: _Row) -> _Found:
    """C1: figures in different units (tanks, trucks) are no rivals."""
    inputs = _each(row.sides, lambda side: _quoted(_units(side)) or "not stated")
    if row.unit == SHARE:
        return _Found(
            Outcome.CARE, "These are shares, and of which whole stands in each sentence.", inputs, "Only shares of the same whole."
        )
    if row.unit in (PEOPLE, "families", "money"):
        return _Found(Outcome.FINE, f"All count {row.unit}.", inputs)
    kinds = [{kind for unit in _units(side, of_headline=True) if (kind := unit_kind(unit))} for side in row.sides]
    if all(kinds) and not set.intersection(*kinds):
        named = _told(row.sides, lambda side: _quoted(_units(side, of_headline=True)))
        return _Found(Outcome.NO, f"The headlines count different things: {named}.", inputs)
    if len({frozenset(_units(side)) for side in row.sides}) > 1:
        common = set.intersection(*(set(_units(side)) for side in row.sides))
        only = f"Only what is counted as {_quoted(sorted(common))}." if common else "Only after reading what each figure counts."
        return _Found(Outcome.CARE, "Not the same things are counted under this heading.", inputs, only)
    return _Found(Outcome.FINE, "The same things are counted.", inputs)


def _who(row: _Row) -> _Found:
    """C2: civilians, fighters and people of unstated kind are different counts."""
    inputs = _each(row.sides, lambda side: ", ".join(_affected(side)) or "not stated")
    if row.who == "group":
        words = "Children, women, medics and others are parts of a count, each of another group: no figure stands for the row."
        return _Found(Outcome.NO, words, inputs)
    if row.who == "civilian":
        return _Found(Outcome.FINE, "All count civilians.", inputs)
    if row.who == "combatant":
        words = "All count fighters, but whose is not the same throughout."
        return _Found(Outcome.CARE, words, inputs, "Only fighters of one party at a time.")
    if not compared(row.dimension).civilian or row.unit not in (PEOPLE, "families"):
        return _Found(Outcome.FINE, "Who is counted makes no difference on this row.", inputs)
    words = "Whether civilians, fighters or both are counted is not stated."
    return _Found(Outcome.CARE, words, inputs, "Only as people of any kind.")


def _window(row: _Row) -> _Found:
    """C3: figures for stretches of days of different lengths, or of unknown beginning."""
    inputs = _each(row.sides, _covered)
    heads = [side.cell.headline for side in row.sides]
    if None in heads:
        return _Found(Outcome.CANNOT_TELL, "Not every situation has a figure that stands for it.", inputs)
    extents = {head.extent for head in heads if head}
    if len(extents) > 1:
        return _Found(Outcome.CANNOT_TELL, "The headlines are of different kinds, and so are the days that they cover.", inputs)
    if extents <= {Extent.STOCK} or extents <= {Extent.EVENT}:
        return _Found(Outcome.FINE, "Each figure is of its own day or event.", inputs)
    stale = [
        f"{side.situation.name} {side.cell.headline.until}" for side in row.sides if side.cell.headline and _is_stale(side.cell.headline)
    ]
    if stale:
        words = f"The newest figure that may stand is more than 30 days older than the day asked for: {', '.join(stale)}."
        return _Found(Outcome.CARE, words, inputs, "Only for the days that each figure covers.")
    lengths = [days(head.since, head.until) for head in heads if head]
    known = [length for length in lengths if length]
    if len(known) < len(lengths):
        words = "From when the figures count is not stated everywhere."
        return _Found(Outcome.CARE, words, inputs, "Only once it is clear from which day each figure counts.")
    if max(known) >= _UNLIKE * min(known):
        words = "The figures cover stretches of different length: " + _told(row.sides, _covered) + "."
        return _Found(Outcome.CARE, words, inputs, "Only by day, or over stretches of the same length.")
    return _Found(Outcome.FINE, "The figures cover stretches of about the same length.", inputs)


def _is_stale(head: Headline) -> bool:
    return head.until is not None and head.as_of - head.until > RECENT


def _extent(row: _Row) -> _Found:
    """C5: a running total, a period, an event and a stock are different things."""
    inputs = _each(row.sides, lambda side: ", ".join(f"{name} {number}" for name, number in _extents(side).items()) or "not stated")
    heads = [side.cell.headline for side in row.sides]
    if None in heads:
        lacking = [side.situation.name for side in row.sides if side.cell.headline is None]
        return _Found(Outcome.NO, f"No figure may stand for {_and(lacking)}: only vague words, denials, forecasts, parts or sums.", inputs)
    own = {head.extent.value for head in heads if head}
    if own == {Extent.EVENT.value}:
        words = "Each headline is its largest single event, and stands for no whole."
        return _Found(Outcome.CARE, words, inputs, "Only as single events.")
    if len(own) == 1:
        return _Found(Outcome.FINE, f"The headlines are of one kind: {own.pop()}.", inputs)
    common = set.intersection(*(set(_extents(side)) for side in row.sides)) - {"not stated"}
    words = (
        "The headlines are of different kinds: "
        + _told(row.sides, lambda side: side.cell.headline.extent if side.cell.headline else "")
        + "."
    )
    if common:
        alike = [_alike(row, Extent(name)) for name in compared(row.dimension).extents if name in common]
        return _Found(Outcome.CARE, words, inputs, f"Only figures of the same kind: {'; or '.join(alike)}.")
    return _Found(Outcome.NO, words, inputs)


def _alike(row: _Row, extent: Extent) -> str:
    heads = [(side.situation.name, headline_of(side.claims, side.situation, extent, row.unit)) for side in row.sides]
    return f"{extent.value} ({', '.join(f'{name} {head.text}' for name, head in heads if head)})"


def _groups(row: _Row) -> _Found:
    """C7: where other groups speak about each, the difference may be one of who speaks."""
    labels = groups()
    stated = [set(_of_groups(side)) - {ANONYMOUS, NOT_STATED} for side in row.sides]
    inputs = _each(row.sides, lambda side: ", ".join(_label(group, labels) for group in _of_groups(side)) or "none")
    common = set.intersection(*stated)
    names = _and([_label(group, labels) for group in _of_groups(row.sides[0]) if group in common])
    silent = [side.situation.name for side, groups_of in zip(row.sides, stated, strict=True) if not groups_of]
    if silent:
        words = f"{_and(silent)}: nobody is named as the source of a figure."
        return _Found(Outcome.CARE, words, inputs, f"Only as figures whose source is not stated for {_and(silent)}.")
    if not common and any(named <= _PARTIES or all(g.startswith("side:") for g in named) for named in stated):
        words = "No source group speaks about all, and about one only officials, soldiers or armed groups do."
        return _Found(Outcome.NO, words, inputs)
    if not common:
        words = "No source group speaks about all: a difference may be one of who speaks."
        told = _told(row.sides, lambda side: _and([_label(g, labels) for g in _of_groups(side) if g not in (ANONYMOUS, NOT_STATED)]))
        return _Found(Outcome.CARE, words, inputs, f"Only as the words of different groups ({told}).")
    heads = [set(_of_groups(side, of_headline=True)) for side in row.sides]
    if not set.intersection(*heads) - {ANONYMOUS, NOT_STATED}:
        return _Found(Outcome.CARE, "Different source groups stand behind the headlines.", inputs, f"Only what is said by: {names}.")
    return _Found(Outcome.FINE, f"The same source groups speak about all: {names}.", inputs)


def _few(row: _Row) -> _Found:
    """C8: a figure with fewer than two origins rests on one word."""
    inputs = _each(row.sides, _origins)
    thin = [side.situation.name for side in row.sides if side.cell.origins < _FEW]
    bare = [side.situation.name for side in row.sides if side.situation.name in thin and not set(_of_groups(side)) - {NOT_STATED}]
    if bare:
        words = f"{_and(bare)}: the figure rests on one text, and whose it is is not stated."
        return _Found(Outcome.NO, words, inputs)
    if thin:
        words = f"{_and(thin)}: fewer than two origins with no link found between them."
        return _Found(Outcome.CARE, words, inputs, "Only as what one speaker says.")
    return _Found(Outcome.FINE, "Each has two origins or more with no link found between them.", inputs)


_RULES: dict[str, tuple[str, Callable[[_Row], _Found]]] = {
    "C1": ("unit", _unit),
    "C2": ("who is counted", _who),
    "C3": ("window", _window),
    "C5": ("running total, period, event or stock", _extent),
    "C7": ("source groups", _groups),
    "C8": ("origins with no link found", _few),
}


def _reckoning(code: str, found: _Found) -> Reckoning:
    return Reckoning(code, VERSION, _RULES[code][0], found.outcome, found.words, found.inputs, found.restriction)


def _each(sides: Sequence[Side], look: Callable[[Side], str]) -> tuple[tuple[str, str], ...]:
    return tuple((side.situation.name, look(side)) for side in sides)


def _told(sides: Sequence[Side], look: Callable[[Side], str]) -> str:
    return "; ".join(f"{name}: {words}" for name, words in _each(sides, look))


def _units(side: Side, *, of_headline: bool = False) -> list[str]:
    return [unit for unit, _ in Counter(t.claim.unit for t in _standing(side, of_headline) if t.claim.unit).most_common(6)]


def _affected(side: Side) -> list[str]:
    names = Counter(t.claim.affected.name for t in side.claims if t.claim.affected)
    return [f"“{name}”" for name, _ in names.most_common(4)]


def _extents(side: Side) -> dict[str, int]:
    found = Counter(t.claim.extent.value if t.claim.extent else "not stated" for t in _standing(side))
    return {name: found[name] for name in (*(e.value for e in Extent), "not stated") if found[name]}


def _of_groups(side: Side, of_headline: bool = False) -> list[str]:
    ids = {t.claim.id for t in _standing(side, of_headline)}
    return list(dict.fromkeys(mark.group for mark in side.cell.marks if ids & {mark.claim, *mark.repeats}))


def _standing(side: Side, of_headline: bool = False) -> list[Told]:
    if of_headline and side.cell.headline:
        return [t for t in side.claims if t.claim.id in side.cell.headline.claims]
    return [t for t in side.claims if may_stand(t)]


def _covered(side: Side) -> str:
    head = side.cell.headline
    return period_words(head.since, head.until) if head else "no headline"


def _origins(side: Side) -> str:
    return str(side.cell.origins)


def _label(group: str, labels: dict[str, str]) -> str:
    return labels.get(group, group.partition(":")[2])


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)


def _and(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
