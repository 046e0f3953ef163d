"""JSON: one list of claims, under the field names of the guidelines."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.exports import jsonl
from sayso.ledger import Filter, Ledger

__all__ = ["SUFFIXES", "lines"]

SUFFIXES = (".json",)


def lines(ledger: Ledger, wanted: Filter) -> Iterator[str]:
    """Yield the claims that fit the filter as one JSON list, a claim a line."""
    before = "[\n"
    for line in jsonl.lines(ledger, wanted):
        yield before + line.rstrip("\n")
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"
