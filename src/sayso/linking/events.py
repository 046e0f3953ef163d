"""Events: whether two sentences tell of one happening, by the uncommon words that they share."""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections import Counter
from collections.abc import Iterable

from sayso.linking.told import Told

__all__ = ["Words"]

_WORD = re.compile(r"[^\W\d_]{4,}")  # four letters or more: shorter ones are mostly grammar
_UNCOMMON = 0.04  # share of sentences in which a word may stand to tell one happening from another
_FEW = 25  # sentences: below so many no share can be told, and every word counts


class Words:
    """How common each word is in the sentences of a ledger's claims."""

    def __init__(self, claims: Iterable[Told]) -> None:
        """Count the sentences that each word stands in."""
        sentences = {(t.document.id, t.sentence): t for t in claims}
        self._total = len(sentences)
        self._in = Counter(word for t in sentences.values() for word in _words(t))

    def shared(self, one: Told, other: Told) -> tuple[str, ...]:
        """Return the uncommon words that two claims' sentences share, in alphabetical order.

        Names of places, sources and days do not count, nor the figures' own words and those that say that somebody says.
        """
        names = {word for t in (one, other) for word in _own(t)}
        both = (_words(one) & _words(other)) - names - _DAYS
        return tuple(sorted(word for word in both if self._is_uncommon(word)))

    def _is_uncommon(self, word: str) -> bool:
        return self._total < _FEW or self._in[word] <= _UNCOMMON * self._total


def _words(told: Told) -> set[str]:
    return {word.casefold().removesuffix("s") for word in _WORD.findall(told.sentence.of(told.document.text))}


def _own(told: Told) -> set[str]:
    claim, text = told.claim, told.document.text
    names = [source.name or "" for source in claim.chain] + [told.document.outlet or "", claim.text]
    names += [span.of(text) for span in claim.cue] + [reason.words or "" for reason in claim.why if reason.field == "dimensions"]
    if claim.place:
        names += [claim.place.name, claim.place.whole.of(text), claim.place.place.name if claim.place.place else ""]
    return {word.casefold().removesuffix("s") for name in names for word in _WORD.findall(name)}


_DAYS = frozenset(name.casefold() for name in (*day_name, *month_name))
