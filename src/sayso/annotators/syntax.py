"""Syntax: paragraphs parsed with spaCy, each token with its place in the whole text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.annotators.names_alike import alike, named, restored
from sayso.annotators.parser import language, read
from sayso.model import Span
from sayso.text import level

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

__all__ = ["Parsed", "parse"]

_LONGEST = 20_000  # code points handed to the parser at once; a longer paragraph is cut at a full stop or a space


@dataclass(frozen=True, slots=True)
class Parsed:
    """A parsed stretch of a text: `doc` is spaCy's, `offset` where it starts in the whole text."""

    doc: Doc
    offset: int

    def span(self, words: Token | Tokens) -> Span:
        """Return where a token, or a run of tokens, stands in the whole text."""
        start = words[0].idx if hasattr(words, "root") else words.idx  # type: ignore[index]  # a run has a root
        return Span(self.offset + start, self.offset + start + len(words.text))


def parse(text: str, spans: Iterable[Span]) -> Iterator[Parsed]:
    """Yield each stretch of the text, parsed; for the parser only, quotes, dashes and spaces are made plain and known names alike."""
    plain = level(text).replace("\n", " ").replace("\r", " ")  # a block is one stretch of prose: its line ends are wraps
    pieces = [piece for span in spans for piece in _pieces(plain, span)]
    tokens = [language().make_doc(piece.of(plain)) for piece in pieces]
    names = [named(doc, language()) for doc in tokens]
    docs = read(map(alike, tokens, names))
    for piece, doc, own, known in zip(pieces, docs, tokens, names, strict=True):
        yield Parsed(restored(doc, own, known, language()), piece.start)


def _pieces(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > _LONGEST:
        cut = max(text.rfind(". ", start, start + _LONGEST) + 2, text.rfind(" ", start, start + _LONGEST) + 1, start)
        cut = cut if cut > start + 1 else start + _LONGEST
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)
