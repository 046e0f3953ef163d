"""Toponyms: names of places are found, placed in the right country, and left alone where the text does not tell."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.annotators.toponym_words import weights
from sayso.annotators.toponyms import annotate, find, home
from sayso.gazetteers import local
from sayso.gazetteers.local import Gazetteer
from sayso.lexicon import table
from sayso.model import Document, Toponym


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return local.default()


def toponyms(text: str, gazetteer: Gazetteer, title: str | None = None) -> list[Toponym]:
    return list(annotate(Document(text, "test", title=title), gazetteer))


PLACED = [
    ("Shells fell on Aleppo in northern Syria on Monday.", "Aleppo", "geonames:170063"),
    ("ALEPPO, Syria - Shells fell on the old town.", "ALEPPO", "geonames:170063"),
    ("The shelling of Haleb in Syria went on.", "Haleb", "geonames:170063"),
    ("Syrias Aleppo was quiet, witnesses said.", "Aleppo", "geonames:170063"),
    ("Iraqi troops reached Qaraqosh near Mosul.", "Qaraqosh", "geonames:92430"),
    ("Iraqi troops reached Bakhdida near Mosul.", "Bakhdida", "geonames:92430"),
    ("Iraqi troops reached al-Hamdaniya near Mosul.", "al-Hamdaniya", "geonames:92430"),
    ("Families in Douma, Syria, had no bread.", "Douma", "geonames:170592"),
    ("A strike hit Odessa in southern Ukraine.", "Odessa", "geonames:698740"),
    ("A storm hit Odessa, Texas.", "Odessa", "geonames:5527554"),
    ("He was held in Paris, Texas, on Friday.", "Paris", "geonames:4717560"),
    ("He was held in Paris, France, on Friday.", "Paris", "geonames:2988507"),
    ("Tbilisi says that Georgia and Russia agreed.", "Georgia", "geonames:614540"),
    ("Atlanta says that Georgia and Alabama agreed.", "Georgia", "geonames:4197000"),
    ("Three drowned in Richmond, Va., on Sunday.", "Va.", "geonames:6254928"),
    ("Two people died in Laurel County, Kentucky.", "Laurel County", "geonames:4297480"),
    ("The U.S. denied the strike in Yemen.", "U.S.", "geonames:6252001"),
    ("Fighting reached El Fasher in North Darfur, Sudan.", "El Fasher", "geonames:379555"),
    ("Gangs held Port-au-Prince, the capital of Haiti.", "Port-au-Prince", "geonames:3718426"),
]


@pytest.mark.parametrize(("text", "name", "id"), PLACED)
def test_a_name_is_placed_by_what_stands_around_it(text: str, name: str, id: str, gazetteer: Gazetteer) -> None:  # noqa: A002
    found = {one.name: one.place.id for one in toponyms(text, gazetteer) if one.place}

    assert found.get(name) == id


WHOLE = [
    ("Fighting east of Mosul in Iraq killed nine.", "Mosul", "east of Mosul"),
    ("Fighting south of central Mosul in Iraq killed nine.", "Mosul", "south of central Mosul"),
    ("Shells hit eastern Aleppo in Syria.", "Aleppo", "eastern Aleppo"),
    ("Rockets fell on rebel-held east Aleppo in Syria.", "Aleppo", "rebel-held east Aleppo"),
    ("They fled to the outskirts of Mosul in Iraq.", "Mosul", "outskirts of Mosul"),
    ("Syria: shells hit Aleppo's western districts.", "Aleppo", "Aleppo's western districts"),
    ("Shells hit the Sukkari neighbourhood of Aleppo, Syria.", "Sukkari", "Sukkari neighbourhood"),
    ("Tents burned in Nuseirat refugee camp in Gaza.", "Nuseirat", "Nuseirat refugee camp"),
    ("A convoy left Aleppo in Syria.", "Aleppo", "Aleppo"),
]


@pytest.mark.parametrize(("text", "name", "whole"), WHOLE)
def test_the_place_is_also_given_as_written(text: str, name: str, whole: str, gazetteer: Gazetteer) -> None:
    written = [one.whole.of(text) for one in toponyms(text, gazetteer) if one.name == name]

    assert written[:1] == [whole]


EXACT = [
    ("Shells hit Aleppo in Syria.", "Aleppo", 1),
    ("Shells hit eastern Aleppo in Syria.", "Aleppo", 2),
    ("Fighting south of Mosul in Iraq killed nine.", "Mosul", 2),
    ("Syria: they fled to the Aleppo countryside.", "Aleppo", 2),
    ("Shells hit rebel-held Aleppo in Syria.", "Aleppo", 1),
    ("Strikes in northern Syria killed nine.", "Syria", 5),
    ("Strikes in Syria killed nine.", "Syria", 6),
    ("Syria: the eastern parts of Idlib province were calm.", "Idlib", 5),
]


@pytest.mark.parametrize(("text", "name", "precision"), EXACT)
def test_what_lies_in_a_part_of_a_place_or_beside_it_is_less_exact(text: str, name: str, precision: int, gazetteer: Gazetteer) -> None:
    places = [one.place for one in toponyms(text, gazetteer) if one.name == name and one.place]

    assert [place.precision for place in places] == [precision]
    assert replace(places[0], precision=1) == replace(gazetteer.place(places[0].id), precision=1)


SITES = [
    ("In Gaza, tanks stood before al-Quds Hospital; Gaza City had no power and Rafah no bread.", "PS"),
    ("In Aleppo, bombs fell near al-Quds Hospital, medics said in Syria.", "SY"),
    ("Bombs fell near Kindi Hospital in Aleppo, medics in Geneva said.", "SY"),
    ("Doctors at Kindi Hospital in Baghdad, Iraq, saw nine wounded; Mosul and Tikrit were calm.", None),
    ("Doctors at Kindi Hospital saw nine wounded.", None),
]


@pytest.mark.parametrize(("text", "country"), SITES)
def test_a_hospital_is_placed_only_where_its_town_or_country_is_named(text: str, country: str | None, gazetteer: Gazetteer) -> None:
    hospitals = [one for one in toponyms(text, gazetteer) if "Hospital" in one.whole.of(text)]

    assert [one.place.country if one.place else None for one in hospitals] == [country]


def test_a_hospital_is_not_in_the_town_of_another_land_that_has_its_name(gazetteer: Gazetteer) -> None:
    text = (
        "In Syria, the wounded were taken to al-Fatih hospital in Damascus; Homs, Hama and Aleppo were calm, Syria said. Turkey denied it."
    )

    found = {one.name: one.place for one in toponyms(text, gazetteer)}

    assert found.get("al-Fatih") is None
    assert found["Damascus"] is not None


NO_PLACE = [
    ("Mr Lincoln denied it.", "Lincoln"),
    ("Paris Hilton denied it.", "Paris"),
    ("Somali soldiers shot two men.", "Somali"),
    ("In March the army left.", "March"),
    ("Many were hurt, they said.", "Many"),
    ("The state agency SANA reported nine dead.", "SANA"),
    ("The New York Times reported nine dead.", "New York"),
    ("General John Allen and Mrs Houston spoke.", "Houston"),
    ("The White House denied it.", "White House"),
    ("Several Arab states met in Cairo, Egypt.", "Arab"),
    ("Syria: the dead were brought to the Kuwait Hospital in Homs.", "Kuwait"),
]


@pytest.mark.parametrize(("text", "name"), NO_PLACE)
def test_names_of_persons_peoples_days_and_offices_are_no_places(text: str, name: str, gazetteer: Gazetteer) -> None:
    assert name not in [one.name for one in toponyms(text, gazetteer)]


def test_a_village_that_no_gazetteer_has_is_found_and_not_placed(gazetteer: Gazetteer) -> None:
    found = toponyms("In Syria some 400 people fled the village of Hoshtariyeh near Manbij.", gazetteer)

    assert [(one.name, one.place) for one in found if one.name == "Hoshtariyeh"] == [("Hoshtariyeh", None)]


def test_a_place_that_the_text_puts_elsewhere_is_not_taken_for_its_namesake(gazetteer: Gazetteer) -> None:
    found = toponyms("Shelling killed four in Netanya, Syria, and in Homs.", gazetteer)

    assert [one.place for one in found if one.name == "Netanya"] in ([None], [])


@pytest.mark.parametrize("slip", ["Mossul", "Mosull"])
def test_a_slip_of_the_pen_is_found_and_said_to_be_a_guess(slip: str, gazetteer: Gazetteer) -> None:
    text = f"In Iraq the army moved on {slip} from the south; Baghdad and Tikrit were calm, Iraqi officers said in Iraq."

    found = {one.name: one for one in toponyms(text, gazetteer)}

    assert found[slip].guess
    assert found[slip].place is not None
    assert found[slip].place.id == "geonames:99072"


RESPELT = [
    ("In Syria, the army left Dayrhafir for Aleppo; Aleppo was calm.", "Dayrhafir", "Deir Hafer"),
    ("In Syria, troops reached Khan Shaykhoon near Idlib; Idlib was calm.", "Khan Shaykhoon", "Khan Sheikhoun"),
    ("In Syria, troops reached Khanshaykhun near Idlib; Idlib was calm.", "Khanshaykhun", "Khan Sheikhoun"),
    ("Rebels reached Rutshurru north of Goma in North Kivu, DR Congo.", "Rutshurru", "Rutshuru"),
]


@pytest.mark.parametrize(("text", "name", "place"), RESPELT)
def test_another_spelling_of_a_town_near_one_that_is_named_is_a_guess(text: str, name: str, place: str, gazetteer: Gazetteer) -> None:
    found = {one.name: one for one in toponyms(text, gazetteer)}

    assert found[name].place is not None
    assert (found[name].place.name, found[name].guess) == (place, True)


def test_another_spelling_of_a_village_far_from_all_that_is_named_is_left_alone(gazetteer: Gazetteer) -> None:
    found = toponyms("In Syria, troops left Hasakah for Dayrhafir; Hasakah and Qamishli were calm.", gazetteer)

    assert "Dayrhafir" not in [one.name for one in found if one.place]


def test_a_unit_of_another_land_after_the_name_does_not_hide_a_town_of_the_land_that_is_named(gazetteer: Gazetteer) -> None:
    found = {one.name: one.place for one in toponyms("There was fighting in Kunduz, Victoria, Afghanistan.", gazetteer)}

    assert found["Kunduz"] is not None
    assert found["Kunduz"].country == "AF"


def test_one_name_means_one_place_in_a_text(gazetteer: Gazetteer) -> None:
    text = "Police in Springfield, Ohio, found nothing. Later Springfield was quiet. A man from Springfield was held."

    places = {one.place.id for one in toponyms(text, gazetteer) if one.name == "Springfield" and one.place}

    assert places == {"geonames:4525353"}


def test_the_title_gives_the_country(gazetteer: Gazetteer) -> None:
    assert home(Document("", "test", title="Shelling in Syria kills nine"), gazetteer) == "SY"
    assert home(Document("", "test", title="Nine killed", outlet="The Jordan Times"), gazetteer) == "JO"
    assert home(Document("", "test"), gazetteer) is None


def test_the_outlets_country_is_the_one_it_is_known_to_be_at_home_in(gazetteer: Gazetteer) -> None:
    assert home(Document("", "test", outlet="The Guardian"), gazetteer) == "GB"
    assert home(Document("", "test", title="Shelling in Syria kills nine", outlet="The Guardian"), gazetteer) == "SY"


def test_toponyms_come_in_reading_order_with_exact_words(gazetteer: Gazetteer) -> None:
    text = "From Kharkiv to Kherson, and from Izium to Bucha, Ukraine counted its dead; Russia denied it."

    found = toponyms(text, gazetteer)

    assert [one.span.start for one in found] == sorted(one.span.start for one in found)
    assert all(one.span.of(text) == one.name and one.span in one.whole and 0 <= one.score <= 1 for one in found)
    assert {one.name for one in found} >= {"Kharkiv", "Kherson", "Izium", "Bucha", "Ukraine", "Russia"}


@dataclass(frozen=True, slots=True)
class Row:
    words: tuple[str, ...]
    example: str
    kind: str = ""


LEXICONS = ("words", "common", "given_names", "surnames", "others")


@pytest.mark.parametrize(("lexicon", "row"), [(name, row) for name in LEXICONS for row in table(f"lexicons/toponym_{name}.csv", Row)])
def test_each_lexicon_row_has_a_word_of_its_own_in_its_example(lexicon: str, row: Row) -> None:
    assert any(word.lower() in row.example.lower() for word in row.words)


@pytest.mark.parametrize("row", [row for name in ("common", "others") for row in table(f"lexicons/toponym_{name}.csv", Row)])
def test_everyday_words_and_organisations_are_no_places(row: Row, gazetteer: Gazetteer) -> None:
    assert toponyms(row.example, gazetteer) == []


@pytest.mark.parametrize("model", ["alone", "together", "first", "context"])
def test_each_model_has_its_weights(model: str) -> None:
    assert len(weights(model)) > 5


HOSTILE = [
    "",
    " ", "\n\n\n", "A", "Al-", "al-", "-", "'", "'s", "O'", "d'", "U.S.", "U.S", "A.B.C.D.E.", "St.", "of of of", "the The THE",
    "ALEPPO",
    "aleppo", "Aleppo\x00Aleppo", "Aleppo\u200bAleppo", "\ufeffAleppo", "حلب", "Алеппо", "阿勒颇", "Al\u0301eppo", "🏴‍☠️ Aleppo 🏴‍☠️",
    "Aleppo, Aleppo, Aleppo, Aleppo", "Aleppo's's's", "(Aleppo", "Paris, Paris, Paris, Texas, Texas", "İstanbul", "ẞ", "\ud800",
    "Saint Saint Saint Saint", "al-al-al-al-al-Bab", "village of", "of the village of the", "Street Street Street", "Highway 1 2 3",
    "County", "West East North South", "Ras", "Dar al", "Dar al ",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_pass_without_harm(text: str, gazetteer: Gazetteer) -> None:
    for one in toponyms(text, gazetteer, title=text):
        assert one.span.of(text) == one.name
        assert one.whole.end <= len(text)


LONG = [
    "Aleppo " * 3000, "Al-" * 6000, "A" * 20_000, "A." * 10_000, "Aleppo, Syria, " * 1500, "of the " * 3000, "'" * 20_000,
    "village of Xy " * 1500, "Tall al Rifaat-" * 1500, "New " * 5000, "(" * 20_000, "a-B" * 7000, "Springfield, Georgia, Paris. " * 700,
    "Eastern districts of the besieged " * 700,
]  # fmt: skip


@pytest.mark.parametrize("text", LONG, ids=range(len(LONG)))
def test_no_repetition_makes_it_slow(text: str, gazetteer: Gazetteer) -> None:
    begun = time.process_time()

    toponyms(text, gazetteer)

    assert time.process_time() - begun < 2


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Aleppo", "Mosul", "al-", "of", "the", ",", ".", "'s", "St.", "Paris", "Mr", "village", "Road", "-", "\n", "U.S.", "é", "7"]
        ),
        max_size=40,
    ).map(" ".join)
    | st.text(max_size=200)
)
def test_any_text_gives_toponyms_in_order_and_inside(text: str) -> None:
    found = toponyms(text, local.default())

    assert [one.span for one in found] == sorted(one.span for one in found)
    assert all(one.span.of(text) == one.name and one.span in one.whole and one.whole.end <= len(text) for one in found)


def test_the_same_text_gives_the_same_toponyms(gazetteer: Gazetteer) -> None:
    text = "Georgia, Paris, Springfield and Tripoli were named; so were Lebanon and Libya. " * 3

    assert list(find(text, gazetteer)) == list(find(text, Gazetteer(gazetteer.file, gazetteer.fingerprint)))


def test_a_hundred_thousand_characters_take_less_than_a_second(gazetteer: Gazetteer) -> None:
    text = "Shells fell near Aleppo and Homs, the monitor in London said; Russia and the United States met in Geneva. " * 950
    toponyms(text[:2000], gazetteer)
    begun = time.process_time()

    toponyms(text, gazetteer)

    assert time.process_time() - begun < 1
