"""Measure bounds: the words around a number that limit it or say that it is approximate."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.annotators.quantity.tokens import BROKEN, END, Token
from sayso.annotators.quantity.with_unit import Kind
from sayso.annotators.quantity.words import BoundWords, after, before, having
from sayso.model import Bound

__all__ = ["Bounds", "bounded"]

_LONGEST = 7  # tokens of a bound
_STACKED = 4  # "at least some", "more than an estimated total of"
_PLAIN = frozenset({"date", "designation", "identifier", "ordinal", "time", "list", "score", "pronoun", "size"})


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number with its bounds: its tokens, its interval and how it is limited."""

    start: int
    end: int
    low: float | None
    high: float | None
    bound: Bound
    approximate: bool
    further: bool


def bounded(tokens: Sequence[Token], floor: int, found: Kind) -> Bounds:
    """Return the number with the bound words around it, none of them before the token `floor`."""
    if found.name in _PLAIN:
        return Bounds(found.start, found.end, found.low, found.high, Bound.EXACT, False, False)
    start, end = max(found.start, floor), found.end
    rows: list[BoundWords] = []
    further = False
    for _ in range(_STACKED):
        size, row = _behind(tokens, floor, start)
        if row is None and (step := _steps(tokens, floor, start)):
            further = further or tokens[start - 1].low in having("before") or tokens[start - step].low in having("before")
            start -= step
            continue
        if row is None or _misleads(tokens, start, size, found):
            break
        rows.append(row)
        start -= size
    size, row = _ahead(tokens, end)
    if row:
        rows.append(row)
        end += size
    if (
        end < len(tokens)
        and tokens[end].low in ("more", "further", "additional")
        and tokens[end].gap < BROKEN
        and not _compares(tokens, end)
    ):
        further = True
        end += tokens[end].low == "more"
    return _applied(found, rows, start, end, further)


def _behind(tokens: Sequence[Token], floor: int, start: int) -> tuple[int, BoundWords | None]:
    return _longest(before(), [token.low for token in tokens[max(floor, start - _LONGEST) : start]], backwards=True)


def _ahead(tokens: Sequence[Token], end: int) -> tuple[int, BoundWords | None]:
    size, row = _longest(after(), [token.low for token in tokens[end : end + 5]], backwards=False)
    if row and row.words in ("at least", "at most", "maximum", "minimum", "approximately", "approx"):
        following = tokens[end + size] if end + size < len(tokens) else END
        if following.kind in ("number", "word") and following.gap < BROKEN and following.low not in having("stop"):
            return 0, None
    if row and row.words == "+" and tokens[end].gap:
        return 0, None
    return size, row


def _longest(rows: Mapping[tuple[str, ...], BoundWords], words: list[str], backwards: bool) -> tuple[int, BoundWords | None]:
    for size in range(len(words), 0, -1):
        row = rows.get(tuple(words[-size:] if backwards else words[:size]))
        if row:
            return size, row
    return 0, None


def _steps(tokens: Sequence[Token], floor: int, start: int) -> int:
    """Return how many tokens of "another", "between", "from", "a further" stand before the number."""
    one = tokens[start - 1].low if start - 1 >= floor else ""
    two = tokens[start - 2].low if start - 2 >= floor else ""
    if one == "between" or (one == "somewhere" and start > floor):
        return 1
    if one in having("before"):
        return 2 if two in ("a", "an", "yet") else 1
    return 0


def _misleads(tokens: Sequence[Token], start: int, size: int, found: Kind) -> bool:
    """Tell "over three days" and "around 5 am", which last and point, from bounds."""
    first = tokens[start - size].low
    earlier = tokens[start - size - 1].low if start > size else ""
    if size == 1 and first == "over":
        return (
            found.name == "duration"
            and found.low <= 48
            and earlier not in ("for", "lasted", "of", "after", "in")
            and found.unit in ("day", "week", "hour", "month")
        )
    if size == 1 and first == "sub":
        return False
    if size == 1 and first in ("above", "below", "under", "near", "beyond", "maximum", "minimum"):
        return found.name == "count" and found.form == "words" and found.low == 1
    return False


def _compares(tokens: Sequence[Token], at: int) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else END
    return following.low in ("than", "then", "or")


def _applied(found: Kind, rows: list[BoundWords], start: int, end: int, further: bool) -> Bounds:
    approximate = found.approximate or any(row.approximate for row in rows)
    limit = next((row.limit for row in reversed(rows) if row.limit), None)
    low: float | None = found.low
    high: float | None = found.high
    if found.form == "vague" and not found.ranged:
        return Bounds(start, end, low, None, Bound.VAGUE, False, further)
    if found.ranged:
        return Bounds(start, end, low, high, Bound.RANGE, approximate, further)
    if limit in (Bound.AT_LEAST, Bound.MORE_THAN):
        high = None
    elif limit in (Bound.AT_MOST, Bound.LESS_THAN):
        low = None
    return Bounds(start, end, low, high, limit or Bound.EXACT, approximate, further)
