"""compare: situations side by side, and whether they can be compared."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.cli._report import REPORT, deliver, form, tell_stale
from sayso.cli._settings import LEDGER, WORKERS, settings
from sayso.cli._situations import Asked, parted, wanted
from sayso.cli._words import count

if TYPE_CHECKING:
    from sayso.model import Comparison

__all__ = ["command"]

_DAY = click.DateTime(["%Y-%m-%d"])


def _day(ctx: click.Context, param: click.Parameter, value: datetime | None) -> date | None:
    return value.date() if value else None


@click.command("compare")
@click.argument("words", metavar="SITUATION SITUATION... [PATH]...", nargs=-1)
@LEDGER
@WORKERS
@click.option("--since", metavar="DAY", type=_DAY, callback=_day, help="The period's first day (YYYY-MM-DD).  [default: from the claims]")
@click.option("--until", metavar="DAY", type=_DAY, callback=_day, help="The period's last day.  [default: from the claims]")
@click.option("--as-of", metavar="DAY", type=_DAY, callback=_day, help="The day that headlines are as of.  [default: the last day]")
@click.option(
    "--radius", metavar="KM", type=click.FloatRange(min=0, min_open=True), help="How far around a place.  [default: 30 for a town]"
)
@click.option("--unit", is_flag=True, help="Everything in the administrative unit around a place instead.")
@REPORT
def command(
    words: tuple[str, ...],
    ledger: Path | None,
    workers: int | None,
    since: date | None,
    until: date | None,
    as_of: date | None,
    radius: float | None,
    unit: bool,
    file: Path | None,
    as_json: bool,
    as_table: bool,
) -> int:
    """Lay two or more situations side by side.

    A SITUATION is a place, alone or with a period ("Aleppo:2016-07-01..2016-12-31"), or one of sayso.toml. Each PATH is read into the
    ledger first. A table on a terminal, JSON in a pipe, a report to send with -o report.html.
    """
    from sayso.cli._gazetteer import ready
    from sayso.cli.add import add
    from sayso.comparison import compare, payload, resolve
    from sayso.gazetteers import local
    from sayso.ledger import Ledger
    from sayso.linking import link

    chosen = settings()
    out = form(file, as_json=as_json, as_table=as_table)
    names, paths = parted(words, chosen.situation)
    ready()
    asked = [wanted(name, Asked(since, until, as_of, radius, unit), chosen.situation) for name in names]
    situations = [resolve(one, local.default()) for one in asked]
    code = add(paths, chosen.ledger_or(ledger), chosen.workers_or(workers)) if paths else 0
    with Ledger(chosen.ledger_or(ledger)) as opened:
        told = [link(entry) for entry in opened.find()]
        comparison = compare(situations, told)
        whole = payload(comparison, opened.documents, told, opened.unread)
        tell_stale(opened)
    _say(comparison)
    deliver(whole, out, _table)
    return code


def _say(comparison: Comparison) -> None:
    from sayso.comparison.situation import words

    for situation in comparison.situations:
        period = f"{situation.since} to {situation.until}" if situation.since else "no claims, so no period"
        said = "" if situation.period_from == "given" else ", the range of the claims; --since and --until set another"
        click.echo(f"{situation.name}: {words(situation)}, {period}{said}", err=True)
    if comparison.left_out:
        total = sum(number for _, number in comparison.left_out)
        reasons = ", ".join(f"{number:,} {reason}" for reason, number in comparison.left_out)
        click.echo(f"{count(total, 'claim')} in no cell: {reasons}", err=True)


def _table(whole: dict[str, Any]) -> None:
    from sayso.cli._matrix import show

    show(whole)
