"""Publishers: who put a text out, as a source with its kind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from sayso import lexicon
from sayso.model import Source, SourceKind

__all__ = ["Letterhead", "Publisher", "PublisherKind", "find", "listed", "publisher", "publisher_country"]

_PARTS = re.compile(r"\s+via\s+|\s*[;|/]\s*|\s+[-–—]\s+|,\s+|\s*[()]\s*", re.IGNORECASE)
_RETOLD = re.compile(r",\s+after\s+(?P<name>\S.*)$")
_ARCHIVED = re.compile(r".https?:/+(?=.)")  # an address inside an address: a web archive's copy
_DATELINE = re.compile(r"(?<![.!?\"'”’])\s\((?P<name>[^()\n]{2,40})\)\s*(?=[-–—:]|[\"“A-Z])")
_SOURCE_LINE = re.compile(r"(?:source|publisher)s?\s*:\s*(?P<name>.{2,100})", re.IGNORECASE)
_HEAD = 250  # characters in which a dateline's agency stands: place names, a date, then the agency
_TOP = 600  # characters in which a report says who made it
_LETTERHEAD_LINES, _LETTERHEAD_WIDTH = 4, 110
_SHORT = 6  # words: a line of more that ends in a full stop is a sentence


@dataclass(frozen=True, slots=True)
class Publisher:
    """An outlet, agency, body, ministry, army, armed group or monitor, with its other names and its web domains.

    `country` is the ISO 3166 code of where it is at home, empty for bodies of many countries; `owner` is state, public
    or empty where not stated.
    """

    name: str
    kind: str
    country: str
    owner: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    example: str


@dataclass(frozen=True, slots=True)
class PublisherKind:
    """Words in the name of a publisher not on the list that tell its kind; the first row that fits decides."""

    words: tuple[str, ...]
    kind: str
    example: str


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Words of letterheads: what a report calls itself, what comes before its maker, and what follows an outlet's name."""

    role: str
    words: str
    example: str


def publisher(outlet: str | None, url: str | None, text: str) -> Source | None:
    """Return who put a text out: from the outlet's name, the address, the text's own head; None where none of them says.

    A text "after" another outlet keeps its own name, with that outlet's kind. An outlet that is not on the list keeps its own
    name, and has the kind that words in it tell, else unspecified.
    """
    row = find(outlet, url)
    if row:
        return Source(row.name, SourceKind(row.kind))
    if outlet and (told := _RETOLD.search(outlet)) and (row := _by_outlet(told["name"])):
        return Source(outlet.strip(), SourceKind(row.kind))
    if outlet and (kind := _kind_by_words(outlet)):
        return Source(outlet.strip(), kind)
    if row := _from_text(text):
        return Source(row.name, SourceKind(row.kind))
    return Source(outlet.strip()) if outlet and outlet.strip() else None


def publisher_country(outlet: str | None, url: str | None, text: str = "") -> str | None:
    """Return the ISO code of the country that the publisher is at home in, None for bodies of many countries and unknown ones."""
    row = find(outlet, url) or _from_text(text)
    return row.country or None if row else None


def find(outlet: str | None, url: str | None = None) -> Publisher | None:
    """Return the listed publisher of this name, else of this address."""
    return (_by_outlet(outlet) if outlet else None) or (_by_address(url) if url else None)


@cache
def listed() -> tuple[Publisher, ...]:
    """Return every publisher on the list."""
    return lexicon.table("lexicons/publishers.csv", Publisher)


def _by_outlet(outlet: str) -> Publisher | None:
    pieces = [outlet, *filter(None, _PARTS.split(outlet))]
    return next((row for piece in pieces if (row := _by_name(piece))), None)


def _by_name(name: str) -> Publisher | None:
    folded = _fold(name)
    while folded not in _names():
        shorter = next((folded[: -len(e) - 1] for e in _editions() if folded.endswith(f" {e}")), None)
        if not shorter:
            return None
        folded = shorter
    return _names()[folded]


def _by_address(url: str) -> Publisher | None:
    inner = list(_ARCHIVED.finditer(url))
    address = url[inner[-1].start() + 1 :] if inner else url
    try:
        parts = urlsplit(address if "//" in address else f"//{address}")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None
    candidates = [f"{end}{path}" for end in _endings(host) for path in _beginnings(parts.path)]
    known = [candidate for candidate in candidates if candidate in _domains()]
    return _domains()[max(known, key=len)] if known else None


def _endings(host: str) -> list[str]:
    labels = host.split(".")
    return [".".join(labels[i:]) for i in range(len(labels) - 1)]


def _beginnings(path: str) -> list[str]:
    steps = [step for step in path.casefold().split("/") if step][:4]
    return ["".join(f"/{step}" for step in steps[:i]) for i in range(len(steps) + 1)]


def _kind_by_words(outlet: str) -> SourceKind | None:
    name = f" {_fold(outlet)} "
    rows = lexicon.table("lexicons/publisher_kinds.csv", PublisherKind)
    return next((SourceKind(row.kind) for row in rows if any(f" {_fold(word)} " in name for word in row.words)), None)


def _from_text(text: str) -> Publisher | None:
    return next(filter(None, (finder(text) for finder in (_dateline, _letterhead, _made_by, _source_line))), None)


def _dateline(text: str) -> Publisher | None:
    """Return the agency in brackets after a dateline: "(Reuters) - "."""
    for match in _DATELINE.finditer(f" {text[:_HEAD]}"):
        row = _by_outlet(match["name"])
        if row and row.kind == SourceKind.MEDIA:
            return row
    return None


def _letterhead(text: str) -> Publisher | None:
    """Return the publisher whose name, alone or with what the report calls itself, is one of the first lines."""
    lines = [line.strip(" \t*#_|•") for line in text[:_TOP].split("\n") if line.strip()]
    for line in lines[:_LETTERHEAD_LINES]:
        sentence = line.endswith((".", "!", "?")) and len(line.split()) > _SHORT
        if len(line) <= _LETTERHEAD_WIDTH and not sentence and (row := _named_at_start(line)):
            rest = _fold(line)
            if rest in _names() or any(f" {words} " in f" {rest} " for words in _words("report")):
                return row
    return None


def _made_by(text: str) -> Publisher | None:
    """Return the publisher named after "produced by" or the like in the text's first lines."""
    head = " ".join(text[:_TOP].split())
    for words in _words("by"):
        place = head.casefold().find(words)
        if place >= 0 and (row := _named_at_start(head[place + len(words) :].lstrip())):
            return row
    return None


def _source_line(text: str) -> Publisher | None:
    """Return the publisher that a line "Source: NAME" at the top or the bottom gives."""
    lines = [line.strip() for line in (text[:_TOP] + "\n" + text[-200:]).split("\n")]
    matches = (_SOURCE_LINE.fullmatch(line) for line in lines)
    return next((row for match in matches if match and (row := _by_outlet(match["name"]))), None)


def _named_at_start(line: str) -> Publisher | None:
    words = line.removeprefix("the ").removeprefix("The ").split()
    for count in range(min(len(words), 12), 0, -1):
        name = " ".join(words[:count]).rstrip(".,:;-–—|")
        row = _names().get(_fold(name))
        if row and (name[:1].isupper() and (len(name) > 5 or name in (row.name, *row.aliases))):
            return row
    return None


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold().replace("ı", "i").removesuffix(".com"))
    kept = "".join(c if c.isalnum() else "" if unicodedata.combining(c) or c in "'’.`" else " " for c in plain)
    return " ".join(kept.split()).removeprefix("the ")


@cache
def _names() -> dict[str, Publisher]:
    return {_fold(name): row for row in listed() for name in (row.name, *row.aliases)}


@cache
def _domains() -> dict[str, Publisher]:
    return {domain: row for row in listed() for domain in row.domains}


@cache
def _editions() -> tuple[str, ...]:
    return tuple(_words("edition"))


def _words(role: str) -> Iterator[str]:
    rows = lexicon.table("lexicons/letterheads.csv", Letterhead)
    return (row.words for row in rows if row.role == role)
