"""open: what a bare `sayso FOLDER` does: read it into the ledger, then show its claims."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli._output import FORMAT, output
from sayso.cli._settings import LEDGER, PATHS, WORKERS, settings
from sayso.cli.add import add
from sayso.cli.claims import show

__all__ = ["command"]


@click.command("open", hidden=True)
@PATHS
@LEDGER
@WORKERS
@FORMAT
def command(
    paths: tuple[Path, ...], ledger: Path | None, workers: int | None, file: Path | None, as_csv: bool, as_json: bool, as_table: bool
) -> int:
    """Read reports into the ledger and show all claims in it."""
    from sayso.ledger import Filter, Ledger

    chosen = settings()
    out = output(file, as_csv=as_csv, as_json=as_json, as_table=as_table)
    code = add(chosen.paths_or(paths), chosen.ledger_or(ledger), chosen.workers_or(workers))
    with Ledger(chosen.ledger_or(ledger)) as opened:
        return show(opened, Filter(), None, out) or code
