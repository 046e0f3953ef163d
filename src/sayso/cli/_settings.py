"""Settings: what `sayso.toml` and the options say about the ledger, the workers, the paths and the situations."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import click

from sayso.errors import ConfigError

__all__ = ["LEDGER", "PATHS", "SETTINGS", "WORKERS", "Settings", "settings"]

SETTINGS = "sayso.toml"  # the file's name
_KINDS = {"ledger": str, "workers": int, "paths": list, "situation": dict}
_Command = TypeVar("_Command", bound=Callable[..., Any])  # Any: a decorator of options changes no signature

PATHS: Callable[[_Command], _Command] = click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
WORKERS: Callable[[_Command], _Command] = click.option(
    "--workers", metavar="NUMBER", type=click.IntRange(min=1), help="Processes to extract with.  [default: number of cores]"
)
LEDGER: Callable[[_Command], _Command] = click.option(
    "--ledger", type=click.Path(dir_okay=False, path_type=Path), envvar="SAYSO_LEDGER", help="The ledger file.  [default: sayso.db]"
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What was set in `sayso.toml`; paths in it are relative to its folder."""

    ledger: Path = Path("sayso.db")
    workers: int | None = None
    paths: tuple[Path, ...] = ()
    situation: Mapping[str, Any] = field(default_factory=dict)  # Any: tables of TOML, checked where they are used

    def ledger_or(self, option: Path | None) -> Path:
        """Return the ledger file: the option's, else the one set."""
        return option or self.ledger

    def workers_or(self, option: int | None) -> int:
        """Return how many processes to use: the option, else what is set, else one for each core."""
        return option or self.workers or os.cpu_count() or 1

    def paths_or(self, arguments: tuple[Path, ...]) -> tuple[Path, ...]:
        """Return the paths to read: the arguments, else those set; a usage error where there are none."""
        if not (arguments or self.paths):
            raise click.UsageError(f"nothing to read: name a file or folder, or set 'paths' in {SETTINGS}.")
        return arguments or self.paths


def settings() -> Settings:
    """Return the settings of the nearest `sayso.toml`, in this folder or above; ConfigError where it cannot be used."""
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (file := folder / SETTINGS).is_file():
            return _read(file)
    return Settings()


def _read(file: Path) -> Settings:
    try:
        found = tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{file}: not TOML ({error}); mend the line or take the file away") from error
    for name, value in found.items():
        _check(file, name, value)
    known: dict[str, Any] = dict(found)  # Any: checked just above
    if "ledger" in known:
        known["ledger"] = file.parent / known["ledger"]
    if "paths" in known:
        known["paths"] = tuple(file.parent / path for path in known["paths"])
    return Settings(**known)


def _check(file: Path, name: str, value: object) -> None:
    if name not in _KINDS:
        raise ConfigError(f"{file}: '{name}' is no setting; there are {', '.join(_KINDS)}")
    wrong = not isinstance(value, _KINDS[name]) or (name == "workers" and (value is True or value < 1))  # type: ignore[operator]  # an integer
    if wrong or (isinstance(value, list) and not all(isinstance(item, str) for item in value)):
        kinds = {"ledger": "a path in quotes", "workers": "a whole number from 1", "paths": "a list of paths in quotes"}
        kind = kinds.get(name, "tables such as [situation.aleppo]")
        raise ConfigError(f"{file}: '{name}' should be {kind}, not {value!r}")
