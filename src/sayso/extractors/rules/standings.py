"""Standings: the place names of a text, each with its part in its sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.annotators.actors import roles
from sayso.annotators.sites import peoples
from sayso.annotators.syntax import Parsed
from sayso.extractors.rules.signs import signs
from sayso.lexicon import table
from sayso.model import Toponym
from sayso.text import level

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Eponym", "Standing", "standings"]


@dataclass(frozen=True, slots=True)
class Eponym:
    """A word behind a place's name that makes it the name of something else: "the Marburg virus", "the Geneva talks"."""

    word: str
    example: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A toponym with its part in its sentence: "locative" (in Homs), "actor" (Damascus denies), "owner" (Baghdad's police) ..."""

    toponym: Toponym
    role: str
    parsed: Parsed
    root: Token
    scope: int
    mentions: int


def standings(text: str, toponyms: Sequence[Toponym], parsed: Sequence[Parsed], scope_at: Callable[[int], int]) -> tuple[Standing, ...]:
    """Return the toponyms that may be the place of a claim, in reading order; those that only say whose something is are left out.

    `scope_at` gives the scope of the block that an offset lies in.
    """
    starts = [one.offset for one in parsed]
    toponyms = sorted((*toponyms, *_unknown(text, toponyms, parsed)), key=lambda toponym: toponym.span)
    named = Counter(_key(toponym) for toponym in toponyms)
    found = []
    for toponym in toponyms:
        at = bisect_right(starts, toponym.whole.start) - 1
        if at < 0 or level(text[toponym.span.end : toponym.span.end + 1]) == "-":  # "US-led", "London-based"
            continue
        if _following(text, toponym) in _eponyms():
            continue
        stretch = parsed[at]
        run = stretch.doc.char_span(toponym.whole.start - stretch.offset, toponym.whole.end - stretch.offset, alignment_mode="expand")
        if run is not None and len(run) and not _names_body(toponym, run.root):
            aside = text[max(0, toponym.whole.start - 1) : toponym.whole.start] == "("
            found.append(
                Standing(
                    toponym,
                    "aside" if aside else _role(toponym, run.root),
                    stretch,
                    run.root,
                    scope_at(toponym.span.start),
                    named[_key(toponym)],
                )
            )
    return tuple(found)


def _following(text: str, toponym: Toponym) -> str:
    word = re.match(r"\s+(\w+)", text[toponym.whole.end : toponym.whole.end + 24])
    return word[1].lower() if word else ""


@cache
def _eponyms() -> frozenset[str]:
    return frozenset(row.word for row in table("lexicons/eponyms.csv", Eponym))


def _unknown(text: str, toponyms: Sequence[Toponym], parsed: Sequence[Parsed]) -> Iterator[Toponym]:
    """Yield names that the parser takes for places and no gazetteer knows: small villages are named in reports before they are on maps."""
    taken = sorted((toponym.whole.start, toponym.whole.end) for toponym in toponyms)
    for one in parsed:
        for name in one.doc.ents:
            if name.label_ not in ("GPE", "LOC", "FAC") or not name[-1].text[:1].isupper():
                continue
            if name.text in peoples() or (len(name) == 1 and name.text.isupper()):  # groups known by their letters
                continue
            first = next((token for token in name if token.lower_ != "the"), name[0])
            span = one.span(one.doc[first.i : name.end])
            at = bisect_right(taken, (span.end, 0))
            if not any(start < span.end and span.start < end for start, end in taken[max(0, at - 2) : at + 1]):
                yield Toponym(span, span.of(text), span)


def _names_body(toponym: Toponym, root: Token) -> bool:
    """Tell whether a country is named only as part of the name of one of its bodies: "Ruritania's defence ministry"."""
    country = toponym.place is not None and toponym.place.feature.startswith("PCL")
    role = roles().get(root.head.lower_) if country and root.dep_ in ("poss", "compound", "nmod") else None
    return role is not None and role.sort == "body"


def _key(toponym: Toponym) -> str:
    return toponym.place.id if toponym.place else toponym.name.lower()


def _role(toponym: Toponym, root: Token) -> str:
    if toponym.whole != toponym.span and toponym.whole.start < toponym.span.start and root.lower_ in ("north", "south", "east", "west"):
        return "direction"
    if root.dep_ == "pobj" and root.head.lower_ in signs("locative"):
        return "locative"
    if root.dep_ == "pobj" and root.head.lower_ == "of" and root.head.head.dep_ == "pobj":
        return "locative"
    if root.dep_ in ("nsubj", "agent") or (root.dep_ == "pobj" and root.head.lower_ == "by"):
        return "actor"
    if root.dep_ in ("poss", "compound", "amod", "nmod"):
        return "owner"
    return "plain"
