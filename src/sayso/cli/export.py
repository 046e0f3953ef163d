"""export: the whole ledger in another format."""

from __future__ import annotations

from pathlib import Path

import click

from sayso.cli._output import Output, output
from sayso.cli._settings import LEDGER, settings
from sayso.cli._words import count

__all__ = ["command"]


def _format(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    from sayso.exports import formats

    if value is not None and value not in formats():
        raise click.BadParameter(f"'{value}' is no format; there are {', '.join(formats())}.", ctx, param)
    return value


@click.command("export")
@LEDGER
@click.option("--format", "form", callback=_format, help="csv, json, jsonl or canonical; else the suffix of FILE says.")
@click.option("-o", "--output", "file", type=click.Path(dir_okay=False, path_type=Path), help="Write to FILE instead of stdout.")
def command(ledger: Path | None, form: str | None, file: Path | None) -> int:
    """Write the whole ledger to a file.

    csv, json and jsonl hold the claims; canonical holds documents, claims, figures left alone and judgements, byte for byte the same for
    the same input.
    """
    from sayso.exports import formats
    from sayso.ledger import Filter, Ledger

    if form is None and file is None:
        raise click.UsageError(f"which format? say --format with {', '.join(formats())}, or name a file with -o.")
    out = Output(form, None if file == Path("-") else file) if form else output(file, as_csv=False, as_json=False)
    with Ledger(settings().ledger_or(ledger)) as opened:
        out.write(formats()[out.form].lines(opened, Filter()))
        click.echo(f"{count(opened.count_documents(), 'document')}, {count(opened.count_claims(), 'claim')}", err=True)
    return 0
