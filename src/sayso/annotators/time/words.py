"""Time words: a text as tokens, each with one letter for what it can be in a time expression."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso import lexicon
from sayso.text import level

__all__ = ["Words", "leads", "tagged", "word_values"]

_TOKEN = re.compile(
    r"""(?P<y>\bFY[ ]?'?\d{2}(?:\d\d)?(?:[-/]\d{2}(?:\d\d)?)?(?!\w))
    | (?P<J>(?<![\w.])[1-4]Q[ ]?'?(?:20)?\d\d(?!\w))
    | (?P<word>[^\W\d_]\w*)
    | (?P<I>(?<![\w-])[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\d-]))
    | (?P<K>0\d[0-5]\d(?=\s?(?:hours|hrs|h)\b)|(?<=at\ )[12]\d[0-5]\d(?=\s?(?:hours|hrs|h)\b)
        |(?<![\d:.])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:]))
    | (?P<L>(?<![\w/.])\d{1,2}(?P<sep>[/.])\d{1,2}(?P=sep)(?:[12]\d{3}|\d{2})(?![\w/]|\.\d))
    | (?P<C>(?:[12]\d\d0|'\d0|[1-9]\d0)s\b)
    | (?P<o>\d{1,2}(?:st|nd|rd|th)\b)
    | (?P<num>\d+(?:,\d{3})*(?:\.\d+)?)
    | (?P<c>'\d\d(?!\w))
    | (?P<gap>\n[^\S\n]*\n\s*)
    | (?P<other>[^\w\s])""",
    re.VERBOSE,
)
_ABBREVIATED = re.compile(r"(?<![\w.])(?:[ap]\.\s?m\b\.?|[AP]\.\s?M\b\.?|B\.\s?C\b(?:\.?\s?E\b)?\.?|A\.\s?D\b\.?)")
_PLAIN_PUNCTUATION = frozenset(",-.()/'&")


@dataclass(frozen=True, slots=True)
class _Row:
    word: str
    tag: str
    value: str
    case: str
    example: str


@dataclass(frozen=True, slots=True)
class _Lead:
    word: str
    kind: str
    example: str


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a text: `tags` has one letter for each, `starts` and `ends` where it stands; `plain` is the text levelled."""

    plain: str
    tags: str
    starts: list[int]
    ends: list[int]

    def word(self, number: int) -> str:
        """Return a token in lower case."""
        return self.plain[self.starts[number] : self.ends[number]].lower().rstrip()

    def value(self, number: int) -> str:
        """Return what the lexicon says of a token, else the token itself."""
        word = self.word(number)
        return word_values().get(word, word)


@cache
def word_values() -> dict[str, str]:
    """Return the value of each time word."""
    return {row.word: row.value for row in _rows()}


@cache
def leads(kind: str) -> frozenset[str]:
    """Return the words of a kind that, before or in an expression, settle what it is: "before a year" ..."""
    return frozenset(row.word for row in lexicon.table("lexicons/timex_leads.csv", _Lead) if row.kind == kind)


def tagged(text: str) -> Words:
    """Return the tokens of a text with their letters; linear in its length."""
    levelled = level(text)
    pointed = {found.start(): found.end() for found in _ABBREVIATED.finditer(levelled)}
    plain = _ABBREVIATED.sub(_joined, levelled)
    small, capital = _tags()
    tags: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _TOKEN.finditer(plain):
        tags.append(_tag(match, tags, small, capital))
        starts.append(match.start())
        ends.append(pointed.get(match.start(), match.end()))
    return Words(plain, "".join(tags), starts, ends)


def _joined(match: re.Match[str]) -> str:
    """Return an abbreviation with points as one word of the same length: "p.m." as "pm__"."""
    letters = "".join(c for c in match[0] if c.isalpha())
    return letters + " " * (len(match[0]) - len(letters))


def _tag(match: re.Match[str], before: list[str], small: dict[str, str], capital: dict[str, str]) -> str:
    """Return the letter of a token."""
    kind, token = match.lastgroup, match[0]
    if kind == "word":
        return small.get(token) or _other_case(token, small, capital)
    if kind == "other":
        return token if token in _PLAIN_PUNCTUATION else "$" if token in "$€£" else "_"
    if kind == "num":
        return _number(token, before)
    return {"gap": "|", "sep": "L"}.get(str(kind), str(kind))


def _other_case(word: str, small: dict[str, str], capital: dict[str, str]) -> str:
    if not word[0].isupper():
        return "_"
    return capital.get(lower := word.lower()) or small.get(lower, "_")


def _number(digits: str, before: list[str]) -> str:
    """Return the letter of a number: Y a year, d a day of the month, k a time with a point, n another."""
    if before and before[-1] == "$":
        return "_"
    if "," in digits:
        return "n"
    whole, _, part = digits.partition(".")
    if part:
        return "k" if len(part) == 2 and len(whole) <= 2 and int(whole) < 25 and int(part) < 60 else "n"
    if len(whole) == 4 and "1000" <= whole < "2200":
        return "Y"
    return "d" if len(whole) <= 2 and 0 < int(whole) < 32 else "n"


@cache
def _rows() -> tuple[_Row, ...]:
    return lexicon.table("lexicons/timex_words.csv", _Row)


@cache
def _tags() -> tuple[dict[str, str], dict[str, str]]:
    small = {row.word: row.tag for row in _rows() if not row.case}
    return small, {row.word: row.tag for row in _rows() if row.case}
