"""Neutral: swap the parties in a text, and nothing but the names changes."""

import json
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from sayso import pipeline
from sayso.exports._record import record
from sayso.model import Document

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

EXAMPLES = sorted((Path(__file__).parent.parent / "examples" / "aleppo-mosul-2016").glob("*.json"))[::3]  # a third: the rest tells the same
SWAPS = {
    "armies": [("Russian", "Turkish"), ("Russia", "Turkey"), ("Moscow", "Ankara")],
    "governments": [("Syrian", "Iraqi"), ("Syria", "Iraq"), ("Damascus", "Baghdad")],
    "agencies": [("Reuters", "AFP"), ("SANA", "TASS"), ("The Washington Post", "The New York Times"), ("Al-Manar", "Al-Alam")],
    "monitors": [("Syrian Observatory for Human Rights", "Syrian Network for Human Rights"), ("SOHR", "SNHR")],
    "groups": [("Nusra Front", "Islamic State"), ("Ahrar al-Sham", "Jaysh al-Islam")],
}
_NAMED = ("affected", "actor", "place", "unit", "sources")
_FEW = 0.03  # share of claims: a capital or a state is a place too, and what lies near it is another; nothing but names may differ there


def swapped(words, pairs):
    """Return the words with the names of each pair in each other's place."""
    others = {one: other for pair in pairs for one, other in (pair, pair[::-1])}
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
def test_figures_days_and_stance_do_not_hang_on_who_it_is(swap):
    differ = []
    for path in (path for path in EXAMPLES if touched(path, swap)):
        own, other = ([{name: claim[name] for name in (*_KEPT, "text")} for claim in example_claims(path, s)] for s in (None, swap))
        differ += [(path.stem, a, b) for a, b in zip(own, other, strict=False) if a != b] + [path.stem] * (len(own) != len(other))

    assert differ == []


def test_speakers_places_and_the_counted_hang_on_names_in_few_claims_only():
    pairs = [
        (f"{swap} {path.stem} {a['text']}: {name} {a[name]} / {b[name]}", a[name] == b[name])
        for swap in SWAPS
        for path in EXAMPLES
        if touched(path, swap)
        for a, b in zip(example_claims(path), example_claims(path, swap), strict=True)
        for name in _NAMED
    ]

    differ = [words for words, same in pairs if not same]

    assert len(differ) <= _FEW * len(pairs) / len(_NAMED), differ
