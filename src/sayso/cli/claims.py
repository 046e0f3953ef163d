"""claims: the claims of the ledger, filtered."""

from __future__ import annotations

import sys
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli._output import FORMAT, Output, output
from sayso.cli._settings import LEDGER, settings
from sayso.cli._words import count

if TYPE_CHECKING:
    from sayso.ledger import Filter, Ledger

__all__ = ["command", "show"]

_ON_A_TERMINAL = 100  # claims shown in a table unless --limit says otherwise; all go into files and pipes
_DAY = click.DateTime(["%Y-%m-%d"])


def _dimensions(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    from sayso import lexicon

    known = [Path(name).stem for name in lexicon.data_files("dimensions", ".toml")]
    for value in values:
        if value not in known:
            close = get_close_matches(value, known, 1)
            hint = f"did you mean '{close[0]}'?" if close else f"there are {', '.join(known)}."
            raise click.BadParameter(f"'{value}' is no dimension; {hint}", ctx, param)
    return values


def _day(ctx: click.Context, param: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


@click.command("claims")
@LEDGER
@click.option(
    "--dimension",
    "dimensions",
    metavar="NAME",
    multiple=True,
    callback=_dimensions,
    help="On this dimension: killed, displaced, strikes ...",
)
@click.option("--place", "places", metavar="NAME", multiple=True, help="About a place: words of its name, or a country code.")
@click.option(
    "--source", "sources", metavar="NAME", multiple=True, help="On the word of: words of a name, or a kind (un, ngo, military ...)."
)
@click.option(
    "--since",
    metavar="DAY",
    type=_DAY,
    callback=_day,
    help="About this day or later (YYYY-MM-DD); by the day of speaking where no time is given.",
)
@click.option("--until", metavar="DAY", type=_DAY, callback=_day, help="About this day or earlier.")
@click.option(
    "--document", "documents", metavar="NAME", multiple=True, help="From a document: its name, its id, or 8 digits or more of its id."
)
@click.option("--denied/--affirmed", "denied", default=None, help="Only denials, or none of them.")
@click.option("--hedged/--plain", "hedged", default=None, help="Only where the document keeps its distance, or only where it does not.")
@click.option("--search", metavar="TEXT", help='Words in the sentence; "words together" in double quotes; begin* for beginnings.')
@click.option(
    "--limit", metavar="NUMBER", type=click.IntRange(min=0), help="At most so many; 0 for all.  [default: 100 in a table, else all]"
)
@FORMAT
def command(
    ledger: Path | None,
    dimensions: tuple[str, ...],
    places: tuple[str, ...],
    sources: tuple[str, ...],
    since: date | None,
    until: date | None,
    documents: tuple[str, ...],
    denied: bool | None,
    hedged: bool | None,
    search: str | None,
    limit: int | None,
    file: Path | None,
    as_csv: bool,
    as_json: bool,
    as_table: bool,
) -> int:
    """Show the claims of the ledger, filtered.

    A table on a terminal, JSON lines in a pipe; --csv adds document, offsets, sentence and address of each claim. An option given
    twice takes either; different options narrow.
    """
    from sayso.ledger import Filter, Ledger

    wanted = Filter(dimensions, places, sources, documents, since, until, denied, hedged, search)
    with Ledger(settings().ledger_or(ledger)) as opened:
        return show(opened, wanted, limit, output(file, as_csv=as_csv, as_json=as_json, as_table=as_table))


def show(ledger: Ledger, wanted: Filter, limit: int | None, out: Output) -> int:
    """Write the claims that fit, and say on stderr what was left out or may be out of date; return the exit code."""
    from dataclasses import replace

    from sayso import pipeline
    from sayso.exports import formats

    if out.form == "table":
        _table(ledger, wanted, _ON_A_TERMINAL if limit is None else limit)
    else:
        out.write(formats()[out.form].lines(ledger, replace(wanted, limit=limit or None)))
    if stale := ledger.count_stale(pipeline.fingerprint()):
        click.echo(f"{count(stale, 'document')} extracted by other rules than today's; 'sayso add --stale' extracts them anew", err=True)
    return 0


def _table(ledger: Ledger, wanted: Filter, limit: int) -> None:
    from dataclasses import replace

    from sayso.cli import _table as table

    shown = table.show(ledger.find(replace(wanted, limit=limit or None)))
    whole = ledger.count_claims()
    sys.stdout.flush()
    if not shown:
        click.echo(
            "no claims in the ledger yet; 'sayso add PATH' reads reports" if not whole else f"none of {count(whole, 'claim')} fits",
            err=True,
        )
    elif limit and shown == limit:
        click.echo(f"the first {shown:,}; --limit 0 shows all", err=True)
    else:
        click.echo(count(shown, "claim"), err=True)
