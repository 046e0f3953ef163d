"""People: whose people or things are counted, where the words say more than the unit."""

from datetime import date

import pytest

from sayso.extractors.rules import extract
from sayso.model import Document

AFFECTED = [
    ("Nine Somali soldiers were killed.", "Somali soldiers"),
    ("More than 40 villagers were killed.", None),
    ("At least nine Ruritanians were killed.", None),
    ("Thousands of Syrian refugees fled.", "Syrian refugees"),
    ("Nine members of the Haddad family were killed.", "Haddad family"),
    ("Gunners shot down three Russian drones.", "Russian"),
]


@pytest.mark.parametrize(("text", "expected"), AFFECTED)
def test_whoever_is_counted_is_named_where_the_words_say_whose_they_are(text, expected):
    (claim,) = extract(Document(text, "test", published=date(2021, 5, 6))).claims

    assert (claim.affected.name if claim.affected else None) == expected
