"""Triggers: the words of a sentence that put a figure on a dimension."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from sayso.annotators.dimensions import Rule, rules

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["Match", "matches"]

_SKIPPED = ("DET", "ADV", "PRON", "NUM")  # "took the four hostage", "put completely out of use"
_WORDS = 20_000  # whose forms are kept
_GAP = 2  # tokens that may stand between the words of a phrase
_HELD = (*_SKIPPED, "ADJ", "NOUN", "PROPN", "SYM")  # words of what a verb holds between itself and the rest of its phrase
_HELD_MOST = 9  # tokens: "took 34 people from two villages into custody" is as long as it gets


@dataclass(frozen=True, slots=True)
class Match:
    """A rule whose words stand in a sentence: `head` is the first of them, `tokens` all."""

    rule: Rule
    head: Token
    tokens: tuple[Token, ...]

    def holds(self, tokens: Sequence[Token]) -> bool:
        """Tell whether the phrase has these tokens between its words: "took 34 people into custody"."""
        return self.head.i < tokens[0].i and tokens[-1].i < self.tokens[-1].i

    @property
    def wide(self) -> bool:
        """Tell whether the phrase has its object inside, and so is about nothing else."""
        return any(later.i - earlier.i - 1 > _GAP for earlier, later in pairwise(self.tokens))


def matches(sentence: Tokens) -> Iterator[Match]:
    """Yield every rule whose words stand in the sentence, in reading order, the longest phrase of a rule first."""
    forms = [_forms(token) for token in sentence]
    for number, token in enumerate(sentence):
        near = frozenset[str]().union(*forms[number + 1 : number + 2 + _HELD_MOST])
        for rule, words in _starting(token.lemma_.lower(), token.lower_):
            if len(words) > 1 and words[1] not in near:
                continue
            tokens = _phrase(token, words, sentence.end) or (_around(token, words, sentence.end) if rule.role == "object" else ())
            if tokens:
                yield Match(rule, token, tokens)


@cache
def _index() -> dict[str, tuple[tuple[Rule, tuple[str, ...]], ...]]:
    index: dict[str, list[tuple[Rule, tuple[str, ...]]]] = {}
    for rule in rules():
        for words in map(_pieces, rule.words):
            index.setdefault(words[0], []).append((rule, words))
    return {word: tuple(entries) for word, entries in index.items()}


def _pieces(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words as the parser cuts them: "cease-fire" in three."""
    return tuple(piece for word in words for piece in re.split(r"(?<=\w)(-)(?=\w)", word))


@lru_cache(_WORDS)
def _starting(lemma: str, word: str) -> tuple[tuple[Rule, tuple[str, ...]], ...]:
    """Return the phrases that a word may start, by rule, the longest first."""
    found = dict.fromkeys(entry for form in _forms_of(lemma, word) for entry in _index().get(form, ()))
    return tuple(sorted(found, key=lambda entry: (entry[0].id, -len(entry[1]), entry[1])))


def _forms(token: Token) -> frozenset[str]:
    return _forms_of(token.lemma_.lower(), token.lower_)


@lru_cache(_WORDS)
def _forms_of(lemma: str, word: str) -> frozenset[str]:
    return frozenset((lemma, word, *(_verbs(word) if word.endswith("ing") else ())))


def _verbs(word: str) -> Iterator[str]:
    """Yield the verbs that a form in -ing may come from: the tagger takes many for nouns ("killing 12, wounding 30")."""
    stem = word[:-3]
    yield from (stem, f"{stem}e")
    if len(stem) > 3 and stem[-1] == stem[-2]:
        yield stem[:-1]


def _phrase(token: Token, words: tuple[str, ...], end: int) -> tuple[Token, ...]:
    found = [token]
    for word in words[1:]:
        following = _next(found[-1], word, end)
        if following is None:
            return ()
        found.append(following)
    return tuple(found)


def _around(token: Token, words: tuple[str, ...], end: int) -> tuple[Token, ...]:
    """Return the words of a phrase that holds its object behind the verb: "sent 12 of them to hospital"."""
    if len(words) < 2 or token.pos_ != "VERB":
        return ()
    for i in range(token.i + 1, min(end, token.i + 2 + _HELD_MOST)):
        candidate = token.doc[i]
        if words[1] in _forms(candidate):
            rest = _phrase(candidate, words[1:], end)
            idiom = i == token.i + 2 and token.nbor().pos_ == "NOUN" and token.nbor().tag_ == "NN"  # "took part in"
            if rest and not idiom:
                return (token, *rest)
        bounds = candidate.dep_ in ("quantmod", "advmod", "nummod")  # "up to 2,000"
        if candidate.pos_ not in _HELD and not bounds and candidate.lower_ not in ("of", "and", "or", "from", "including"):
            return ()
    return ()


def _next(token: Token, word: str, end: int) -> Token | None:
    for i in range(token.i + 1, min(end, token.i + 2 + _GAP)):
        candidate = token.doc[i]
        acts = token.lemma_ == "be" and candidate.tag_ == "VBG" and word != candidate.lower_  # "were besieging" for "be besiege"
        if word in _forms(candidate) and not acts:
            return candidate
        if candidate.pos_ not in _SKIPPED:
            return None
    return None
