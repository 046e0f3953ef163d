"""Syntax: paragraphs parsed with spaCy, each token with its place in the whole text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.annotators.names_alike import alike, named, restored
from sayso.annotators.parser import language, read
from sayso.annotators.unread import looked_up
from sayso.model import Span
from sayso.text import level

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

__all__ = ["Parsed", "Words", "numbers", "parse"]

Words = frozenset[str] | tuple[str, ...]

_LONGEST = 20_000  # code points handed to the parser at once; a longer paragraph is cut at a full stop or a space


@dataclass(frozen=True, slots=True)
class Parsed:
    """A stretch of a text: `doc` is spaCy's, `offset` where it starts in the whole text, `read` whether it was parsed."""

    doc: Doc
    offset: int
    read: bool = True

    @property
    def end(self) -> int:
        """Where it ends in the whole text."""
        return self.offset + (self.doc[-1].idx + len(self.doc[-1].text_with_ws) if len(self.doc) else 0)

    def span(self, words: Token | Tokens) -> Span:
        """Return where a token, or a run of tokens, stands in the whole text."""
        start = words[0].idx if hasattr(words, "root") else words.idx  # type: ignore[index]  # a run has a root
        return Span(self.offset + start, self.offset + start + len(words.text))


def parse(text: str, spans: Iterable[Span], wanted: Callable[[Span], bool] = lambda _: True) -> Iterator[Parsed]:
    """Yield each stretch of the text, parsed; for the parser only, quotes, dashes and spaces are made plain and known names alike.

    Those that are not `wanted` are not parsed: their tokens hold what can be looked up.
    """
    plain = level(text).replace("\n", " ").replace("\r", " ")  # a block is one stretch of prose: its line ends are wraps
    pieces = [piece for span in spans for piece in _pieces(plain, span)]
    tokens = {piece: language().make_doc(piece.of(plain)) for piece in pieces}
    chosen = {piece: named(doc, language()) for piece, doc in tokens.items() if wanted(piece)}
    docs = read(alike(tokens[piece], names) for piece, names in chosen.items())
    for piece, doc in tokens.items():
        if piece in chosen:
            yield Parsed(restored(next(docs), doc, chosen[piece], language()), piece.start)
        else:
            yield Parsed(looked_up(doc), piece.start, read=False)


@cache
def numbers(names: Words) -> frozenset[int]:
    """Return what spaCy numbers words and dependencies by: a document gives these for all of its words at once, and far sooner."""
    from spacy.strings import get_string_id

    return frozenset(map(get_string_id, names))


def _pieces(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > _LONGEST:
        cut = max(text.rfind(". ", start, start + _LONGEST) + 2, text.rfind(" ", start, start + _LONGEST) + 1, start)
        cut = cut if cut > start + 1 else start + _LONGEST
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)
