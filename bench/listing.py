"""Listing: scores and errors as a developer reads them, each error in its sentence."""

from __future__ import annotations

import json
import re
from collections import Counter

from goldset import Measured, Record, names

_LONGEST = 360  # code points shown on each side where no sentence ends
_FINAL = ("detection", "core", "full")
_BRIEF = ("dimensions", "low", "high", "affected", "actor", "place", "when", "sources")
_KEYS = {
    "value": ("low", "high"),
    "attributed": ("sources",),
    "source": ("sources",),
    "chain_length": ("sources",),
}


def show_scores(measured: Measured) -> None:
    """Print the scores and how many errors of each kind there are."""
    scores = measured.scores
    documents, gold, predicted = scores["documents"], scores["gold"], scores["predicted"]
    print(f"\n{measured.gold.name}, {measured.part.name}: {documents} documents, {gold} gold claims, {predicted} predicted")
    for name in _FINAL:
        print("  {:10} P {p:.3f}  R {r:.3f}  F1 {f1:.3f}".format(name, **scores[name]))
    print("  fields     " + "  ".join(f"{name} {share:.2f}" for name, share in scores["fields"].items()))
    for kind in ("stated", "rare"):
        print(f"  {kind:10} " + "  ".join("{} {p:.2f}/{r:.2f}".format(name, **share) for name, share in scores[kind].items()))
    kinds = Counter(name for error in measured.errors for name in names(error))
    print("  errors     " + "  ".join(f"{name} {count}" for name, count in kinds.most_common()))


def show_errors(measured: Measured, wanted: str) -> None:
    """Print the errors of one kind, or "all", each with its sentence and what was expected."""
    texts = {name: measured.gold.text(name) for name in measured.part.documents}
    for error in measured.errors:
        kinds = [name for name in names(error) if wanted in ("all", name)]
        if kinds:
            _show_error(error, kinds, texts[error["doc"]])


def sentence(text: str, start: int, end: int) -> str:
    """Return a span in brackets in its sentence, on one line."""
    before = [match.end() for match in re.finditer(r"[.!?][\"”’')]*\s|\n", text[:start])]
    after = re.compile(r"[.!?](?=[\"”’')]*\s)|\n").search(text, end)
    first = max(before[-1] if before else 0, start - _LONGEST)
    last = min(after.end() if after else len(text), end + _LONGEST)
    return " ".join(f"{text[first:start]}[{text[start:end]}]{text[end:last]}".split())


def _show_error(error: Record, kinds: list[str], text: str) -> None:
    claim = error.get("gold") or error["got"]
    print(f"\n  {error['doc']} {claim['start']} {', '.join(kinds)}: [{claim['text']}]")
    print(f"    {sentence(text, claim['start'], claim['end'])}")
    if error["kind"] != "fields":
        print("    " + "  ".join(f"{name} {_value(claim[name])}" for name in _BRIEF if claim.get(name)))
        return
    for name in kinds:
        gold, got = (" to ".join(_value(side.get(key)) for key in _KEYS.get(name, (name,))) for side in (error["gold"], error["got"]))
        print(f"    {name:12} gold {gold}   predicted {got}")


def _value(value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return " < ".join(f"{source.get('name')} ({source.get('kind')})" for source in value)
    return json.dumps(value, ensure_ascii=False)
