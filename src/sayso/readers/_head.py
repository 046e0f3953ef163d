"""Head: the title, author and day that a report's own first lines give."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise, takewhile

from sayso import lexicon
from sayso.readers._days import Day, date_pattern, order_in, read_day

__all__ = ["Head", "HeadLabel", "head"]

_TOP = 700  # characters in which a report says when it is from
_FLAT = 250  # characters in which a date stands in a head without line breaks: a headline of up to 30 words, then the date
_LINES = 12
_TITLE = 200  # characters: headlines of the corpora seen have up to 170
_TITLE_LINES, _TITLE_WORDS = 3, (4, 18)  # headlines of the corpora seen have 4 to 20 words, first sentences 18 and more
_BYLINE = 40  # characters that may follow a name in its own line: "in Kampala and agencies"
_NAME = r"[A-Z][\w'’-]*\.?(?:[ \t]+(?:[a-z]{2,3}[ \t-])?[A-Z][\w'’-]*){1,3}"
_NAMES = rf"{_NAME}(?:(?:,[ \t]+|,?[ \t]+and[ \t]+|[ \t]+&[ \t]+){_NAME})*"
_TIME = re.compile(r"\s*(?:[-–,|]|at)?\s*\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?[ \t]*(?-i:[A-Z]{2,4}\b)?", re.IGNORECASE)
_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)[/_-](?P<m>\d{1,2}|[A-Za-z]{3,9})[/_-](?P<d>\d{1,2})(?!\d)"
    r"|/(?P<y2>(?:19|20)\d\d)/?(?P<m2>0[1-9]|1[0-2])/?(?P<d2>[0-3]\d)(?=\D)"
)
_IN_SENTENCE = re.compile(
    r"(?:\b(?:on|in|of|from|since|until|till|by|to|and|before|after|between|dated?|the|for|at|through)|,|\d\s*[-–—])\s*$", re.IGNORECASE
)
_PLACE = re.compile(r"[(*\s]*[A-Z][\w'’./ ,-]{1,60},\s*")
_DASH = re.compile(r"[)*]*\s*(?:\([^()\n]{2,40}\)\s*)?(?:[-–—:|]|\.\s)")
_DAY_NAME = re.compile(r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


@dataclass(frozen=True, slots=True)
class Head:
    """What a head gives; each None where it does not say. `notes` tell what was doubtful about the day."""

    title: str | None = None
    author: str | None = None
    published: date | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadLabel:
    """Words of a report's head: what comes before its day or its author, and what a website leaves there."""

    role: str
    words: str
    example: str


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    day: Day
    by: str


def head(text: str, url: str | None = None, country: str | None = None) -> Head:
    """Return the title, author and day in a report's head or address; `country` is the publisher's, for the order of day and month."""
    found = _dated(text, url, order_in(country))
    day = _settled(found.day, text) if found else None
    notes = [day.note] if day and day.note else []
    if found and found.by == "updated":
        notes.append("dated by its last update, or by the day its figures stand at")
    return Head(_title(text, found), _author(text, found), day.day if day else None, tuple(notes))


def _dated(text: str, url: str | None, order: str) -> _Found | None:
    top = text[:_TOP]
    dates = [_Found(m.start(), m.end(), day, "") for m in date_pattern().finditer(top) if (day := read_day(m, order))]
    ways = (
        _labelled(top, dates, "published"),
        _leading(top, dates),
        _placed(top, dates),
        _alone(top, dates),
        _address(url),
        _flat(top, dates),
    )
    return next(filter(None, ways), None) or _labelled(top, dates, "updated")


def _labelled(top: str, dates: list[_Found], role: str) -> _Found | None:
    for found in dates:
        label = _labels(role).search(top, 0, found.start)
        if label and label[0][0].isupper():  # "a report published 3 March 2019" dates another report
            return replace(found, by=role)
    return None


def _leading(top: str, dates: list[_Found]) -> _Found | None:
    for found in dates[:1]:
        before = _chrome().sub("", top[: found.start])
        if not before.strip(" \t\n*#_|•[(\"'"):
            return replace(found, by="start")
    return None


def _placed(top: str, dates: list[_Found]) -> _Found | None:
    """Return the date of a dateline: "(Westbridge, 4 March 2019) - "."""
    for found in dates:
        line = top[top.rfind("\n", 0, found.start) + 1 : found.start]
        if _PLACE.fullmatch(line) and _DASH.match(top, found.end):
            return replace(found, by="dateline")
    return None


def _alone(top: str, dates: list[_Found]) -> _Found | None:
    """Return the date that, with at most a time or a place, is a line of its own."""
    for found in dates:
        start = top.rfind("\n", 0, found.start) + 1
        end = top.find("\n", found.end)
        rest = _TIME.sub("", top[found.end : end if end >= 0 else len(top)], count=1)
        if top.count("\n", 0, start) < _LINES and end >= 0 and _bare(top[start : found.start]) and _bare(rest):
            return replace(found, by="line")
    return None


def _bare(words: str) -> bool:
    return len(words.split()) <= 3 and not _IN_SENTENCE.search(words) and not re.search(r"[.!?]\s*$", words.rstrip("|"))


def _flat(top: str, dates: list[_Found]) -> _Found | None:
    """Return the date with a weekday or a time that stands between a headline and the text, in no sentence."""
    for found in dates:
        weekday = _DAY_NAME.match(top, found.start)
        timed = _TIME.match(top, found.end)
        if (
            found.start < _FLAT
            and (weekday or timed)
            and not _IN_SENTENCE.search(top[: found.start])
            and re.match(r"\W+[A-Z\d]", top[found.end :])
        ):
            return replace(found, by="flat")
    return None


def _address(url: str | None) -> _Found | None:
    match = _IN_ADDRESS.search(url) if url else None
    if not match:
        return None
    year, month, number = (match["y"], match["m"], match["d"]) if match["y"] else (match["y2"], match["m2"], match["d2"])
    words = f"{number} {month} {year}" if month.isalpha() else f"{year}-{int(month):02}-{int(number):02}"
    written = date_pattern().fullmatch(words)
    day = read_day(written) if written else None
    return _Found(0, 0, day, "address") if day else None


def _settled(day: Day, text: str) -> Day:
    """Return the day whose eve or own weekday the text's beginning speaks of, where the order of day and month is open."""
    named = _WEEKDAY.search(text[:_TOP])
    if not day.other or not named:
        return day
    fits = [d for d in (day.day, day.other) if named[0] in (_weekday(d), _weekday(d - timedelta(1)))]
    if len(fits) != 1:
        return day
    return Day(fits[0], None, f"the order of day and month follows from {named[0]!r} in the text: {fits[0]}")


def _weekday(day: date) -> str:
    return ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[day.weekday()]


def _author(text: str, found: _Found | None) -> str | None:
    for match in _authors().finditer(text[:_TOP]):
        before = text[: match.start()].rstrip(" \t")
        if not before or before.endswith(("\n", "|", "-", "–")) or (found and found.end == len(before)):
            rest = text[match.end() : _TOP].split("\n")[0]
            flat = len(rest) > _BYLINE or rest[1:2].isupper()  # the headline goes on in the same line
            return " ".join(match["name"].split()[:2]) if flat else match["name"]
    return _closing_name(text, found)


def _closing_name(text: str, found: _Found | None) -> str | None:
    """Return the author of "November 4 2016 Headline. Author Name. Text": a sentence that is only a name."""
    if not found or found.by not in ("start", "published"):
        return None
    match = re.match(rf"\W*[^.\n]{{15,{_TITLE}}}[.!?]\s+(?P<name>{_NAME})\.\s+(?=[A-Z\"“])", text[found.end : found.end + _TOP])
    return match["name"] if match else None


def _title(text: str, found: _Found | None) -> str | None:
    dated = found is not None and found.by in ("start", "published", "updated") and found.start < 60
    rest = text[found.end : found.end + _TOP] if found and dated else text[:_TOP]
    rest = _TIME.sub("", rest, count=1) if _TIME.match(rest) else rest
    by = _authors().match(rest.lstrip())
    rest = rest.lstrip()[by.end() :] if by else rest
    lines = rest.lstrip(" \t\n\r.,|-–—#*").split("\n")
    if len(lines) == 1:
        return _headline(lines[0]) if dated else None
    pairs = [(line.strip(" \t*#_"), after) for line, after in pairwise(lines) if line.strip()]
    top = takewhile(lambda pair: len(pair[0].split()) <= _TITLE_WORDS[1], pairs[:_TITLE_LINES])
    return next((line for line, after in top if _is_title(line, after)), None)


def _is_title(line: str, after: str) -> bool:
    wrapped = after[:1].islower() or line.endswith((".", ",", ";", ":"))
    return len(line.split()) >= _TITLE_WORDS[0] and not (wrapped or _is_name(line) or date_pattern().search(line))


def _is_name(line: str) -> bool:
    return re.fullmatch(_NAMES, line) is not None


def _headline(line: str) -> str | None:
    """Return the sentence before the text in a head without line breaks, if it is as short as a headline."""
    match = re.match(rf"(?P<words>[^.!?\n]{{15,{_TITLE}}})[.!?]\s+[A-Z\"“]", line)
    return match["words"].strip() if match and len(match["words"].split()) <= _TITLE_WORDS[1] else None


@cache
def _labels(role: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_alternatives(role)})\s*(?:[:,–-]|\bon\b|\bat\b)?\s*$", re.IGNORECASE)


@cache
def _chrome() -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives('chrome')})", re.IGNORECASE)


@cache
def _authors() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?i:{_alternatives('author')})\s*:?\s+(?P<name>{_NAMES})")


def _alternatives(role: str) -> str:
    return "|".join(re.escape(words) for words in sorted(_of(role), key=len, reverse=True))


def _of(role: str) -> Iterator[str]:
    return (row.words for row in lexicon.table("lexicons/head_labels.csv", HeadLabel) if row.role == role)
