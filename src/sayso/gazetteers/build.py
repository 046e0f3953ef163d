"""Build: one SQLite file from the installed packages and our own rows."""

from __future__ import annotations

import math
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

from sayso.errors import GazetteerError
from sayso.gazetteers import curated, packages
from sayso.gazetteers.entry import Entry, How
from sayso.gazetteers.folding import bare, fold, frame, sound

__all__ = ["build", "entries", "folded_names", "frames", "sounds", "write"]

_NEAR = 0.15  # degrees: a row of our own with the name of a known place as near as this is that place (about 15 km)
_OWN = 1_000_000_000  # our own places are numbered from here, above GeoNames' ids
_LONGEST = 60  # letters of a name
_SPELT = ("PPL", "ADM")  # features of the places that are also found by their consonants
_SOUNDED = 15_000  # people: from here on a town is also found under a rough spelling

Told = Callable[[float, str], None]


def build(path: Path, told: Told | None = None) -> Path:
    """Write the gazetteer to `path` in one step, and return the path; `told` hears the share done and what is being done.

    Raises GazetteerError where the folder cannot be written or the data packages are missing or of an unknown shape.
    """
    told = told or _quiet
    draft = path.with_name(f"{path.name}.{os.getpid()}.draft")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        told(0.0, "reading places")
        everything = entries()
        told(0.4, "writing names")
        write(draft, everything, told)
        draft.replace(path)
    except (OSError, sqlite3.Error, KeyError, ValueError, IndexError, ModuleNotFoundError) as error:
        way_out = "set SAYSO_HOME to a folder with 100 MB free, or reinstall sayso"
        raise GazetteerError(f"{path}: the gazetteer could not be built ({type(error).__name__}: {error}); {way_out}") from error
    finally:
        draft.unlink(missing_ok=True)
    told(1.0, "gazetteer ready")
    return path


def entries() -> list[Entry]:
    """Return all places, ours merged into those of the packages."""
    towns = list(packages.cities())
    found = {entry.ref: entry for entry in (*towns, *_states(packages.units(towns)), *_countries())}
    near = _index(found.values())
    for spot in curated.spots():
        own = curated.entry(spot)
        known = found.get(own.ref) or _same(own, near)
        found[known.ref if known else own.ref] = _joined(found[known.ref], own) if known else own
    return list(found.values())


def write(path: Path, everything: Iterable[Entry], told: Told | None = None) -> None:
    """Write entries to a new SQLite file."""
    with sqlite3.connect(path) as database:
        database.executescript((files("sayso.gazetteers") / "schema.sql").read_text("utf-8"))
        placed = [entry for entry in everything if entry.lat is not None]
        numbers = [_number(entry, position) for position, entry in enumerate(placed)]
        numbered = list(zip(numbers, placed, strict=True))
        database.executemany("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", map(_row, numbers, placed))
        (told or _quiet)(0.6, "writing names")
        rows = sorted(folded_names(numbered))
        (told or _quiet)(0.8, "writing names")
        database.executemany("INSERT OR IGNORE INTO name VALUES (?,?,?)", rows)
        database.executemany("INSERT OR IGNORE INTO sound VALUES (?,?)", sorted(sounds(numbered)))
        database.executemany("INSERT INTO frame VALUES (?,?)", sorted(set(frames(numbered))))
        database.executemany("INSERT OR IGNORE INTO unit VALUES (?,?)", sorted((e.code, n) for n, e in numbered if e.code))
    database.close()


def _countries() -> Iterator[Entry]:
    ours = {row.country: row for row in curated.countries()}
    for entry in packages.countries():
        row = ours.get(entry.country)
        if row is None:
            continue
        names = (*((n, How.CURATED) for n in row.names), *((n, How.DEMONYM) for n in row.demonyms))
        yield replace(entry, lat=row.lat, lon=row.lon).also(names)


def _states(units: Iterable[Entry]) -> Iterator[Entry]:
    ours = {(row.code.partition(".")[0], fold(row.name)): row for row in curated.states()}
    for entry in units:
        row = ours.get((entry.country, fold(entry.name))) if entry.feature == "ADM1" else None
        if row is None:
            yield entry
            continue
        names = (*((n, How.CURATED) for n in row.names), *(((row.postal, How.SHORT),) if row.postal else ()))
        yield replace(entry, lat=row.lat, lon=row.lon).also(names)


def _index(known: Iterable[Entry]) -> dict[tuple[str, str], list[Entry]]:
    index: dict[tuple[str, str], list[Entry]] = {}
    for entry in known:
        for key in {fold(name) for name, how in entry.names if how <= How.ALTERNATE}:
            index.setdefault((entry.country, key), []).append(entry)
    return index


def _same(own: Entry, near: dict[tuple[str, str], list[Entry]]) -> Entry | None:
    for name, _ in own.names:
        for known in near.get((own.country, fold(name)), ()):
            if _class(known) != _class(own) or known.lat is None or known.lon is None or own.lat is None or own.lon is None:
                continue
            reach = _NEAR if own.feature.startswith("PPL") else 10 * _NEAR
            if math.hypot(known.lat - own.lat, known.lon - own.lon) < reach:
                return known
    return None


def _class(entry: Entry) -> str:
    return "area" if entry.feature in ("ADM1", "RGN") else entry.feature[:3]


def _joined(known: Entry, own: Entry) -> Entry:
    joined = replace(known, name=own.name).also(own.names)  # the name that English reports use
    return joined if joined.feature.startswith("PPL") else replace(joined, lat=own.lat, lon=own.lon)


def _number(entry: Entry, position: int) -> int:
    return int(entry.ref[9:]) if entry.ref.startswith("geonames:") else _OWN + position


def _row(number: int, entry: Entry) -> tuple[object, ...]:
    return (
        number, None if number < _OWN else entry.ref, entry.name, entry.lat, entry.lon, entry.feature, entry.country, "|".join(entry.admin),
        entry.population, entry.precision, entry.fame,
    )  # fmt: skip


def folded_names(numbered: Iterable[tuple[int, Entry]]) -> Iterator[tuple[str, int, int]]:
    """Yield the folded names of numbered places, each with the place's number and how it stands to it (`How`)."""
    for number, entry in numbered:
        best: dict[str, How] = {}
        for name, how in entry.names:
            key = fold(name)
            if 2 <= len(key) <= _LONGEST:
                best[key] = min(best.get(key, how), how)
        for key, how in list(best.items()):
            if how <= How.ALTERNATE and len(bare(key)) > 3:
                best.setdefault(bare(key), How.ALTERNATE)
        yield from ((key, number, how) for key, how in best.items())


def sounds(numbered: Iterable[tuple[int, Entry]]) -> Iterator[tuple[str, int]]:
    """Yield the rough spellings of those numbered places that may be guessed at: larger towns and rows of somebody's own."""
    for number, entry in numbered:
        if entry.population < _SOUNDED and not entry.ref.startswith(("sayso:", "own:")):
            continue
        keys = {sound(fold(name)) for name, how in entry.names if how <= How.CURATED}
        yield from ((key, number) for key in keys if key)


def frames(numbered: Iterable[tuple[int, Entry]]) -> Iterator[tuple[str, str]]:
    """Yield the folded names of those numbered places that reports spell in many ways (towns, villages, units), by their consonants."""
    for _, entry in numbered:
        if entry.feature.startswith(_SPELT):
            keys = {fold(name) for name, how in entry.names if how <= How.ALTERNATE}
            yield from ((frame(key), key) for key in keys if frame(key) and len(key) <= _LONGEST)


def _quiet(share: float, words: str) -> None:
    """Say nothing."""
