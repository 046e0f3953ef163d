"""Asides: what is said around a source and cue that stand aside in it: "A, X said, B", "as X said"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.annotators.cues import content_ends
from sayso.attribution.draft import Paragraph
from sayso.attribution.stretches import cut, pieces, snapped, stop, verbal
from sayso.attribution.subjects import Subject
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["around", "besides", "quote_before"]

_JOINS = ("and", "but", "so")


def besides(paragraph: Paragraph, token: Token, source: Subject | None) -> tuple[Span, ...] | None:
    """Return the clause that "as X said" stands in, without it: at its start, at its end or within."""
    start, end = paragraph.sentence(token.i)
    first = min(token.left_edge.i, source.start if source else token.i)
    if first <= start + 1:
        comma = next((t.i for t in token.doc[token.i : end] if t.text == ","), None)
        told = comma is not None and verbal(token.doc[comma:end])
        return pieces(snapped(paragraph, token, paragraph.span(comma + 1, stop(token, end)))) if comma is not None and told else None
    if not _parted(token.doc[first - 1]) or any(c.dep_ in ("ccomp", "dobj") and c.i > token.i for c in token.children):
        return None
    if stop(token, end) - token.right_edge.i <= 1:
        return pieces(snapped(paragraph, token, paragraph.span(start, first)))
    return _hosting(paragraph, token, first) if token.dep_ == "advcl" else None


def _parted(word: Token) -> bool:
    """Tell whether an aside may begin after a word: a mark, or one that joins clauses, "and, as X noted, B"."""
    return word.text in (",", '"', "''") or word.dep_ in ("cc", "mark")


def _hosting(paragraph: Paragraph, token: Token, first: int) -> tuple[Span, ...] | None:
    """Return the words of the clause that a cue's clause hangs on, before and after it, without those joined to it."""
    host, last = token.head, token.right_edge.i
    start, end = paragraph.sentence(token.i)
    joined = next((c for c in host.rights if c.dep_ == "conj" and any(g.dep_ in ("nsubj", "nsubjpass") for g in c.lefts)), None)
    after = min(host.right_edge.i + 1, end) if joined is None else min(joined.left_edge.i, end)
    while after > last + 1 and (token.doc[after - 1].dep_ in ("cc", "punct") or token.doc[after - 1].is_space):
        after -= 1
    before = max(host.left_edge.i, start)
    while before < first and token.doc[before].dep_ in ("cc", "mark", "punct"):
        before += 1
    left = paragraph.span(before, first) if before < first else None
    right = paragraph.span(last + 1, after) if last + 1 < after else None
    return pieces(snapped(paragraph, token, left), snapped(paragraph, token, right))


def around(paragraph: Paragraph, token: Token, source: Subject | None) -> tuple[Span, ...] | None:
    """Return what stands before and after a source and verb between commas: "A, X said, B"."""
    if source is None or not source.direct or source.head.lower_ in ("who", "which", "that"):
        return None
    doc = token.doc
    start, end = paragraph.sentence(token.i)
    left, right = min(source.start, token.i), max(source.end, token.i + 1)
    start += _joined(doc[start:left])
    if left - start < 2 or doc[left - 1].text not in (",", '"', "-", "--"):
        return None
    comma = next((t.i for t in doc[right : min(right + 9, end)] if t.text in (",", ":", '"') or t.pos_ in ("VERB", "AUX")), None)
    if (
        comma is None
        or (doc[comma].text == ":" and not verbal(doc[start:left]))
        or doc[comma].pos_ in ("VERB", "AUX")
        or not (verbal(doc[comma:end]) or doc[comma].text == ":")
    ):
        return None
    if any(c.dep_ in ("dobj", "ccomp") and token.i < c.i < comma for c in token.children):
        return None
    if not verbal(doc[start:left]) and any(c.dep_ == "ccomp" and right <= c.left_edge.i < comma for c in token.children):
        return None  # the clause begins right after the verb: "On air, X said the crew, three of them cooks, were safe"
    if doc[comma + 1 : comma + 2].text.lower() in content_ends() or doc[comma + 1 : comma + 2].text.lower() in ("who", "which", "a", "an"):
        return None
    quote = quote_before(paragraph, paragraph.at(left))
    if quote is None and _quotes_a_sentence(paragraph, comma):
        return None  # "As the rain went on, X said, "We need help.""
    first = paragraph.span(start, left) if quote is None else paragraph.trim(min(paragraph.at(start), quote.start), quote.end)
    if quote is not None and paragraph.quote_at(paragraph.end_of(comma) + 1) is None:
        return None
    second = paragraph.span(comma + (doc[comma].text in (",", ":")), cut(token, comma, stop(token, end)))
    return pieces(snapped(paragraph, token, first) if _wordy(doc[start:left]) else None, snapped(paragraph, token, second))


def _quotes_a_sentence(paragraph: Paragraph, comma: int) -> bool:
    """Tell whether a quote that begins with a capital follows a comma or colon: it needs nothing from before."""
    quote = paragraph.quote_at(paragraph.end_of(comma) + 1)
    return quote is not None and quote.span.start <= paragraph.end_of(comma) + 1 and quote.inner.of(paragraph.text)[:1].isupper()


def _joined(words: Tokens) -> int:
    """Return 1 where a clause begins with a word that joins it to the one before: "But after the talks, X said, B"."""
    return int(len(words) > 3 and words[0].lower_ in _JOINS)


def _wordy(words: Tokens) -> bool:
    return any(word.is_alpha and not word.is_punct for word in words) and words[0].lower_ not in _JOINS


def quote_before(paragraph: Paragraph, left: int) -> Span | None:
    """Return the quote that ends right before an offset."""
    quote = next((q for q in reversed(paragraph.quotes) if q.span.end <= left), None)
    return quote.span if quote and paragraph.gap(quote.span.end, left) in ("", ",", "-", "--") else None
