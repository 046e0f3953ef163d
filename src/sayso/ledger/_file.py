"""The file: a SQLite database that is a ledger of this version, or an error with a way out."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from sayso.errors import LedgerError
from sayso.ledger._queries import migrations, query

__all__ = ["Cell", "File", "Row"]

_APPLICATION = 0x53415953  # "SAYS": marks the file as a ledger (PRAGMA application_id)
_PATIENCE = 10.0  # seconds that a write waits for another process's
_UNWRITABLE = "?immutable=1"  # the end of a file's address for SQLite where it, or its folder, may not be written
Cell = str | int | float | None
Row = tuple[Cell, ...]


class File:
    """An open ledger file; `path` None is a ledger in memory."""

    def __init__(self, path: Path | None, *, create: bool = False) -> None:
        """Open the file, or make it, and bring it to this version; LedgerError where that cannot be done."""
        self.path = path
        if path and path.is_dir():
            raise LedgerError(f"{path}: a folder, not a ledger; name a file in it, such as {path / 'sayso.db'}")
        if path and not create and not path.is_file():
            raise LedgerError(f"{path}: no ledger there; make one with 'sayso add PATH', or name another with --ledger")
        with self._said():
            self._connection = _connect(path)
        try:
            with self._said():
                self._check()
        except LedgerError:
            self._connection.close()
            raise

    def rows(self, name: str, /, **parameters: Cell) -> Iterator[Row]:
        """Yield the rows of a named query."""
        with self._said():
            for row in self._connection.execute(query(name), parameters):  # noqa: UP028  # `yield from` would close the cursor of a closed file
                yield row

    def value(self, name: str, /, **parameters: Cell) -> Cell:
        """Return the first column of the first row of a named query, or None."""
        first = next(self.rows(name, **parameters), None)
        return first[0] if first else None

    def write(self, name: str, /, **parameters: Cell) -> int:
        """Run a named query that writes; return the number of the row it added."""
        with self._said():
            return self._connection.execute(query(name), parameters).lastrowid or 0

    def added(self, name: str, /, **parameters: Cell) -> int | None:
        """Run a named query that adds a row; return the row's number, None where it was there already."""
        with self._said():
            cursor = self._connection.execute(query(name), parameters)
            return cursor.lastrowid if cursor.rowcount > 0 else None

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write everything inside, or nothing of it."""
        with self._said():
            self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.rollback()
            raise
        with self._said():
            self._connection.commit()

    def complaints(self) -> list[str]:
        """Return what SQLite finds wrong with the file's pages, keys and search indexes."""
        with self._said():
            found = [str(row[0]) for row in self._connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
            found += [f"a row of {row[0]} belongs to none of {row[2]}" for row in self._connection.execute("PRAGMA foreign_key_check")]
        return found + [line for index in ("documents_words", "claims_words") for line in self._index(index)]

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _index(self, name: str) -> list[str]:
        try:
            self._connection.execute(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.OperationalError:
            return []  # a file that may not be written: its indexes cannot be checked
        except sqlite3.DatabaseError:
            return [f"the search index {name} does not fit its table"]
        return []

    def _check(self) -> None:
        version = self._pragma("user_version")
        tables = self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables and self._pragma("application_id") != _APPLICATION:
            raise LedgerError(f"{self.path}: a database, but not a ledger of sayso; name another file with --ledger")
        if version > len(migrations()):
            raise LedgerError(
                f"{self.path}: made by a newer sayso (its version is {version}, this sayso knows {len(migrations())}); "
                "install the newer one: pip install --upgrade sayso"
            )
        if self.path and version == 0 and not os.access(self.path, os.W_OK):
            raise LedgerError(f"{self.path}: empty, and may not be written; make a ledger with 'sayso add PATH'")
        if self.path and not _address(self.path).endswith(_UNWRITABLE):  # only now: another program's database stays as it is
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = NORMAL")  # a power cut may cost the last documents, which are then read again
        for number, script in enumerate(migrations()[version:], version + 1):
            self._migrate(number, script)

    def _migrate(self, number: int, script: str) -> None:
        head = f"BEGIN IMMEDIATE; PRAGMA application_id = {_APPLICATION}; PRAGMA user_version = {number};"
        try:
            self._connection.executescript(f"{head}\n{script}\nCOMMIT;")
        except sqlite3.Error:
            if self._connection.in_transaction:
                self._connection.rollback()
            if self._pragma("user_version") < number:  # else another process did it in the meantime
                raise

    def _pragma(self, name: str) -> int:
        return int(self._connection.execute(f"PRAGMA {name}").fetchone()[0])

    @contextmanager
    def _said(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise LedgerError(f"{self.path or 'the ledger in memory'}: {_way_out(error)}") from error


def _connect(path: Path | None) -> sqlite3.Connection:
    connection = sqlite3.connect(_address(path), uri=True, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    connection.create_function("holds", 2, _holds, deterministic=True)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _address(path: Path | None) -> str:
    if path is None:
        return ":memory:"
    address = path.absolute().as_uri()
    writable = os.access(path if path.exists() else path.parent, os.W_OK) and os.access(path.parent, os.W_OK)
    return address if writable or Path(f"{path}-wal").exists() else f"{address}{_UNWRITABLE}"


def _way_out(error: sqlite3.Error) -> str:
    code = getattr(error, "sqlite_errorname", "")
    for beginning, words in _WAYS_OUT.items():
        if code.startswith(beginning):
            return words
    return f"the ledger cannot be used ({error}); please report it"


_WAYS_OUT = {
    "SQLITE_NOTADB": "not a ledger, or damaged at its head; name another file with --ledger, or put a copy back",
    "SQLITE_CORRUPT": "damaged; put a copy back, or save what can be read with: sqlite3 FILE .recover | sqlite3 NEW.db",
    "SQLITE_BUSY": "another process is writing to it; wait until that is done, or stop it, and try again",
    "SQLITE_LOCKED": "another process is writing to it; wait until that is done, or stop it, and try again",
    "SQLITE_READONLY": "may not be written; change its permissions, or name another file with --ledger",
    "SQLITE_CANTOPEN": "cannot be opened; check that its folder is there and may be written, or name another file with --ledger",
    "SQLITE_FULL": "the disk is full; make room and run the same command again: what was stored is kept",
    "SQLITE_IOERR": "the disk gave an error; check it, and run the same command again",
}


def _holds(words: str | None, sought: str) -> bool:
    return words is not None and f" {_folded(sought)} " in f" {_folded(words)} "


@lru_cache(maxsize=4096)
def _folded(words: str) -> str:
    import unicodedata

    plain = "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", plain.casefold()))
