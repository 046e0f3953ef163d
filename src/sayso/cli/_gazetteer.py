"""The gazetteer's first use: built once, before anything needs it, with a bar."""

from __future__ import annotations

import click

from sayso.cli._progress import Progress

__all__ = ["ready"]


def ready() -> None:
    """Build the gazetteer where it is not there yet, and say so; raises GazetteerError."""
    from sayso.gazetteers import local

    if local.path().exists():
        return
    click.echo(f"building the gazetteer, once: {local.path()}", err=True)
    with Progress("gazetteer") as progress:
        local.default(progress.reach)
