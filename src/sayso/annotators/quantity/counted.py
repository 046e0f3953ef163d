"""What a number with its bounds counts, and whether it is part of another count."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotators.quantity.bounds import Bounds
from sayso.annotators.quantity.labels import labelled, toll
from sayso.annotators.quantity.nouns import Counted, behind
from sayso.annotators.quantity.numerals import read
from sayso.annotators.quantity.tokens import END, TOUCHING, Token, token_at
from sayso.annotators.quantity.with_unit import SHARES, Kind
from sayso.annotators.quantity.words import having, known

__all__ = ["counted_by", "is_part"]


def counted_by(tokens: Sequence[Token], found: Kind, bounds: Bounds, value: float) -> Counted | None:
    """Return the noun that a number counts, behind it or before it; None where none is told."""
    following = tokens[bounds.end] if bounds.end < len(tokens) else END
    if found.form == "none" and following.low != "of":
        return labelled(tokens, bounds.start)
    if found.name == "percent" and following.low != "of":
        return None
    if among := _among(tokens, bounds.end, value):
        return among
    place = bounds.end
    if [t.low for t in tokens[place : place + 2]] == ["out", "of"]:
        place, following = place + 1, tokens[place + 1]
    if following.low == "of" and (whole := _whole(tokens, place)):
        place = whole
    counted = behind(tokens, place, 2.0 if following.low == "of" and value >= 1 else value)
    if counted or found.name in SHARES:
        return counted
    return labelled(tokens, bounds.start) or (toll(tokens, bounds.start) if following.low not in ("of", "more") else None)


def _among(tokens: Sequence[Token], at: int, value: float) -> Counted | None:
    """Return the noun of "three of them women", "one of whom was a child"."""
    if [token.low for token in tokens[at : at + 2]] not in (["of", "them"], ["of", "whom"]):
        return None
    place = at + 2
    while token_at(tokens, place).low in having("part-link", "determiner"):
        place += 1
    counted = behind(tokens, place, value)
    return counted if counted and counted.unit in known() else None


def _whole(tokens: Sequence[Token], at: int) -> int | None:
    """Return the token after the whole's number in "two of the nine hospitals" and "half of the hospital's 260 beds"."""
    for place in range(at + 1, min(at + 5, len(tokens))):
        token = tokens[place]
        if place + 1 < len(tokens) and tokens[place + 1].text == "-" and tokens[place + 1].gap == TOUCHING:
            return None
        if token.kind == "number" or (numeral := read(tokens, place)):
            numeral = read(tokens, place)
            return numeral.end if numeral and numeral.form in ("digits", "words") else None
        if token.low not in having("determiner") and not token.low.endswith(("'s", "s'")):
            return None
    return None


def is_part(tokens: Sequence[Token], bounds: Bounds) -> bool:
    """Tell whether the number counts some of what was counted before: "among them 12", "12 of the 40"."""
    before = [token.low for token in tokens[max(0, bounds.start - 2) : bounds.start]]
    after = [token.low for token in tokens[bounds.end : bounds.end + 2]]
    opened = bool(before) and (before[-1] in having("part") or " ".join(before[-2:]) in having("part-phrase"))
    inside = after[:1] == ["of"] and (after[1:] in (["them"], ["whom"], ["these"], ["those"]) or bool(_whole(tokens, bounds.end)))
    return opened or inside
