"""The payload: the one JSON that the report and the web app are made from; its shape is in docs/report-payload.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from math import log10
from typing import Any

from sayso import __version__, pipeline
from sayso.annotators.dimensions import dimension
from sayso.comparison import fairness
from sayso.comparison.excerpts import excerpt
from sayso.comparison.situation import words as inside_words
from sayso.comparison.table import EXTENTS
from sayso.comparison.words import of_claim
from sayso.findings.agreement import Checked
from sayso.linking.groups import groups
from sayso.linking.periods import days
from sayso.linking.periods import words as period_words
from sayso.linking.told import Told
from sayso.model import Bound, Cell, Comparison, Document, Extent, Fairness, Headline, Mark, Place, Polarity, Row, Situation, Unread

__all__ = ["FORMAT", "check_payload", "payload"]

FORMAT = "sayso report 1"
_EXAMPLE = "sayso example"
_WIDE = 50  # times the smallest figure from which a scale is better logarithmic
Json = dict[str, Any]  # Any: JSON


def payload(comparison: Comparison, documents: Iterable[Document], claims: Iterable[Told], unread: Iterable[Unread] = ()) -> Json:
    """Return a comparison with its evidence as plain values, fit for JSON.

    `documents` are all that were read, `claims` at least those that the comparison points at.
    """
    by_id = {t.claim.id: t for t in claims}
    shown = list(dict.fromkeys(key for row in comparison.rows for cell in row.cells for key in cell.claims))
    told = {key: by_id[key] for key in shown}
    read = list(documents)
    names = [situation.name for situation in comparison.situations]
    return {
        **_head("comparison", " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names), read),
        "situations": [_situation(s, i, comparison, told) for i, s in enumerate(comparison.situations)],
        "groups": _groups(comparison),
        "dimensions": _dimensions(row.dimension for row in comparison.rows),
        "rows": [_row(row, told) for row in comparison.rows],
        "nothing": _dimensions(comparison.nothing),
        "left_out": [{"reason": reason, "claims": number} for reason, number in comparison.left_out],
        **_foot(told, read, unread),
        "limits": _limits(comparison, told),
    }


def check_payload(
    article: Document, checked: Sequence[Checked], documents: Iterable[Document], claims: Iterable[Told], unread: Iterable[Unread] = ()
) -> Json:
    """Return what the check of an article found, with its evidence, as plain values fit for JSON."""
    by_id = {t.claim.id: t for t in claims}
    shown = [key for one in checked for key in (one.claim, *(finding.claims[1] for finding in one.findings))]
    told = {key: by_id[key] for key in dict.fromkeys(shown)}
    read = list(documents)
    return {
        **_head("check", article.title or article.name, read),
        "dimensions": _dimensions(name for one in checked for name in told[one.claim].claim.dimensions),
        "check": {"document": article.id, "claims": [_checked(one) for one in checked]},
        **_foot(told, read, unread),
        "limits": list(_ALWAYS),
    }


def _head(kind: str, title: str, documents: Sequence[Document]) -> Json:
    return {
        "format": FORMAT,
        "kind": kind,
        "title": title,
        "example": any(_is_example(document) for document in documents),
        "version": __version__,
        "rules": pipeline.fingerprint(),
        "fairness_rules": str(fairness.VERSION),
    }


def _foot(told: Mapping[str, Told], documents: Sequence[Document], unread: Iterable[Unread]) -> Json:
    counts = Counter(t.document.id for t in told.values())
    return {
        "claims": {key: _claim(t) for key, t in told.items()},
        "documents": {document.id: _document(document, counts[document.id]) for document in documents},
        "unread": [{"path": item.path, "reason": item.reason} for item in unread],
    }


def _situation(situation: Situation, column: int, comparison: Comparison, told: Mapping[str, Told]) -> Json:
    ids = {key for row in comparison.rows for key in row.cells[column].claims}
    return {
        "name": situation.name,
        "places": [_place(place) for place in situation.places],
        "radius_km": situation.radius,
        "inside": inside_words(situation),
        "since": _day(situation.since),
        "until": _day(situation.until),
        "period_from": situation.period_from,
        "as_of": _day(situation.as_of),
        "days": days(situation.since, situation.until),
        "sides": [{"name": side.name, "parties": list(side.parties)} for side in situation.sides],
        "claims": len(ids),
        "documents": len({told[key].document.id for key in ids}),
    }


def _groups(comparison: Comparison) -> list[Json]:
    used = {mark.group for row in comparison.rows for cell in row.cells for mark in cell.marks}
    sides = sorted(used - set(groups()))
    return [{"id": key, "label": key.partition(":")[2]} for key in sides] + [
        {"id": key, "label": label} for key, label in groups().items() if key in used
    ]


def _dimensions(names: Iterable[str]) -> list[Json]:
    return [{"id": name, "label": dimension(name).label, "counts": dimension(name).counts} for name in dict.fromkeys(names)]


def _row(row: Row, told: Mapping[str, Told]) -> Json:
    return {
        "id": ".".join((row.dimension, row.who or "all", row.unit)),
        "dimension": row.dimension,
        "label": row.label,
        "who": row.who,
        "unit": row.unit,
        "cells": [_cell(cell, told, row.unit) for cell in row.cells],
        "scales": list(_scales(row, told)),
        "fairness": _fairness(row.fairness),
    }


def _cell(cell: Cell, told: Mapping[str, Told], unit: str) -> Json:
    strip = Counter(day.isoformat() for key in cell.claims if (day := told[key].day))
    return {
        "claims": len(cell.claims),
        "origins": cell.origins,
        "documents": len({told[key].document.id for key in cell.claims}),
        "headline": _headline(cell.headline) if cell.headline else None,
        "lanes": list(_lanes(cell, told, unit)),
        "days": [[day, number] for day, number in sorted(strip.items())],
        "nothing": not cell.claims,
    }


def _headline(headline: Headline) -> Json:
    return {
        "text": headline.text,
        "low": _number(headline.low),
        "high": _number(headline.high),
        "extent": headline.extent.value,
        "as_of": _day(headline.until) or headline.as_of.isoformat(),
        "since": _day(headline.since),
        "until": _day(headline.until),
        "covers": f"{headline.extent.value}, {_covers(headline)}",
        "rule": headline.rule,
        "claims": list(headline.claims),
        "others": [{"rule": other.rule, "text": other.text, "claims": list(other.claims)} for other in headline.others],
    }


def _covers(headline: Headline) -> str:
    if headline.extent is Extent.STOCK and headline.until:
        return f"on {headline.until}"
    return period_words(headline.since, headline.until)


def _lanes(cell: Cell, told: Mapping[str, Told], unit: str) -> Iterator[Json]:
    lanes: dict[tuple[str, str], list[Json]] = {}
    for mark in cell.marks:
        extent = mark.extent.value if mark.extent else "not stated"
        lanes.setdefault((extent, mark.group), []).append(_mark(mark, told[mark.claim], unit))
    for (extent, group), marks in lanes.items():
        yield {"extent": extent, "group": group, "marks": sorted(marks, key=lambda mark: (mark["day"] or "", mark["claim"]))}


def _mark(mark: Mark, told: Told, unit: str) -> Json:
    low, high, bound = _shown(told)
    summed = len(told.claim.dimensions) > 1
    return {
        "claim": mark.claim,
        "repeats": list(mark.repeats),
        "low": low,
        "high": high,
        "bound": bound,
        "approximate": told.claim.approximate,
        "day": _day(told.day),
        "speaker": told.speaker.shown,
        "said_of": mark.relation,
        "denied": told.claim.polarity is Polarity.DENIED,
        "hedged": told.claim.hedged,
        "forecast": told.claim.modality.value == "forecast",
        "words": f"{told.claim.text} ({' and '.join(told.claim.dimensions)} together)" if summed else of_claim(told.claim, unit),
        "why": mark.why,
    }


def _shown(told: Told) -> tuple[float | int | None, float | int | None, str]:
    """Return the ends and the bound to draw: none for a vague word, and only an upper one for a sum over several dimensions."""
    claim = told.claim
    if claim.bound is Bound.VAGUE:
        return None, None, claim.bound.value
    if len(claim.dimensions) > 1:
        return None, _number(claim.high), Bound.AT_MOST.value if claim.high is not None else Bound.VAGUE.value
    return _number(claim.low), _number(claim.high), claim.bound.value


def _scales(row: Row, told: Mapping[str, Told]) -> Iterator[Json]:
    for extent in EXTENTS:
        ends = [
            end
            for cell in row.cells
            for mark in cell.marks
            if mark.extent is extent
            for end in _shown(told[mark.claim])[:2]
            if end is not None
        ]
        if ends:
            above = [end for end in ends if end > 0]
            wide = bool(above) and log10(max(above)) - log10(min(above)) > log10(_WIDE)
            yield {"extent": extent.value if extent else "not stated", "low": min(ends), "high": max(ends), "log": wide}


def _fairness(fair: Fairness) -> Json:
    return {
        "verdict": fair.verdict.value,
        "restriction": fair.restriction,
        "checked": None,
        "reasons": [
            {
                "code": r.code,
                "version": r.version,
                "name": r.name,
                "outcome": r.outcome.value,
                "words": r.words,
                "restriction": r.restriction,
                "inputs": dict(r.inputs),
            }
            for r in fair.reckonings
        ],
    }


def _claim(told: Told) -> Json:
    claim = told.claim
    place = claim.place
    return {
        "id": claim.id,
        "text": claim.text,
        "dimensions": list(claim.dimensions),
        "low": _number(claim.low),
        "high": _number(claim.high),
        "bound": claim.bound.value,
        "approximate": claim.approximate,
        "unit": claim.unit,
        "affected": claim.affected.name if claim.affected else None,
        "civil": claim.civil.value if claim.civil else None,
        "actor": claim.actor.name if claim.actor else None,
        "place": place.whole.of(told.document.text) if place else None,
        "located": {"name": place.place.name, "precision": place.place.precision, "guess": place.guess} if place and place.place else None,
        "since": _day(claim.since),
        "until": _day(claim.until),
        "said": _day(claim.said),
        "day": _day(told.day),
        "day_from": told.day_from,
        "extent": claim.extent.value if claim.extent else None,
        "polarity": claim.polarity.value,
        "hedged": claim.hedged,
        "modality": claim.modality.value,
        "repeat_of": claim.repeat_of,
        "chain": [{"name": s.name, "kind": s.kind.value, "anonymous": s.anonymous} for s in claim.chain],
        "speaker": told.speaker.shown,
        "group": told.group,
        "document": claim.document,
        "start": claim.span.start,
        "end": claim.span.end,
        "excerpt": excerpt(told),
    }


def _document(document: Document, claims: int) -> Json:
    return {
        "id": document.id,
        "name": document.name,
        "title": document.title,
        "outlet": document.outlet,
        "publisher": document.publisher.name if document.publisher else None,
        "publisher_kind": document.publisher.kind.value if document.publisher else None,
        "author": document.author,
        "published": _day(document.published),
        "url": document.url,
        "path": document.path,
        "language": document.language,
        "claims": claims,
        "notes": list(document.notes),
        "example": _is_example(document),
    }


def _checked(one: Checked) -> Json:
    return {
        "claim": one.claim,
        "verdict": one.verdict,
        "words": one.words,
        "against": [{"claim": f.claims[1], "relation": f.kind, "words": f.words} for f in one.findings],
    }


def _place(place: Place) -> Json:
    return {"id": place.id, "name": place.name, "lat": place.lat, "lon": place.lon, "feature": place.feature, "country": place.country}


_ALWAYS = (
    "Everything here is somebody's word. This page lays claims side by side and never says who is right.",
    "The claims were found by a program. Figures can be missed, and a figure can be put on a wrong place, day or source: "
    "open it and read the sentence.",
    "Two origins with no link found between them may still have one behind both.",
    "Nothing found is no zero: nobody may have counted, or what was read may not tell.",
)


def _limits(comparison: Comparison, told: Mapping[str, Told]) -> list[str]:
    words = list(_ALWAYS)
    words += [_period_words(s) for s in comparison.situations if s.period_from == "claims" and s.since]
    undated = sum(t.day_from != "period" for t in told.values())
    if undated:
        words.append(f"{undated} of {len(told)} claims give no period; they stand on the day they were said or published.")
    return words


def _period_words(situation: Situation) -> str:
    return (
        f"{situation.name}: no period was given; it is the range of the claims found, {situation.since} to {situation.until}, "
        "without stretches of reporting that lie more than 92 days apart from most."
    )


def _is_example(document: Document) -> bool:
    return (document.outlet or "").startswith(_EXAMPLE)


def _number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == value // 1 else value


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
