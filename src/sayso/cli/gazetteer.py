"""gazetteer: look places up, add places of one's own, and build the gazetteer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli._gazetteer import ready
from sayso.cli._gazetteer_add import add
from sayso.cli._output import FORMAT, output
from sayso.cli._words import shown

if TYPE_CHECKING:
    from sayso.gazetteers.local import Gazetteer, Named

__all__ = ["command"]

_COLUMNS = ("id", "name", "admin", "country", "feature", "lat", "lon", "population", "precision", "found", "from")
_GUESSES = 5  # places of a like sound that are offered where the name is not found

Row = dict[str, str | int | float]


@click.group("gazetteer")
def command() -> None:
    """Look up places, add your own, or build the gazetteer."""


command.add_command(add)


@command.command("build", short_help="Build the gazetteer from the installed packages.")
@click.option("--force", is_flag=True, help="Build it anew even where it is there.")
def build(force: bool) -> int:
    """Build the gazetteer from the installed data packages (about half a minute)."""
    from sayso.gazetteers import local

    if force:
        local.path().unlink(missing_ok=True)
    ready()
    click.echo(str(local.path()))
    return 0


@command.command("lookup", short_help="Show the places of a name.")
@click.argument("name")
@FORMAT
def lookup(name: str, file: Path | None, as_csv: bool, as_json: bool, as_table: bool) -> int:
    """Show the places of a name, the most populous first, with where each is from.

    Where there is none of that name: a few that sound like it, marked as guesses.
    """
    from sayso.gazetteers import local

    out = output(file, as_csv=as_csv, as_json=as_json, as_table=as_table)
    ready()
    gazetteer = local.default()
    found = gazetteer.named(name) or gazetteer.guesses(name)[:_GUESSES]
    rows = [_row(gazetteer, named) for named in found]
    if out.form == "table":
        _table(rows)
    else:
        out.write(_csv(rows) if out.form == "csv" else (json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    if not rows:
        click.echo(f"the gazetteer has no place named '{shown(name)}', nor one that sounds like it", err=True)
    return 0


def _row(gazetteer: Gazetteer, named: Named) -> Row:
    place = named.place
    admin = ", ".join(filter(None, map(gazetteer.admin_name, reversed(place.admin))))
    found = "guess by sound" if named.guess else named.how.name.lower()
    values = (
        place.id, place.name, admin, place.country, place.feature, place.lat, place.lon, place.population, place.precision, found,
        gazetteer.credit(place),
    )  # fmt: skip
    return dict(zip(_COLUMNS, values, strict=True))


def _csv(rows: Iterable[Row]) -> Iterator[str]:
    from sayso.exports.csv import line

    yield line(_COLUMNS)
    yield from (line(row.values()) for row in rows)


def _table(rows: Iterable[Row]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(*_COLUMNS, box=SIMPLE_HEAD, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(shown(str(cell))) for cell in row.values()))
    if table.row_count:
        Console(highlight=False).print(table)
