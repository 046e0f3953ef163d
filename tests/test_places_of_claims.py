"""Where a claim belongs: names together, words that point to a name, and names that place nothing."""

from datetime import date

import pytest

from sayso.extractors.rules import extract
from sayso.model import Document

PLACES = [
    # of names that stand together, the narrowest
    ("In the Nur Shams camp in Tulkarm in the West Bank, a raid killed 12 people.", "12 people", "Nur Shams camp"),
    ("Shells fell in Karm Zaytoun neighbourhood in Homs, wounding nine people.", "nine people", "Karm Zaytoun neighbourhood"),
    ("A raid on the Nur School for Girls, located in Block 12 of the Jenin camp, killed 12 people.", "12 people", "Nur School"),
    ("Thousands of people rallied for Palestine in Lima.", "Thousands of people", "Lima"),
    ("A raid killed 12 people in the rebel-held Damascus suburb of Douma.", "12 people", "Douma"),
    ("A raid killed 12 people in the Shahba neighbourhood of Aleppo.", "12 people", "Shahba neighbourhood"),
    # what happened there is no place, not even in a headline
    ("12 Civilians Killed in Rebel Rocket Attacks in Homs", "12 Civilians", "Homs"),
    # a side of a town, not what lies beside it
    ("Some 12 people were killed in the rebel-held east of Homs city on Sunday.", "Some 12 people", "east of Homs"),
    # where a report was written
    ("Raid kills nine near Homs. DAMASCUS (Agency) A raid killed 12 people near Homs on Sunday.", "12 people", "Homs"),
    ("LIMA – A storm has killed 12 people. It hit Arequipa on Sunday.", "12 people", "Arequipa"),
    ("LIMA – A storm has killed 12 people. It went on for days.", "12 people", "LIMA"),
    ("People in Homs home to 800,000 people before the war are leaving for Hama.", "800,000 people", "Homs"),
    # a landmark is what something lies close to
    ("A strike near the Omar mosque in Basra killed 12 people.", "12 people", "Basra"),
    # who speaks or fights is not where it happened
    ("The blast in Homs killed 12 people, Aleppo Police Command said.", "12 people", "Homs"),
    ("In Homs, 12 men were arrested on suspicion of working with Peru.", "12 men", "Homs"),
    ("Peru's bombardment of Arequipa killed 12 people.", "12 people", "Arequipa"),
    # where somebody speaks is not where it happened
    ("Shelling of Arequipa killed 12 people, a spokesman said in Lima.", "12 people", "Arequipa"),
    ("Shells hit Puno on Sunday. The monitor also reported five deaths in a raid on Arequipa.", "five deaths", "Arequipa"),
    ("A raid hit Arequipa. The monitor, which has a network of sources in Chile, said 12 people died.", "12 people", "Arequipa"),
    ("Shells hit Arequipa on Sunday. Some 12 people died, said Ana Paz, the president of Chile.", "Some 12 people", "Arequipa"),
    ("Many died in the battle of Arequipa. The UN mission in Peru counted 12 deaths.", "12 deaths", "Arequipa"),
    # where somebody is from is not what the text is about
    (
        "Arequipa fell to rebels. Its loss in figures:\n\n- Displaced: 900 people.\n\n- Abducted: 28 drivers from Chile.",
        "900 people",
        "Arequipa",
    ),
    # letters for a country before a noun tell whose it was
    ("Arequipa was shelled on Sunday. A US raid killed 12 people.", "12 people", "Arequipa"),
    ("A fire in the US town of Gatlinburg killed 12 people.", "12 people", "Gatlinburg"),
    # where the wounded are brought is not where they were hurt
    ("A blast hit Homs. The wounded, 12 people, were taken to Ibn Rushd hospital.", "12 people", "Homs"),
    # the subject of counting and suffering verbs is where
    ("Peru reported 12 deaths.", "12 deaths", "Peru"),
    # a kind of place first, its name later
    ("Raids on a village in Syria killed 12 people.\n\nThe dead were buried in the village of Um Hosh on Monday.", "12 people", "Um Hosh"),
    # a place that no gazetteer knows, where only a place can stand
    ("Some 12 people died in the siege of Qalat Vorn.", "Some 12 people", "Qalat Vorn"),
    ("Some 12 people died in Beni Vashat on Monday.", "Some 12 people", "Beni Vashat"),
    # pointing back
    ("Fighting reached Kidal. Shells hit the city, killing 12 people.", "12 people", "Kidal"),
    (
        "Fighting went on in Kidal. Rebels now hold 70 percent of the town, an envoy told reporters in Lima.",
        "70 percent of the town",
        "Kidal",
    ),
    (
        "Shells hit Karm Zaytoun neighbourhood in Homs. Nine people died in a raid on the same neighbourhood.",
        "Nine people",
        "Karm Zaytoun neighbourhood",
    ),
    # a blow that is told again, where it fell
    ("Raids on a school in Idlib province killed 12 people. The strikes hit the village of Hass.", "12 people", "Hass"),
    # one in the other, whatever their kinds
    ("Shells fell in Ghouta in the Damascus countryside, killing 12 people.", "12 people", "Ghouta"),
    # a phase of hunger is no place
    ("Arequipa was hit hardest. Most areas are in Crisis (phase 3). Some 12 people died.", "Some 12 people", "Arequipa"),
    # the town in a wider place, with more words between
    ("A clinic in the town of Azaz in northern rural Aleppo was hit, and 12 people died.", "12 people", "Azaz"),
    # the quarter that the sentence before named too
    ("The raid on Homs hit the Karm Zaytoun neighbourhood. Some 12 people died.", "Some 12 people", "Karm Zaytoun neighbourhood"),
    # the last of a row is not where the text is now
    (
        "Peru\n\nFloods hit Arequipa, Puno, Cusco and Tacna. Schools are used as shelters. Mobile clinics served 240 people.",
        "240 people",
        "Peru",
    ),
    # what has mounted up is the country's
    (
        "The war in Syria goes on. A raid on Manbij killed nine people. Since 2011, more than 90,000 people have been killed.",
        "more than 90,000 people",
        "Syria",
    ),
    # the toll of an outbreak is told where it began
    (
        "Ethiopia declared an outbreak of cholera in Jinka on 3 February 2017. So far there have been 14 deaths.",
        "14 deaths",
        "Jinka",
    ),
    # a heading stands over what follows
    ("Floods in Peru: update\n\nPUNO\n\n• 12 people died.\n\nCUSCO\n\n• 31 people were hurt.", "12 people", "PUNO"),
    ("Floods in Peru: update\n\nPUNO\n\n• 12 people died.\n\nCUSCO\n\n• 31 people were hurt.", "31 people", "CUSCO"),
    # the sign of a currency is no country
    ("In Peru, the agency asked for US$9 million for relief.", "US$9 million", "Peru"),
    # the text goes on with what its lead tells, whatever it mentions far between
    (
        "A strike on Nuseirat camp killed 12 people. Officials of Egypt had met in Cairo before it.\n\nIt hit a row of shops."
        + "\n\nNobody had been warned, and nobody said why." * 8
        + "\n\nMedics said that 31 people were wounded.",
        "31 people",
        "Nuseirat camp",
    ),
    # a figure told twice is about the narrower place
    (
        "Raids on Aleppo kill 23 people\n\nJets bombed a market in Azaz in Aleppo on Monday. The 23 people killed were traders.",
        "23 people",
        "Azaz",
    ),
]


def place(text: str, figure: str, title: str | None = None) -> str | None:
    found = {claim.text: claim for claim in extract(Document(text, "test", title=title, published=date(2017, 3, 9))).claims}
    named = found[figure].place
    return named.whole.of(text) if named else None


@pytest.mark.parametrize(("text", "figure", "expected"), PLACES, ids=[text[:60] for text, _, _ in PLACES])
def test_a_claim_is_about(text, figure, expected):
    assert place(text, figure) == expected


def test_a_storm_is_no_place():
    assert place("Hurricane Lima killed 12 people.", "12 people") is None


def test_an_item_of_a_list_lends_its_place_to_no_other():
    text = "Floods in Peru\n\nLima and Peru were hit on Monday.\n\n• In Arequipa, 12 people died.\n• A total of 40 homes were destroyed."

    assert place(text, "A total of 40 homes") != "Arequipa"


@pytest.mark.parametrize(
    ("title", "expected"), [("Peru: Flood Response - Situation Report No. 3", "Peru"), ("Floods in Arequipa", "Arequipa")]
)
def test_what_a_bulletin_tells_of_relief_is_about_its_country(title, expected):
    text = "Floods in Peru go on.\n\nAn agency gave tents to 40 families in Arequipa.\n\nVolunteers handed out 900 hygiene kits."

    assert place(text, "900 hygiene kits", title) == expected


WARS = [
    (
        "Shells hit Homs and Hama. The war in Syria went on. The town of Homs was quiet on Friday. The war has killed 90,000 people.",
        "Syria",
    ),
    ("Shells hit Homs on Friday and killed nine people. The war has killed 90,000 people.", None),
    ("Shells hit Homs on Friday. The war has killed 90,000 people in Homs.", "Homs"),
]


@pytest.mark.parametrize(("text", "place"), WARS)
def test_what_a_war_has_come_to_belongs_to_no_single_town(text: str, place: str | None):
    last = extract(Document(text, "test", published=date(2017, 3, 9))).claims[-1]

    assert (last.place and last.place.name) == place
