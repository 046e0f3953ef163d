"""Uncounted: numbers in names, rates and sizes, and people who only speak, are no claims."""

from datetime import date

import pytest

from sayso.extractors.rules import extract
from sayso.model import Document

SENTENCES = [
    ("Two rebel commanders told the Lake Post that fighting had resumed.", []),
    ("Three residents said that the market was hit, killing nine people.", ["nine people"]),
    ("Shells wounded 12 residents, the council said.", ["12 residents"]),
    ("The army attacked the 3000 Housing Project from the south.", []),
    ("The general said that the 313 Central Corps carried out the raid.", []),
    ("They met at a Group of 20 meeting in Zenda.", []),
    ("In one case, guards shot at a convoy.", []),
    ("In one case of cholera, the patient died.", ["one case"]),
    ("A cable that supported the 900-ton platform of the aid agency snapped.", []),
    ("Jets dropped two 500-pound bombs on the depot.", ["two 500-pound bombs"]),
    ("The river cut off the western half of the city.", []),
    ("The province has 90 inhabitants/km2.", []),
    ("Police arrested Rudi Halm, one of the sons of the former mayor.", []),
    ("The clash killed 30 people, one of them a nurse.", ["30 people", "one"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_numbers_that_count_nothing_are_no_claims(text, expected):
    claims = extract(Document(text, "test", published=date(2017, 3, 9))).claims

    assert [claim.text.split(" of them")[0].split(" of cholera")[0] for claim in claims] == expected
