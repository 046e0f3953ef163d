"""Unlisted: names of places that no gazetteer knows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from sayso.annotators.sites import peoples
from sayso.annotators.syntax import Parsed
from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.timeline import is_happening
from sayso.model import Toponym
from sayso.parties import parties

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

__all__ = ["unlisted"]

_LONGEST_NAME = 3  # words


def unlisted(text: str, toponyms: Sequence[Toponym], parsed: Sequence[Parsed]) -> Iterator[Toponym]:
    """Yield names of places that no gazetteer knows: small villages are named in reports before they are on maps."""
    ordinary = frozenset(re.findall(r"(?<=\s)[a-z]+(?=[\s,.;:])", text))
    surnames = frozenset(_surnames(parsed))
    taken = sorted((toponym.whole.start, toponym.whole.end) for toponym in toponyms)
    for one in parsed:
        for name in _names(one.doc):
            first = next((token for token in name if token.lower_ != "the"), name[0])
            span = one.span(one.doc[first.i : name.end])
            if span.of(text).islower():
                continue
            if _is_word(name, first, ordinary) or (len(name) == 1 and name.text in surnames):
                continue
            at = bisect_right(taken, (span.end, 0))
            if not any(start < span.end and span.start < end for start, end in taken[max(0, at - 2) : at + 1]):
                yield Toponym(span, span.of(text), span)


def _surnames(parsed: Sequence[Parsed]) -> Iterator[str]:
    """Yield the last names of the people whom the text names in full: who is "Paz" later on was "Ana Paz" before."""
    for one in parsed:
        yield from (name[-1].text for name in one.doc.ents if name.label_ == "PERSON" and len(name) > 1)


def _is_word(name: Tokens, first: Token, ordinary: Container[str]) -> bool:
    """Tell whether a name is a word like others ("in Clashes with", "in Crisis (phase 3)"), or a storm's."""
    if first.lower_ in signs("before a name") or is_happening(name[-1].lower_):  # "in Rocket Attacks", in a headline
        return True
    if any(token.lower_ in signs("of a page") for token in name):  # "Print Tweet Views", around the text of a page
        return True
    return len(name) == 1 and (first.lower_ in ordinary or first.lower_ in signs("no place"))


def _names(doc: Doc) -> Iterator[Tokens]:
    """Yield what the parser takes for a place, and what stands where only a place's name stands ("the siege of Nur")."""
    for name in doc.ents:
        if name.label_ in ("GPE", "LOC", "FAC") and name[-1].text[:1].isupper() and not _is_group(name):
            yield name
    for token in doc:
        if token.i and token.lower_ == "of" and doc[token.i - 1].lower_ in signs("of a place"):
            yield from _capitalised(doc, token.i + 1)
        elif token.lower_ == "in":
            yield from (run for run in _capitalised(doc, token.i + 1) if _stands_alone(run, token))


def _stands_alone(run: Tokens, preposition: Token) -> bool:
    """Tell whether a run of names is all that follows its preposition, and too short for a headline: "in Bab Nur since May"."""
    plain = all(token.text.replace("-", "").isalpha() for token in run)
    return plain and len(run) <= _LONGEST_NAME and run.root.head.i == preposition.i and run.root.ent_type_ in ("", "PERSON", "ORG")


def _is_group(name: Tokens) -> bool:
    of_people = name.text in peoples() or (name[-1].pos_ == "ADJ" and name[-1].text in peoples())  # "the East Indian city"
    return of_people or name.text in _groups() or (len(name) == 1 and name.text.isupper())  # groups known by their letters


@cache
def _groups() -> frozenset[str]:
    """Return the names of parties that are no states, as reports give them."""
    groups = [party for party in parties().values() if party.kind != "state"]
    return frozenset(name for party in groups for name in (party.name, *party.aliases))


def _capitalised(doc: Doc, start: int) -> Iterator[Tokens]:
    """Yield the run of names that starts at a token, if it is one that the parser does not take for a place already."""
    end = start
    while end < len(doc) and doc[end].pos_ == "PROPN" and doc[end].text[:1].isupper():
        end += 1
    if end > start and not _is_group(doc[start:end]) and doc[start].ent_type_ not in ("GPE", "LOC", "FAC", "DATE", "NORP"):
        yield doc[start:end]
