"""Sites: named places by the word for what they are."""

import pytest

from sayso.annotators.sites import with_sites
from sayso.lexicon import Word, table
from sayso.model import Span, Toponym


@pytest.mark.parametrize("site", table("lexicons/sites.csv", Word), ids=lambda site: site.word)
def test_a_site_is_found_in_its_example(site: Word):
    (found,) = with_sites(site.example, ())

    assert found.whole.of(site.example).lower().endswith(site.word)
    assert found.place is None


NO_SITES = [
    "They met in a Syrian town.",
    "The US base was hit.",
    "The Department of Health said so.",
    "A Daesh-held town fell.",
    "Three Sunni suburbs burned.",
]


@pytest.mark.parametrize("text", NO_SITES)
def test_whose_a_place_is_does_not_name_it(text):
    assert with_sites(text, ()) == ()


def test_the_village_of_comes_before_its_name():
    text = "Mortars hit the village of Um Hosh."

    assert [found.whole.of(text) for found in with_sites(text, ())] == ["Um Hosh"]


def test_a_site_takes_in_the_toponym_that_it_holds():
    text = "Jets hit Jenin refugee camp."
    jenin = Toponym(Span(9, 14), "Jenin", Span(9, 14))

    (found,) = with_sites(text, (jenin,))

    assert found.name == "Jenin"
    assert found.whole.of(text) == "Jenin refugee camp"
