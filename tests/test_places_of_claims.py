"""Where a claim belongs: names together, words that point to a name, and names that place nothing."""

import csv
from datetime import date
from pathlib import Path

import pytest

from sayso.extractors.rules import extract
from sayso.model import Document

EXAMPLES = Path(__file__).with_name("place_examples.csv")  # `\\n` stands for a line end


def examples() -> list[tuple[str, str, str, str | None]]:
    with EXAMPLES.open(encoding="utf-8", newline="") as rows:
        return [(row["title"], row["text"].replace("\\n", "\n"), row["figure"], row["place"] or None) for row in csv.DictReader(rows)]


PLACES = examples()


def place(text: str, figure: str, title: str | None = None) -> str | None:
    found = {claim.text: claim for claim in extract(Document(text, "test", title=title, published=date(2017, 3, 9))).claims}
    named = found[figure].place
    return named.whole.of(text) if named else None


@pytest.mark.parametrize(("title", "text", "figure", "expected"), PLACES, ids=[f"{title} {text[:60]}" for title, text, _, _ in PLACES])
def test_a_claim_is_about(title, text, figure, expected):
    assert place(text, figure, title or None) == expected


def test_a_storm_is_no_place():
    assert place("Hurricane Lima killed 12 people.", "12 people") is None


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
