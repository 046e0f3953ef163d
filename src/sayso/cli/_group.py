"""The group: finds the command, and turns what goes wrong into a message and an exit code."""

from __future__ import annotations

import os
import sys
from difflib import get_close_matches
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

import click

from sayso import __version__
from sayso.errors import SaysoError

__all__ = ["main", "sayso"]

# name: the line that `sayso --help` shows; the command itself is `command` in the module of the same name
_COMMANDS = {
    "add": "Read reports and put their claims into the ledger.",
    "extract": "Read reports and write their claims, without a ledger.",
    "claims": "Show the claims of the ledger, filtered.",
    "compare": "Lay two or more situations side by side.",
    "check": "Check an article, claim by claim, against the ledger.",
    "explain": "Show why a claim is as it is: its sentence, words and rules.",
    "export": "Write the whole ledger to a file.",
    "integrity": "Check every hash and every span of the ledger.",
    "gazetteer": "Look up places, or add your own.",
    "doctor": "Check that everything sayso needs is there.",
}
_OPEN = "open"  # what a bare `sayso FOLDER` runs


class _Enough(Exception):  # noqa: N818  # nothing is wrong
    """The program that reads our output wants no more of it."""


class _Stopped(Exception):  # noqa: N818  # nothing is wrong
    """The user pressed Ctrl-C."""


class _Commands(click.Group):
    """Commands by name, each from its own module; anything that is a file or folder is opened."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order of use."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command, imported now; None if there is none of this name."""
        if cmd_name not in _COMMANDS and cmd_name != _OPEN:
            return None
        command: click.Command = import_module(f"sayso.cli.{cmd_name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the words ask for; a path asks for `open`."""
        name = args[0]
        if name in _COMMANDS or name == _OPEN:
            return super().resolve_command(ctx, args)
        if Path(name).exists():
            return super().resolve_command(ctx, [_OPEN, *args])
        close = get_close_matches(name, _COMMANDS, 1)
        hint = f"did you mean '{close[0]}'?" if close else "'sayso --help' lists the commands."
        raise click.UsageError(f"no command, file or folder is named '{name}'; {hint}", ctx)

    def invoke(self, ctx: click.Context) -> object:
        """Return the command's exit code; a stop and a closed pipe are ours to tell, and would end in click's own way otherwise."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise _Enough from error
        except KeyboardInterrupt as error:
            raise _Stopped from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="sayso")
def sayso() -> None:
    """On whose say-so? A ledger of the claims that reports make about wars and disasters.

    \b
    sayso FOLDER          read what is in a folder and show its claims
    sayso add FOLDER      read it into the ledger (sayso.db)
    sayso claims          show what is in the ledger
    sayso compare A B     lay two situations side by side
    sayso check ARTICLE   check an article against the ledger

    Data goes to stdout, talk to stderr. Exit codes: 0 ok, 1 failed, 2 usage,
    3 finished but some documents unread, 4 integrity found a change.
    """


def main() -> None:
    """Run the command line and leave with its exit code."""
    sys.exit(_run())


def _run() -> int:
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # whatever the locale: data is UTF-8
    try:
        code = sayso.main(prog_name="sayso", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except (_Enough, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the reader had enough: nothing more to say, at exit neither
        return 0
    except (_Stopped, KeyboardInterrupt, click.Abort):
        click.echo("sayso: stopped; what was stored is kept, and the same command goes on from there", err=True)
        return 130  # 128 + SIGINT, as shells have it
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except SaysoError as error:
        click.echo(f"sayso: {error}", err=True)
        return 1
    except OSError as error:
        click.echo(f"sayso: {error.filename or 'a file'}: {error.strerror or error}", err=True)
        return 1
