"""Signs: what speaks for and against the end of what is said at each of its boundaries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso.annotators.cues import verb
from sayso.attribution.boundaries import Boundaries, begun
from sayso.attribution.joints import joint, mark
from sayso.attribution.stretches import FINITE

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["signs"]

_CLOSING = ('"', "''")
_MARKS = (*_CLOSING, "'", "``")
_CLAUSES = ("conj", "advcl", "relcl", "ccomp", "parataxis", "acl")
_TELLING = frozenset(
    ("VBG", "VBN", "WDT", "WP", "WP$", "WRB", "TO", "IN", "RB", "PRP", "CD", "DT", "JJ")
)  # tags that tell more than the part of speech


@dataclass(frozen=True, slots=True)
class _Landmarks:
    """Among the tokens that a content may take in: the first finite verb, and the last one, the last verb of saying, figure and mark."""

    told: int
    finite: int
    says: int
    figure: int
    marked: int


def signs(found: Boundaries) -> Iterator[list[str]]:
    """Yield the features of each boundary but the last, at which a content ends that ends at no other."""
    seen = _landmarks(found)
    for number, at in enumerate(found.places[:-1]):
        yield _features(found, seen, at, number)


def _landmarks(found: Boundaries) -> _Landmarks:
    words = list(found.doc[found.first : found.stop])
    finite = [word.i for word in words if word.tag_ in FINITE]
    words.reverse()
    says = (word.i for word in words if word.pos_ == "VERB" and (row := verb(word)) is not None and row.kind == "saying")
    figures = (word.i for word in words if word.like_num)
    marks = (word.i for word in words if mark(word))
    return _Landmarks(finite[0] if finite else found.stop, finite[-1] if finite else -1, _first(says), _first(figures), _first(marks))


def _first(tokens: Iterable[int]) -> int:
    return next(iter(tokens), -1)


def _features(found: Boundaries, seen: _Landmarks, at: int, number: int) -> list[str]:
    sign = mark(found.doc[at]) or "none"
    side = "current" if at == found.current else "past" if at > found.current else "short"
    features = [
        *_standing(found.frame, sign, side, min(number, 4)),
        *_sizes(min((at - found.first) // 3, 6), min((found.stop - at + 2) // 3, 6)),
    ]
    if seen.told < at:
        features += _signed("told", sign)
    if found.doc[at - 1].text in _CLOSING:
        features += _signed("after quote", sign)
    follower = at if sign == "none" else at + 1
    while follower < found.stop and found.doc[follower].text in _MARKS:
        follower += 1
    if follower < found.stop:
        features += _next(found, follower, sign)
        features += _rest(sign, seen.finite >= follower, seen.says >= follower, seen.figure >= follower, seen.marked >= follower)
    return features


@cache
def _standing(frame: str, sign: str, side: str, passed: int) -> tuple[str, ...]:
    """Return what mark stands there, and how the place stands to the rule's own end."""
    sided = (side, f"{side} {sign}", f"{side} {frame}")
    return ("bias", f"frame {frame}", f"mark {sign}", f"{frame} {sign}", f"passed {passed}", *sided[: 1 if side == "short" else 3])


@cache
def _sizes(words: int, left: int) -> tuple[str, ...]:
    """Return how far the place is from where the content begins and the sentence ends."""
    return f"words {words}", f"left {left}"


@cache
def _signed(feature: str, sign: str) -> tuple[str, ...]:
    return feature, f"{feature} {sign}"


def _next(found: Boundaries, at: int, sign: str) -> list[str]:
    """Return what kind of word and phrase goes on after the boundary, and on what it hangs."""
    part = begun(found.doc, at)
    hangs = _hangs(part, found) if part is not None else "none"
    features = [*_going_on(found.frame, sign, _kind(found, at), hangs)]
    if part is not None:
        features += _hanging(found.frame, sign, part.dep_, hangs, "sentence" if part.right_edge.i + 1 >= found.stop else "before")
        if part.dep_ in _CLAUSES and part.pos_ in ("VERB", "AUX"):
            features += _clause(found, part, sign)
    joining = joint(found.doc[at])
    return [*features, *_joining(joining, "bare" if sign == "none" else "marked", hangs)] if joining else features


@cache
def _going_on(frame: str, sign: str, kind: str, hangs: str) -> tuple[str, ...]:
    word = f"next {kind}", f"next {sign} {kind}", f"next {frame} {sign} {kind}"
    return *word, f"hangs {hangs}", f"hangs {sign} {hangs}", f"hangs {kind} {hangs}"


@cache
def _hanging(frame: str, sign: str, dep: str, hangs: str, end: str) -> tuple[str, ...]:
    return f"part {sign} {dep}", f"part {sign} {dep} {hangs}", f"part {frame} {dep} {hangs}", f"part ends {end} {sign}"


@cache
def _joining(joining: str, parted: str, hangs: str) -> tuple[str, ...]:
    return f"joint {joining}", f"joint {parted} {joining}", f"joint {parted} {joining} {hangs}"


def _clause(found: Boundaries, part: Token, sign: str) -> tuple[str, ...]:
    """Return whether a clause that goes on has a subject of its own, which tense it is in, and whether it says that somebody speaks."""
    subject = next((word for word in part.lefts if word.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    who = "none" if subject is None else "pronoun" if subject.tag_ == "PRP" else "relative" if subject.tag_ in ("WDT", "WP") else "noun"
    row, start = verb(part), part.left_edge.i
    says = "says" if row is not None and row.kind == "saying" else "tells"
    tenses = f"{found.doc[found.cue].tag_} {_tense(found.doc[found.first : start])} {_tense(found.doc[start : part.i + 1])}"
    return f"clause {part.dep_} {who} {sign}", f"clause {says} {who} {sign}", f"tense {tenses}"


def _tense(words: Iterable[Token]) -> str:
    """Return the tag of the first finite verb, "none" where there is none."""
    return next((word.tag_ for word in words if word.tag_ in FINITE), "none")


@cache
def _rest(sign: str, finite: bool, says: bool, figure: bool, marked: bool) -> tuple[str, ...]:
    """Return what stands in the rest of the sentence."""
    there = {"finite": finite, "says": says, "figure": figure, "marked": marked}
    return tuple(f"rest {what} {sign}" for what, stands in there.items() if stands)


def _kind(found: Boundaries, at: int) -> str:
    """Return what kind of word stands at a token, "and clause" or "and VERB" where it joins."""
    word = found.doc[at]
    if word.dep_ == "cc":
        subject = any(w.dep_ in ("nsubj", "nsubjpass", "expl") for w in found.doc[at + 1 : min(at + 7, found.stop)])
        return f"and {'clause' if subject else found.doc[min(at + 1, found.stop - 1)].pos_}"
    if word.dep_ == "mark":
        return "mark"
    return str(word.tag_ if word.tag_ in _TELLING else word.pos_)


def _hangs(part: Token, found: Boundaries) -> str:
    """Return on what a phrase hangs: on the cue, on the main word of what is said, on the word right before, or elsewhere."""
    head = part.head
    if head.i == found.cue:
        return "cue"
    if head.i < found.first:
        return "outside"
    if head.head.i <= found.cue:
        return "main"
    if head.i == part.left_edge.i - 1:
        return "last"
    return "verb" if head.pos_ in ("VERB", "AUX") else "noun"
