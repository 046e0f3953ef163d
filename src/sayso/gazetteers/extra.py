"""Extra: the places that a user adds, in a second SQLite file that is kept when the embedded gazetteer is built anew."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from importlib.resources import files
from pathlib import Path

from sayso.errors import GazetteerError
from sayso.gazetteers.build import folded_names, frames, sounds
from sayso.gazetteers.entry import Entry
from sayso.gazetteers.sql import queries

__all__ = ["add", "path", "state"]

_TOGETHER = 200_000  # places whose names are written in one go
_CACHE = 400_000  # KB of the file that are kept in memory while places are added
_DIGITS = 2**128  # the sum of the rows' hashes stays below this


def path() -> Path:
    """Return where the user's places lie: in `$SAYSO_HOME`, else in the user's data folder; the file need not be there."""
    home = os.environ.get("SAYSO_HOME")
    if home:
        return Path(home) / "places.sqlite"
    import platformdirs

    return Path(platformdirs.user_data_dir("sayso", appauthor=False)) / "places.sqlite"


def state(file: Path) -> str:
    """Return a hash of the places in the file, whatever the order in which they were added; "" where there is no file or it is empty."""
    if not file.exists():
        return ""
    try:
        with closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)) as database:
            row = database.execute(queries("extra.sql")["digest"]).fetchone()
    except sqlite3.Error as error:
        raise GazetteerError(f"{file}: not a file of places ({error}); delete it and add your files again") from error
    return str(row[0]) if row else ""


def add(file: Path, entries: Iterable[Entry], credit: str) -> tuple[int, int]:
    """Add entries in one transaction, and return how many were new and how many were there already; `credit` says where they are from.

    A place whose id is there already is left as it is. Raises GazetteerError where the file cannot be written; then nothing was added.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(file, timeout=60)) as database, database:
            return _added(database, entries, credit)
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(f"{file}: places cannot be stored ({error}); set SAYSO_HOME to a folder of your own") from error


def _added(database: sqlite3.Connection, entries: Iterable[Entry], credit: str) -> tuple[int, int]:
    query = queries("extra.sql")
    database.execute(f"PRAGMA cache_size = -{_CACHE}")
    database.executescript((files("sayso.gazetteers") / "extra_schema.sql").read_text("utf-8"))
    first = number = database.execute(query["last"]).fetchone()[0] + 1
    row = database.execute(query["digest"]).fetchone()
    total, known = int(row[0], 16) if row else 0, 0
    waiting: list[tuple[int, Entry]] = []
    for entry in entries:
        if not database.execute(query["place"], _row(number, entry)).rowcount:
            known += 1
            continue
        waiting.append((number, entry))
        total = (total + int.from_bytes(hashlib.sha256(repr(entry).encode("utf-8", "surrogatepass")).digest()[:16], "big")) % _DIGITS
        number += 1
        if len(waiting) == _TOGETHER:
            _name(database, waiting)
            waiting.clear()
    _name(database, waiting)
    if number > first:
        database.execute(query["batch"], (first, number - 1, credit))
        database.execute(query["forget_digest"])
        database.execute(query["new_digest"], (f"{total:032x}",))
    return number - first, known


def _name(database: sqlite3.Connection, numbered: list[tuple[int, Entry]]) -> None:
    # In order and many at a time, or a file of millions of places takes hours.
    query = queries("extra.sql")
    database.executemany(query["name"], sorted(folded_names(numbered)))
    database.executemany(query["sound"], sorted(sounds(numbered)))
    database.executemany(query["frame"], sorted(frames(numbered)))
    database.executemany(query["unit"], ((entry.code, number) for number, entry in numbered if entry.code))


def _row(number: int, entry: Entry) -> tuple[object, ...]:
    return (
        number, entry.ref, entry.name, entry.lat, entry.lon, entry.feature, entry.country, "|".join(entry.admin), entry.population,
        entry.precision, entry.fame,
    )  # fmt: skip
