"""gazetteer add: places of one's own, from GeoNames dumps, UCDP GED files and tables."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli._gazetteer import ready
from sayso.cli._progress import Progress
from sayso.cli._words import shown

if TYPE_CHECKING:
    from sayso.gazetteers.importing import Added

__all__ = ["add"]

_SHOWN = 20  # bad rows that are shown of a file
_UNUSABLE = 3  # exit code: finished, but some rows could not be used


@click.command("add", short_help="Add places of your own.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
def add(files: tuple[Path, ...]) -> int:
    """Add the places of files to those that sayso knows; adding a file twice adds nothing.

    \b
    FILE is one of
      a GeoNames dump      IQ.zip, allCountries.zip, or the .txt in it
      a UCDP GED file      CSV with where_coordinates, latitude, longitude
      a table of your own  CSV with columns for name, latitude, longitude;
                           other names (a|b), country, type, population
                           and precision may follow

    Your places are kept beside the gazetteer and outlive its rebuilding. The next run reads the reports anew with them.
    """
    from sayso.gazetteers import extra, importing

    ready()
    unusable = 0
    for file in files:
        with Progress("places") as progress:
            added = importing.add(file, extra.path(), _country, progress.reach)
        _tell(added)
        unusable += added.unusable
    click.echo(f"your places: {extra.path()}", err=True)
    return _UNUSABLE if unusable else 0


def _tell(added: Added) -> None:
    click.echo(f"{shown(str(added.file))}: {added.new} places added, {added.known} known already; from {shown(added.credit)}")
    for reason, count in sorted(added.left.items(), key=lambda pair: (-pair[1], pair[0]))[:_SHOWN]:
        click.echo(f"  {count} rows left out: {shown(reason)}", err=True)
    if added.unusable:
        click.echo(f"  {added.unusable} rows could not be used:", err=True)
    for bad in added.bad[:_SHOWN]:
        click.echo(f"    line {bad.line}: {shown(bad.reason)}", err=True)
    if added.unusable > _SHOWN:
        click.echo(f"    and {added.unusable - _SHOWN} more", err=True)


@cache
def _country(name: str) -> str:
    from sayso.gazetteers import local

    plain = name.strip()
    if re.fullmatch(r"[A-Za-z]{2}", plain):
        return plain.upper()
    inside = re.search(r"\((.*)\)", plain)
    forms = (plain, re.sub(r"\s*\(.*\)", "", plain), inside[1] if inside else "", plain.partition(",")[0])
    places = (place for form in forms if form for place in local.default().lookup(form) if place.feature.startswith("PCL"))
    return next((place.country for place in places), "")
