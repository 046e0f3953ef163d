"""Reading: documents read and extracted with a progress bar, and the unread ones counted and listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

import click

from sayso.cli._gazetteer import ready
from sayso.cli._progress import Progress
from sayso.cli._settings import SETTINGS
from sayso.cli._words import count
from sayso.model import Document, Extraction, Unread

__all__ = ["UNREAD", "Reading", "listed"]

_FEW = 8  # documents: fewer are done before a second process has loaded its parser (some two seconds)
UNREAD = 3  # exit code: finished, but some documents are unread


@dataclass(slots=True)
class Reading:
    """One pass over paths, and over `more` documents that are read already: yields those `wanted`, and keeps what is unread.

    The files of `ledger`, and `sayso.toml`, may lie among the reports, and are none.
    """

    paths: tuple[Path, ...]
    wanted: Callable[[Document], bool] = lambda document: True
    more: Iterable[Document] = ()
    ledger: Path | None = None
    unread: list[Unread] = field(default_factory=list)

    def documents(self) -> Iterator[Document]:
        """Yield each document that is wanted."""
        from sayso import readers

        for item in readers.read(self.paths):
            if isinstance(item, Unread):
                self.unread += [] if _own(Path(item.path), self.ledger) else [item]
            elif self.wanted(item):
                yield item
        yield from filter(self.wanted, self.more)

    def extractions(self, workers: int) -> Iterator[tuple[Document, Extraction]]:
        """Yield each document that is wanted with its extraction, made by so many processes."""
        from sayso import pipeline

        ready()
        with Progress("extracting") as progress:
            documents = progress.finding(self.documents())
            few = list(islice(documents, _FEW))
            for document, extraction in pipeline.extract_all(chain(few, documents), workers if len(few) == _FEW else 1):
                progress.step(document.name)
                if isinstance(extraction, Unread):
                    self.unread.append(extraction)
                else:
                    yield document, extraction


def _own(file: Path, ledger: Path | None) -> bool:
    return file.name == SETTINGS or (
        ledger is not None and file.absolute() in {Path(f"{ledger.absolute()}{end}") for end in ("", "-wal", "-shm")}
    )


def listed(unread: Iterable[Unread]) -> int:
    """List the unread on stderr, each with its reason; return the exit code."""
    unread = list(unread)
    if not unread:
        return 0
    click.echo(f"{count(len(unread), 'document')} unread:", err=True)
    for item in unread:
        click.echo(f"  {item.path}: {item.reason}", err=True)
    return UNREAD
