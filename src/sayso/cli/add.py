"""add: reports into the ledger."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli._settings import LEDGER, PATHS, WORKERS, settings
from sayso.cli._words import count, shown

if TYPE_CHECKING:
    from sayso.ledger import Counts, Ledger

__all__ = ["add", "command"]


@click.command("add")
@PATHS
@LEDGER
@WORKERS
@click.option("--dry-run", is_flag=True, help="Say what would be read and extracted, and write nothing.")
@click.option("--stale", is_flag=True, help="Also extract anew what other rules than today's extracted, wherever its file is.")
def command(paths: tuple[Path, ...], ledger: Path | None, workers: int | None, dry_run: bool, stale: bool) -> int:
    """Read reports and put their claims into the ledger.

    What is there already is left as it is; what other rules extracted is extracted anew. Judgements stay. A run that was stopped goes on
    where it was when the same command is given again.
    """
    chosen = settings()
    places = () if stale and not (paths or chosen.paths) else chosen.paths_or(paths)
    if dry_run:
        return _try(places, chosen.ledger_or(ledger), stale=stale)
    return add(places, chosen.ledger_or(ledger), chosen.workers_or(workers), stale=stale)


def add(paths: tuple[Path, ...], file: Path, workers: int, *, stale: bool = False) -> int:
    """Read paths into a ledger file, made if it is not there, and say what was done; return the exit code."""
    from datetime import UTC, datetime

    from sayso.cli._reading import Reading, listed
    from sayso.ledger import Ledger, Run

    with Ledger(file, create=True) as ledger:
        run = Run(ledger, paths, datetime.now(UTC))
        reading = Reading(paths, run.wants, ledger.stale(run.fingerprint) if stale else (), file)
        for document, extraction in reading.extractions(workers):
            run.put(document, extraction)
        for item in reading.unread:
            run.pass_over(item)
        counts = run.finish(datetime.now(UTC))
        click.echo(f"{file}: {_told(counts)}", err=True)
        if counts.renewed or counts.replaced:
            _tell_judgements(ledger)
    return listed(reading.unread)


def _told(counts: Counts) -> str:
    parts = (
        (counts.added, count(counts.added, "document") + " added"),
        (counts.renewed, f"{counts.renewed:,} extracted anew by changed rules"),
        (counts.replaced, f"{counts.replaced:,} former readings replaced"),
        (counts.unchanged, f"{counts.unchanged:,} there already"),
    )
    done = ", ".join(words for number, words in parts if number) or "nothing to add"
    return f"{done}; {count(counts.claims, 'new claim')}" if counts.added or counts.renewed else done


def _tell_judgements(ledger: Ledger) -> None:
    from collections import Counter

    from sayso.ledger import review

    states = Counter(found.state.value for found in review.anchored(ledger))
    if states:
        click.echo("judgements: " + ", ".join(f"{number:,} {state}" for state, number in sorted(states.items())), err=True)


def _try(paths: tuple[Path, ...], file: Path, *, stale: bool) -> int:
    """Write what a run would do with each document, as JSON lines or a table, and what it could not read."""
    from contextlib import nullcontext

    from sayso import pipeline
    from sayso.cli._reading import Reading, listed
    from sayso.ledger import Ledger

    fingerprint = pipeline.fingerprint()
    totals = {"new": 0, "anew": 0, "unchanged": 0}
    with Ledger(file) if file.is_file() else nullcontext() as ledger:
        reading = Reading(paths, more=ledger.stale(fingerprint) if ledger and stale else (), ledger=file)
        seen: set[str] = set()
        for document in reading.documents():
            known = ledger.extracted_by(document.id) if ledger else None
            state = "unchanged" if known == fingerprint or document.id in seen else "anew" if known else "new"
            seen.add(document.id)
            totals[state] += 1
            click.echo(f"{state}\t{shown(document.name)}\t{shown(document.path)}")
    click.echo(
        f"{totals['new']:,} new, {totals['anew']:,} to extract anew, {totals['unchanged']:,} unchanged; nothing was written", err=True
    )
    return listed(reading.unread)
