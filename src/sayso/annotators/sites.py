"""Sites: named places that no gazetteer needs to know, by the word for what they are ("Ibn Rushd hospital", "the village of Um Hosh")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.lexicon import Word, table, words
from sayso.model import Span, Toponym

__all__ = ["is_called", "is_site", "peoples", "with_sites"]


@dataclass(frozen=True, slots=True)
class _Country:
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


_HELD = r"\w+-(?:held|controlled|run|led|backed|ruled|besieged|occupied)"
_NAME = rf"(?:(?!{_HELD})[A-Z][\w'’-]*[\w'’]|[Aa]l-[A-Z][\w'’-]*\w|[A-Z]{{2,}}|\d{{1,4}}(?=\s+[A-Z]))"
_INNER = r"(?:al|el|as|ash|ad|an|ar|at|az|bin|ibn|abu|um|umm|de|des|du|la|le|san|st\.?)"
_RUN = rf"{_NAME}(?:[ ]+(?:{_INNER}[ -])?{_NAME}){{0,4}}"


def with_sites(text: str, toponyms: Sequence[Toponym]) -> tuple[Toponym, ...]:
    """Return the toponyms with the named sites among them, in reading order.

    A site that holds a toponym takes its place ("Jabalia" in "Jabalia refugee camp"); one that no gazetteer knows has none.
    """
    found = list(toponyms)
    for span in _sites(text):
        inner = [t for t in found if t.span.overlaps(span) or t.whole.overlaps(span)]
        if any(span in t.whole for t in inner):
            continue
        known = next((t for t in inner if t.span in span), None)
        if inner and known is None:
            continue
        found = [t for t in found if t not in inner]
        found.append(replace(known, whole=span) if known else Toponym(span, span.of(text), span))
    return tuple(sorted(found, key=lambda t: t.span))


def is_site(word: str) -> bool:
    """Tell whether a word, in lower case, is one for a kind of place."""
    return word in _kinds()


def is_called(text: str, toponym: Toponym, kind: str) -> bool:
    """Tell whether the text calls a place by a kind: "Um Hosh village", "the village of Um Hosh"."""
    words = toponym.whole.of(text).lower().split()
    if kind in words:
        return True
    return (
        re.search(rf"\b{re.escape(kind)}s?\s+(?:of|called|named)\s+$", text[max(0, toponym.whole.start - 30) : toponym.whole.start].lower())
        is not None
    )


def _kinds() -> frozenset[str]:
    """Return the words for a kind of place that stand behind, or before "of", its name."""
    return words("lexicons/sites.csv")


def _sites(text: str) -> Iterator[Span]:
    last = 0
    for match in _pattern().finditer(text):
        start = match.start("name") if match["name"] else match.start("named")
        end = match.end("word") if match["word"] else match.end("named")
        start += _opening(text[start:end])
        if not _is_name(text[start:end]) or re.match(r"\s+of\s+[A-Z]", text[end : end + 8]):  # "Department of Health"
            continue
        if start >= last and end > start and not _INDEFINITE.search(text, max(0, start - 30), start):
            yield Span(start, end)
            last = end


_INDEFINITE = re.compile(
    r"\b(?:an?|one|two|three|four|five|some|any|another|each|every|other|many|several|\d+)(?:\s+[a-z-]+ly)?\s+$", re.IGNORECASE
)


def _is_name(site: str) -> bool:
    """Tell whether words name a site, and not only whose it is: "Nur town", not "Syrian town", "US base" or "hospital"."""
    name = site.split()[:-1]
    return not site.islower() and not (name and " ".join(name) in peoples())


@cache
def peoples() -> frozenset[str]:
    """Return the names of countries and their peoples, as written ("US", "Syrian")."""
    rows = table("gazetteers/countries.csv", _Country)
    return frozenset(name for row in rows for name in (*row.names, *row.demonyms))


def _opening(words: str) -> int:
    """Return the length of an article or preposition that a sentence starts with."""
    match = re.match(
        r"(?:The|In|At|On|Near|From|And|A|An|But|When|Meanwhile|After|Before|Of|Under|Over|Inside|Outside|Every|All|Each|No|Some|Many|Several|Most|Its|Their)\s+",
        words,
    )
    return match.end() if match else 0


@cache
def _pattern() -> re.Pattern[str]:
    longest = sorted((row.word for row in table("lexicons/sites.csv", Word)), key=len, reverse=True)
    kinds = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest)
    capital = "|".join(re.escape(word.title()).replace(r"\ ", r"\s+") for word in longest)
    return re.compile(
        rf"\b(?P<name>{_RUN})\s+(?P<word>(?i:{kinds})|{capital})\b(?!s\b)"
        rf"|\b(?:{kinds})s?\s+of\s+(?P<named>{_RUN})"
    )
