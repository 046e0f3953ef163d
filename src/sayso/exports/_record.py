"""Records: a claim as plain values under the field names of the guidelines, fit for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sayso.ledger import Entry
from sayso.model import Claim, Document, Extraction, Mention, Reason, Source, Span, Toponym

__all__ = ["Record", "Value", "address", "entry_record", "named", "number", "record", "sheet"]

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]
Record = dict[str, Value]


def record(claim: Claim, document: Document, ids: Mapping[str, str] | None = None) -> Record:
    """Return the claim as the guidelines name its fields, then what sayso knows besides.

    `start` and `end` are code points of the document's text. `ids` gives other names to claim ids (as in a file of one document).
    """
    text = document.text
    ids = ids or {}
    return {
        "id": ids.get(claim.id, claim.id),
        "document": claim.document,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "dimensions": list(claim.dimensions),
        "low": number(claim.low),
        "high": number(claim.high),
        "approx": claim.approximate,
        "unit": claim.unit,
        "affected": _name(claim.affected),
        "civil": claim.civil and claim.civil.value,
        "actor": _name(claim.actor),
        "place": claim.place.whole.of(text) if claim.place else None,
        "when": [_day(claim.since), _day(claim.until)] if claim.since or claim.until else None,
        "sources": [_source(source) for source in claim.chain],
        "hedged": claim.hedged,
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "repeat_of": claim.repeat_of and ids.get(claim.repeat_of, claim.repeat_of),
        "part_of": claim.part_of and ids.get(claim.part_of, claim.part_of),
        "kind": claim.kind.value,
        "bound": claim.bound.value,
        "extent": claim.extent and claim.extent.value,
        "said": _day(claim.said),
        "cue": [span.of(text) for span in claim.cue],
        "quoted": claim.quoted and claim.quoted.value,
        "located": _located(claim.place) if claim.place else None,
        "by": claim.by,
        "why": [_reason(reason) for reason in claim.why],
        "address": address(document, claim.span),
    }


def sheet(document: Document, extraction: Extraction) -> Record:
    """Return a document's name with its claims and the figures that were left alone; claims are numbered within it."""
    ids = {claim.id: f"{document.name}-{number:02}" for number, claim in enumerate(extraction.claims, 1)}
    return {
        "id": document.name,
        "document": document.id,
        "claims": [record(claim, document, ids) | {"claim": claim.id} for claim in extraction.claims],
        "left_alone": [{"start": a.span.start, "end": a.span.end, "reason": a.reason} for a in extraction.abstentions],
    }


def entry_record(entry: Entry) -> Record:
    """Return a claim of a ledger with its sentence and what is known of its document."""
    return record(entry.claim, entry.document) | {"sentence": entry.sentence.of(entry.document.text), "from": named(entry.document)}


def named(document: Document) -> Record:
    """Return what is known of a document, without its text."""
    return {
        "id": document.id,
        "name": document.name,
        "title": document.title,
        "publisher": document.publisher.name if document.publisher else None,
        "publisher_kind": document.publisher.kind.value if document.publisher else None,
        "outlet": document.outlet,
        "author": document.author,
        "published": _day(document.published),
        "url": document.url,
        "path": document.path,
        "language": document.language,
        "sha256": document.sha256,
        "text_sha256": document.text_sha256,
        "reader": document.reader,
        "notes": list(document.notes),
    }


def address(document: Document, span: Span) -> str:
    """Return the address of words in a document of a ledger, in code points, after RFC 5147's "char" scheme.

    >>> address(Document("Nine wounded.", "note"), Span(0, 4)).partition("#")[2]
    'char=0,4'
    """
    return f"sayso:{document.id}#char={span.start},{span.end}"


def number(value: float | None) -> int | float | None:
    """Return a whole number as an integer, so that it is written without a decimal point.

    >>> number(27.0), number(0.5), number(None)
    (27, 0.5, None)
    """
    return int(value) if value is not None and value == value // 1 else value


def _name(mention: Mention | None) -> str | None:
    return mention.name if mention else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _source(source: Source) -> Record:
    return {"name": source.name, "kind": source.kind.value, "anonymous": source.anonymous}


def _located(toponym: Toponym) -> Record | None:
    if toponym.place is None:
        return None
    place = toponym.place
    return {
        "id": place.id,
        "name": place.name,
        "lat": place.lat,
        "lon": place.lon,
        "feature": place.feature,
        "country": place.country,
        "admin": list(place.admin),
        "precision": place.precision,
        "score": toponym.score,
        "guess": toponym.guess,
    }


def _reason(reason: Reason) -> Record:
    span = reason.span
    return {
        "rule": reason.rule,
        "field": reason.field,
        "words": reason.words,
        "start": span.start if span else None,
        "end": span.end if span else None,
    }
