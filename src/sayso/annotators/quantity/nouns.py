"""Counted nouns: the noun phrase that a number counts, found by a scan without a parser."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.annotators.quantity.numerals import words
from sayso.annotators.quantity.tokens import BROKEN, END, TOUCHING, Token
from sayso.annotators.quantity.words import having, known, singular

__all__ = ["Counted", "behind", "labelled", "toll"]

_MODIFIERS = 7  # words before the head; longer runs are sentences
_LISTED = 5  # nouns in "trucks, tankers and pick-ups"
_MARKS = ("*", "+", "~")
_NUMBERS = ("unit", "ten", "some", "vague", "none")
_BACK = 16  # tokens from a number back to "the toll"


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted noun: its first token, the one after its last, and its head in the singular."""

    start: int
    end: int
    unit: str | None


@dataclass(frozen=True, slots=True)
class _Chunk:
    start: int
    end: int
    low: str
    capital: bool

    @property
    def last(self) -> str:
        return self.low.rsplit("-", 1)[-1]


def behind(tokens: Sequence[Token], at: int, value: float) -> Counted | None:
    """Return the noun that starts at this token or after "of the", None where none does."""
    start = _after_of(tokens, at, value)
    chunks = _chunks(tokens, start)
    found = _head(tokens, chunks, value) if chunks else None
    if found is None and chunks and _at(tokens, chunks[-1].end).low in ("and", "or", "&"):
        further = _chunks(tokens, chunks[-1].end + 1)
        found = _head(tokens, further, value) if further and value != 1 else None
        found = replace(found, start=start) if found and known() & {found.unit or ""} else None
    return _listed(tokens, found) if found else None


def labelled(tokens: Sequence[Token], at: int) -> Counted | None:
    """Return the label of "Deaths: 14" that ends before this token."""
    broken = tokens[at].gap == BROKEN
    while _at(tokens, at - 1).text in _MARKS:
        at -= 1
    if _at(tokens, at - 1).text not in (":", "=") or broken:
        return None
    end = at - 1
    while _at(tokens, end - 1).text in _MARKS:
        end -= 1
    start = end
    while start > 0 and end - start < 4 and tokens[start - 1].kind == "word" and _labels(tokens[start - 1]):
        start -= 1
        if tokens[start].gap == BROKEN:
            break
    for place in range(end - 1, start - 1, -1):
        unit = singular(tokens[place].text)
        if unit or tokens[place].low in having("nominal"):
            return Counted(start, end, unit or tokens[place].low)
    return None


def _labels(token: Token) -> bool:
    return token.low not in having("stop") or token.low in having("nominal")


def toll(tokens: Sequence[Token], at: int) -> Counted | None:
    """Return what "the death toll rose to" or "the number of wounded reached" counts."""
    if _at(tokens, at - 1).low not in having("toll-link", "toll"):
        return None
    for place in range(at - 1, max(-1, at - _BACK), -1):
        token = tokens[place]
        if token.kind in ("number", "date") or token.text in (".", ";", ":", "!", "?") or token.low in ("and", "but", "while"):
            return None
        if token.low in ("toll", "tolls"):
            named = place > 0 and tokens[place - 1].low in ("death", "casualty", "injury", "fatality")
            return Counted(place - 1 if named else place, place + 1, tokens[place - 1].low if named else "death")
        if token.low in ("number", "numbers", "count") and _at(tokens, place + 1).low == "of":
            return behind(tokens, place + 1, 2)
        if token.low in having("toll") and singular(token.text) and place < at - 1:
            return Counted(place, place + 1, singular(token.text))
    return None


def _at(tokens: Sequence[Token], at: int) -> Token:
    return tokens[at] if 0 <= at < len(tokens) else END


def _after_of(tokens: Sequence[Token], at: int, value: float) -> int:
    """Pass over "of the", and over "the" in "half the city"."""
    if _at(tokens, at).low == "of":
        at += 1
    elif not 0 < value < 1:
        return at
    while _at(tokens, at).low in having("determiner") and tokens[at].gap < BROKEN:
        at += 1
    return at


def _chunks(tokens: Sequence[Token], at: int) -> list[_Chunk]:
    found: list[_Chunk] = []
    while len(found) < _MODIFIERS:
        token = _at(tokens, at)
        strange = token.kind not in ("word", "abbreviation") and not _sized(tokens, at)
        wrong = strange or (token.low in having("stop") and not _passes(tokens, at))
        if (
            wrong
            or _is_number(tokens, at)
            or (token.gap == BROKEN and (token.text[:1].isupper() or (not found and token is END)))
            or (token.gap == TOUCHING and not found and len(token.text) < 4)
        ):
            break
        end = _compound(tokens, at)
        low = "".join(t.low for t in tokens[at:end])
        found.append(_Chunk(at, end, low, token.text[:1].isupper()))
        at = end
    return found


def _sized(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number is a modifier: "400-bed hospitals"."""
    joint, after = _at(tokens, at + 1), _at(tokens, at + 2)
    return _at(tokens, at).kind == "number" and joint.text == "-" and joint.gap == after.gap == TOUCHING and after.kind == "word"


def _is_number(tokens: Sequence[Token], at: int) -> bool:
    row = words().get(tokens[at].low)
    joint = _at(tokens, at + 1)
    return row is not None and row.role in _NUMBERS and not (joint.text == "-" and joint.gap == TOUCHING)


def _passes(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word that ends a noun elsewhere modifies the next one here: "12 heavily armed men"."""
    after = _at(tokens, at + 1)
    if tokens[at].low not in having("through") and not (after.text == "-" and after.gap == TOUCHING):
        return False
    return (after.kind == "word" and after.low not in having("stop")) or after.text == "-"


def _compound(tokens: Sequence[Token], at: int) -> int:
    end = at + 1
    while _at(tokens, end).text == "-" and tokens[end].gap == TOUCHING and _at(tokens, end + 1).gap == TOUCHING:
        if _at(tokens, end + 1).kind not in ("word", "number", "abbreviation"):
            break
        end += 2
        if _at(tokens, end).gap == TOUCHING and _at(tokens, end).kind == "word":  # the s of "F-16s"
            end += 1
    return end


def _head(tokens: Sequence[Token], chunks: list[_Chunk], value: float) -> Counted | None:
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


def _many(chunks: list[_Chunk]) -> int | None:
    place = next(
        (n for n, chunk in enumerate(chunks) if singular(chunk.last) and chunk.low not in having("through") and not _bare_plus(chunks, n)),
        None,
    )
    if place is None:
        return None
    while place + 1 < len(chunks) and _goes_on(chunks[place], chunks[place + 1]):
        place += 1
    return place


def _bare_plus(chunks: list[_Chunk], place: int) -> bool:
    return chunks[place].low in having("nominal") and place + 1 < len(chunks) and singular(chunks[place + 1].last) is not None


def _goes_on(chunk: _Chunk, after: _Chunk) -> bool:
    unit = singular(after.last)
    if unit is None or after.low in having("nominal") or (after.capital and not chunk.capital):
        return False
    return unit in known() or (chunk.capital and not after.capital) or (chunk.low not in having("nominal") and after.low.endswith("s"))


def _one(chunks: list[_Chunk]) -> int | None:
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


def _listed(tokens: Sequence[Token], counted: Counted) -> Counted:
    """Take in the nouns that share the number: "15 trucks, tankers and pick-ups"."""
    end = counted.end
    for _ in range(_LISTED):
        joint = _at(tokens, end)
        if joint.text not in (",", "and", "&", "or", "/"):
            break
        place = end + 1
        last = joint.text != ","
        if not last and _at(tokens, place).low in ("and", "or"):
            place, last = place + 1, True
        chunks = _chunks(tokens, place)
        heads = [n for n, chunk in enumerate(chunks[:3]) if singular(chunk.last)]
        pair = last and end == counted.end
        strange = pair and counted.unit in known() and heads and singular(chunks[heads[0]].last) not in known()
        if not heads or strange or any(chunk.low in having("nominal") for chunk in chunks):
            break
        end = chunks[heads[0]].end
        if last:
            said = _at(tokens, end).low in having("saying") or (_at(tokens, end).low in ("in", "from") and joint.text == ",")
            return counted if said or singular(tokens[counted.end - 1].low) is None else replace(counted, end=end)
    return counted
