"""Neutral: swap the parties in a text, and nothing but the names changes."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from sayso import lexicon, pipeline
from sayso.annotators import measures, syntax
from sayso.annotators.names_alike import StandIn, named
from sayso.annotators.parser import language
from sayso.exports._record import record
from sayso.model import Document, Span

# A and B stand for the two parties of each pair, in the form of the word that the sentence needs.
PAIRS = [
    ("Russian", "Turkish"),
    ("Ukrainian", "Russian"),
    ("Israeli", "Iranian"),
    ("American", "Chinese"),
    ("Syrian", "Iraqi"),
    ("Indian", "Serbian"),
]
SENTENCES = [
    "A air strikes killed at least 27 civilians in Aleppo on Tuesday, the B army said.",
    "The A defence ministry said that B forces had fired 40 shells at the town and wounded nine people.",
    "A officials denied that 15 civilians had been killed in the raid, and said B troops lost 12 tanks.",
    "According to the B health ministry, 112 people died and more than 300 were injured when A shells hit the market.",
    "The A army claimed to have killed some 60 B soldiers since Monday. It said two of its own soldiers were wounded.",
    "Monitors counted 18 A strikes and 31 B strikes on the city between 3 and 9 October 2016.",
    "B police arrested dozens of protesters, the A consul said.",
]
_KEPT = ("dimensions", "low", "high", "approx", "unit", "civil", "when", "hedged", "polarity", "modality", "kind", "bound", "extent")


def claims(sentence, one, other):
    """Return what is claimed with the parties put in, their names put back to A and B."""
    text = re.sub(r"\b[AB]\b", lambda match: one if match[0] == "A" else other, sentence)
    document = Document(text, "report", published=date(2016, 10, 12))
    return [told(record(claim, document), one, other) for claim in pipeline.extract(document).claims]


def told(values, one, other):
    def back(words):
        return words and words.replace(one, "A").replace(other, "B")

    sources = [(back(source["name"]), source["kind"], source["anonymous"]) for source in values["sources"]]
    named = {name: back(values[name]) for name in ("text", "affected", "actor", "place")}
    return {**{name: values[name] for name in _KEPT}, **named, "unit": back(values["unit"]), "sources": sources}


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("pair", PAIRS, ids="-".join)
def test_swapping_the_parties_changes_nothing_but_the_names(sentence, pair):
    assert claims(sentence, *pair) == claims(sentence, *reversed(pair))


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_sentences_make_claims_at_all(sentence):
    assert claims(sentence, *PAIRS[0])


# The examples: armies, governments, agencies, monitors and armed groups put in each other's place

EXAMPLES = sorted((Path(__file__).parent.parent / "examples" / "aleppo-mosul-2016").glob("*.json"))
SWAPS = {
    "armies": [("Russian", "Turkish"), ("Russia", "Turkey"), ("Moscow", "Ankara")],
    "governments": [("Syrian", "Iraqi"), ("Syrians", "Iraqis"), ("Syria", "Iraq"), ("Damascus", "Baghdad")],
    "agencies": [("Reuters", "AFP"), ("SANA", "TASS"), ("The Washington Post", "The New York Times"), ("Al-Manar", "Al-Alam")],
    "monitors": [("Syrian Observatory for Human Rights", "Syrian Network for Human Rights"), ("SOHR", "SNHR")],
    "groups": [("Nusra Front", "Islamic State"), ("Ahrar al-Sham", "Jaysh al-Islam")],
}


def swapped(words, pairs):
    """Return the words with the names of each pair in each other's place; a longer name that holds one of them is another's, and stays."""
    others = {name: name for names in SWAPS.values() for pair in names for name in pair}
    others |= {one: other for pair in pairs for one, other in (pair, pair[::-1])}
    names = "|".join(sorted(map(re.escape, others), key=len, reverse=True))
    return words and re.sub(rf"\b({names})\b", lambda match: others[match[0]], words)


@cache
def example_claims(path, swap=None):
    """Return the claims of an example with names swapped, and the names in them swapped back."""
    pairs = SWAPS.get(swap, [])
    values = json.loads(path.read_text("utf-8"))
    put = (lambda words: swapped(words, pairs)) if pairs else (lambda words: words)
    text, outlet = put(values["text"]), put(values["outlet"])
    day = values["published"] and date.fromisoformat(values["published"])
    document = Document(text, path.stem, title=put(values["title"]), outlet=outlet, published=day or None)
    found = [record(claim, document) for claim in pipeline.extract(document).claims]
    return [
        {**_stay(claim, put), "sources": [(put(source["name"]), source["anonymous"]) for source in claim["sources"]]} for claim in found
    ]


def _stay(claim, put):
    words = {name: put(claim[name]) for name in ("text", "affected", "actor", "place")}
    unit = claim["unit"] and put(claim["unit"].capitalize()).lower()
    return {**{name: claim[name] for name in _KEPT}, **words, "unit": unit}


def touched(path, swap):
    text = json.loads(path.read_text("utf-8"))["text"]
    return swapped(text, SWAPS[swap]) != text


@pytest.mark.parametrize("swap", SWAPS)
def test_a_swap_of_parties_or_outlets_changes_nothing_but_the_names(swap):
    paths = [path for path in EXAMPLES if touched(path, swap)]

    differ = {path.stem: (example_claims(path), example_claims(path, swap)) for path in paths}

    assert [stem for stem, (own, other) in differ.items() if own != other] == []
    assert sum(len(own) for own, _ in differ.values()) > 40


# What the parser is given


def parse(text):
    (found,) = syntax.parse(text, [Span(0, len(text))])
    return found.doc


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Russian army said nine died.", "The Serbian army said nine died."),
        ("Reuters counted nine dead Russians.", "SANA counted nine dead Turks."),
        ("Nine died, the Syrian Network for Human Rights said.", "Nine died, the Syrian Observatory for Human Rights said."),
        ("Ahrar al-Sham fired on Moscow's envoys.", "Jaysh al-Islam fired on Ankara's envoys."),
    ],
)
def test_known_names_of_one_form_are_parsed_alike(one, other):
    read = [[(token.tag_, token.dep_, token.head.i, token.ent_type_) for token in parse(text)] for text in (one, other)]

    assert read[0] == read[1]


def test_the_parse_keeps_the_words_of_the_text():
    text = "Russian troops left, Reuters said."

    doc = parse(text)

    assert doc.text == text
    assert doc[0].lemma_.lower() == "russian"
    assert [entity.text for entity in doc.ents if entity.label_ == "ORG"] == ["Reuters"]


def test_in_capitals_a_name_may_be_a_word():
    assert not named(language()("WHO IS LEFT IN TOWN"), language())


@pytest.mark.parametrize("row", lexicon.table("lexicons/names_alike.csv", StandIn), ids=lambda row: row.form)
def test_every_stand_in_is_one_word_for_the_parser(row):
    assert len(language().make_doc(row.word)) == 1
    assert row.example


@pytest.mark.parametrize("people", ["Syrians", "Iraqis", "Israelis", "Turks", "Ugandans"])
def test_whatever_the_people_they_are_counted(people):
    (found,) = measures.annotate(f"By then more than 25,000 {people} had crossed.")

    assert found.unit == people[:-1].lower()


def test_a_country_in_the_name_of_its_ministry_is_not_where():
    text = "Shells fell on Homs. Turkey's Defence Ministry denied it. An envoy said 40 people had been killed."

    (claim,) = pipeline.extract(Document(text, "report")).claims

    assert claim.place.name == "Homs"
