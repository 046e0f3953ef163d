"""Canonical: a whole ledger as JSON lines, byte for byte the same for the same input."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sayso.exports._record import Record, named, record
from sayso.ledger import Filter, Ledger, review
from sayso.model import Claim, Document, Judgement

__all__ = ["SUFFIXES", "lines"]

SUFFIXES = (".canonical.jsonl",)
_VERSION = 1  # of this format: raised when a line's fields change


def lines(ledger: Ledger, wanted: Filter) -> Iterator[str]:
    """Yield a head, then documents by id, each followed by the claims that fit the filter and by the figures left alone, then judgements.

    Keys are sorted. What depends on the machine or the day (paths, times of reading and of runs) is left out, and the order of adding
    does not matter.
    """
    yield _line({"canonical": _VERSION})
    chosen = None if wanted == Filter() else {entry.claim.id for entry in ledger.find(wanted)}
    for document in ledger.documents_by_id():
        claims = [claim for claim in ledger.claims_of(document.id) if chosen is None or claim.id in chosen]
        if claims or chosen is None:
            yield from _document(ledger, document, claims)
    for judgement in sorted(review.history(ledger), key=lambda judgement: (judgement.when.isoformat(), judgement.id)):
        yield _line({"judgement": _judgement(judgement)})


def _document(ledger: Ledger, document: Document, claims: list[Claim]) -> Iterator[str]:
    known = {name: value for name, value in named(document).items() if name != "path"}
    yield _line({"document": known | {"text": document.text}})
    for claim in claims:
        yield _line({"claim": record(claim, document)})
    for left in ledger.abstentions_of(document.id):
        span = left.span
        yield _line({"left_alone": {"document": document.id, "start": span.start, "end": span.end, "reason": left.reason}})


def _judgement(judgement: Judgement) -> Record:
    return {
        "id": judgement.id,
        "subject": judgement.subject,
        "verdict": judgement.verdict,
        "by": judgement.by,
        "when": judgement.when.isoformat(),
        "document": judgement.document,
        "quotes": [{"prefix": quote.prefix, "exact": quote.exact, "suffix": quote.suffix} for quote in judgement.quotes],
        "corrected": [[name, value] for name, value in judgement.corrected],
        "note": judgement.note,
    }


def _line(values: Record) -> str:
    return json.dumps(values, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":")) + "\n"
