"""extract: claims of reports to files or to stdout, without a ledger."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli._settings import PATHS, WORKERS, settings
from sayso.cli._words import count

__all__ = ["command"]


@click.command("extract")
@PATHS
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="Write DIR/ID.json for each document instead of JSON lines.")
@WORKERS
def command(paths: tuple[Path, ...], out: Path | None, workers: int | None) -> int:
    """Read reports and write their claims, without a ledger.

    Each document gives {"id": ..., "claims": [...]}: a JSON line on stdout or, with --out, a file.
    """
    from sayso.cli._reading import Reading, listed
    from sayso.exports._folder import Folder
    from sayso.exports._record import sheet
    from sayso.exports.jsonl import line

    chosen = settings()
    reading = Reading(chosen.paths_or(paths))
    folder = Folder(out) if out else None
    documents = claims = 0
    for document, extraction in reading.extractions(chosen.workers_or(workers)):
        whole = sheet(document, extraction)
        if folder:
            folder.put(document, whole)
        else:
            click.echo(line(whole))
        documents, claims = documents + 1, claims + len(extraction.claims)
    click.echo(f"{count(documents, 'document')}, {count(claims, 'claim')}", err=True)
    return listed(reading.unread)
