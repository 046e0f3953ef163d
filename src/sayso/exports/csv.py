"""CSV: one claim a row, with its sentence, its place in the document, and an address to find it again."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

from sayso.exports._record import address, number
from sayso.ledger import Entry, Filter, Ledger
from sayso.model import Claim, Document

__all__ = ["COLUMNS", "SUFFIXES", "line", "lines", "safe"]

SUFFIXES = (".csv",)
COLUMNS = (
    *("claim", "document", "start", "end", "text", "sentence", "dimensions", "low", "high", "bound", "approx", "unit"),
    *("affected", "civil", "actor", "place", "place_id", "place_name", "country", "lat", "lon", "since", "until", "said"),
    *("sources", "source_kinds", "anonymous", "cue", "quoted", "hedged", "polarity", "modality", "extent", "kind"),
    *("repeat_of", "part_of", "publisher", "publisher_kind", "outlet", "author", "published", "title", "url", "path"),
    *("document_id", "address", "by"),
)
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")  # a spreadsheet runs a cell that begins so
_INWARDS = " > "  # between the sources of a chain: whom the document cites, then whom they cite

Cell = str | int | float | None


def lines(ledger: Ledger, wanted: Filter) -> Iterator[str]:
    """Yield the header and a row for each claim that fits the filter; offsets are code points, lists are parted by "|"."""
    yield line(COLUMNS)
    for entry in ledger.find(wanted):
        row = _row(entry)
        yield line([row[name] for name in COLUMNS])


def line(cells: Iterable[Cell]) -> str:
    """Return a row, its cells safe, ended by a line feed.

    >>> line(["sunday", 12, None, "said, then denied"])
    'sunday,12,,"said, then denied"\\n'
    """
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow([safe(cell) for cell in cells])  # so that a cell with either character is quoted
    return out.getvalue().removesuffix("\r\n") + "\n"


def safe(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula: words that begin like one get a leading apostrophe.

    >>> safe("=1+1"), safe("-5 degrees"), safe(-5), safe("about 5")
    ("'=1+1", "'-5 degrees", -5, 'about 5')
    """
    if isinstance(cell, str) and cell.lstrip().startswith(_FORMULA):
        return f"'{cell}"
    return cell


def _row(entry: Entry) -> dict[str, Cell]:
    claim, document = entry.claim, entry.document
    return (
        {"sentence": entry.sentence.of(document.text)}
        | _of_claim(claim, document.text)
        | _where(claim)
        | _who(claim, document)
        | _of(entry)
    )


def _of_claim(claim: Claim, text: str) -> dict[str, Cell]:
    return {
        "claim": claim.id,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "dimensions": "|".join(claim.dimensions),
        "low": number(claim.low),
        "high": number(claim.high),
        "bound": claim.bound.value,
        "approx": _yes(claim.approximate),
        "unit": claim.unit,
        "affected": claim.affected.name if claim.affected else None,
        "civil": claim.civil.value if claim.civil else None,
        "actor": claim.actor.name if claim.actor else None,
        "since": claim.since.isoformat() if claim.since else None,
        "until": claim.until.isoformat() if claim.until else None,
        "said": claim.said.isoformat() if claim.said else None,
        "hedged": _yes(claim.hedged),
        "polarity": claim.polarity.value,
        "modality": claim.modality.value,
        "extent": claim.extent.value if claim.extent else None,
        "kind": claim.kind.value,
        "repeat_of": claim.repeat_of,
        "part_of": claim.part_of,
        "place": claim.place.whole.of(text) if claim.place else None,
        "cue": "|".join(span.of(text) for span in claim.cue),
        "by": claim.by,
    }


def _where(claim: Claim) -> dict[str, Cell]:
    place = claim.place.place if claim.place else None
    return {
        "place_id": place.id if place else None,
        "place_name": place.name if place else None,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
    }


def _who(claim: Claim, document: Document) -> dict[str, Cell]:
    return {
        "sources": _INWARDS.join(source.name or "not named" for source in claim.chain),
        "source_kinds": _INWARDS.join(source.kind.value for source in claim.chain),
        "anonymous": _INWARDS.join(_yes(source.anonymous) for source in claim.chain),
        "quoted": claim.quoted.value if claim.quoted else None,
        "publisher": document.publisher.name if document.publisher else None,
        "publisher_kind": document.publisher.kind.value if document.publisher else None,
    }


def _of(entry: Entry) -> dict[str, Cell]:
    document = entry.document
    return {
        "document": document.name,
        "document_id": document.id,
        "outlet": document.outlet,
        "author": document.author,
        "published": document.published.isoformat() if document.published else None,
        "title": document.title,
        "url": document.url,
        "path": document.path,
        "address": address(document, entry.claim.span),
    }


def _yes(value: object) -> str:
    return "yes" if value else "no"
