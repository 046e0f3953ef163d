"""Output: where data goes, in which format, and files that are written whole or not at all."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO, TypeVar

import click

__all__ = ["FORMAT", "Output", "output", "writing"]

_Command = TypeVar("_Command", bound=Callable[..., Any])  # Any: a decorator of options changes no signature


def FORMAT(command: _Command) -> _Command:  # noqa: N802  # stands beside the other options, which are constants
    """Add --table, --json, --csv and -o to a command."""
    for option in (
        click.option(
            "-o", "--output", "file", type=click.Path(dir_okay=False, path_type=Path), help="Write to FILE; its suffix gives the format."
        ),
        click.option("--csv", "as_csv", is_flag=True, help="Write CSV."),
        click.option("--json", "as_json", is_flag=True, help="Write JSON lines, as in a pipe."),
        click.option("--table", "as_table", is_flag=True, help="Write a table, as on a terminal."),
    ):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Output:
    """The format ("table", or the name of an export) and the file, None for stdout."""

    form: str
    file: Path | None = None

    def write(self, pieces: Iterable[str]) -> None:
        """Write pieces of text where they belong."""
        with writing(self.file) as out:
            for piece in pieces:
                out.write(piece)


def output(file: Path | None, *, as_csv: bool, as_json: bool, as_table: bool = False) -> Output:
    """Return where and how to write: as asked for, as the file's suffix says, as a table on a terminal, as JSON lines in a pipe."""
    if as_csv + as_json + as_table > 1:
        raise click.UsageError("--table, --csv and --json exclude each other.")
    file = None if file == Path("-") else file
    if as_table and file:
        raise click.UsageError("--table writes no file; use --csv or --json.")
    if as_csv or as_json:
        return Output("csv" if as_csv else "jsonl", file)
    if file:
        return Output(_by_suffix(file), file)
    return Output("table" if as_table or sys.stdout.isatty() else "jsonl")


@contextmanager
def writing(file: Path | None) -> Iterator[TextIO]:
    """Open a file to be written whole or not at all, or stdout."""
    if file is None:
        yield sys.stdout
        return
    half = file.with_name(f"{file.name}.part")
    try:
        with half.open("w", encoding="utf-8", newline="") as out:
            yield out
        half.replace(file)
    finally:
        half.unlink(missing_ok=True)


def _by_suffix(file: Path) -> str:
    from sayso.exports import formats

    known = {suffix: name for name, module in formats().items() for suffix in module.SUFFIXES}
    fitting = [suffix for suffix in known if file.name.lower().endswith(suffix)]
    if not fitting:
        raise click.UsageError(f"{file}: its suffix names no format; use {', '.join(sorted(known))}, or say --csv or --json.")
    return known[max(fitting, key=len)]
