"""A draft: one attribution inside one paragraph, before names are resolved and statements nested."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.annotators.syntax import Parsed, Words, numbers
from sayso.model import Quote, Span
from sayso.text import level

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Draft", "Paragraph"]


@dataclass(frozen=True, slots=True)
class Draft:
    """An attribution: pieces of the text, the kind of its cue ("saying", "attitude" ...) and the rule that found it.

    `head` is the main word of the source, None where the source is not a parsed noun phrase.
    `conduit` marks a source through whom another speaks ("quoted X as saying").
    """

    source: Span | None
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: str
    rule: str
    stance: str = ""
    head: Token | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A parsed paragraph of a text with the quotes in it; what turns tokens into spans of the text.

    `breaks` are the offsets at which a new line begins that does not go on with the one before; `starts` and `ends` where each token
    stands in the text, `forms` and `relations` the numbers of its lower-case form and its dependency, `sentences` the first tokens.
    """

    text: str
    parsed: Parsed
    quotes: tuple[Quote, ...]
    breaks: tuple[int, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    forms: tuple[int, ...]
    relations: tuple[int, ...]
    sentences: tuple[int, ...]

    @property
    def doc(self) -> Doc:
        """The parsed words."""
        return self.parsed.doc

    def written(self, words: Words) -> list[Token]:
        """Return the tokens that are one of the words, given in lower case."""
        return self._among(self.forms, numbers(words))

    def related(self, dependencies: Words) -> list[Token]:
        """Return the tokens that hang on their heads by one of the dependencies."""
        return self._among(self.relations, numbers(dependencies))

    def _among(self, column: tuple[int, ...], wanted: frozenset[int]) -> list[Token]:
        return [] if wanted.isdisjoint(column) else [self.doc[at] for at, number in enumerate(column) if number in wanted]

    def span(self, start: int, end: int) -> Span | None:
        """Return the stretch from one token up to another, without white space and loose punctuation at its ends."""
        return self.trim(self.at(start), self.end_of(end - 1)) if start < end else None

    def at(self, token: int) -> int:
        """Return where a token starts in the text."""
        return self.starts[token]

    def end_of(self, token: int) -> int:
        """Return where a token ends in the text."""
        return self.ends[token]

    def token(self, offset: int) -> int:
        """Return the number of the first token that ends after the offset; the count of tokens if there is none."""
        return bisect_right(self.ends, offset)

    def trim(self, start: int, end: int) -> Span | None:
        """Return the span without white space and loose punctuation at its ends, None if nothing is left."""
        while start < end and (self.text[start].isspace() or self.text[start] in ",;:.-–—"):
            start += 1
        while start < end and (self.text[end - 1].isspace() or self.text[end - 1] in ",;:-–—"):
            end -= 1
        return Span(start, end) if start < end else None

    def line(self, token: int) -> tuple[int, int]:
        """Return the first token of the line that a token stands in and the one after its last: lists and headlines end without a stop."""
        start = self.parsed.offset
        stop = self.parsed.end
        at = self.at(token)
        begin = max((cut for cut in self.breaks if cut <= at), default=start)
        end = min((cut for cut in self.breaks if cut > at), default=stop)
        return self.token(begin), self.token(end) if end < stop else len(self.ends)

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the first token of a token's sentence and the one after its last, within its line."""
        start, end = self.line(token) if self.breaks else (0, len(self.ends))
        number = bisect_right(self.sentences, token)
        return max(start, self.sentences[number - 1]), min((end, *self.sentences[number : number + 1]))

    def whole_sentence(self, token: int) -> tuple[int, int]:
        """Return the first token of a token's sentence and the one after its last, whatever lines it runs through."""
        number = bisect_right(self.sentences, token)
        return self.sentences[number - 1], (*self.sentences[number : number + 1], len(self.ends))[0]

    def together(self, first: int, second: int) -> bool:
        """Tell whether two tokens stand in one sentence."""
        return bisect_right(self.sentences, first) == bisect_right(self.sentences, second)

    def quote_at(self, offset: int) -> Quote | None:
        """Return the quote that covers an offset."""
        return next((quote for quote in self.quotes if quote.span.start <= offset < quote.span.end), None)

    def gap(self, start: int, end: int) -> str:
        """Return the text between two offsets, marks made plain, without white space."""
        return level(self.text[start:end]).strip() if start < end else ""

    def whole_quotes(self, span: Span | None, cue: int) -> Span | None:
        """Return the span widened to the whole of each quote that it reaches into, unless the cue itself stands in that quote."""
        for quote in self.quotes if span else ():
            if span and quote.inner.overlaps(span) and not quote.span.start <= cue < quote.span.end:
                span = span.cover(quote.span)
        return span
