"""JSON lines: one claim a line, under the field names of the guidelines."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sayso.exports._record import Record, entry_record
from sayso.ledger import Filter, Ledger

__all__ = ["SUFFIXES", "line", "lines"]

SUFFIXES = (".jsonl", ".ndjson")


def lines(ledger: Ledger, wanted: Filter) -> Iterator[str]:
    """Yield each claim that fits the filter, with its sentence and what is known of its document, as a line."""
    for entry in ledger.find(wanted):
        yield line(entry_record(entry)) + "\n"


def line(values: Record) -> str:
    """Return the values as one line of JSON, in the order given."""
    return json.dumps(values, ensure_ascii=False, allow_nan=False)
