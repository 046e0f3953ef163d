"""Importing places: dumps, event files and tables become places of the user's own, once, with what cannot be used said."""

from __future__ import annotations

import csv
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from sayso import pipeline
from sayso.cli import sayso
from sayso.errors import GazetteerError
from sayso.gazetteers import build, dumps, events, extra, importing, local, tables
from sayso.gazetteers.entry import Entry, How
from sayso.lexicon import table

TARTUS = Entry("geonames:1", "Tartus", 34.9, 35.9, "PPL", "SY", ("SY.14",), 115_000, 1, 9, "", (("Tartus", How.MAIN),))
SYRIA = Entry("geonames:2", "Syria", 35.0, 38.0, "PCLI", "SY", (), 20_000_000, 6, 500, "SY", (("Syria", How.MAIN),))


def dump_line(id: str, name: str, lat: str = "35.1", lon: str = "36.1", feature: str = "P\tPPL", others: str = "") -> str:  # noqa: A002
    kind, code = feature.split("\t")
    cells = [id, name, name, others, lat, lon, kind, code, "SY", "", "14", "02", "", "", "1200", "", "", "Asia/Damascus", "2020-01-01"]
    return "\t".join(cells) + "\n"


DUMP = (
    dump_line("1", "Tartus", "34.9", "35.9")
    + dump_line("901", "Nimreh", others="Nimra,An Nimrah,نمرة")
    + dump_line("902", "Jisr Nimreh", feature="S\tBDG")
    + dump_line("903", "Widow's Farm", feature="S\tFRM")
    + dump_line("904", "Old Nimreh", feature="P\tPPLH")
    + dump_line("905", "Nowhere", lat="none")
    + "906\ttoo short\n"
)
GED_COLUMNS = [f"column_{number}" for number in range(36)] + ["where_prec", "where_coordinates", "country", "latitude", "longitude"]


def ged(path: Path, rows: list[tuple[str, str, str, str, str]], further: int = 0) -> Path:
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(GED_COLUMNS + [f"further_{number}" for number in range(further)])
        writer.writerows(["a, b\nc"] * 36 + list(row) + ["x"] * further for row in rows)
    return path


GED_ROWS = [
    ("1", "Zeitun village", "Syria", "35.2", "36.2"),
    ("2", "Zeitun village", "Syria", "35.2", "36.2"),
    ("1", "Zeitun military air base", "Syria", "35.3", "36.3"),
    ("4", "Tartus governorate", "Syria", "35.0", "36.0"),
    ("1", "Olive village", "Syria", "95.2", "36.2"),
]


def country(name: str) -> str:
    return {"Syria": "SY", "SY": "SY"}.get(name, "")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder of one's own with a gazetteer of two places."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("SAYSO_HOME", str(folder))
    build.write(local.path(), [TARTUS, SYRIA])
    return folder


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("zipped", [False, True])
def test_a_dump_gives_its_places_of_use(home: Path, zipped: bool) -> None:
    file = write(home / "SY.txt", DUMP)
    if zipped:
        with zipfile.ZipFile(home / "SY.zip", "w") as archive:
            archive.writestr("readme.txt", "x" * 9999)
            archive.write(file, "SY.txt")
        file = home / "SY.zip"

    added = importing.add(file, extra.path(), country)
    gazetteer = local.default()

    assert (added.new, added.known, added.left.total(), added.unusable) == (3, 0, 2, 2)
    assert [(bad.line, bad.reason) for bad in added.bad] == [(6, "'none' is no latitude"), (7, "2 columns, not 19")]
    assert [place.id for place in gazetteer.lookup("An Nimrah")] == ["geonames:901"]
    assert gazetteer.lookup("Jisr Nimreh")[0].feature == "BDG"
    assert gazetteer.lookup("Nimreh")[0].admin == ("SY.14", "SY.14.02")
    assert gazetteer.lookup("Widow's Farm") == ()


def test_a_place_that_the_gazetteer_has_is_not_told_twice(home: Path) -> None:
    importing.add(write(home / "SY.txt", DUMP), extra.path(), country)
    importing.add(write(home / "own.csv", "name,lat,lon,country\nTartus,34.91,35.91,SY\n"), extra.path(), country)

    assert [place.id for place in local.default().lookup("Tartus")] == ["geonames:1"]


@pytest.mark.parametrize("further", [0, 8], ids=["41 columns", "49 columns"])
def test_an_event_file_gives_places_whose_coordinates_are_their_own(home: Path, further: int) -> None:
    added = importing.add(ged(home / "ged.csv", GED_ROWS, further), extra.path(), country)
    gazetteer = local.default()

    assert (added.new, added.known, added.left.total(), added.unusable) == (2, 1, 1, 1)
    assert [(place.name, place.country, place.precision) for place in gazetteer.lookup("Zeitun")] == [("Zeitun", "SY", 1)]
    assert gazetteer.lookup("Zeitun military air base")[0].feature == "AIRB"
    assert "Sundberg" in gazetteer.credit(gazetteer.lookup("Zeitun")[0])


TABLES = [
    "name,lat,lon\nBir Nimreh,35.4,36.4\n",
    "Place;Latitude;Longitude\nBir Nimreh;35,4;36,4\n",
    "\ufeffVILLAGE\tLAT\tLONG\tnotes\nBir Nimreh\t35.4\t36.4\twell\n",
    'id,Place name,other names,y,x\n7,"Bir Nimreh","Nimra Well|Well of Nimra",35.4,36.4\n',
]


@pytest.mark.parametrize("text", TABLES)
def test_a_table_is_read_under_any_usual_heading(home: Path, text: str) -> None:
    importing.add(write(home / "own.csv", text), extra.path(), country)

    place = local.default().lookup("Bir Nimreh")[0]

    assert (place.lat, place.lon, place.precision) == (35.4, 36.4, 1)
    assert local.default().credit(place) == "own.csv"


def test_a_table_may_say_more_of_a_place(home: Path) -> None:
    text = "name,lat,lon,country,type,population,precision,aliases\nBir Nimreh,35.4,36.4,Syria,camp,1 200,2,Nimra Camp\n"

    importing.add(write(home / "own.csv", text), extra.path(), country)
    place = local.default().lookup("Nimra Camp")[0]

    assert (place.country, place.feature, place.population, place.precision) == ("SY", "CMP", 1200, 2)


def test_adding_twice_adds_nothing_and_changes_nothing(home: Path) -> None:
    file = write(home / "SY.txt", DUMP)
    importing.add(file, extra.path(), country)
    before = local.contents()

    again = importing.add(file, extra.path(), country)

    assert (again.new, again.known) == (0, 3)
    assert local.contents() == before


def test_the_order_of_adding_makes_no_difference(home: Path) -> None:
    one = write(home / "one.csv", "name,lat,lon\nBir Nimreh,35.4,36.4\n")
    other = write(home / "other.csv", "name,lat,lon\nAin Nimreh,35.5,36.5\n")
    for name, files in (("a", (one, other)), ("b", (other, one))):
        for file in files:
            importing.add(file, home / name, country)

    assert extra.state(home / "a") == extra.state(home / "b") != ""


def test_the_fingerprint_of_the_rules_changes_with_the_places(home: Path) -> None:
    pipeline.fingerprint.cache_clear()
    before, opened = pipeline.fingerprint(), local.default()
    pipeline.fingerprint.cache_clear()

    importing.add(write(home / "own.csv", "name,lat,lon\nBir Nimreh,35.4,36.4\n"), extra.path(), country)
    after = pipeline.fingerprint()
    pipeline.fingerprint.cache_clear()

    assert before != after
    assert local.default() is not opened
    assert local.default().fingerprint == local.contents() != local.fingerprint()


BROKEN = [
    ("notes.txt", b"Shelling went on.\n", "not a file of places"),
    ("empty.csv", b"", "not a file of places"),
    ("own.csv", b"name,lat,lon\n", "no place in it"),
    ("own.csv", b"name,lat,lon\nX Town,99,200\n", "no latitude"),
    ("own.csv", b"name,lat,lon\nN\xfcmreh,35.1,36.1\n", "UTF-8"),
    ("SY.zip", b"not a zip", "archive"),
]


@pytest.mark.parametrize(("name", "content", "words"), BROKEN)
def test_what_cannot_be_read_is_said_and_adds_nothing(home: Path, name: str, content: bytes, words: str) -> None:
    (home / name).write_bytes(content)

    with pytest.raises(GazetteerError, match=words):
        importing.add(home / name, extra.path(), country)

    assert extra.state(extra.path()) == ""


def test_a_missing_file_and_a_damaged_store_are_said(home: Path) -> None:
    with pytest.raises(GazetteerError, match="cannot be read"):
        importing.add(home / "none.csv", extra.path(), country)
    extra.path().write_bytes(b"nothing" * 100)
    with pytest.raises(GazetteerError, match=r"places\.sqlite"):
        local.contents()


def test_the_command_adds_and_looks_up(home: Path) -> None:
    file = write(home / "SY.txt", DUMP)

    done = CliRunner().invoke(sayso, ["gazetteer", "add", str(file)], standalone_mode=False)
    found = CliRunner().invoke(sayso, ["gazetteer", "lookup", "Nimreh", "--json"], standalone_mode=False)

    assert done.return_value == 3
    assert "3 places added" in done.stdout
    assert "line 6: 'none' is no latitude" in done.stderr
    assert '"from": "GeoNames (CC BY 4.0)"' in found.stdout


def test_a_rebuilt_gazetteer_keeps_the_users_places(home: Path) -> None:
    importing.add(write(home / "own.csv", "name,lat,lon\nBir Nimreh,35.4,36.4\n"), extra.path(), country)
    shutil.copy(local.path(), home / "gazetteer-older.sqlite")

    local._forget_older(local.path())

    assert extra.path().exists()
    assert not (home / "gazetteer-older.sqlite").exists()


@dataclass(frozen=True, slots=True)
class Kind:
    words: tuple[str, ...]
    feature: str
    example: str


@pytest.mark.parametrize("row", table("lexicons/place_kinds.csv", Kind), ids=lambda row: row.words[0])
def test_the_word_for_what_a_place_is_is_told_from_its_name(row: Kind) -> None:
    name, feature = events.bare_name(row.example)

    assert (name in ("Tartus", "Nimreh", "Baramka", "Zeitun"), feature) == (True, row.feature)


@dataclass(frozen=True, slots=True)
class Columns:
    field: str
    words: tuple[str, ...]
    example: str


@pytest.mark.parametrize("row", table("lexicons/place_columns.csv", Columns), ids=lambda row: row.field)
def test_each_heading_in_an_example_is_found(row: Columns) -> None:
    assert tables.knows(row.example)
    assert row.field in tables._fields(row.example.split(","))


@dataclass(frozen=True, slots=True)
class Feature:
    codes: tuple[str, ...]
    used: bool
    precision: int
    example: str


@pytest.mark.parametrize("row", table("lexicons/place_features.csv", Feature), ids=lambda row: row.codes[0])
def test_each_feature_is_used_with_its_precision_or_left_out(row: Feature) -> None:
    assert {dumps.precision("", code) for code in row.codes} == {row.precision if row.used else None}
