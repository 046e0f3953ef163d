"""Offsets: what Python counts in UTF-16 is what the browser slices."""

import hypothesis.strategies as st
from hypothesis import HealthCheck, given, settings

from sayso.comparison.excerpts import excerpt
from sayso.ledger import Entry
from sayso.linking import link
from sayso.model import Claim, Document, Source, Span
from sayso.text import utf16_offset

# Astral characters, combining marks, right-to-left scripts and marks, joined emoji, variation selectors, full width.
LETTERS = st.sampled_from(
    [
        *"ab 3,.",
        "é",
        "e\u0301",
        "\u0301",
        "ß",
        "ع",
        "ש",
        "\u200f",
        "\u202e",
        "😀",
        "👨‍👩‍👧",
        "🇺🇦",
        "𝟜",
        "𐎠",
        "\ufe0f",
        "\uff11",
        "\u00a0",
        "\u2028",
    ]
)
TEXTS = st.one_of(st.lists(LETTERS, max_size=40).map("".join), st.text(st.characters(exclude_categories=["Cs"]), max_size=60))


@st.composite
def words_in_texts(draw):
    """Draw a text with the code points where some of its words begin and end."""
    text = draw(TEXTS)
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return text, start, end


@given(st.lists(words_in_texts(), min_size=50, max_size=50))
@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_python_and_the_browser_cut_the_same_words(blank, cases):
    asked = [[text, utf16_offset(text, start), utf16_offset(text, end)] for text, start, end in cases]

    cut = blank.evaluate("(cases) => cases.map(([text, start, end]) => text.slice(start, end))", asked)

    assert cut == [text[start:end] for text, start, end in cases]


@given(st.lists(words_in_texts(), min_size=10, max_size=10))
@settings(
    max_examples=5,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_the_page_marks_the_words_that_python_means(show, payload, cases):
    ids = [f"x{number}" for number in range(len(cases))]
    model = payload["claims"]["c1"]
    payload["claims"] |= {
        claim: model | {"id": claim, "text": "words", "excerpt": cut_out(*case)} for claim, case in zip(ids, cases, strict=True)
    }
    lane = payload["rows"][0]["cells"][0]["lanes"][0]
    lane["marks"] = [lane["marks"][0] | {"claim": claim, "repeats": []} for claim in ids]

    page = show(payload, "#compare?row=killed.civilian.people&situation=0")

    marked = {
        card.get_attribute("data-claim"): card.locator("mark").text_content() for card in page.locator(".panel .claim[data-claim^=x]").all()
    }
    assert marked == {claim: text[start:end] for claim, (text, start, end) in zip(ids, cases, strict=True)}


def cut_out(text, start, end):
    """Return the excerpt that a report gets of these words, in a longer document and with ranges that cut through them."""
    before, middle = "𝟜 é😀 ש " * 40, (start + end) // 2
    document = Document(before + text + before, "a document")
    words, source, cue = (Span(*ends).shift(len(before)) for ends in ((start, end), (0, middle), (middle, len(text))))
    chain = (Source("somebody", mention=source),)
    claim = Claim(document.id, words, words.of(document.text), ("killed",), chain=chain, cue=(cue,))
    return excerpt(link(Entry(claim, document, Span(0, len(text)).shift(len(before)))))
