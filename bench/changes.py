"""Changes: which claims came out better, and which worse, than in the last run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from goldset import Measured, Record, names

State = dict[str, list[str]]  # each claim of a document with what is wrong with it


def show_changes(measured: Measured, last: Path) -> None:
    """Print gains and losses against what the file `last` holds, document by document, and bring it up to date."""
    held: dict[str, State] = json.loads(last.read_text("utf-8")) if last.exists() else {}
    now = {name: _state(measured, name) for name in measured.part.documents}
    last.write_text(json.dumps({**held, **now}, ensure_ascii=False, indent=1), "utf-8")
    known = [name for name in now if name in held]
    gains = [words for name in known for words in _better(name, held[name], now[name], "no longer")]
    losses = [words for name in known for words in _better(name, now[name], held[name], "now")]
    print(f"  against the last run of {len(known)} documents: {len(gains)} gained, {len(losses)} lost")
    for sign, lines in (("+", gains), ("-", losses)):
        for words in lines:
            print(f"    {sign} {words}")


def _state(measured: Measured, document: str) -> State:
    errors = [error for error in measured.errors if error["doc"] == document]
    wrong = {error["gold"]["id"]: names(error) for error in errors if "gold" in error}
    gold = {f"{claim['id']} [{claim['text']}]": wrong.get(claim["id"], []) for claim in measured.gold.gold(document)}
    return gold | {_place(error["got"]): names(error) for error in errors if "gold" not in error}


def _place(claim: Record) -> str:
    return f"at {claim['start']} [{claim['text']}]"


def _better(document: str, worse: State, better: State, word: str) -> Iterator[str]:
    """Yield what is wrong with each claim in the one state and not in the other; a missed claim has no other errors to lose."""
    for claim in sorted(worse):
        other = set(better.get(claim, ()))
        if "missed" not in other and (ended := sorted(set(worse[claim]) - other)):
            yield f"{document} {claim} {word} {', '.join(ended)}"
