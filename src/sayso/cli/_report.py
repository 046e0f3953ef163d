"""Reports: where a comparison or a check goes: a table, JSON, or the one-file page."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sayso.cli._output import writing
from sayso.cli._words import count

if TYPE_CHECKING:
    from sayso.ledger import Ledger

__all__ = ["REPORT", "Form", "deliver", "form", "tell_stale"]

_Command = TypeVar("_Command", bound=Callable[..., Any])  # Any: a decorator of options changes no signature
_PAGES, _JSON = (".html", ".htm"), (".json",)


def REPORT(command: _Command) -> _Command:  # noqa: N802  # stands beside the other options, which are constants
    """Add --table, --json and -o to a command."""
    for option in (
        click.option(
            "-o",
            "--output",
            "file",
            metavar="FILE",
            type=click.Path(dir_okay=False, path_type=Path),
            help="Write a page (.html) or JSON (.json).",
        ),
        click.option("--json", "as_json", is_flag=True, help="Write JSON, as in a pipe."),
        click.option("--table", "as_table", is_flag=True, help="Write a table, as on a terminal."),
    ):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Form:
    """The form ("table", "json" or "page") and the file, None for stdout."""

    name: str
    file: Path | None = None


def form(file: Path | None, *, as_json: bool, as_table: bool) -> Form:
    """Return in which form to write, and where."""
    if as_json and as_table:
        raise click.UsageError("--table and --json exclude each other.")
    file = None if file == Path("-") else file
    if as_table and file:
        raise click.UsageError("--table writes no file; name a .html or .json file, or leave it out.")
    if file and not as_json:
        suffix = file.suffix.lower()
        if suffix not in (*_PAGES, *_JSON):
            raise click.UsageError(f"{file}: its suffix names no form; use .html or .json, or say --json.")
        return Form("page" if suffix in _PAGES else "json", file)
    if as_json or file:
        return Form("json", file)
    return Form("table" if as_table or sys.stdout.isatty() else "json")


def deliver(whole: dict[str, Any], out: Form, table: Callable[[dict[str, Any]], None]) -> None:
    """Write a payload in its form; say where a file lies. Any: the payload is JSON."""
    if out.name == "table":
        table(whole)
        return
    if out.name == "page" and out.file:
        from sayso import report

        report.write(whole, out.file)
    else:
        with writing(out.file) as stream:
            stream.write(json.dumps(whole, ensure_ascii=False, allow_nan=False) + "\n")
    if out.file:
        click.echo(f"written: {out.file}", err=True)


def tell_stale(ledger: Ledger) -> None:
    """Say on stderr how many documents' claims other rules than today's made."""
    from sayso import pipeline

    if stale := ledger.count_stale(pipeline.fingerprint()):
        click.echo(f"{count(stale, 'document')} extracted by other rules than today's; 'sayso add --stale' extracts them anew", err=True)
