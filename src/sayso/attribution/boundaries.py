"""Boundaries: the places at which what is said may end, with what speaks for and against each of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.annotators.cues import verb
from sayso.attribution.draft import Draft, Paragraph
from sayso.attribution.joints import joint, mark
from sayso.attribution.stretches import FINITE, turns

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Boundary", "boundaries"]

_FRAMES = frozenset(("clause", "object", "infinitive", "noun", "adjective", "raising", "joined", "about"))
_UNHUNG = frozenset(
    ("amod", "aux", "auxpass", "case", "compound", "det", "dobj", "neg", "nsubj", "nsubjpass", "nummod", "pcomp", "pobj", "prt", "punct")
)
_CLAUSES = ("conj", "advcl", "relcl", "ccomp", "parataxis", "acl")
_TELLING = frozenset(
    ("VBG", "VBN", "WDT", "WP", "WP$", "WRB", "TO", "IN", "RB", "PRP", "CD", "DT", "JJ")
)  # tags that tell more than the part of speech


@dataclass(frozen=True, slots=True)
class Boundary:
    """A token before which a content may end, and its features; `current` where the rule that found the content has it end there."""

    token: int
    features: tuple[str, ...]
    current: bool


@dataclass(frozen=True, slots=True)
class _Reach:
    """Tokens of a content: its first, its cue's last, the one after the rule's end and the one after its sentence; and the rule's frame."""

    first: int
    cue: int
    current: int
    stop: int
    frame: str


@dataclass(frozen=True, slots=True)
class _Signs:
    """Among the tokens that a content may take in: the first finite verb, and the last one, the last verb of saying, figure and mark."""

    told: int
    finite: int
    says: int
    figure: int
    marked: int


def boundaries(paragraph: Paragraph, draft: Draft) -> tuple[Boundary, ...]:
    """Return the places at which the last piece of a draft may end, in reading order; none where it does not stand after its cue."""
    reach = _reach(paragraph, draft)
    if reach is None:
        return ()
    signs = _signs(paragraph.tokens, reach)
    return tuple(
        Boundary(at, tuple(_features(paragraph.tokens, reach, signs, at, number)), at == reach.current)
        for number, at in enumerate(_places(paragraph, reach))
    )


def _reach(paragraph: Paragraph, draft: Draft) -> _Reach | None:
    doc, last = paragraph.tokens, draft.content[-1]
    if not draft.cue or any(last in quote.span for quote in paragraph.quotes):
        return None
    cue = paragraph.token(draft.cue[-1].end - 1)
    first, current = paragraph.token(last.start), paragraph.token(last.end - 1) + 1
    stop = paragraph.sentence(first)[1]
    if first <= cue or not paragraph.together(first, current - 1) or stop < current:
        return None
    stop = next((at for at in range(current, stop - 1) if turns(doc[at + 1])), stop)
    while stop > current and (doc[stop - 1].is_space or doc[stop - 1].text in ".!?;"):
        stop -= 1
    rule = draft.rule.split(":")[1]
    return _Reach(first, cue, current, stop, rule if rule in _FRAMES else "preposition")


def _signs(doc: Sequence[Token], reach: _Reach) -> _Signs:
    words = doc[reach.first : reach.stop]
    finite = [word.i for word in words if word.tag_ in FINITE]
    says = (word.i for word in reversed(words) if word.pos_ == "VERB" and (row := verb(word)) is not None and row.kind == "saying")
    figures = (word.i for word in reversed(words) if word.like_num)
    marks = (word.i for word in reversed(words) if mark(word))
    return _Signs(finite[0] if finite else reach.stop, finite[-1] if finite else -1, _first(says), _first(figures), _first(marks))


def _first(tokens: Iterable[int]) -> int:
    return next(iter(tokens), -1)


def _places(paragraph: Paragraph, reach: _Reach) -> Iterator[int]:
    """Yield the rule's own end, the sentence's, and where a mark or a phrase begins outside quotes."""
    cue = paragraph.at(reach.cue)
    quotes = [quote.span for quote in paragraph.quotes if not quote.span.start <= cue < quote.span.end]
    for at in range(reach.first + 1, reach.stop + 1):
        inside = at < reach.stop and any(span.start < paragraph.at(at) < span.end for span in quotes)
        if at in (reach.current, reach.stop) or (_begins(paragraph.tokens, at) and not inside):
            yield at


def _begins(doc: Sequence[Token], at: int) -> bool:
    """Tell whether a mark, or a phrase that hangs on a word before, begins at a token."""
    return bool(mark(doc[at])) or (not mark(doc[at - 1]) and _part(doc, at) is not None)


def _part(doc: Sequence[Token], at: int) -> Token | None:
    """Return the highest word whose phrase begins at a token and hangs on a word before it."""
    found, word = None, doc[at]
    while word.left_edge.i == at:
        if word.dep_ not in _UNHUNG and word.head.i < at:
            found = word
        if word.head == word:
            break
        word = word.head
    return found


def _features(doc: Sequence[Token], reach: _Reach, signs: _Signs, at: int, number: int) -> Iterator[str]:
    sign = "end" if at == reach.stop else mark(doc[at]) or "none"
    yield from ("bias", f"frame {reach.frame}", f"mark {sign}", f"{reach.frame} {sign}", f"passed {min(number, 4)}")
    yield from _beside(reach, at, sign)
    if signs.told < at:
        yield from ("told", f"told {sign}")
    if doc[at - 1].text in ('"', "''"):
        yield from ("after quote", f"after quote {sign}")
    follower = at if sign == "none" else at + 1
    while follower < reach.stop and doc[follower].text in ('"', "'", "``", "''"):
        follower += 1
    if follower < reach.stop:
        yield from _next(doc, reach, follower, sign)
        yield from _rest(signs, follower, sign)


def _beside(reach: _Reach, at: int, sign: str) -> Iterator[str]:
    """Yield how the place stands to the rule's own end and to those of the content and the sentence."""
    if at == reach.current:
        yield from ("current", f"current {sign}", f"current {reach.frame}")
    if at > reach.current:
        yield from ("past", f"past {sign}", f"past {reach.frame}")
    if at < reach.current:
        yield "short"
    yield from (f"words {min((at - reach.first) // 3, 6)}", f"left {min((reach.stop - at + 2) // 3, 6)}")


def _next(doc: Sequence[Token], reach: _Reach, at: int, sign: str) -> Iterator[str]:
    """Yield what kind of word and phrase goes on after the boundary, and on what it hangs."""
    kind, part, joining = _kind(doc, at, reach.stop), _part(doc, at), joint(doc[at])
    hangs = _hangs(part, reach) if part is not None else "none"
    yield from (f"next {kind}", f"next {sign} {kind}", f"next {reach.frame} {sign} {kind}")
    yield from (f"hangs {hangs}", f"hangs {sign} {hangs}", f"hangs {kind} {hangs}")
    if part is not None:
        yield from (f"part {sign} {part.dep_}", f"part {sign} {part.dep_} {hangs}", f"part {reach.frame} {part.dep_} {hangs}")
        yield f"part ends {'sentence' if part.right_edge.i + 1 >= reach.stop else 'before'} {sign}"
        yield from _clause(doc, reach, part, sign)
    if joining:
        plain = "bare" if sign == "none" else "marked"
        yield from (f"joint {joining}", f"joint {plain} {joining}", f"joint {plain} {joining} {hangs}")


def _clause(doc: Sequence[Token], reach: _Reach, part: Token, sign: str) -> Iterator[str]:
    """Yield whether a clause that goes on has a subject of its own, which tense it is in, and whether it says that somebody speaks."""
    if part.pos_ not in ("VERB", "AUX") or part.dep_ not in _CLAUSES:
        return
    subject = next((word for word in part.lefts if word.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    who = "none" if subject is None else "pronoun" if subject.tag_ == "PRP" else "relative" if subject.tag_ in ("WDT", "WP") else "noun"
    row = verb(part)
    says = "says" if row is not None and row.kind == "saying" else "tells"
    yield from (f"clause {part.dep_} {who} {sign}", f"clause {says} {who} {sign}")
    yield f"tense {doc[reach.cue].tag_} {_tense(doc[reach.first : part.left_edge.i])} {_tense(doc[part.left_edge.i : part.i + 1])}"


def _tense(words: Sequence[Token]) -> str:
    """Return the tag of the first finite verb, "none" where there is none."""
    return next((word.tag_ for word in words if word.tag_ in FINITE), "none")


def _rest(signs: _Signs, at: int, sign: str) -> Iterator[str]:
    """Yield what stands in the rest of the sentence."""
    if signs.finite >= at:
        yield f"rest finite {sign}"
    if signs.says >= at:
        yield f"rest says {sign}"
    if signs.figure >= at:
        yield f"rest figure {sign}"
    if signs.marked >= at:
        yield f"rest marked {sign}"


def _kind(doc: Sequence[Token], at: int, stop: int) -> str:
    """Return what kind of word stands at a token, "and clause" or "and VERB" where it joins."""
    word = doc[at]
    if word.dep_ == "cc":
        subject = any(w.dep_ in ("nsubj", "nsubjpass", "expl") for w in doc[at + 1 : min(at + 7, stop)])
        return f"and {'clause' if subject else doc[min(at + 1, stop - 1)].pos_}"
    if word.dep_ == "mark":
        return "mark"
    return str(word.tag_ if word.tag_ in _TELLING else word.pos_)


def _hangs(part: Token, reach: _Reach) -> str:
    """Return on what a phrase hangs: on the cue, on the main word of what is said, on the word right before, or elsewhere."""
    head = part.head
    if head.i == reach.cue:
        return "cue"
    if head.i < reach.first:
        return "outside"
    if head.head.i <= reach.cue:
        return "main"
    if head.i == part.left_edge.i - 1:
        return "last"
    return "verb" if head.pos_ in ("VERB", "AUX") else "noun"
