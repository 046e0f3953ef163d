"""Scoring: predicted claims against gold claims, for when the evaluation sets' own scorer is not at hand.

Written from the description of the measures: a prediction goes with at most one gold claim, their spans overlap, and the pair with
the longest overlap comes first. Detection counts pairs; core wants dimensions and value right too; full wants the
innermost source, the place and the period as well. A repeat that is missed is no error.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

__all__ = ["FIELDS", "score"]

Record = dict[str, Any]  # a claim as its JSON file has it
Test = Callable[[Record, Record], bool]

_CORE = ("dimensions", "value")
_FULL = (*_CORE, "source", "place", "when")
_STATED = ("affected", "actor", "place", "when", "source")
_SLIGHT = frozenset(["the", "a", "an", "of", "in", "at", "for", "and", "its", "their", "his", "her", "s"])  # words that name nobody
_NEVER, _ALWAYS = 0, 10**6  # days, as ordinals, before and after any report


@dataclass(frozen=True, slots=True)
class Pairing:
    """The claims of one document: those that go together, and those left over on either side."""

    document: str
    pairs: tuple[tuple[Record, Record], ...]
    missed: tuple[Record, ...]
    spurious: tuple[Record, ...]


def score(gold: Path, predicted: Path) -> tuple[Record, list[Record]]:
    """Return the scores of a folder of predictions, and every error as a record: missed, spurious, or the names of the wrong fields."""
    pairings = [_paired(path.stem, _claims(path), _claims(predicted / path.name)) for path in sorted(gold.glob("*.json"))]
    return _scores(pairings), [error for pairing in pairings for error in _errors(pairing)]


def _claims(path: Path) -> list[Record]:
    claims: list[Record] = json.loads(path.read_text("utf-8"))["claims"] if path.exists() else []
    return claims


def _paired(document: str, gold: list[Record], got: list[Record]) -> Pairing:
    candidates = [
        (-_overlap(g, p), -sum(FIELDS[name](g, p) for name in _CORE), i, j)
        for i, g in enumerate(gold)
        for j, p in enumerate(got)
        if _overlap(g, p) > 0
    ]
    partner: dict[int, int] = {}
    for _, _, i, j in sorted(candidates):
        if i not in partner and j not in partner.values():
            partner[i] = j
    return Pairing(
        document,
        tuple((gold[i], got[j]) for i, j in sorted(partner.items())),
        tuple(g for i, g in enumerate(gold) if i not in partner and not g.get("repeat_of")),
        tuple(p for j, p in enumerate(got) if j not in partner.values()),
    )


def _overlap(one: Record, other: Record) -> int:
    return int(min(one["end"], other["end"]) - max(one["start"], other["start"]))


def _scores(pairings: list[Pairing]) -> Record:
    pairs = [pair for pairing in pairings for pair in pairing.pairs]
    gold = len(pairs) + sum(len(pairing.missed) for pairing in pairings)
    got = len(pairs) + sum(len(pairing.spurious) for pairing in pairings)
    right = Counter(name for g, p in pairs for name, test in FIELDS.items() if test(g, p))
    core = sum(all(FIELDS[name](g, p) for name in _CORE) for g, p in pairs)
    full = sum(all(FIELDS[name](g, p) for name in _FULL) for g, p in pairs)
    return {
        "documents": len(pairings),
        "gold": gold,
        "predicted": got,
        "detection": _f1(len(pairs), got, gold),
        "core": _f1(core, got, gold),
        "full": _f1(full, got, gold),
        "fields": {name: round(right[name] / len(pairs), 4) if pairs else 0.0 for name in FIELDS},
        "stated": {name: _stated(name, pairs) for name in _STATED},
        "rare": {name: _rare(test, pairs) for name, test in _RARE.items()},
    }


def _stated(name: str, pairs: list[tuple[Record, Record]]) -> dict[str, float]:
    key = "sources" if name == "source" else name
    both = sum(bool(g.get(key)) and bool(p.get(key)) and FIELDS[name](g, p) for g, p in pairs)
    return _f1(both, sum(bool(p.get(key)) for _, p in pairs), sum(bool(g.get(key)) for g, _ in pairs))


def _rare(test: Callable[[Record], bool], pairs: list[tuple[Record, Record]]) -> dict[str, float]:
    gold = sum(test(g) for g, _ in pairs)
    both = sum(test(g) and test(p) for g, p in pairs)
    return {**_f1(both, sum(test(p) for _, p in pairs), gold), "gold": gold}


def _f1(right: int, got: int, gold: int) -> dict[str, float]:
    precision = right / got if got else 0.0
    recall = right / gold if gold else 0.0
    both = precision + recall
    return {"p": round(precision, 4), "r": round(recall, 4), "f1": round(2 * precision * recall / both, 4) if both else 0.0}


def _errors(pairing: Pairing) -> Iterator[Record]:
    for g, p in pairing.pairs:
        if wrong := [name for name, test in FIELDS.items() if not test(g, p)]:
            yield {"doc": pairing.document, "kind": "fields", "wrong": wrong, "gold": g, "got": p}
    yield from ({"doc": pairing.document, "kind": "missed", "gold": g} for g in pairing.missed)
    yield from ({"doc": pairing.document, "kind": "spurious", "got": p} for p in pairing.spurious)


def _name_words(name: str | None) -> set[str]:
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore").decode().lower()
    return set(re.findall(r"[a-z0-9]+", plain)) - _SLIGHT


def _same_name(gold: str | None, got: str | None) -> bool:
    """Tell whether half of the shorter name's words are shared, and a third of the predicted ones."""
    g, p = _name_words(gold), _name_words(got)
    if not (g and p):
        return not g and not p
    shared = len(g & p)
    return 2 * shared >= min(len(g), len(p)) and 3 * shared >= len(p)


def _same_number(gold: float | None, got: float | None) -> bool:
    if gold is None or got is None:
        return gold is got
    return abs(gold - got) <= 1e-6 * max(1.0, abs(gold))


def _same_source(gold: Record, got: Record) -> bool:
    g, p = gold.get("sources") or [], got.get("sources") or []
    if not (g and p):
        return not g and not p
    return _same_name(g[-1].get("name"), p[-1].get("name"))


def _same_period(gold: list[str | None] | None, got: list[str | None] | None) -> bool:
    """Tell whether the days shared are half of the days covered.

    An end that the gold leaves open takes the predicted one; a prediction with an open end must be the same as the gold.
    """
    g, p = _ordinals(gold), _ordinals(got)
    if g == (None, None) or p == (None, None):
        return g == p
    filled = tuple(theirs if mine is None else mine for mine, theirs in zip(g, p, strict=True))
    if None in p and p != filled:
        return False
    first = (filled[0] or _NEVER, p[0] or _NEVER)
    last = (filled[1] or _ALWAYS, p[1] or _ALWAYS)
    shared, covered = min(last) - max(first) + 1, max(last) - min(first) + 1
    return shared > 0 and 2 * shared >= covered


def _ordinals(period: list[str | None] | None) -> tuple[int | None, int | None]:
    since, until = period or (None, None)
    return _ordinal(since), _ordinal(until)


def _ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day[:10]).toordinal() if day else None


FIELDS: dict[str, Test] = {
    "dimensions": lambda g, p: set(g["dimensions"]) == set(p.get("dimensions") or ()),
    "value": lambda g, p: _same_number(g.get("low"), p.get("low")) and _same_number(g.get("high"), p.get("high")),
    "unit": lambda g, p: _same_name(g.get("unit"), p.get("unit")),
    "affected": lambda g, p: _same_name(g.get("affected"), p.get("affected")),
    "actor": lambda g, p: _same_name(g.get("actor"), p.get("actor")),
    "place": lambda g, p: _same_name(g.get("place"), p.get("place")),
    "when": lambda g, p: _same_period(g.get("when"), p.get("when")),
    "attributed": lambda g, p: bool(g.get("sources")) == bool(p.get("sources")),
    "source": _same_source,
    "chain_length": lambda g, p: len(g.get("sources") or ()) == len(p.get("sources") or ()),
    "hedged": lambda g, p: bool(g.get("hedged")) == bool(p.get("hedged")),
    "polarity": lambda g, p: g.get("polarity", "affirmed") == p.get("polarity", "affirmed"),
    "modality": lambda g, p: g.get("modality", "asserted") == p.get("modality", "asserted"),
}
_RARE: dict[str, Callable[[Record], bool]] = {
    "hedged": lambda claim: bool(claim.get("hedged")),
    "denied": lambda claim: claim.get("polarity") == "denied",
    "forecast": lambda claim: claim.get("modality") == "forecast",
    "nested": lambda claim: len(claim.get("sources") or ()) > 1,
}
