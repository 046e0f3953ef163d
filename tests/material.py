"""Material: reports and claims made by hand, for tests of what comes after extraction."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from sayso.model import Abstention, Claim, Document, Extraction, Mention, Place, Polarity, Reason, Source, SourceKind, Span, Toponym

HOMS = Place("geonames:169577", "Homs", 34.73, 36.71, "PPLA", "SY", ("SY.11",))
TEXT = (
    "The governor's office said that at least 12 people were killed in Homs on Sunday. Gen. Salah denied that 30 soldiers were wounded.\n\n"
    "According to the monitor, 7 people are missing. Nobody else was named, 4 km from the city."
)


def document(text: str = TEXT, name: str = "sunday", **fields: object) -> Document:
    """Return a report of 2 May 2016."""
    known = {"outlet": "The Courier", "published": date(2016, 5, 2), "reader": "text 1", **fields}
    return Document(text, name, **known)  # type: ignore[arg-type]


def span(text: str, words: str) -> Span:
    """Return where the words first stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def claims(report: Document) -> tuple[Claim, ...]:
    """Return the three claims of TEXT."""
    text = report.text
    office = Source("The governor's office", SourceKind.OFFICIAL, mention=span(text, "The governor's office"))
    general = Source("Gen. Salah", SourceKind.MILITARY, mention=span(text, "Gen. Salah"))
    monitor = Source("the monitor", SourceKind.NGO, anonymous=True, mention=span(text, "the monitor"))
    homs = Toponym(span(text, "Homs"), "Homs", span(text, "Homs"), HOMS, 0.9)
    sunday = date(2016, 5, 1)
    bare = Claim(report.id, Span(0, 0), "", (), said=report.published, by="hand 1")
    killed = replace(
        _at(bare, text, "at least 12 people", "killed"), low=12, unit="people", place=homs, chain=(office,), since=sunday, until=sunday,
        why=(Reason("killed.passive", "dimensions", "killed", span(text, "killed")),),
    )  # fmt: skip
    wounded = replace(
        _at(bare, text, "30 soldiers", "wounded"), low=30, high=30, unit="soldier", affected=Mention("soldiers", span(text, "soldiers")),
        chain=(office, general), cue=(span(text, "denied"),), hedged=True, polarity=Polarity.DENIED,
    )  # fmt: skip
    missing = replace(_at(bare, text, "7 people", "missing"), low=7, high=7, unit="people", chain=(monitor,))
    return killed, wounded, missing


def extraction(report: Document) -> Extraction:
    """Return the claims of TEXT, and the distance that was left alone."""
    return Extraction(claims(report), (Abstention(span(report.text, "4 km"), "a distance"),))


def counts(report: Document) -> Extraction:
    """Return a claim for each "5 people" and the like: what a very simple extractor would."""
    found = re.finditer(r"(?P<number>\d+) (?P<unit>people|soldiers)", report.text)
    made = (_count(report, match) for match in found)
    return Extraction(tuple(made))


def _at(claim: Claim, text: str, words: str, dimension: str) -> Claim:
    return replace(claim, span=span(text, words), text=words, dimensions=(dimension,))


def _count(report: Document, match: re.Match[str]) -> Claim:
    number = float(match["number"])
    bare = Claim(report.id, Span(*match.span()), match[0], ("killed",), low=number, high=number, unit=match["unit"], by="counts 1")
    return replace(bare, why=(Reason("count.people", "figure", match[0], bare.span),))
