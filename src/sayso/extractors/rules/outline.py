"""Outline: the words, sentences and paragraphs of a text by number, to tell how far apart two of them stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.annotators.syntax import Parsed

__all__ = ["Outline", "outline"]


@dataclass(frozen=True, slots=True)
class Outline:
    """Where the words, the sentences and the paragraphs of a text start, in reading order.

    Words are counted, not letters, so that a longer name is no further away.
    """

    words: tuple[int, ...]
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]

    def word(self, offset: int) -> int:
        """Return the number of the word that an offset lies in."""
        return bisect_right(self.words, offset) - 1

    def sentence(self, offset: int) -> int:
        """Return the number of the sentence that an offset lies in."""
        return bisect_right(self.sentences, offset) - 1

    def paragraph(self, offset: int) -> int:
        """Return the number of the paragraph that an offset lies in."""
        return bisect_right(self.paragraphs, offset) - 1


def outline(parsed: Sequence[Parsed]) -> Outline:
    """Return the outline of a parsed text."""
    sentences = (one.offset + sentence.start_char for one in parsed for sentence in one.doc.sents)
    words = (one.offset + token.idx for one in parsed for token in one.doc)
    return Outline(tuple(words), tuple(sentences), tuple(one.offset for one in parsed))
