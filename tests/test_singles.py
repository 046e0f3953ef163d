"""Singles: "a" and "an" that count one beside other figures, and those that count nothing."""

from datetime import date

import pytest

from sayso.extractors.rules import extract
from sayso.model import Document

ROWS = [
    ("The director said a woman and 10 militants died in the clash.", ["a woman", "10 militants"]),
    ("Shelling killed two children and a nurse.", ["two children", "a nurse"]),
    ("A mine killed 12 soldiers and wounded another soldier.", ["12 soldiers", "another soldier"]),
    ("A raid killed a police officer and wounded another two.", ["a police officer", "another two"]),
    ("A woman and her child were killed.", []),
    ("A nurse said 12 people were killed.", ["12 people"]),
]


@pytest.mark.parametrize(("text", "expected"), ROWS, ids=[text for text, _ in ROWS])
def test_an_article_counts_one_in_a_row_with_other_figures(text, expected):
    found = extract(Document(text, "test", published=date(2017, 3, 9))).claims

    assert [claim.text for claim in found] == expected
    assert all(claim.low == claim.high == 1 for claim in found if claim.text.startswith("a "))
