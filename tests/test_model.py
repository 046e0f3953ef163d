"""The nouns: spans, and ids that come from content."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from material import claims, document

from sayso.ledger._rows import dump, load
from sayso.model import (
    Bound,
    Claim,
    Document,
    Judgement,
    Mention,
    Modality,
    Polarity,
    Selector,
    Source,
    SourceKind,
    Span,
    Statement,
    content_id,
)
from sayso.text import excerpt, find, level, paragraphs, select, trim, utf16_offset

TEXTS = st.text(alphabet="ab12 .\n\t\u00a0\u2019\u201cé\U0001f54a", max_size=80)


@st.composite
def spans(draw: st.DrawFn, longest: int = 40) -> Span:
    start = draw(st.integers(0, longest))
    return Span(start, draw(st.integers(start, longest)))


@st.composite
def placed(draw: st.DrawFn) -> tuple[str, Span]:
    """Draw a text and a span in it."""
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text))))


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1), (-2, -1)])
def test_a_span_that_is_none_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


@given(placed())
def test_a_span_is_as_long_as_its_words(place: tuple[str, Span]) -> None:
    text, span = place

    assert len(span) == len(span.of(text))


@given(spans(), spans())
def test_a_cover_holds_both_and_no_more(one: Span, other: Span) -> None:
    whole = one.cover(other)

    assert one in whole
    assert other in whole
    assert {whole.start, whole.end} <= {one.start, one.end, other.start, other.end}
    assert whole == other.cover(one)


@given(spans(), spans())
def test_spans_overlap_where_they_share_a_place(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))

    if one and other:
        assert one.overlaps(other) == other.overlaps(one) == bool(shared)


@given(spans(), spans(), st.integers(0, 20))
def test_a_shift_keeps_length_and_relations(one: Span, other: Span, by: int) -> None:
    assert len(one.shift(by)) == len(one)
    assert one.shift(by).overlaps(other.shift(by)) == one.overlaps(other)
    assert (one.shift(by) in other.shift(by)) == (one in other)
    assert one.shift(by).shift(0) == one.shift(by)


@given(st.lists(st.text(max_size=5), max_size=4), st.lists(st.text(max_size=5), max_size=4))
def test_ids_differ_where_parts_differ(one: list[str], other: list[str]) -> None:
    assert (content_id(*one) == content_id(*other)) == (one == other)


def test_an_id_is_sixteen_hexadecimal_digits_and_stays_the_same() -> None:
    assert content_id("document", "Twelve died.") == "b11dbaf580079bc6"


@given(st.text(max_size=30), st.text(max_size=30))
def test_a_document_is_known_by_its_text(one: str, other: str) -> None:
    assert (document(one).id == document(other).id) == (one == other)


@pytest.mark.parametrize(
    "change", [{"name": "x"}, {"outlet": "x"}, {"published": date(2016, 5, 3)}, {"published": None}, {"reader": "text 2"}]
)
def test_a_document_is_known_by_its_origin_and_its_reader(change: dict[str, object]) -> None:
    assert document(**change).id != document().id  # type: ignore[arg-type]


@pytest.mark.parametrize("change", [{"path": "elsewhere.txt"}, {"retrieved": datetime(2016, 5, 3, tzinfo=UTC)}, {"notes": ("x",)}])
def test_a_document_is_the_same_wherever_it_lay(change: dict[str, object]) -> None:
    assert document(**change).id == document().id  # type: ignore[arg-type]


@given(spans(), spans(), st.sampled_from([("killed",), ("wounded",), ("killed", "wounded")]), st.sampled_from([("killed",), ("wounded",)]))
def test_a_claim_is_known_by_its_place_and_dimensions(one: Span, other: Span, its: tuple[str, ...], others: tuple[str, ...]) -> None:
    same = Claim("d", one, "", its).id == Claim("d", other, "", others).id

    assert same == ((one, its) == (other, others))


def test_a_claim_keeps_its_id_when_its_figure_is_read_otherwise() -> None:
    killed = claims(document())[0]

    assert replace(killed, low=1, high=2, chain=(), why=()).id == killed.id


def test_a_judgement_is_known_by_everything_that_was_decided() -> None:
    first = Judgement(
        "claim", "right", "Amal", datetime(2016, 5, 3, tzinfo=UTC), "d", (Selector("12", "a", "b"),), (("low", "12"),), "note"
    )
    changes = ({"verdict": "wrong"}, {"by": "Basil"}, {"note": ""}, {"quotes": ()}, {"corrected": (("low", "13"),)}, {"document": "e"})

    assert len({first.id, *(replace(first, **change).id for change in changes)}) == len(changes) + 1  # type: ignore[arg-type]


def test_nouns_are_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        claims(document())[0].low = 13  # type: ignore[misc]


def test_a_chain_runs_from_whom_the_document_cites_inwards() -> None:
    paper = Statement(Source("Le Courrier", SourceKind.MEDIA), (), ())
    general = Statement(Source("a general", SourceKind.MILITARY, True), (), (), inside=paper)
    unnamed = Statement(None, (), (), inside=general)

    assert [source.name for source in unnamed.chain] == ["Le Courrier", "a general", None]


CLAIMS = st.builds(
    Claim,
    document=st.text(max_size=8),
    span=spans(),
    text=st.text(max_size=20),
    dimensions=st.lists(st.sampled_from(["killed", "wounded"]), max_size=2).map(tuple),
    low=st.none() | st.floats(allow_nan=False, allow_infinity=False),
    high=st.none() | st.integers(0, 10**9).map(float),
    bound=st.sampled_from(Bound),
    affected=st.none() | st.builds(Mention, st.text(max_size=9), spans()),
    since=st.none() | st.dates(),
    chain=st.lists(
        st.builds(Source, st.none() | st.text(max_size=9), st.sampled_from(SourceKind), st.booleans(), st.none() | spans()), max_size=3
    ).map(tuple),
    polarity=st.sampled_from(Polarity),
    modality=st.sampled_from(Modality),
)


@given(CLAIMS)
def test_a_claim_comes_back_from_json_as_it_was(claim: Claim) -> None:
    assert load(Claim, dump(claim)) == claim
    assert dump(load(Claim, dump(claim))) == dump(claim)


@given(TEXTS)
def test_a_document_comes_back_from_json_as_it_was(text: str) -> None:
    whole = document(text, publisher=Source("The Courier", SourceKind.MEDIA), retrieved=datetime(2016, 5, 3, tzinfo=UTC), notes=("a", "b"))

    assert load(Document, dump(whole)) == whole


@given(TEXTS)
def test_levelling_changes_no_offset(text: str) -> None:
    assert len(level(text)) == len(text)
    assert level(level(text)) == level(text)


@given(TEXTS)
def test_paragraphs_hold_every_word_in_order(text: str) -> None:
    found = list(paragraphs(text))

    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(placed())
def test_trimming_takes_only_white_space(place: tuple[str, Span]) -> None:
    text, span = place
    inner = trim(text, span)

    assert inner in span
    assert inner.of(text) == span.of(text).strip(" \t\r\n\u00a0")


@given(placed())
def test_an_excerpt_holds_its_words(place: tuple[str, Span]) -> None:
    text, span = place

    assert span in excerpt(text, span, 5)


@given(placed())
def test_offsets_in_utf_16_are_those_of_a_browser(place: tuple[str, Span]) -> None:
    text, span = place

    assert utf16_offset(text, span.start) == len(text[: span.start].encode("utf-16-le")) // 2


@example(("111", Span(1, 3)))
@given(placed())
def test_selected_words_are_found_where_they_were(place: tuple[str, Span]) -> None:
    text, span = place
    span = trim(text, span, " \t\r\n\f\v\u00a0")

    if len(span):
        assert span in find(text, select(text, span))
