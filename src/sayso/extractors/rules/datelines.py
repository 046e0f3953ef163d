"""Datelines: where a report says that it was written: "LIMA (Agency) Two people died", "Lima, 3 May - Two people died"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sayso.model import Span, Toponym
from sayso.text import level

__all__ = ["datelines"]

_LONGEST, _BEFORE = 140, 80  # code points of a dateline with the first words behind it, and of what stands before it on its line
_HEAD = 1000  # code points in which a dateline stands
_WIDE = ("PCL", "CONT", "ADM1", "RGN")  # too wide to write in: such a name before a colon labels an item ("Peru: ...")
_NAME = r"[A-Z][\w'.-]*(?:\ (?:of\ |de\ |el\ |al-)?[A-Z][\w'.-]*)*"
_NAMES = rf"{_NAME}(?:\s?/\s?{_NAME})*(?:,\ {_NAME})?"
_LOUD_NAMES = rf"[A-Z][A-Z' /.-]{{2,}}[A-Z](?:,\ {_NAME})?"
_DAY = r",?\ (?:\w+\.?,?\ )?(?:\d{1,2}(?:st|nd|rd|th)?\ \w{3,9}\.?|[A-Z]\w{2,8}\.?\ \d{1,2})(?:,?\ \d{4})?"
_CREDIT = r",?\s\(\w[\w .,/&-]{1,40}\)"
_SPEAKS = r"(?=[\"'A-Z\d])"

_OPENS = re.compile(r"(?:\A|\n)[^\S\n]*(?:\(\w[\w .]{1,24}\)\s*[-—]+\s*|[^\n]{0,30}\d{4}\s)?\Z")  # also "(Agency) - LIMA"
_SURE = re.compile(rf"{_NAMES}(?:{_DAY}(?:{_CREDIT})?|{_CREDIT})(?:\.?\s?[-—]+\s+|:\s+|\s){_SPEAKS}")
_DASHED = re.compile(rf"{_NAMES}\s[-—]+\s+{_SPEAKS}")
_COLON = re.compile(rf"{_NAMES}(?:{_DAY})?:\s+{_SPEAKS}")
_LOUD = re.compile(rf"{_LOUD_NAMES}(?:{_CREDIT}|\s[-—]+)\s*{_SPEAKS}(?![A-Z]{{3}})")  # also of a name that no gazetteer has
_INSIDE = re.compile(r"[A-Z][A-Z' ]+(?:,\s\w[\w ]{1,20})?\s(?:\([A-Z][\w .&/]{1,24}\)|-+)\s*(?=[-\"A-Z])")  # its line break is lost
_BARE = re.compile(r"[A-Z][A-Z'.-]+(?:[ /][A-Z'.-]{2,})*")
_GOES_ON = re.compile(r" (?![A-Z]{2,} )[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){0,4} [a-z]")  # "LIMA President Ann Lee said", and no heading


def datelines(text: str, toponyms: Sequence[Toponym]) -> tuple[Span, ...]:
    """Return the datelines of a text; `toponyms` are those of the text, in reading order."""
    plain = level(text)
    colons = [one for one in toponyms if _opens(plain, one.whole.start) and _COLON.match(plain, one.whole.start)]
    found = [span for number, one in enumerate(toponyms) if (span := _dateline(plain, one, toponyms[number + 1 : number + 4], colons))]
    return tuple(dict.fromkeys((*found, *_unknown(plain))))


def _dateline(plain: str, toponym: Toponym, after: Sequence[Toponym], colons: Sequence[Toponym]) -> Span | None:
    start, loud = toponym.whole.start, toponym.name.isupper()
    line = plain[start : start + _LONGEST]
    if not _opens(plain, start):
        inside = _INSIDE.match(line) if loud else None
        return Span(start, start + inside.end()) if inside else None
    if _is_wide(toponym) or not (loud or start < _HEAD):
        return None
    marked = _SURE.match(line) or _DASHED.match(line) or (_COLON.match(line) if [toponym] == colons else None)
    return Span(start, start + marked.end()) if marked else _unmarked(plain, start, after)


def _unmarked(plain: str, start: int, after: Sequence[Toponym]) -> Span | None:
    """Return a dateline that only its capitals mark, with the country behind it: "LIMA/PUNO, Peru A storm hit"."""
    bare = _BARE.match(plain, start)
    if bare is None:
        return None
    joined = (one.span.end for one in after if plain[bare.end() : one.span.start] in (" ", ", "))
    ends = (*joined, bare.end())
    return next((Span(start, end) for end in ends if _GOES_ON.match(plain, end)), None)


def _unknown(plain: str) -> Iterator[Span]:
    """Yield datelines in capitals whose place no gazetteer need know: "QALAT VORN, Peru (Agency) - A storm hit"."""
    for line in re.finditer(r"(?:\A|\n)[^\S\n]*", plain[:_HEAD]):
        loud = _LOUD.match(plain[: line.end() + _LONGEST], line.end())
        if loud is not None:
            yield Span(*loud.span())


def _opens(plain: str, start: int) -> bool:
    before = plain[max(0, start - _BEFORE) : start]
    return _OPENS.search(before if start <= _BEFORE else f".{before}") is not None


def _is_wide(toponym: Toponym) -> bool:
    return toponym.place is not None and toponym.place.feature.startswith(_WIDE)
