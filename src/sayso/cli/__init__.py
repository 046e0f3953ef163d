"""The command line: its commands, each loaded only when it is called."""

from sayso.cli._group import main, sayso

__all__ = ["main", "sayso"]
