"""Counted nouns: the noun phrase that a number counts, found by a scan without a parser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.annotators.quantity.chunks import Chunk, chunks_from
from sayso.annotators.quantity.tokens import BROKEN, Token, token_at
from sayso.annotators.quantity.words import having, known, singular

__all__ = ["Counted", "behind"]
_LISTED = 5  # nouns in "trucks, tankers and pick-ups"


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun: its first token, the one after its last, and its head in the singular."""

    start: int
    end: int
    unit: str | None


def behind(tokens: Sequence[Token], at: int, value: float) -> Counted | None:
    """Return the noun that starts at this token or after "of the", None where none does."""
    start = _after_of(tokens, at, value)
    chunks = chunks_from(tokens, start)
    found = _head(tokens, chunks, value) if chunks else None
    if found is None and chunks and token_at(tokens, chunks[-1].end).low in ("and", "or", "&"):
        further = chunks_from(tokens, chunks[-1].end + 1)
        found = _head(tokens, further, value) if further and value != 1 else None
        found = replace(found, start=start) if found and known() & {found.unit or ""} else None
    return _listed(tokens, found) if found else None


def _after_of(tokens: Sequence[Token], at: int, value: float) -> int:
    """Pass over "of the", and over "the" in "half the city"."""
    if token_at(tokens, at).low == "of":
        at += 1
    elif not 0 < value < 1:
        return at
    while token_at(tokens, at).low in having("determiner") and tokens[at].gap < BROKEN:
        at += 1
    return at


def _head(tokens: Sequence[Token], chunks: list[Chunk], value: float) -> Counted | None:
    place = _one(chunks) if value == 1 else _many(chunks)
    if place is None and 0 < value < 1:
        place = _one(chunks)
    if place is None:
        place = next((n for n, chunk in enumerate(chunks) if chunk.low in having("nominal", "acronym")), None)
    if place is None:
        place = next((n for n, chunk in enumerate(chunks) if 2 < len(chunk.low) < 6 and tokens[chunk.start].text.isupper()), None)
    if place is None:
        return None
    chunk = chunks[place]
    if chunk.low in having("acronym"):
        text = tokens[chunk.start].text
        unit = (
            text
            if text.isupper() and not text.endswith("S") and value != 1 and chunk.low in ("kia", "wia", "mia")
            else singular(chunk.low) or chunk.low
        )
    else:
        unit = singular(chunk.last) or chunk.last
    return Counted(chunks[0].start, chunk.end, unit)


def _many(chunks: list[Chunk]) -> int | None:
    place = next(
        (n for n, chunk in enumerate(chunks) if singular(chunk.last) and chunk.low not in having("through") and not _bare_plus(chunks, n)),
        None,
    )
    if place is None:
        return None
    while place + 1 < len(chunks) and _goes_on(chunks[place], chunks[place + 1]):
        place += 1
    return place


def _bare_plus(chunks: list[Chunk], place: int) -> bool:
    if chunks[place].low not in having("nominal"):
        return False
    later = place + 1
    while later < len(chunks) - 1 and chunks[later].capital and singular(chunks[later].last) is None:
        later += 1  # "23 dead Lakeland soldiers"
    return later < len(chunks) and singular(chunks[later].last) is not None


def _goes_on(chunk: Chunk, after: Chunk) -> bool:
    unit = singular(after.last)
    if unit is None or after.low in having("nominal") or (after.capital and not chunk.capital):
        return False
    return unit in known() or (chunk.capital and not after.capital) or (chunk.low not in having("nominal") and after.low.endswith("s"))


def _one(chunks: list[Chunk]) -> int | None:
    places = [n for n, chunk in enumerate(chunks) if chunk.low in known() or chunk.last in known() or singular(chunk.last) in known()]
    if places:
        return places[-1]
    if chunks[0].low in having("nominal"):
        return 0
    last = len(chunks) - 1
    while last > 0 and (
        chunks[last].low.endswith(("ed", "ing", "ly"))
        or (chunks[last].capital and not chunks[0].capital and chunks[0].low not in having("through"))
    ):
        last -= 1
    return None if chunks[last].low.endswith(("ed", "ly")) or chunks[last].low in having("plus") else last


def _tells_on(chunks: list[Chunk]) -> bool:
    """Tell whether a participle goes on with the sentence: "killing 12 people and destroying tons", not "tanks and fighting vehicles"."""
    first, last = chunks[0], chunks[-1]
    return len(chunks) > 1 and first.low.endswith("ing") and f"{first.low} {singular(last.last)}" not in known()


def _listed(tokens: Sequence[Token], counted: Counted) -> Counted:
    """Take in the nouns that share the number: "15 trucks, tankers and pick-ups"."""
    end = counted.end
    for _ in range(_LISTED):
        joint = token_at(tokens, end)
        if joint.text not in (",", "and", "&", "or", "/"):
            break
        place = end + 1
        last = joint.text != ","
        if not last and token_at(tokens, place).low in ("and", "or"):
            place, last = place + 1, True
        chunks = chunks_from(tokens, place)
        heads = [n for n, chunk in enumerate(chunks[:3]) if singular(chunk.last)]
        pair = last and end == counted.end
        strange = pair and counted.unit in known() and heads and singular(chunks[heads[0]].last) not in known()
        if not heads or strange or _tells_on(chunks[: heads[0] + 1]) or any(chunk.low in having("nominal") for chunk in chunks):
            break
        end = chunks[heads[0]].end
        if last:
            verb = end + 1 if token_at(tokens, end).low in ("have", "has", "had") else end
            said = token_at(tokens, verb).low in having("saying") or (token_at(tokens, end).low in ("in", "from") and joint.text == ",")
            return counted if said or singular(tokens[counted.end - 1].low) is None else replace(counted, end=end)
    return counted
