"""Neutral: swap the parties in a text, and nothing but the names changes."""

import re
from datetime import date

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
