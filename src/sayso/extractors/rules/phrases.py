"""Phrases: which of the words that could put a figure on a dimension go together, and which is said of another figure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.annotators.triggers import Match
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.syntax import is_joined

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["closes_before", "together"]


def closes_before(match: Match, found: Sequence[Match], figure: Figure) -> bool:
    """Tell whether a shorter phrase of the same verb holds the figure: "left six dead" in "left six dead and nine hurt"."""
    last = match.tokens[-1].i
    return any(
        other.head.i == match.head.i
        and figure.tokens[-1].i < other.tokens[-1].i < last
        and other.holds(figure.tokens)
        and not _are_joined(other.tokens[-1], match.tokens[-1])
        for other in found
    )


def together(match: Match, top: Match) -> bool:
    """Tell whether two words are joined by "or" (killed or captured), so that the figure is on both."""
    first, second = sorted((match.head, top.head), key=lambda token: token.i)
    if match.rule.dimension == top.rule.dimension:
        return False
    if {match.rule.dimension, top.rule.dimension} == {"killed", "wounded"} and _ends_joined(match, top):
        return True
    if match.rule.role != top.rule.role:
        return False
    if first is second:
        return top.rule.role == "unit"
    return any(token.lower_ == "or" for token in first.doc[first.i : _last_joined(first).i]) and _is_joined_to(second, first)


def _is_joined_to(second: Token, first: Token) -> bool:
    """Tell whether one verb is joined to another, by others between them or not: "killed, maimed or abducted"."""
    while is_joined(second) and second.head.i < second.i:
        second = second.head
        if second.i == first.i:
            return True
    return False


def _last_joined(first: Token) -> Token:
    following = [child for child in first.children if is_joined(child) and child.i > first.i]
    return _last_joined(following[-1]) if following else first


def _ends_joined(one: Match, other: Match) -> bool:
    """Tell whether two words of harm are said in one breath: "were killed and wounded", "left dead or injured"."""
    first, second = sorted((one.tokens[-1], other.tokens[-1]), key=lambda token: token.i)
    roles = {one.rule.role, other.rule.role} <= {"object", "state"}
    return roles and second.dep_ == "conj" and second.head.i == first.i and _are_joined(first, second)


def _are_joined(first: Token, second: Token) -> bool:
    """Tell whether one word is joined to another right behind it: "dead or injured"."""
    return second.i - first.i <= 2 and first.doc[second.i - 1].lower_ in ("or", "and")
