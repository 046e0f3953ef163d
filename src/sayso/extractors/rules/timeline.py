"""Timeline: the days that a text tells, each with what it is said to be the day of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.annotators.happenings import kinds
from sayso.annotators.syntax import Parsed
from sayso.extractors.rules.pictured import is_pictured
from sayso.extractors.rules.spoken import is_spoken
from sayso.model import Period

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Entry", "clause_of", "happenings", "is_happening", "kinds_of", "timeline"]

_TIGHT = ("poss", "compound", "nmod", "amod")


@dataclass(frozen=True, slots=True)
class Entry:
    """A period with its words in the parse.

    `noun` is the noun that it names the day of ("Tuesday's quake", "the raid of 3 May"), `tight` where it stands before that noun and
    so tells of nothing else; `verb` carries its clause; `words` are the happenings that its sentence speaks of.
    """

    period: Period
    root: Token
    noun: Token | None
    tight: bool
    verb: Token | None
    words: frozenset[str]

    @property
    def aside(self) -> bool:
        """Whether it dates something mentioned by the way: a noun only, or the verb of a clause that hangs on another."""
        return self.tight or (self.verb is not None and self.verb.dep_ in ("relcl", "acl"))


def timeline(periods: Sequence[Period], parsed: Sequence[Parsed]) -> tuple[Entry, ...]:
    """Return the periods that stand in parsed text, in reading order."""
    starts = [one.offset for one in parsed]
    return tuple(entry for period in periods for entry in _entry(period, parsed, bisect_right(starts, period.span.start) - 1))


def happenings(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the happenings that words speak of, by the plain forms of their words: "the attackers struck" gives "strike".

    Disasters are named by nouns: men who "stormed" a post are no storm.
    """
    named = ((word, token.pos_) for token in tokens for word in (token.lemma_.lower(), token.lower_) if word in kinds())
    return frozenset(word for word, pos in named if pos != "VERB" or kinds()[word] != "disaster")


def is_happening(word: str) -> bool:
    """Tell whether a word in lower case, singular or plural, speaks of a happening, where the parser gives no plain form of it."""
    return not {word, word.removesuffix("s"), word.removesuffix("es")}.isdisjoint(kinds())


def kinds_of(words: frozenset[str]) -> frozenset[str]:
    """Return the kinds of happenings: "blow", "disaster" ..."""
    return frozenset(kinds()[word] for word in words)


def clause_of(token: Token) -> Token | None:
    """Return the verb that carries the clause a word stands in; None where the sentence has none above it."""
    node = token
    while node.pos_ not in ("VERB", "AUX"):
        if node.head == node:
            return None
        node = node.head
    return node


def _entry(period: Period, parsed: Sequence[Parsed], at: int) -> Iterator[Entry]:
    if at < 0:
        return
    one = parsed[at]
    first = period.timexes[0] if period.timexes else period.span
    run = one.doc.char_span(first.start - one.offset, first.end - one.offset, alignment_mode="expand")
    if run is None or not len(run):
        return
    root = run.root
    noun, tight = _noun(root)
    verb = clause_of(root)
    told = replace(period, speech=is_spoken(period, root, verb))
    if is_pictured(one.doc.text, period.span.end - one.offset, verb):
        told = replace(told, rule="label")
    yield Entry(told, root, noun, tight, verb, happenings(root.sent))


def _noun(root: Token) -> tuple[Token | None, bool]:
    if root.dep_ in _TIGHT and root.head.pos_ in ("NOUN", "PROPN"):
        return root.head, root.i < root.head.i
    if root.dep_ == "pobj" and root.head.dep_ == "prep" and root.head.head.pos_ in ("NOUN", "PROPN"):
        return root.head.head, False
    return None, False
