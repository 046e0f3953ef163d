"""integrity: every hash and every span of the ledger."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli._progress import Progress
from sayso.cli._settings import LEDGER, settings
from sayso.cli._words import count, shown

__all__ = ["CHANGED", "command"]

CHANGED = 4  # exit code: integrity found a change


@click.command("integrity")
@LEDGER
def command(ledger: Path | None) -> int:
    """Check every hash and every span of the ledger.

    The words of each claim must be what its document's text has at its place, and each file, where it still lies there, the one that
    was read. Faults go to stdout, a line each; the exit code is 4 where there are any.
    """
    from sayso.ledger import Ledger, audit

    with Ledger(settings().ledger_or(ledger)) as opened, Progress("checking") as progress:
        progress.expect(opened.count_documents())
        found = audit(opened, progress.step)
    for fault in found.faults:
        click.echo(f"{shown(fault.subject)}: {shown(fault.wrong)}")
    checked = ", ".join(
        (count(found.documents, "document"), count(found.claims, "claim"), count(found.spans, "span"), count(found.files, "file"))
    )
    gone = f"; {count(found.gone, 'file')} no longer there to compare" if found.gone else ""
    result = f"{count(len(found.faults), 'change')} found" if found.faults else "nothing changed"
    click.echo(f"{checked} checked{gone}: {result}", err=True)
    return CHANGED if found.faults else 0
