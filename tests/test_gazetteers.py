"""Gazetteers: names fold together, places are found under them, and the file is built once and whole."""

from __future__ import annotations

import math
import threading
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import GazetteerError
from sayso.gazetteers import build, curated, local
from sayso.gazetteers.entry import Entry, How
from sayso.gazetteers.folding import bare, fold, sound

TARTUS = Entry(
    "geonames:1", "Tartus", 34.9, 35.9, "PPL", "SY", ("SY.14",), 115_000, 1, 9, "", (("Tartus", How.MAIN), ("Tortosa", How.ALTERNATE))
)
COAST = Entry(
    "sayso:sy-coast", "The Coast", 35.2, 35.9, "RGN", "SY", (), 0, 5, 0, "", (("The Coast", How.CURATED), ("Coaster", How.DEMONYM))
)
UNIT = Entry(
    "geonames:2", "Tartus Governorate", 35.0, 36.1, "ADM1", "SY", ("SY.14",), 900_000, 4, 2, "SY.14", (("Tartus Governorate", How.MAIN),)
)


@pytest.fixture
def small(tmp_path: Path) -> local.Gazetteer:
    build.write(tmp_path / "small.sqlite", [TARTUS, COAST, UNIT])
    return local.Gazetteer(tmp_path / "small.sqlite", "test")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deir ez-Zor", "deir ez zor"),
        ("Sana'a", "Sanaa"),
        ("Saint-Denis", "St. Denis"),
        ("Mount Hermon", "Mt Hermon"),
        ("Petit-Goâve", "Petit Goave"),
        ("W.Va.", "WVa"),
        ("Łódź", "Lodz"),
        ("Al‑Qāʼim", "al-Qa'im"),
        ("Jérémie", "JEREMIE"),
    ],
)
def test_spellings_of_one_name_fold_together(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("key", "without"), [("al bab", "bab"), ("as suwayda", "suwayda"), ("the gambia", "gambia"), ("al", "al"), ("alma", "alma")]
)
def test_an_article_is_taken_off_only_before_a_name(key: str, without: str) -> None:
    assert bare(key) == without


@pytest.mark.parametrize(
    ("one", "other"), [("mossul", "mosul"), ("tall rifaat", "tal rifat"), ("harasta", "harastah"), ("duma", "douma"), ("tadaf", "tadef")]
)
def test_slips_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)


@given(st.text(max_size=60))
def test_folding_takes_any_text_and_is_stable(name: str) -> None:
    key = fold(name)

    assert fold(key) == key
    assert sound(key) == sound(key)
    assert isinstance(bare(key), str)


def test_a_place_is_found_under_all_its_names(small: local.Gazetteer) -> None:
    assert [place.id for place in small.lookup("TARTUS")] == ["geonames:1"]
    assert [place.id for place in small.lookup("Tortosa")] == ["geonames:1"]
    assert small.lookup("Nowhere") == ()


def test_names_of_peoples_name_no_place(small: local.Gazetteer) -> None:
    assert small.lookup("Coaster") == ()
    assert small.named("Coaster")[0].how == How.DEMONYM


def test_a_place_is_found_by_its_id_and_a_unit_by_its_code(small: local.Gazetteer) -> None:
    tartus, coast = small.place("geonames:1"), small.place("sayso:sy-coast")

    assert tartus is not None
    assert (tartus.name, tartus.admin, tartus.precision) == ("Tartus", ("SY.14",), 1)
    assert coast is not None
    assert coast.precision == 5
    assert small.admin_name("SY.14") == "Tartus Governorate"
    assert [small.place(other) for other in ("geonames:9", "geonames:x", "nothing", "")] == [None] * 4


def test_a_near_spelling_is_said_to_be_a_guess(small: local.Gazetteer) -> None:
    assert [(one.place.id, one.guess) for one in small.guesses("Tartouss")] == [("geonames:1", True)]


def test_the_same_entries_give_the_same_file(tmp_path: Path) -> None:
    for name in ("one", "other"):
        build.write(tmp_path / name, [TARTUS, COAST, UNIT])

    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_a_file_that_is_no_gazetteer_is_said_to_be_that(tmp_path: Path) -> None:
    (tmp_path / "broken.sqlite").write_bytes(b"not a database" * 100)

    with pytest.raises(GazetteerError, match="not a gazetteer"):
        local.Gazetteer(tmp_path / "broken.sqlite", "test")


def test_many_that_need_it_at_once_build_it_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, built = tmp_path / "home" / "gazetteer-x.sqlite", []

    def slowly(path: Path, told: object) -> Path:
        built.append(path)
        build.write(path, [TARTUS])
        return path

    monkeypatch.setattr(local, "build", slowly)
    threads = [threading.Thread(target=local._build_once, args=(file, None)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert built == [file]


def test_a_folder_that_cannot_be_written_names_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file, no folder")

    with pytest.raises(GazetteerError, match="SAYSO_HOME"):
        local._build_once(tmp_path / "taken" / "gazetteer-x.sqlite", None)


def test_an_older_gazetteer_is_cleared_away(tmp_path: Path) -> None:
    old, new = tmp_path / "gazetteer-old.sqlite", tmp_path / "gazetteer-new.sqlite"
    old.touch()
    new.touch()

    local._forget_older(new)

    assert (old.exists(), new.exists()) == (False, True)


def test_sayso_home_says_where_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAYSO_HOME", str(tmp_path))

    assert local.path() == tmp_path / f"gazetteer-{local.fingerprint()}.sqlite"


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Aleppo", "geonames:170063"),
        ("Haleb", "geonames:170063"),
        ("Mosul", "geonames:99072"),
        ("Mossul", "geonames:99072"),
        ("Qaraqosh", "geonames:92430"),
        ("Bakhdida", "geonames:92430"),
        ("al-Hamdaniya", "geonames:92430"),
        ("Calif.", "geonames:5332921"),
        ("U.S.", "geonames:6252001"),
        ("the Gambia", "geonames:2413451"),
        ("Kiev", "geonames:703448"),
    ],
)
def test_the_embedded_gazetteer_knows_the_usual_spellings(name: str, id: str) -> None:  # noqa: A002
    assert local.default().lookup(name)[0].id == id


def test_the_embedded_gazetteer_is_small_and_says_what_it_is_made_of() -> None:
    gazetteer = local.default()

    assert gazetteer.file.stat().st_size < 60_000_000
    assert gazetteer.fingerprint == local.fingerprint()
    assert gazetteer is local.default()


def test_every_row_of_our_own_has_a_point_a_precision_and_a_source() -> None:
    for spot in curated.spots():
        assert -90 <= spot.lat <= 90, spot
        assert -180 <= spot.lon <= 180, spot
        assert 1 <= spot.precision <= 7, spot
        assert spot.source, spot
        assert spot.feature, spot


def test_no_two_of_our_own_places_share_an_id() -> None:
    ids = [curated.entry(spot).ref for spot in curated.spots()]

    assert len(ids) == len(set(ids))


def test_no_place_of_our_own_is_given_twice() -> None:
    """Rows of one feature and country under one name, nearer than 3 km, are one place."""
    alike: dict[tuple[str, str, str], list[curated.Spot]] = {}
    for spot in curated.spots():
        alike.setdefault((spot.country, spot.feature, fold(spot.name)), []).append(spot)
    pairs = [(one, other) for group in alike.values() for one, other in combinations(group, 2)]

    assert [one.name for one, other in pairs if math.dist((one.lat, one.lon), (other.lat, other.lon)) * 111 < 3] == []


def test_our_own_places_lie_in_the_country_that_their_row_says() -> None:
    # Within 17 degrees of the country's middle, or 80 for the widest: enough to catch swapped or mistyped coordinates.
    middles = {row.country: row for row in curated.countries()}
    wide = ("US", "RU", "CA", "CN", "BR", "AU", "ID")
    astray = [
        spot.name
        for spot in curated.spots()
        if spot.country in middles and spot.feature not in ("RGN", "STM", "MTS", "ISL", "LK", "CNL", "SEA", "BAY")
        for middle in [middles[spot.country]]
        if max(abs(spot.lat - middle.lat), abs(spot.lon - middle.lon)) > (80 if spot.country in wide else 17)
    ]

    assert astray == []
