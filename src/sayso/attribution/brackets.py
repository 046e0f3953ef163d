"""Brackets: an outlet in brackets after an item, "(Reuters)", "(AP via MSN)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.annotators.actors import classify, is_state
from sayso.attribution.draft import Draft, Paragraph
from sayso.attribution.names import role_of
from sayso.lexicon import words
from sayso.model import SourceKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["drafts"]

_BRACKET = re.compile(r"\(\s*(?P<inner>[^\W\d_][^()\n]{1,60}?)\s*\)")
_VIA = re.compile(r"\s+via\s+")
_BY = re.compile(r"^(?:[a-z]+ )*(?:estimates?|figures|data|counts?|tally|records) (?:by|from|of) (?:the )?(?P<owner>[A-Z].*)$")
_LONGEST = 700  # code points of an item in a list of news
_ITEM_END = frozenset('.!?")”')


def _pictures() -> frozenset[str]:
    """Return the words that make a bracket the credit of what is shown, not of what is told."""
    return words("lexicons/picture_words.csv")


def drafts(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield an attribution of a line's words to the outlet in brackets that ends them; "via" gives a chain."""
    start, stop = paragraph.parsed.offset, paragraph.parsed.end
    begin = start
    for bracket in _BRACKET.finditer(paragraph.text, start, stop):
        begin = max(begin, paragraph.text.rfind("\n", start, bracket.start()) + 1)
        content = paragraph.trim(begin, bracket.start())
        if content is None:
            continue
        if not _credits(paragraph.text, bracket, content):
            yield from _counted(paragraph, bracket)
            continue
        begin = bracket.end()
        yield from _chain(paragraph.text, bracket, _item(paragraph, content))


def _counted(paragraph: Paragraph, bracket: re.Match[str]) -> Iterator[Draft]:
    """Yield the attribution of a sentence with a figure to whose count it is, in brackets at its end: "40 huts burned (UN estimate)"."""
    last = paragraph.token(bracket.start()) - 1
    if paragraph.text[bracket.end() : bracket.end() + 1] not in ("", ".", "\n", ";") or last < 0:
        return
    said = paragraph.span(paragraph.sentence(last)[0], last + 1)
    start = bracket.start("inner")
    source = next((Span(start + a, start + b) for a, b in _counters(bracket["inner"], paragraph.doc[last])), None)
    if source is not None and said is not None and any(word.like_num for word in paragraph.doc[paragraph.token(said.start) : last + 1]):
        yield Draft(source, (Span(bracket.start(), bracket.start() + 1),), (said,), "saying", "saying:bracket")


def _is_name(word: Token) -> bool:
    """Tell whether the brackets behind a word may hold another name for it: "the Lake Relief Society (LRS)"."""
    return word.pos_ == "PROPN" or role_of(word.text) is not None


def _counters(inner: str, before: Token) -> Iterator[tuple[int, int]]:
    """Yield where in a bracket stands who counts: "UN estimate", "first estimates by the ministry", "LRS, 4 May"."""
    by = _BY.search(inner)
    if by is not None:
        yield by.span("owner")
    name = inner.split(",")[0]
    if _is_name(before) or any(letter.isdigit() or letter == ":" for letter in name) or not name.strip():
        return
    counts = name.isupper() or name.split()[-1].lower() in words("lexicons/reckonings.csv")
    kind, anonymous = classify(name)
    if counts and kind != SourceKind.UNSPECIFIED and not anonymous and not is_state(name):
        yield 0, len(name)


def _item(paragraph: Paragraph, content: Span) -> Span:
    """Return what the bracket closes: an item of a list as a whole, in running text its last sentence."""
    if len(content) <= _LONGEST:
        return content
    last = paragraph.doc[paragraph.token(content.end - 1)].sent
    return Span(max(content.start, paragraph.at(last.start)), content.end)


def _credits(text: str, bracket: re.Match[str], content: Span) -> bool:
    """Tell whether the bracket closes an item: the item ends a sentence, and nothing but the line's end or another item follows."""
    words = bracket["inner"].split()
    follows = text[bracket.end() : bracket.end() + 1]
    ends = text[content.end - 1 : bracket.start()].strip()[-1:] in _ITEM_END
    capitals = all(word[:1].isupper() or word.islower() or word.isdigit() or word == "&" for word in words) and words[0][:1].isupper()
    pictured = any(word.lower() in _pictures() for word in words)
    return (
        ends
        and capitals
        and not pictured
        and ":" not in bracket["inner"]
        and len(content) > 20
        and follows in ("", "\n", " ", ",", ";", ".", "(")
    )


def _chain(text: str, bracket: re.Match[str], content: Span) -> Iterator[Draft]:
    base = bracket.start("inner")
    parts = [Span(base + a, base + b) for a, b in _parts(bracket["inner"])]
    cue = (Span(bracket.start(), bracket.start() + 1),)
    outer = parts[-1]
    rule = "saying:bracket"
    if len(parts) == 2:
        yield Draft(outer, cue, (Span(content.start, parts[0].end),), "saying", rule)
    yield Draft(parts[0], cue, (content,), "saying", rule)


def _parts(inner: str) -> Iterator[tuple[int, int]]:
    via = _VIA.search(inner)
    if via is None:
        yield 0, len(inner)
        return
    yield 0, via.start()
    yield via.end(), len(inner)
