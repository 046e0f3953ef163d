"""The rule extractor: what a figure counts, on whose word, where and when, on sentences as reports write them."""

import csv
from datetime import date
from pathlib import Path

import pytest

from sayso.annotators import measures
from sayso.annotators.dimensions import counted
from sayso.annotators.syntax import parse
from sayso.extractors.rules import extract
from sayso.extractors.rules.figures import figures
from sayso.extractors.rules.signs import Sign
from sayso.lexicon import Word, table
from sayso.model import Claim, Document, Extent, Modality, Polarity, Span

DAY = date(2017, 3, 9)  # a Thursday


def claims(text: str, published: date | None = DAY) -> tuple[Claim, ...]:
    return extract(Document(text, "test", published=published)).claims


def put(text: str) -> list[tuple[str, str]]:
    return [("+".join(claim.dimensions), claim.text) for claim in claims(text)]


DIMENSIONS = [
    ("Shelling killed at least 12 people and wounded 30 others.", [("killed", "at least 12 people"), ("wounded", "30 others")]),
    ("Nine miners died and four are missing.", [("killed", "Nine miners"), ("missing", "four")]),
    ("More than 1,200 gunmen were killed or captured.", [("killed+detained", "More than 1,200 gunmen")]),
    ("A car bomb left 30 people dead.", [("killed", "30 people")]),
    ("The blast killed 40 people, including 11 children.", [("killed", "40 people"), ("killed", "11 children")]),
    ("The army reported 12 KIA and 31 WIA.", [("killed", "12 KIA"), ("wounded", "31 WIA")]),
    ("Gunmen kidnapped four aid workers near the depot.", [("missing", "four aid workers")]),
    ("Police arrested more than 50 protesters.", [("detained", "more than 50 protesters")]),
    ("The fighting displaced 12,000 families.", [("displaced", "12,000 families")]),
    ("Some 80,000 residents have returned home.", [("returned", "Some 80,000 residents")]),
    ("About 50,000 civilians remain trapped in the town.", [("trapped", "About 50,000 civilians")]),
    ("Buses evacuated 3,000 people from the enclave.", [("evacuated", "3,000 people")]),
    ("The city has a population of 2 million.", [("population", "2 million")]),
    ("Between 500 and 700 militants are in the town.", [("forces", "Between 500 and 700 militants")]),
    ("Thousands of people marched through the capital.", [("crowd", "Thousands of people")]),
    ("Jets carried out 18 strikes near the river.", [("strikes", "18 strikes")]),
    ("Monitors counted 15 car bomb attacks.", [("attacks", "15 car bomb attacks")]),
    ("Helicopters dropped 40 barrel bombs.", [("munitions", "40 barrel bombs")]),
    ("The raid destroyed seven tanks and two car bombs.", [("equipment", "seven tanks"), ("munitions", "two car bombs")]),
    ("The raids destroyed 20 homes.", [("infrastructure", "20 homes")]),
    ("The army has retaken six villages.", [("territory", "six villages")]),
    ("A convoy of 44 trucks brought 800 food parcels.", [("aid", "800 food parcels")]),
    ("Six humanitarian corridors were opened.", [("corridors", "Six humanitarian corridors")]),
    ("Officials let in two journalists.", [("access", "two journalists")]),
    ("The ministry reported 2,852 suspected cases and 48 deaths.", [("cases", "2,852 suspected cases"), ("killed", "48 deaths")]),
    ("The battle caused 300 casualties.", [("killed+wounded", "300 casualties")]),
    ("Deaths: 14\nInjured: 31\nMissing: 2", [("killed", "14"), ("wounded", "31"), ("missing", "2")]),
    ("Cholera has now reached 41 kebeles of the zone.", []),
    ("The guards fired into the air, but no one was shooting at them.", []),
    ("The army was attacked from several sides.", []),
    ("Hardest hit: nine districts in the north.", []),
    (
        "The army captured 115 square kilometres on Friday after fierce fighting with the rebels, including six villages.",
        [("territory", "115 square kilometres"), ("territory", "six villages")],
    ),
    ("Protests were held in several towns.", [("attacks", "several towns")]),
    (
        "A total of 22 towns were reported to have been captured, with 12 by the guards and ten by the army.",
        [("territory", "A total of 22 towns"), ("territory", "12"), ("territory", "ten")],
    ),
    ("The militia executed 15 guards who were captured in the raid.", [("killed", "15 guards")]),
    ("More than 160 cars were able to leave the city.", []),
    ("Print Tweet Views 1430 Related News", []),
    ("It is home to 350,000 people, and aid workers have said it could fall.", [("population", "350,000 people")]),
    ("Zenda had 12 cases. Lakeland had eight.", [("cases", "12 cases"), ("cases", "eight")]),
    (
        "2.7 million\n\nPeople who got food aid\n\n1.3 million\n\nPeople uprooted by the fighting",
        [("aid", "2.7 million"), ("displaced", "1.3 million")],
    ),
    (
        "The clinic counted 222 cases and no deaths, against 282 a week before.",
        [("cases", "222 cases"), ("killed", "no deaths"), ("cases", "282")],
    ),
    (
        "The 24 deaths happened in two provinces: 14 people died in Zenda and ten in Lakeland.",
        [("killed", "24 deaths"), ("killed", "14 people"), ("killed", "ten")],
    ),
    (
        "Around 1.5 million people joined the protests; the ministry says 700,000.",
        [("crowd", "Around 1.5 million people"), ("crowd", "700,000")],
    ),
    (
        "Some 800 people went home (714 asylum seekers and 89 others).",
        [("returned", "Some 800 people"), ("returned", "714 asylum seekers"), ("returned", "89 others")],
    ),
    ("The case fatality rate is highest in Zenda (1.8%).", []),
    ("More than 900 women could be killed, maimed or abducted.", [("killed+wounded+missing", "More than 900 women")]),
    (
        "Troops seized 90 weapons and 200 grenades, among them 60 rifles and 12 pistols.",
        [("equipment", "90 weapons"), ("munitions", "200 grenades"), ("equipment", "60 rifles"), ("equipment", "12 pistols")],
    ),
    ("In all 74 fighters, made up of 50 men and 24 women, surrendered.", [("detained", t) for t in ("74 fighters", "50 men", "24 women")]),
    ("Four thousand two hundred were confirmed to be civilians.", []),
]


@pytest.mark.parametrize(("text", "expected"), DIMENSIONS, ids=[text for text, _ in DIMENSIONS])
def test_a_figure_is_put_on_its_dimension(text, expected):
    assert put(text) == expected


EXAMPLES = Path(__file__).with_name("dimension_examples.csv")


@pytest.mark.parametrize("row", list(csv.DictReader(EXAMPLES.read_text("utf-8").splitlines())), ids=lambda row: row["sentence"])
def test_the_words_of_reports_put_a_figure_on_its_dimension(row):
    assert any(row["dimension"] in dimensions.split("+") for dimensions, _ in put(row["sentence"]))


NOT_CLAIMS = [
    "The 43-year-old has three daughters and 12 paintings.",
    "It was the second of four meetings on resolution 2254.",
    "The road runs for 40 kilometres beside the river.",
    "If 100 people were to flee, the camp would be full.",
    "He won 300 votes in 20 districts.",
    "Turn to page 12 for the other two stories.",
]


@pytest.mark.parametrize("text", NOT_CLAIMS)
def test_what_is_no_claim_is_left_alone(text):
    assert put(text) == []


def test_a_figure_that_is_left_alone_is_listed_with_the_reason():
    found = extract(Document("The library owns 300 statues.", "test", published=DAY))

    assert [(a.reason, a.span.of("The library owns 300 statues.")) for a in found.abstentions] == [
        ("no word near it says what it counts", "300 statues")
    ]


VOICES = [
    ("Rebels killed 12 soldiers, the army said.", ["army"]),
    ("According to the Red Cross, 40 people were wounded.", ["Red Cross"]),
    ("At least 12 people were killed on Monday.", []),
]


@pytest.mark.parametrize(("text", "expected"), VOICES)
def test_a_claim_names_who_says_so(text, expected):
    (claim,) = claims(text)

    assert [source.name for source in claim.chain] == expected


PERIODS = [
    ("A bomb killed 12 people on Monday.", (date(2017, 3, 6), date(2017, 3, 6))),
    ("Shelling has killed 300 people since 1 February.", (date(2017, 2, 1), DAY)),
    ("Some 50,000 people are trapped in the town.", (None, DAY)),
    ("A bomb kills 12 people at a market.", (DAY, DAY)),
    (f"{'The council met and went home. ' * 20}The army arrested 40 men. On Tuesday a mine went off in a field.", (None, DAY)),
    ("A mine killed three farmers. It went off on Tuesday.", (date(2017, 3, 7), date(2017, 3, 7))),
]


@pytest.mark.parametrize(("text", "expected"), PERIODS)
def test_a_claim_covers_the_days_that_its_words_give(text, expected):
    first = claims(text)[0]

    assert (first.since, first.until) == expected


def test_an_event_keeps_the_day_told_just_before():
    claim = claims("On Tuesday a mine went off in a field. It killed three farmers.")[0]

    assert (claim.since, claim.until, claim.extent) == (date(2017, 3, 7), date(2017, 3, 7), Extent.EVENT)


PLACES = [
    ("Shelling in Homs killed 12 people.", "Homs"),
    ("Raids hit the town of Manbij. At least 15 civilians died.", "Manbij"),
    ("Air strikes on Syria's Aleppo killed 20 people.", "Aleppo"),
    ("A bomb in Mosul killed 12 people, while in Tikrit eight were killed.", "Mosul"),
    ("US-led strikes in Raqqa killed nine people.", "Raqqa"),
    ("Two patients died at Ibn Rushd hospital.", "Ibn Rushd hospital"),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_a_claim_is_about_the_place_that_its_words_name(text, expected):
    first = claims(text)[0]

    assert first.place is not None
    assert first.place.whole.of(text) == expected


ACTORS = [
    ("Rebels killed 12 soldiers in the town.", "Rebels"),
    ("Rebel shelling killed 12 people.", "Rebel"),
    ("Twelve people were killed in strikes by coalition forces.", "coalition forces"),
    ("Twelve people were killed in the fire.", None),
    ("A storm killed 12 people.", None),
    ("Twelve soldiers died in the town.", None),
]


@pytest.mark.parametrize(("text", "expected"), ACTORS)
def test_who_did_it_is_given_only_where_it_is_stated(text, expected):
    first = claims(text)[0]

    assert (first.actor.name if first.actor else None) == expected


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("Police freed 160 people in Ulan amid allegations of fraud.", False),
        ("The army fired nine missiles after an alleged raid on Ulan.", False),
        ("Nine people were hurt after an alleged raid on Ulan.", True),
        ("The ministry said two people were missing, without giving details.", False),
        ("The ministry said two people were missing, without giving evidence.", True),
    ],
)
def test_a_doubt_holds_for_what_it_is_about(text, hedged):
    assert claims(text)[0].hedged is hedged


def test_hedged_denied_and_foreseen_claims_are_kept_as_such():
    (hedged,) = claims("Guards allegedly killed 12 detainees.")
    (denied,) = claims("The army denied that 12 civilians had been killed.")
    (foreseen,) = claims("Up to 700,000 people may flee the city.")

    assert hedged.hedged
    assert denied.polarity is Polarity.DENIED
    assert foreseen.modality is Modality.FORECAST


def test_a_disclaimer_covers_what_was_reported_before_it():
    text = "Rebels shot down two helicopters, a militia spokesman said. We could not verify the reports. A storm killed five people."

    found = claims(text)

    assert [claim.hedged for claim in found] == [True, False]


def test_a_figure_told_twice_is_one_figure():
    text = "At least 56 people were killed in Homs.\n\nThe raid in Homs killed 56 people, the Civil Defence said."

    first, second = claims(text)

    assert first.repeat_of == second.id
    assert second.repeat_of is None


UNITS = [
    ("Four Syrians were killed and 21 others injured.", ["syrian", "syrian"]),
    ("Shelling killed 12 people and injured more than 20.", ["people", "people"]),
    ("Some 85 percent of the homes were destroyed.", ["fraction"]),
    ("The death toll reached 25,105.", ["death"]),
]


@pytest.mark.parametrize(("text", "expected"), UNITS)
def test_a_figure_without_a_noun_counts_what_was_counted_before(text, expected):
    assert [claim.unit for claim in claims(text)] == expected


@pytest.mark.parametrize("text", [text for text, _ in DIMENSIONS])
def test_every_span_of_a_claim_lies_in_the_text_and_its_words_are_exact(text):
    for claim in claims(text):
        assert claim.text == claim.span.of(text)
        assert all(0 <= span.start < span.end <= len(text) for span in claim.spans())


def test_the_same_text_gives_the_same_claims():
    text = "Shelling in Homs killed at least 12 people on Monday, the Red Crescent said."

    assert claims(text) == claims(text)


@pytest.mark.parametrize("eponym", table("lexicons/eponyms.csv", Word), ids=lambda eponym: eponym.word)
def test_a_place_that_names_something_else_places_nothing(eponym: Word):
    text = f"{eponym.example} Twelve people died."

    assert [claim.place for claim in claims(text) if claim.text == "Twelve people"] == [None]


def test_an_empty_text_has_no_claims():
    assert claims("") == ()


def test_every_counted_thing_is_recognised_in_its_example():
    rows = list(counted().values())
    text = "\n\n".join(f"They saw {row.example}." for row in rows)
    spans, at = [], 0
    for row in rows:
        spans.append(Span(at, at + len(f"They saw {row.example}.")))
        at = spans[-1].end + 2

    found = {figure.span.start: figure.kind for figure in figures(tuple(measures.annotate(text)), tuple(parse(text, spans)))}

    wrong = {row.unit for row, span in zip(rows, spans, strict=True) if found.get(span.start + 9) != row.kind}
    assert len(wrong) <= 0.03 * len(rows), sorted(wrong)  # measures in miles, years or dollars are no counts: they give no figure


@pytest.mark.parametrize("sign", table("lexicons/signs.csv", Sign), ids=lambda sign: f"{sign.marks}: {sign.word}")
def test_a_sign_stands_in_its_example(sign: Sign):
    (parsed,) = parse(sign.example, [Span(0, len(sign.example))])

    assert sign.word in {form for token in parsed.doc for form in (token.lower_, token.lemma_.lower(), token.text)}
