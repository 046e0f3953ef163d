"""Material for tests of linking and comparison: claims built by hand, so that nothing is parsed."""

from dataclasses import replace
from datetime import date

from sayso.ledger import Entry
from sayso.linking import link
from sayso.model import (
    Bound,
    Civil,
    Claim,
    Document,
    Extent,
    Modality,
    Place,
    Polarity,
    Situation,
    Source,
    SourceKind,
    Span,
    Toponym,
)

RIVERTON = Place("test:1", "Riverton", 10.0, 20.0, "PPL", "XX", ("XX.01", "XX.01.7"), 1, 300_000)
QUARTER = Place("test:2", "Old Quarter", 10.01, 20.01, "PPLX", "XX", (), 1, 0)
HAMLET = Place("test:3", "Hamlet", 10.0, 21.0, "PPL", "XX", ("XX.01", "XX.01.9"), 1, 500)
PROVINCE = Place("test:4", "River Province", 10.2, 20.1, "ADM1", "XX", ("XX.01",), 4, 0)
PLAINFIELD = Place("test:5", "Plainfield", 40.0, 50.0, "PPL", "YY", ("YY.02",), 1, 400_000)
MONITOR = Source("Valley Monitor", SourceKind.NGO)
UN = Source("Valley Office of the UN", SourceKind.UN)
ARMY = Source("the valley army", SourceKind.MILITARY)
SINCE, DAY, UNTIL = date(2031, 5, 1), date(2031, 5, 20), date(2031, 5, 31)


def day(number):
    return date(2031, 5, number)


def situation(place=RIVERTON, radius=30.0, since=SINCE, until=UNTIL, **more):
    return Situation(place.name, (place,), radius, since, until, "given", until, **more)


def figure(
    low,
    high=...,
    *,
    text=None,
    by=MONITOR,
    place=RIVERTON,
    dimension="killed",
    published=DAY,
    outlet="Test Wire",
    publisher=None,
    **more,
):
    """Return a claim in a document of its own; `by` None is a third party's prose."""
    high = low if high is ... else high
    words = text or f"{low if low is not None else high} people"
    name = by.name if by and by.name else "Nobody"
    where = place.name if place else "nowhere"
    sentence = more.pop("sentence", f"{name} spoke of {words} in {where}.")
    document = Document(
        sentence, more.pop("name", f"{outlet}-{published}-{words}-{name}"), outlet=outlet, published=published, publisher=publisher
    )
    start = sentence.index(words)
    more.setdefault("unit", "people")
    bound = Bound.EXACT if low == high else Bound.AT_LEAST if high is None else Bound.AT_MOST if low is None else Bound.RANGE
    at = sentence.find(where)
    span = Span(max(at, 0), max(at, 0) + len(where))
    claim = Claim(
        document.id,
        Span(start, start + len(words)),
        words,
        dimension if isinstance(dimension, tuple) else (dimension,),
        low=low,
        high=high,
        bound=more.pop("bound", bound),
        place=Toponym(span, where, span, place, 1.0) if place else None,
        chain=(by,) if by else (),
        **more,
    )
    return link(Entry(claim, document, Span(0, len(sentence))))


def total(low, until, since=SINCE, **more):
    return figure(low, since=since, until=until, extent=Extent.RUNNING_TOTAL, **more)


def event(low, on, **more):
    return figure(low, since=on, until=on, extent=Extent.EVENT, **more)


__all__ = [
    "ARMY", "HAMLET", "MONITOR", "PLAINFIELD", "PROVINCE", "QUARTER", "RIVERTON", "UN", "Bound", "Civil", "Extent", "Modality", "Polarity",
    "day", "event", "figure", "replace", "situation", "total",
]  # fmt: skip
