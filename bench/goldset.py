"""Gold sets: folders of gold claims with their documents, the parts they are scored in, and what came out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from environment import ROOT, evaluation

Record = dict[str, Any]  # a claim, an error or a score as its JSON has it


@dataclass(frozen=True, slots=True)
class GoldSet:
    """A set of gold claims: its name, the folder of claims and the folder of the documents they are about."""

    name: str
    claims: Path
    documents: Path

    def names(self) -> list[str]:
        """Return the names of the documents that have gold claims."""
        return sorted(path.stem for path in self.claims.glob("*.json"))

    def text(self, name: str) -> str:
        """Return the text of a document."""
        return str(json.loads((self.documents / f"{name}.json").read_text("utf-8"))["text"])

    def gold(self, name: str) -> list[Record]:
        """Return the gold claims of a document."""
        return list(json.loads((self.claims / f"{name}.json").read_text("utf-8"))["claims"])


@dataclass(frozen=True, slots=True)
class Part:
    """The documents of a set that are scored together; the errors of a closed part are not shown."""

    name: str
    documents: tuple[str, ...]
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Measured:
    """The scores of a part of a set, and its errors."""

    gold: GoldSet
    part: Part
    scores: Record
    errors: tuple[Record, ...]


def gold_sets() -> list[GoldSet]:
    """Return the sets that are on this machine, the own one first."""
    own = ROOT / "bench" / "gold"
    found = [GoldSet("own", own / "claims", own / "docs")]
    if folder := evaluation():
        found.append(GoldSet("dev", folder / "claims" / "dev", folder.parent / "corpus" / "docs"))
    return found


def parts(gold: GoldSet, wanted: Iterable[str] | None, split: tuple[int, int] | None) -> list[Part]:
    """Return the parts of a set: all the wanted documents, or with a split (2, 3) the second third closed and the rest open."""
    chosen = [name for name in gold.names() if wanted is None or name in wanted]
    if not split:
        return [Part("all", tuple(chosen))] if chosen else []
    shut = _share(gold.names(), *split)
    closed = tuple(name for name in chosen if name in shut)
    opened = tuple(name for name in chosen if name not in shut)
    return [part for part in (Part("open", opened), Part("closed", closed, closed=True)) if part.documents]


def names(error: Record) -> list[str]:
    """Return what an error is called: missed, spurious, or the fields that are wrong."""
    return list(error["wrong"]) if error["kind"] == "fields" else [error["kind"]]


def _share(documents: list[str], number: int, of: int) -> set[str]:
    """Return each third document, say, in the order of their names' hashes: an even share, the same at each run."""
    return set(sorted(documents, key=lambda name: hashlib.sha256(name.encode()).hexdigest())[number - 1 :: of])
