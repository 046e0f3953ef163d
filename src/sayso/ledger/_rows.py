"""Rows: nouns as the columns of the ledger, and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from sayso.ledger._file import Cell
from sayso.model import Claim, Document, Judgement, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["claim_row", "document_row", "dump", "judgement_row", "load", "load_document", "source_rows"]

Noun = TypeVar("Noun")


def dump(noun: object) -> str:
    """Return a noun as JSON, its fields in the order of the class."""
    import msgspec

    return msgspec.json.encode(noun).decode("utf-8")


def load(kind: type[Noun], words: Cell) -> Noun:
    """Return the noun that was dumped; ValueError where the words are none."""
    import msgspec

    return msgspec.json.decode(str(words), type=kind)


def load_document(noun: Cell, text: Cell) -> Document:
    """Return the document whose text is kept beside it."""
    return replace(load(Document, noun), text=str(text))


def document_row(document: Document) -> dict[str, Cell]:
    """Return the columns of a document."""
    return {
        "id": document.id,
        "name": document.name,
        "path": document.path,
        "title": document.title,
        "publisher": document.publisher.name if document.publisher else None,
        "outlet": document.outlet,
        "author": document.author,
        "published": _day(document.published),
        "url": document.url,
        "language": document.language,
        "reader": document.reader,
        "sha256": document.sha256,
        "text_sha256": document.text_sha256,
        "noun": dump(replace(document, text="")),
        "text": document.text,
    }


def claim_row(claim: Claim, text: str, sentence: Span) -> dict[str, Cell]:
    """Return the columns of a claim in a text, its document's row left out."""
    place = claim.place.place if claim.place else None
    return {
        "id": claim.id,
        "start": claim.span.start,
        "end": claim.span.end,
        "sentence_start": sentence.start,
        "sentence_end": sentence.end,
        "text": claim.text,
        "kind": claim.kind.value,
        "low": claim.low,
        "high": claim.high,
        "approximate": claim.approximate,
        "unit": claim.unit,
        "affected": claim.affected.name if claim.affected else None,
        "civil": claim.civil.value if claim.civil else None,
        "actor": claim.actor.name if claim.actor else None,
        "place": claim.place.whole.of(text) if claim.place else None,
        "place_id": place.id if place else None,
        "place_name": place.name if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "since": _day(claim.since),
        "until": _day(claim.until),
        "said": _day(claim.said),
        "hedged": claim.hedged,
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "extent": claim.extent.value if claim.extent else None,
        "repeat_of": claim.repeat_of,
        "words": "\n".join(_words(claim, text, sentence)),
        "noun": dump(claim),
    }


def source_rows(claim: Claim) -> Iterator[dict[str, Cell]]:
    """Yield the columns of each source of the chain, from the reader inwards."""
    for position, source in enumerate(claim.chain):
        yield {"position": position, "name": source.name, "kind": source.kind.value, "anonymous": source.anonymous}


def judgement_row(judgement: Judgement) -> dict[str, Cell]:
    """Return the columns of a judgement."""
    return {
        "id": judgement.id,
        "subject": judgement.subject,
        "verdict": judgement.verdict,
        "by": judgement.by,
        "when": judgement.when.isoformat(),
        "document": judgement.document,
        "noun": dump(judgement),
    }


def _words(claim: Claim, text: str, sentence: Span) -> Iterator[str]:
    said = sentence.of(text)
    yield said
    names = [mention.name for mention in (claim.affected, claim.actor) if mention]
    names += [source.name for source in claim.chain if source.name]
    if claim.place:
        names += [claim.place.whole.of(text), claim.place.place.name if claim.place.place else claim.place.name]
    yield from (name for name in dict.fromkeys(names) if name not in said)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
