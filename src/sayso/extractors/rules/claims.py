"""Claims: measures, times, places and statements put together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from sayso import attribution
from sayso.annotators import measures, periods, timexes, toponyms
from sayso.annotators.layout import blocks, scopes
from sayso.annotators.sites import with_sites
from sayso.annotators.syntax import Parsed, parse
from sayso.extractors.rules import people
from sayso.extractors.rules.asked import Asked
from sayso.extractors.rules.assign import assign
from sayso.extractors.rules.assignment import Assignment
from sayso.extractors.rules.denial import denied
from sayso.extractors.rules.doers import actors
from sayso.extractors.rules.doubt import claimed, doubted
from sayso.extractors.rules.figures import Figure, figures
from sayso.extractors.rules.focus import with_focus
from sayso.extractors.rules.labels import labelled
from sayso.extractors.rules.mood import mood
from sayso.extractors.rules.needed import needed
from sayso.extractors.rules.outline import Outline, outline
from sayso.extractors.rules.parts import whole_of
from sayso.extractors.rules.period import TOLLS, covered
from sayso.extractors.rules.place import place_of
from sayso.extractors.rules.redated import redated
from sayso.extractors.rules.remit import remit
from sayso.extractors.rules.repeats import mark_repeats
from sayso.extractors.rules.retold import retold
from sayso.extractors.rules.setting import Setting, setting_of, tells_of_tomorrow
from sayso.extractors.rules.singles import with_singles
from sayso.extractors.rules.standings import Standing, standings
from sayso.extractors.rules.survey import Named, survey
from sayso.extractors.rules.tellings import Telling
from sayso.extractors.rules.timeline import timeline
from sayso.extractors.rules.unchecked import Disclaimer, disclaimers
from sayso.extractors.rules.units import unit_of
from sayso.extractors.rules.voice import statement_of
from sayso.gazetteers import local
from sayso.model import Abstention, Claim, Document, Extraction, Measure, Mention, Period, Polarity, Reason, Span, Statement, Toponym

__all__ = ["extract"]

_TOPIC = 700  # code points from paragraph to paragraph: a bare figure further on is of another matter


@dataclass(frozen=True, slots=True)
class _Reading:
    """A document with what the annotators found in it."""

    document: Document
    parsed: tuple[Parsed, ...]
    measures: tuple[Measure, ...]
    settings: dict[int, Setting]
    places: tuple[Standing, ...]
    statements: tuple[Statement, ...]
    scope_at: Callable[[int], int]
    disclaimers: tuple[Disclaimer, ...]
    remit: Toponym | None
    outline: Outline
    named: dict[int, tuple[Named, ...]]


def extract(document: Document) -> Extraction:
    """Return the claims of a document, each with its reasons, and the figures that were left alone."""
    reading = _read(document)
    found: list[Telling] = []
    left: list[Abstention] = []
    before: list[tuple[Figure, str | None]] = []
    topic: tuple[int, int, Assignment] | None = None
    for _, group in groupby(figures(reading.measures, reading.parsed), key=lambda f: (f.parsed.offset, f.sentence.start)):
        together = list(group)
        scope = reading.scope_at(together[0].span.start)
        at = together[0].parsed.offset
        near = topic is not None and topic[0] == scope and at - topic[1] < _TOPIC
        given = list(assign(together, topic[2] if topic and near else None))
        topic = next(((scope, at, one) for one in reversed(given) if one), topic)
        given = [one or labelled(figure, reading.parsed) for figure, one in zip(together, given, strict=True)]
        told: list[tuple[Figure, Claim]] = []
        doers = actors(reading.document.text, together, given)
        for figure, assignment, doer in zip(together, given, doers, strict=True):
            unit = (assignment.unit or unit_of(figure, assignment, before)) if assignment else None
            outcome = _claim(reading, figure, assignment, together, unit, doer)
            before.append((figure, unit))
            if isinstance(outcome, Claim):
                outcome = replace(outcome, part_of=whole_of(figure, outcome, told))
                told.append((figure, outcome))
                found.append(Telling(figure.parsed.span(figure.sentence).start, scope, outcome))
            else:
                left.append(outcome)
    return Extraction(mark_repeats(retold(document.text, redated(found))), tuple(left))


def _read(document: Document) -> _Reading:
    text, day = document.text, document.published
    found = tuple(blocks(text))
    counted = tuple(measures.annotate(text))
    told = _periods(document, day)
    read = needed(text, found, counted, told)
    starts, numbers = [block.span.start for block in found], scopes(text, found)
    parsed = tuple(parse(text, (block.span for block in found), lambda span: bisect_right(starts, span.start) - 1 in read))

    def scope_at(offset: int) -> int:
        return numbers[max(0, bisect_right(starts, offset) - 1)] if numbers else 0

    items = frozenset(block.span.start for block in found if block.kind == "item")
    headings = [block.span for block in found if block.kind == "heading"]
    names = with_sites(text, tuple(toponyms.annotate(document, local.default())))
    places = with_focus(standings(text, names, parsed, scope_at, items, headings))
    lines = outline(parsed)
    return _Reading(
        document,
        parsed,
        with_singles(counted, parsed),
        _settings(document, told, parsed, scope_at),
        places,
        attribution.statements(document, parsed),
        scope_at,
        disclaimers(parsed),
        remit(document, places),
        lines,
        {scope: survey(tuple(one), lines) for scope, one in groupby(places, key=lambda place: place.scope)},
    )


def _claim(
    reading: _Reading,
    figure: Figure,
    assignment: Assignment | None,
    together: Sequence[Figure],
    unit: str | None,
    doer: Mention | None,
) -> Claim | Abstention:
    if assignment is None:
        return Abstention(figure.span, "no word near it says what it counts")
    triggers = [match.head for match in assignment.matches]
    modality, mood_word = mood(figure, triggers)
    if modality is None:
        return Abstention(figure.span, "only supposed")
    text = reading.document.text
    said = statement_of(figure, reading.statements)
    scope = reading.scope_at(figure.span.start)
    when = covered(figure, triggers, assignment.dimensions, modality, reading.settings[scope], together)
    total = when if when.mounts and set(assignment.dimensions) & TOLLS else None
    asked = Asked(
        text,
        figure,
        triggers,
        assignment.dimensions,
        reading.places,
        reading.named.get(scope, ()),
        scope,
        reading.outline,
        said,
        together,
        total,
        reading.remit,
    )
    found = place_of(asked)
    place = found.toponym if found is not None else None
    denial = denied(figure, triggers, assignment.dimensions, said)
    doubt = doubted(figure, triggers) if denial is None else None  # what is doubted beside a denial is the denial
    disclaimer = _disclaimer(reading, figure) if said else None
    measure = figure.measure
    reasons = [
        *_why_dimension(figure, assignment),
        *([Reason("voice.mood", "modality", mood_word.text, figure.parsed.span(mood_word))] if mood_word is not None else []),
        *([Reason("voice.hedge", "hedged", doubt.text, figure.parsed.span(doubt))] if doubt is not None else []),
        *([Reason("voice.denial", "polarity", denial.text, figure.parsed.span(denial))] if denial is not None else []),
        *([Reason("voice.disclaimer", "hedged", disclaimer.of(text), disclaimer)] if disclaimer else []),
        *([Reason(f"attribution.{said.rule}", "sources", None, said.cue[0] if said.cue else None)] if said else []),
        *([Reason(f"place.{found.stands}", "place", found.toponym.whole.of(text), found.toponym.whole)] if found is not None else []),
        Reason(when.rule, "when", when.period.span.of(text) if when.period else None, when.period.span if when.period else None),
    ]
    return Claim(
        document=reading.document.id,
        span=figure.span,
        text=figure.span.of(text),
        dimensions=assignment.dimensions,
        low=measure.low,
        high=measure.high,
        bound=measure.bound,
        approximate=measure.approximate,
        unit=unit,
        affected=people.affected(text, figure),
        civil=people.civil(figure),
        actor=doer,
        place=place,
        since=when.since,
        until=when.until,
        said=reading.document.published,
        chain=said.chain if said else (),
        cue=said.cue if said else (),
        quoted=said.quoted if said else None,
        hedged=doubt is not None or disclaimer is not None or claimed(figure, said),
        polarity=Polarity.DENIED if denial is not None else Polarity.AFFIRMED,
        modality=modality,
        extent=when.extent,
        by="rules",
        why=tuple(reasons),
    )


def _disclaimer(reading: _Reading, figure: Figure) -> Span | None:
    """Return the sentence that says of what was reported before it that it could not be checked."""
    at = figure.span.start
    scope = reading.scope_at(at)
    covering = (one for one in reading.disclaimers if one.since <= at < one.span.start)
    return next((one.span for one in covering if reading.scope_at(one.span.start) == scope), None)


def _settings(document: Document, told: Sequence[Period], parsed: Sequence[Parsed], scope_at: Callable[[int], int]) -> dict[int, Setting]:
    """Return the setting of each scope: that of the text, whose periods were told on its day, with where the scope starts."""
    chronicle = bool(parsed) and scope_at(parsed[-1].offset) > 0
    day = document.published
    entries = timeline(told, parsed)
    if day and tells_of_tomorrow(entries, day):
        day = day + timedelta(days=1)
        entries = timeline(_periods(document, day), parsed)
    whole = setting_of(entries, parsed, day, chronicle=chronicle)
    reach = {scope_at(one.offset): one.offset for one in reversed(parsed)}
    return {scope: replace(whole, reach=offset) for scope, offset in reach.items()}


def _periods(document: Document, day: date | None) -> tuple[Period, ...]:
    times = tuple(timexes.annotate(document.text, day))
    return tuple(periods.periods(document.text, times, day))


def _why_dimension(figure: Figure, assignment: Assignment) -> Iterator[Reason]:
    yield from assignment.reasons
    for match in assignment.matches:
        first, last = match.tokens[0], match.tokens[-1]
        span = figure.parsed.span(first.doc[first.i : last.i + 1])
        suffix = ", joined to the figure before" if assignment.inherited else ""
        yield Reason(match.rule.id, "dimensions", f"{match.rule.dimension}{suffix}", span)
