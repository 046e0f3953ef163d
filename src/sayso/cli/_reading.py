"""Reading: documents read and extracted with a progress bar, and the unread ones counted and listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import click

from sayso.cli._progress import Progress
from sayso.model import Document, Extraction, Unread

__all__ = ["UNREAD", "Reading"]

UNREAD = 3  # exit code: finished, but some documents are unread


@dataclass(slots=True)
class Reading:
    """One pass over paths: yields what was read, and keeps count."""

    paths: tuple[Path, ...]
    workers: int = 1
    unread: list[Unread] = field(default_factory=list)
    documents: int = 0
    claims: int = 0

    def extractions(self) -> Iterator[tuple[Document, Extraction]]:
        """Yield each document of the paths with its extraction; what fails is kept in `unread`."""
        from sayso import pipeline

        with Progress("extracting") as progress:
            for document, extraction in pipeline.extract_all(self._documents(progress), self.workers):
                progress.step(document.name)
                if isinstance(extraction, Unread):
                    self.unread.append(extraction)
                    continue
                self.documents += 1
                self.claims += len(extraction.claims)
                yield document, extraction

    def report(self) -> int:
        """Say on stderr what was read and what was not; return the exit code."""
        click.echo(f"{count(self.documents, 'document')}, {count(self.claims, 'claim')}", err=True)
        return listed(self.unread)

    def _documents(self, progress: Progress) -> Iterator[Document]:
        from sayso import readers

        for item in readers.read(self.paths):
            if isinstance(item, Unread):
                self.unread.append(item)
                continue
            progress.more(1)
            yield item


def listed(unread: Iterable[Unread]) -> int:
    """List the unread on stderr, each with its reason; return the exit code."""
    unread = list(unread)
    if not unread:
        return 0
    click.echo(f"{count(len(unread), 'document')} unread:", err=True)
    for item in unread:
        click.echo(f"  {item.path}: {item.reason}", err=True)
    return UNREAD


def count(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> count(1, "claim"), count(2000, "claim")
    ('1 claim', '2,000 claims')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
