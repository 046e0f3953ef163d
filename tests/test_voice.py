"""Voice: whose word a figure stands on, where its sentence names several."""

import pytest

from sayso.extractors.rules import extract
from sayso.model import Document

VOICES = [
    ("Norland reports 90 new cases, bringing the total number of cases to 4,000. (Harbour Times)", ["Harbour Times", "Norland"]),
    ("Norland reports 90 new cases, according to the health ministry. (Harbour Times)", ["Harbour Times", "health ministry"]),
    ("The Harbour Brigade claimed an attack in Ulan that killed nine people.", []),
    ("The Harbour Brigade claimed that its attack in Ulan killed nine people.", ["Harbour Brigade"]),
    ("The Harbour Brigade claimed to have killed nine people in Ulan.", ["Harbour Brigade"]),
]


@pytest.mark.parametrize(("text", "chain"), VOICES)
def test_a_figure_stands_on_the_word_of_who_tells_it(text: str, chain: list[str]):
    last = extract(Document(text, "test")).claims[-1]

    assert [source.name for source in last.chain] == chain
