"""Onset: the first day of a disaster, a war or an outbreak, found anywhere in the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sayso.annotators.syntax import Parsed
from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.timeline import Entry, happenings, kinds_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Onset", "meant", "onsets"]

_LASTING = frozenset({"disaster", "campaign"})
_BACK = 2  # paragraphs, its own and the one before
_PARTS = frozenset({"nsubj", "nsubjpass", "dobj", "agent"})


@dataclass(frozen=True, slots=True)
class Onset:
    """The first day of something that goes on, or whose toll does, with the words that name it and those that tell its day."""

    words: frozenset[str]
    kinds: frozenset[str]
    since: date
    entry: Entry


def onsets(entries: Sequence[Entry], parsed: Sequence[Parsed]) -> Iterator[Onset]:
    """Yield, in reading order, what is told to have begun on a day: "the quake struck on Friday", "the war of 3 May".

    "It" and "they" are the disaster that the text named last: "A landslide buried the village. It happened on Friday".
    """
    told: set[Token] = set()
    for entry in entries:
        period = entry.period
        if entry.verb is not None and entry.verb in told:
            continue  # "before the war began in 2011, to 90 tonnes this year"
        if (
            period.since is None
            or (period.speech and not _is_declared(entry))
            or period.rule in ("label", "before", "until", "as of", "by")
        ):
            continue
        words = happenings(_named(entry)) or _meant_by_it(entry, parsed)
        kinds = kinds_of(words) & _LASTING
        if kinds:
            told.update([entry.verb] if entry.verb is not None else [])
            yield Onset(words, kinds, period.since, entry)


def meant(begun: Sequence[Onset], words: frozenset[str]) -> list[Onset]:
    """Return the onsets that the words name, else, where they speak of a war or the like by another word, those of wars."""
    named = [one for one in begun if one.words & words]
    if not named and kinds_of(words) & {"campaign"}:
        return [one for one in begun if "campaign" in one.kinds]
    return named


def _is_declared(entry: Entry) -> bool:
    """Tell whether the verb of saying is one of beginning: "the outbreak was declared on 3 May"."""
    verb = entry.verb
    if verb is None or verb.lemma_.lower() not in signs("onset"):
        return False
    return any(child.dep_ == "nsubjpass" and happenings([child]) for child in verb.children)


def _meant_by_it(entry: Entry, parsed: Sequence[Parsed]) -> frozenset[str]:
    """Return the disaster named last before the entry's verb, where its subject is only "it" or "they"."""
    verb = entry.verb
    if verb is None or verb.lemma_.lower() not in signs("onset") or not any(_is_it(child) for child in verb.children):
        return frozenset()
    at = max(0, bisect_right([one.offset for one in parsed], entry.period.span.start) - 1)
    for number in range(at, max(-1, at - _BACK), -1):
        doc = parsed[number].doc
        for token in reversed(doc[: verb.i if number == at else len(doc)]):
            if "disaster" in kinds_of(words := happenings([token])):
                return words
    return frozenset()


def _is_it(token: Token) -> bool:
    return token.dep_ in ("nsubj", "nsubjpass") and token.lower_ in ("it", "they")


def _named(entry: Entry) -> Iterator[Token]:
    if entry.noun is not None:
        yield from _with_names(entry.noun)
    verb = entry.verb
    if verb is not None and verb.dep_ == "advcl" and verb.lemma_.lower() not in signs("onset"):
        verb = verb.head  # "the siege began after a raid on 3 May had failed"
    if verb is None or verb.lemma_.lower() not in signs("onset"):
        return
    if verb.dep_ in ("relcl", "acl"):
        yield from _with_names(verb.head)
    for child in verb.children:
        if child.dep_ in _PARTS:
            yield from _with_names(child)


def _with_names(noun: Token) -> Iterator[Token]:
    yield noun
    yield from (child for child in noun.children if child.dep_ in ("compound", "nmod", "appos"))
