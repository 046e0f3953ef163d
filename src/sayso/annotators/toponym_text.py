"""Words of a text, and runs of them that may name a place."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sayso.annotators.toponym_words import abbreviations
from sayso.gazetteers.folding import fold
from sayso.gazetteers.local import Named
from sayso.text import level

__all__ = ["Candidate", "Words", "candidate", "split"]

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:'(?!s\b)[^\W_]+)*")
_JOINTS = frozenset((" ", "-", ". ", ".", "/", "' ", "'"))
_INITIALS = 2  # letters: so short a word may be followed by a full stop inside a name ("St. Louis", "W. Va.")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: where they stand, their small letters, and whether they begin with a capital."""

    text: str
    starts: list[int]
    ends: list[int]
    lower: list[str]
    capital: list[bool]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.starts)

    def gap(self, index: int) -> str:
        """Return what stands between a word and the next, at most four characters of it; a line break at the end of the text."""
        if index < 0 or index + 1 >= len(self.starts):
            return "\n"
        return self.text[self.ends[index] : min(self.starts[index + 1], self.ends[index] + 4)]

    def joined(self, index: int) -> bool:
        """Tell whether a word and the next may be parts of one name."""
        gap = self.gap(index)
        if gap == ". ":
            return self.ends[index] - self.starts[index] <= _INITIALS and self.capital[index]
        return gap in _JOINTS


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may name a place: `first` and `last` are indices of words, `named` the places under the name.

    `kind` is name, demonym, road, facility, natural, marked (a name that the text marks as a place's) or guess (near a known spelling).
    """

    start: int
    end: int
    first: int
    last: int
    kind: str
    key: str
    named: tuple[Named, ...] = ()


def split(text: str) -> Words:
    """Return the words of a text."""
    plain = level(text)
    found = [match.span() for match in _WORD.finditer(plain)]
    forms = [plain[start:end] for start, end in found]
    capital = [form[0].isupper() or (form[1:2] == "'" and form[2:3].isupper()) for form in forms]
    return Words(plain, [start for start, _ in found], [end for _, end in found], [form.lower() for form in forms], capital)


def candidate(text: Words, first: int, last: int, kind: str, named: tuple[Named, ...], key: str = "") -> Candidate:
    """Return these words as a candidate, with the full stop of an abbreviation."""
    start, end = text.starts[first], text.ends[last]
    key = key or fold(text.text[start:end])
    if key in abbreviations() and text.text[end : end + 1] == ".":
        end += 1
    return Candidate(start, end, first, last, kind, key, named)
