"""The audit: every hash and every span of a ledger computed anew."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from sayso.ledger._rows import load, load_document
from sayso.ledger.store import Ledger
from sayso.model import Claim, Document, Judgement, Span

__all__ = ["Audit", "Fault", "audit"]


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it was stored: of what (a document's name, a claim's id), and what is wrong, in words."""

    subject: str
    wrong: str


@dataclass(frozen=True, slots=True)
class Audit:
    """How much was checked, and the faults; `files` are raw files found where they lay, `gone` those not there any more."""

    documents: int = 0
    claims: int = 0
    spans: int = 0
    judgements: int = 0
    files: int = 0
    gone: int = 0
    faults: tuple[Fault, ...] = field(default=())


def audit(ledger: Ledger, tick: Callable[[str], None] = lambda name: None) -> Audit:
    """Return what the check of a whole ledger found; `tick` is called with the name of each document when it is done.

    Checked are SQLite's own structure, the hash and id of each document, id, words and spans of each claim, the id of each
    judgement, and the raw file of each document where it still lies in its place.
    """
    found = Audit(faults=tuple(Fault("the ledger file", line) for line in ledger.file.complaints()))
    stored: dict[Path, set[str]] = {}
    for row in list(ledger.file.rows("document_rows")):
        name, part, files = _document(ledger, int(row[0] or 0))
        found = _plus(found, part)
        for file, sha256 in files:
            stored.setdefault(file, set()).add(sha256)
        tick(name)
    return _plus(_plus(found, _files(stored)), _judgements(ledger))


def _document(ledger: Ledger, row: int) -> tuple[str, Audit, list[tuple[Path, str]]]:
    stored, text_sha256, noun, text = next(ledger.file.rows("audit_document", row=row))
    try:
        document = load_document(noun, text)
    except ValueError as error:
        return str(stored), Audit(documents=1, faults=(Fault(f"document {stored}", f"its record cannot be read ({error})"),)), []
    wrong = []
    if document.text_sha256 != text_sha256:
        wrong.append("its text is not the text that was stored")
    if document.id != stored:
        wrong.append(f"its text, name, outlet, day or reader changed: the id is {document.id} now")
    faults = tuple(Fault(f"document {stored} ({document.name})", words) for words in wrong)
    found = _plus(Audit(documents=1, faults=faults), _claims(ledger, row, document))
    return document.name, found, list(_raw(ledger, document))


def _claims(ledger: Ledger, row: int, document: Document) -> Audit:
    found = Audit()
    for stored, start, end, sentence_start, sentence_end, noun in ledger.file.rows("audit_claims", document=row):
        found = replace(found, claims=found.claims + 1)
        subject = f"claim {stored} in {document.name}"
        try:
            claim = load(Claim, noun)
        except ValueError as error:
            found = _plus(found, Audit(faults=(Fault(subject, f"its record cannot be read ({error})"),)))
            continue
        spans = tuple(claim.spans())
        wrong = list(_claim(claim, document, spans))
        if (claim.id, claim.span.start, claim.span.end) != (stored, start, end):
            wrong.append("its columns and its record differ")
        if not 0 <= int(sentence_start or 0) <= claim.span.start <= claim.span.end <= int(sentence_end or 0) <= len(document.text):
            wrong.append("its sentence does not hold it")
        found = _plus(found, Audit(spans=len(spans), faults=tuple(Fault(subject, words) for words in wrong)))
    return found


def _claim(claim: Claim, document: Document, spans: tuple[Span, ...]) -> Iterator[str]:
    if claim.document != document.id:
        yield f"it belongs to document {claim.document}"
    if claim.span.of(document.text) != claim.text:
        yield f"its words are {claim.text!r}, the text has {claim.span.of(document.text)!r} there"
    for span in spans:
        if span.end > len(document.text):
            yield f"it points beyond the text: {span.start} to {span.end} of {len(document.text)}"


def _judgements(ledger: Ledger) -> Audit:
    found = Audit()
    for stored, noun in ledger.file.rows("audit_judgements"):
        found = replace(found, judgements=found.judgements + 1)
        try:
            same = load(Judgement, noun).id == stored
        except ValueError:
            same = False
        if not same:
            found = _plus(found, Audit(faults=(Fault(f"judgement {stored}", "it is not as it was recorded"),)))
    return found


def _raw(ledger: Ledger, document: Document) -> Iterator[tuple[Path, str]]:
    if document.path and document.sha256:
        yield ledger.home / document.path, document.sha256


def _files(stored: dict[Path, set[str]]) -> Audit:
    found = Audit()
    for file, hashes in stored.items():
        present = _hash(file)
        if present is None:
            found = replace(found, gone=found.gone + 1)
            continue
        found = replace(found, files=found.files + 1)
        if present not in hashes:  # where it is in, an older state of the file was read as well, and is no fault
            found = _plus(
                found, Audit(faults=(Fault(str(file), "the file is not the one that was read; 'sayso add' reads it as it is now"),))
            )
    return found


def _hash(file: Path) -> str | None:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def _plus(one: Audit, other: Audit) -> Audit:
    return Audit(*(getattr(one, name) + getattr(other, name) for name in Audit.__slots__))
