"""Adding: documents and their claims go into the ledger, each document whole or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from sayso import __version__, lexicon, pipeline, readers
from sayso.annotators.sentences import around, sentences
from sayso.gazetteers import local
from sayso.ledger._rows import claim_row, document_row, source_rows
from sayso.ledger.store import Counts, Ledger
from sayso.model import Document, Extraction, Unread

__all__ = ["Run", "fill"]


class Run:
    """One run of adding, logged from its start; what was put is kept if it is killed, and the next run goes on from there."""

    def __init__(self, ledger: Ledger, paths: Iterable[str | Path] = (), started: datetime | None = None) -> None:
        """Start a run in the log; `paths` are what is to be read, `started` the time if it is to be logged."""
        self.counts = Counts()
        self.fingerprint = pipeline.fingerprint()
        self._ledger = ledger
        self._taken: set[str] = set()
        self._row = ledger.file.write(
            "start_run",
            started=started.isoformat() if started else None,
            version=__version__,
            fingerprint=self.fingerprint,
            lexicons=lexicon.fingerprint(),
            gazetteer=local.fingerprint(),
            paths=json.dumps([str(path) for path in paths]),  # escapes what is not ASCII
        )

    def wants(self, document: Document) -> bool:
        """Tell whether the document is to be extracted: not if this run has it, nor if the ledger has its claims by the same rules.

        Where it has, what is known of the document besides its text (title, publisher, file) is brought up to date.
        """
        known = document.id in self._taken or self._ledger.extracted_by(document.id) == self.fingerprint
        self._taken.add(document.id)
        self._count(documents=1, unchanged=int(known))
        if known:
            self._ledger.file.write("renew_document", **document_row(self._at_home(document)))
        return not known

    def put(self, document: Document, extraction: Extraction) -> None:
        """Store the document and its claims in place of those that other rules, or another version of the reader, made of it."""
        file = self._ledger.file
        columns = document_row(self._at_home(document))
        with file.transaction():
            added = file.added("add_document", **columns)
            if not added:
                file.write("renew_document", **columns)
            row = added or int(file.value("row_of_document", id=document.id) or 0)
            replaced = self._replace(document) if added else 0
            claims = self._claims(row, document, extraction)
            file.write("set_extraction", document=row, fingerprint=self.fingerprint, run=self._row)
            self._count(added=int(bool(added)), renewed=int(not added), replaced=replaced, claims=claims)
            self._count(abstentions=len(extraction.abstentions))
            file.write("count_run", row=self._row, **_columns(self.counts))

    def pass_over(self, item: Unread) -> None:
        """Log what could not be read, with its reason."""
        self._ledger.file.write("add_unread", run=self._row, path=_storable(item.path), reason=_storable(item.reason))

    def finish(self, when: datetime | None = None) -> Counts:
        """Log the run as complete and return its counts."""
        self._ledger.file.write("count_run", row=self._row, **_columns(self.counts))
        self._ledger.file.write("finish_run", row=self._row, finished=when.isoformat() if when else None)
        return self.counts

    def _replace(self, document: Document) -> int:
        file = self._ledger.file
        former = list(file.rows("former_readings", sha256=document.sha256, name=document.name, reader=document.reader))
        for row, former_id, name, sha256 in former:
            file.write("remember_former", id=former_id, name=name, sha256=sha256)
            file.write("drop_document", row=row)
        return len(former)

    def _claims(self, row: int, document: Document, extraction: Extraction) -> int:
        file = self._ledger.file
        file.write("drop_claims", document=row)
        file.write("drop_abstentions", document=row)
        found = list(sentences(document.text)) if extraction.claims else []
        made = 0
        for claim in extraction.claims:
            columns = claim_row(claim, document.text, around(found, claim.span))
            if (number := file.added("add_claim", document=row, **columns)) is None:
                continue  # the extractor gave the same claim twice
            made += 1
            for dimension in claim.dimensions:
                file.write("add_dimension", claim=number, dimension=dimension)
            for source in source_rows(claim):
                file.write("add_source", claim=number, **source)
        for abstention in extraction.abstentions:
            span = abstention.span
            file.write("add_abstention", document=row, start=span.start, end=span.end, reason=abstention.reason)
        return made

    def _at_home(self, document: Document) -> Document:
        """Return the document with a path below the ledger's folder as relative to it, so that both can be moved; else absolute."""
        ledger = self._ledger.file.path
        if ledger is None or not document.path:
            return document
        whole, folder = Path(document.path).resolve(), ledger.resolve().parent
        return replace(document, path=whole.relative_to(folder).as_posix() if whole.is_relative_to(folder) else str(whole))

    def _count(self, **more: int) -> None:
        self.counts = replace(self.counts, **{name: getattr(self.counts, name) + number for name, number in more.items()})


def _storable(words: str) -> str:
    """Return words with any bytes of a file's name that are no text written out."""
    return words.encode("utf-8", "backslashreplace").decode("utf-8")


def _columns(counts: Counts) -> dict[str, int]:
    return {name: getattr(counts, name) for name in Counts.__slots__}


def fill(ledger: Ledger, paths: Iterable[str | Path], workers: int = 1) -> Counts:
    """Read files and folders into a ledger, and return what was done; what could not be read is in the run log."""
    paths = tuple(paths)
    run = Run(ledger, paths)
    for document, extraction in pipeline.extract_all(_wanted(run, readers.read(paths)), workers):
        if isinstance(extraction, Unread):
            run.pass_over(extraction)
        else:
            run.put(document, extraction)
    return run.finish()


def _wanted(run: Run, items: Iterable[Document | Unread]) -> Iterator[Document]:
    for item in items:
        if isinstance(item, Unread):
            run.pass_over(item)
        elif run.wants(item):
            yield item
