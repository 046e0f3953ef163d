"""The store: what is in a ledger, read and searched."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from types import TracebackType

from sayso.errors import LedgerError
from sayso.ledger._file import File, Row
from sayso.ledger._rows import load, load_document
from sayso.model import Abstention, Claim, Document, Span, Unread

__all__ = ["Entry", "Filter", "Ledger", "LoggedRun", "match"]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which claims are wanted; each field narrows, a tuple takes any of its words, None and () ask for all.

    `places` and `sources` are whole words of a name, whatever their case and accents; `sources` also a source's kind, and the
    publisher of claims that name nobody. `documents` are names, ids or at least 8 digits of ids. `since` and `until` take the claims whose
    period touches these days, or, without a period, that were said then. `search` are words, all of which stand in the sentence or
    the claim's names; words in double quotes stand together, a word ending in "*" is a beginning.
    """

    dimensions: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    denied: bool | None = None
    hedged: bool | None = None
    search: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with its document and the sentence that it stands in."""

    claim: Claim
    document: Document
    sentence: Span


@dataclass(frozen=True, slots=True)
class Counts:
    """What a run did: documents read, added, renewed (new rules), unchanged, former readings replaced; claims and abstentions made."""

    documents: int = 0
    added: int = 0
    renewed: int = 0
    unchanged: int = 0
    replaced: int = 0
    claims: int = 0
    abstentions: int = 0


@dataclass(frozen=True, slots=True)
class LoggedRun:
    """What the run log says of one run; `complete` is false while it runs, and where it was killed.

    Times are ISO 8601, if they were given.
    """

    started: str | None
    finished: str | None
    complete: bool
    version: str
    fingerprint: str
    lexicons: str
    gazetteer: str
    paths: tuple[str, ...]
    counts: Counts
    unread: tuple[Unread, ...]


class Ledger:
    """A ledger of claims, open for reading and adding; a context manager that closes it."""

    def __init__(self, path: str | Path | None = None, *, create: bool = False) -> None:
        """Open the ledger file, or with `create` make it if it is not there; without a path one in memory.

        Raises LedgerError, with a way out, where the file is missing, damaged, locked, newer or no ledger.
        """
        self.file = File(None if path is None else Path(path), create=create)

    def __enter__(self) -> Ledger:
        """Return the ledger."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the file."""
        self.close()

    def __repr__(self) -> str:
        """Return the path and the counts."""
        counts = f"{self.count_documents()} documents, {self.count_claims()} claims"
        return f"<Ledger {self.file.path or 'in memory'}: {counts}>"

    @property
    def home(self) -> Path:
        """The folder that the paths of documents start from."""
        return self.file.path.resolve().parent if self.file.path else Path()

    @property
    def documents(self) -> tuple[Document, ...]:
        """Every document, by name."""
        return tuple(load_document(*row) for row in self.file.rows("documents"))

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim, by the name of its document and where it stands."""
        return tuple(entry.claim for entry in self.find())

    @property
    def unread(self) -> tuple[Unread, ...]:
        """What the last run could not read, with reasons."""
        last = self.runs[-1:]
        return last[0].unread if last else ()

    @property
    def runs(self) -> tuple[LoggedRun, ...]:
        """The log of runs, the oldest first."""
        return tuple(self._run(row) for row in list(self.file.rows("runs")))

    def find(self, wanted: Filter = Filter()) -> Iterator[Entry]:
        """Yield the claims that fit a filter, by the name of their document and where they stand."""
        parameters = {
            "dimensions": _any(wanted.dimensions),
            "places": _any(wanted.places),
            "sources": _any(wanted.sources),
            "documents": _any(wanted.documents),
            "since": wanted.since.isoformat() if wanted.since else None,
            "until": wanted.until.isoformat() if wanted.until else None,
            "denied": wanted.denied,
            "hedged": wanted.hedged,
            "search": match(wanted.search) if wanted.search else None,
            "limit": -1 if wanted.limit is None else wanted.limit,
        }
        yield from self._entries(self.file.rows("claims", **parameters))

    def claims_like(self, id_or_place: str) -> tuple[Entry, ...]:
        """Return the claims whose id begins so, or that hold a place given as "document:start"; often one."""
        name, _, start = id_or_place.rpartition(":")
        if name and start.isdigit():
            return tuple(self._entries(self.file.rows("claims_at", document=name, start=int(start))))
        return tuple(self._entries(self.file.rows("claims_like", id=id_or_place)))

    def claims_of(self, document: str) -> tuple[Claim, ...]:
        """Return the claims of the document of this id, in reading order."""
        return tuple(load(Claim, noun) for (noun,) in self.file.rows("claims_of_document", id=document))

    def abstentions_of(self, document: str) -> tuple[Abstention, ...]:
        """Return the figures of the document of this id that were left alone, in reading order."""
        rows = self.file.rows("abstentions_of_document", id=document)
        return tuple(Abstention(Span(int(start or 0), int(end or 0)), str(reason)) for start, end, reason in rows)

    def document(self, id: str) -> Document | None:  # noqa: A002  # the noun's own word
        """Return the document of this id, or None."""
        return next((load_document(*row) for row in self.file.rows("document", id=id)), None)

    def documents_by_id(self) -> Iterator[Document]:
        """Yield every document by id, one at a time."""
        for row in self.file.rows("documents_by_id"):
            yield load_document(*row)

    def newer_readings(self, id: str) -> tuple[Document, ...]:  # noqa: A002  # the noun's own word
        """Return the documents that replaced the reading of this id."""
        return tuple(load_document(*row) for row in self.file.rows("newer_readings", id=id))

    def search(self, words: str, limit: int | None = None) -> Iterator[Document]:
        """Yield the documents that hold these words, the best fit first; words in double quotes stand together."""
        rows = self.file.rows("search_documents", match=match(words), limit=-1 if limit is None else limit)
        yield from (load_document(*row) for row in rows)

    def extracted_by(self, id: str) -> str | None:  # noqa: A002  # the noun's own word
        """Return the fingerprint of the rules that made the claims of the document of this id; None where it is not there."""
        found = self.file.value("extraction_of", id=id)
        return None if found is None else str(found)

    def stale(self, fingerprint: str) -> Iterator[Document]:
        """Yield the documents whose claims were not made by the rules of this fingerprint, with whole paths."""
        for row in self.file.rows("stale_documents", fingerprint=fingerprint):
            document = load_document(*row)
            yield replace(document, path=str(self.home / document.path)) if document.path else document

    def count_stale(self, fingerprint: str) -> int:
        """Return how many documents have claims that were not made by the rules of this fingerprint."""
        return int(self.file.value("count_stale", fingerprint=fingerprint) or 0)

    def count_documents(self) -> int:
        """Return how many documents there are."""
        return int(self.file.value("count_documents") or 0)

    def count_claims(self) -> int:
        """Return how many claims there are."""
        return int(self.file.value("count_claims") or 0)

    def close(self) -> None:
        """Close the file."""
        self.file.close()

    def _entries(self, rows: Iterator[Row]) -> Iterator[Entry]:
        document: Document | None = None
        key = None
        for noun, start, end, owner in rows:
            if document is None or owner != key:
                document, key = self.document(str(owner)), owner
            if document is None:
                raise LedgerError(f"document {owner} is gone; 'sayso integrity' says more")
            yield Entry(load(Claim, noun), document, Span(int(start or 0), int(end or 0)))

    def _run(self, row: Row) -> LoggedRun:
        number, started, finished, complete, version, fingerprint, lexicons, gazetteer, paths, *counts = row
        unread = tuple(Unread(str(path), str(reason)) for path, reason in self.file.rows("unread_of_run", run=number))
        times = None if started is None else str(started), None if finished is None else str(finished)
        rules = str(version), str(fingerprint), str(lexicons), str(gazetteer)
        return LoggedRun(*times, bool(complete), *rules, tuple(json.loads(str(paths))), Counts(*(int(c or 0) for c in counts)), unread)


def match(words: str) -> str:
    """Return what a person typed as a query of SQLite's full-text search: every word, phrases in double quotes, "*" for a beginning.

    >>> match('killed "air strike" hosp*')
    '"killed" "air strike" "hosp" *'
    """
    parts: list[str] = []
    for number, piece in enumerate(words.split('"')):
        pieces = [piece] if number % 2 else piece.split()
        parts += [f'"{part.rstrip("*")}"{" *" if part.endswith("*") else ""}' for part in pieces if part.strip(" *")]
    return " ".join(parts) or '""'


def _any(words: tuple[str, ...]) -> str | None:
    return json.dumps(words) if words else None
