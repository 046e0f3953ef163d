"""JSON lines: one claim, or one document with its claims, a line."""

from __future__ import annotations

import json

from sayso.exports._record import Record, record
from sayso.model import Document, Extraction

__all__ = ["line", "sheet"]


def sheet(document: Document, extraction: Extraction) -> Record:
    """Return a document's name with its claims and the figures that were left alone; claims are numbered within it."""
    ids = {claim.id: f"{document.name}-{number:02}" for number, claim in enumerate(extraction.claims, 1)}
    return {
        "id": document.name,
        "document": document.id,
        "claims": [record(claim, document, ids) | {"claim": claim.id} for claim in extraction.claims],
        "left_alone": [{"start": a.span.start, "end": a.span.end, "reason": a.reason} for a in extraction.abstentions],
    }


def line(values: Record) -> str:
    """Return the values as one line of JSON, in the order given."""
    return json.dumps(values, ensure_ascii=False, allow_nan=False)
