"""Hanging: how a place name hangs together with a figure in whose sentence it stands, as numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.extractors.rules.asked import Asked
from sayso.extractors.rules.containment import breadth
from sayso.extractors.rules.sourced import tie
from sayso.extractors.rules.standings import Standing, own_clause
from sayso.extractors.rules.survey import key, lies_in

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["hanging"]

_FAR = 20  # steps in the parse


def hanging(asked: Asked, place: Standing, within: Sequence[Standing], anchor: Standing | None) -> dict[str, float]:
    """Return how a name hangs together with the figure; `within` are the names of the sentence, `anchor` is the nearest with an event."""
    order, parse = _of_order(asked, place, within), _of_parse(asked, place, within)
    return {**dict(order), **dict(parse), **dict(_of_name(asked, place, within, anchor))}


def _of_order(asked: Asked, place: Standing, within: Sequence[Standing]) -> Iterator[tuple[str, float]]:
    """Yield how far apart the words stand, and what stands between them."""
    root = asked.figure.root
    nearest = min(asked.anchors, key=lambda anchor: abs(place.root.i - anchor.i))
    low, high = sorted((place.root.i, root.i))
    between = asked.figure.parsed.doc[low + 1 : high]
    others = [one for one in within if low < one.root.i < high and key(one.toponym) != key(place.toponym)]
    yield "in: words", place.root.i - nearest.i
    yield "in: words apart", abs(place.root.i - nearest.i)
    yield "in: words from figure", place.root.i - root.i
    yield "in: figures between", sum(low < other.root.i < high for other in asked.others if other is not asked.figure)
    yield "in: names between", len(others)
    yield "in: sited between", sum(one.sited for one in others)
    yield "in: breaks between", sum(token.text in (";", ":") or token.lower_ == "while" for token in between)
    yield "in: commas between", sum(token.text == "," for token in between)
    yield "in: verbs between", sum(token.pos_ == "VERB" for token in between)
    yield "in: joined between", sum(token.dep_ == "cc" for token in between)


def _of_parse(asked: Asked, place: Standing, within: Sequence[Standing]) -> Iterator[tuple[str, float]]:
    """Yield how the words hang together in the parse."""
    root, clause = asked.figure.root, own_clause(asked.figure.root)
    preposition = _preposition(place.root)
    if preposition is not None:
        yield f"in: {preposition.lower_}", True
        yield "in: hangs on trigger", any(preposition.head == one for one in asked.triggers)
        yield "in: hangs on figure", preposition.head == root
    yield f"in: {place.role}", True
    yield "in: below", any(anchor.is_ancestor(place.root) for anchor in asked.anchors)
    yield "in: same clause", own_clause(place.root) == clause
    yield (
        "in: others in clause",
        sum(one.sited and key(one.toponym) != key(place.toponym) and own_clause(one.root) == clause for one in within),
    )
    yield "in: depth", min(_FAR, sum(1 for _ in place.root.ancestors))
    up, down = _steps(root, place.root)
    yield "in: up from figure", up
    yield "in: down from figure", down
    if asked.triggers:
        up, down = min((_steps(one, place.root) for one in asked.triggers), key=sum)
        yield "in: up from trigger", up
        yield "in: down from trigger", down


def _preposition(root: Token) -> Token | None:
    while root.dep_ == "conj" and root.head.pos_ in ("PROPN", "NOUN") and root.head.i < root.i:
        root = root.head
    return root.head if root.dep_ == "pobj" and root.head.pos_ == "ADP" else None


def _steps(one: Token, other: Token) -> tuple[int, int]:
    """Return how many steps lead up from a word, and then down to the other."""
    up = {token.i: number for number, token in enumerate((one, *one.ancestors))}
    for down, token in enumerate((other, *other.ancestors)):
        if token.i in up:
            return up[token.i], down
    return _FAR, _FAR


def _of_name(asked: Asked, place: Standing, within: Sequence[Standing], anchor: Standing | None) -> Iterator[tuple[str, float]]:
    """Yield what the name is beside the other names of the sentence, and to who speaks."""
    others = [one.toponym for one in within if key(one.toponym) != key(place.toponym)]
    sited = [one for one in within if one.sited]
    tied = tie(place, asked.said)
    if tied is not None:
        yield f"in: {tied}", True
    yield "in: spoken", place.spoken
    yield "in: row", place.row
    yield "in: first", place is within[0]
    yield "in: nearest", anchor is not None and key(anchor.toponym) == key(place.toponym)
    yield "in: narrowest", breadth(place.toponym) >= max((breadth(one.toponym) for one in sited), default=0)
    yield "in: holds another", any(lies_in(one.toponym, place.toponym) for one in sited)
    yield "in: lies in another", any(lies_in(place.toponym, other) for other in others)
