"""Datelines: where a report was written, in the forms that outlets give them."""

import pytest

from sayso.annotators import toponyms
from sayso.extractors.rules.datelines import datelines
from sayso.gazetteers import local
from sayso.model import Document

DATELINES = [
    ("LIMA (Agency) Two people died in Puno.", ["LIMA (Agency) "]),
    ("LIMA – Two people died in Puno.", ["LIMA – "]),
    ("LIMA, Peru (AP) — Two people died in Puno.", ["LIMA, Peru (AP) — "]),
    ("Lima/Bogota, 17 April 2019 – After heavy rain, two people died in Puno.", ["Lima/Bogota, 17 April 2019 – "]),
    ("Floods in Puno\n\nLima, Jul 24 (Agency).- Rescuers found two bodies.", ["Lima, Jul 24 (Agency).- "]),
    ("Floods in Puno\n\nLima: The floods have killed two people.", ["Lima: "]),
    # marked by nothing but its capitals
    ("LIMA Rescuers found two bodies in Puno.", ["LIMA"]),
    ("LIMA/AREQUIPA, Peru Rescue workers found two bodies in Puno.", ["LIMA/AREQUIPA, Peru"]),
    ("(Agency) - AREQUIPA, Peru Rescuers found two bodies in Puno.", ["AREQUIPA, Peru"]),
    ("Last updated at Jul 28 2016 AREQUIPA A storm hit Puno.", ["AREQUIPA"]),
    # of a place that no gazetteer has
    ("QALAT VORN, Peru – A storm killed two people.", ["QALAT VORN, Peru – "]),
    # after the text before it has lost its line break
    ("Raid kills nine near Homs. DAMASCUS (Agency) A raid killed 12 people.", ["DAMASCUS (Agency) "]),
    # what an item of a list is about
    ("Peru: The floods have killed two people.", []),
    ("Lima: Two people died.\n\nPuno: Nobody was hurt.", []),
    # a heading, and a name that opens a sentence
    ("LIMA SITUATION REPORT\n\nTwo people died.", []),
    ("LIMA Situation Report\n\nTwo people died.", []),
    ("Lima was hit by a storm.", []),
]


@pytest.mark.parametrize(("text", "expected"), DATELINES, ids=[text for text, _ in DATELINES])
def test_the_dateline_of(text, expected):
    named = tuple(toponyms.annotate(Document(text, "test"), local.default()))

    assert [span.of(text) for span in datelines(text, named)] == expected
