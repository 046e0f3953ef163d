"""Period: the days that a figure covers, and what stretch of time it adds up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.signs import signs
from sayso.model import Extent, Modality, Period

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Covered", "Setting", "covered", "setting_of"]

_STOCKS = frozenset({"population", "trapped", "forces"})
_LOOK_BACK = 1200  # code points: an event's day is inherited within its passage only
_LEAD, _AHEAD = 500, 300  # code points
_HEAD = 40  # code points: a date that opens the text is its own, not an event's
_TOP = 700  # code points: a report's "as of" stands in its head
_YEAR = 365  # days
_LONGEST_EVENT = 3  # days
_PER_FIGURE = 25  # code points that another figure between two words counts for


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text says of time.

    `periods` are in reading order. `day` is the day up to which it tells: that of an "as of" near its head, else of publication.
    `history` where most of its dates lie over a year before it was written, `chronicle` where it tells of its own day only.
    `reach` is the offset before which nothing is inherited: the start of the passage's scope.
    """

    periods: Sequence[Period]
    published: date | None
    day: date | None
    history: bool
    chronicle: bool
    reach: int


@dataclass(frozen=True, slots=True)
class Covered:
    """The first and last day, both inclusive and open where None, with the words and the rule that gave them."""

    since: date | None
    until: date | None
    extent: Extent | None
    rule: str
    period: Period | None = None


def setting_of(periods: Sequence[Period], published: date | None, *, chronicle: bool) -> Setting:
    """Return what a whole text says of time; its `reach` is to be set for each scope."""
    return Setting(periods, published, _day(periods, published), _is_history(periods, published), chronicle, 0)


def covered(
    figure: Figure, triggers: Sequence[Token], dimensions: Sequence[str], modality: Modality, setting: Setting, others: Sequence[Figure]
) -> Covered:
    """Return the days that the figure covers, after section 4 of the guidelines: its own words of time, else those of its passage."""
    published = setting.day
    own = _own(figure, triggers, setting, others)
    if own is not None and _opens_since(own, figure) and own.since and published:
        return Covered(own.since, published, Extent.RUNNING_TOTAL, "period.since-clause", own)
    if own is not None:
        return Covered(
            own.since, own.until, own.extent or _extent(own.since, own.until, dimensions), f"period.{own.rule.replace(' ', '-')}", own
        )
    if modality is not Modality.ASSERTED:
        return Covered(None, None, None, "period.none")
    if published is None or setting.history:
        earlier = _earlier(figure, setting)
        return (
            Covered(earlier.since, earlier.until, _extent(earlier.since, earlier.until, dimensions), "period.passage", earlier)
            if earlier
            else Covered(None, None, None, "period.none")
        )
    if set(dimensions) & _STOCKS or _standing(figure, triggers):
        return Covered(None, published, Extent.STOCK, "period.stock")
    if setting.chronicle:
        return Covered(published, published, Extent.EVENT, "period.chronicle")
    spoken = _spoken(figure, setting)
    tense = _tense(figure, triggers)
    if tense == "pluperfect" and spoken is not None:
        return Covered(None, spoken.until, Extent.RUNNING_TOTAL, "period.spoken", spoken)
    if tense == "present":
        return Covered(published, published, Extent.EVENT, "period.present")
    if tense == "perfect":
        return Covered(None, published, Extent.RUNNING_TOTAL, "period.perfect")
    told = _earlier(figure, setting) or _later(figure, setting)
    if told is not None:
        return Covered(told.since, told.until, Extent.EVENT, "period.passage", told)
    return Covered(None, published, Extent.EVENT, "period.undated")  # the toll of one happening whose day is not told


def _day(periods: Sequence[Period], published: date | None) -> date | None:
    until = next((p.until for p in periods if p.rule == "as of" and p.span.start < _TOP and p.until), None)
    return until if until and published and until <= published else published


def _is_history(periods: Sequence[Period], published: date | None) -> bool:
    if published is None:
        return False
    ends = [p.until for p in periods if p.until and _dates(p)]
    return len(ends) > 2 and sum((published - end).days > _YEAR for end in ends) > len(ends) / 2


def _own(figure: Figure, triggers: Sequence[Token], setting: Setting, others: Sequence[Figure]) -> Period | None:
    sentence = figure.parsed.span(figure.sentence)
    near = [p for p in setting.periods if sentence.overlaps(p.span) and _dates(p) and not _is_head(p, setting)]
    return min(near, key=lambda p: _distance(figure, triggers, p, others), default=None)


def _dates(period: Period) -> bool:
    """Tell whether the words date what is told, and not when it was told ("said on Friday") or what it is called ("the 2016 games")."""
    return not period.speech and period.rule != "label" and (period.since or period.until) is not None


def _opens_since(period: Period, figure: Figure) -> bool:
    """Tell whether the day stands in a clause that "since" opens: "since the outbreak was declared on 27 March"."""
    if period.since is None or period.rule == "since":
        return False
    for token in figure.sentence:
        if token.lower_ == "since" and token.dep_ == "mark":
            clause = figure.parsed.span(token.doc[token.head.left_edge.i : token.head.right_edge.i + 1])
            if clause.overlaps(period.span):
                return True
    return False


def _spoken(figure: Figure, setting: Setting) -> Period | None:
    sentence = figure.parsed.span(figure.sentence)
    return next((p for p in setting.periods if p.speech and p.until and sentence.overlaps(p.span)), None)


def _is_head(period: Period, setting: Setting) -> bool:
    return period.span.start < _HEAD and setting.published is not None and period.since == period.until == setting.published


def _distance(figure: Figure, triggers: Sequence[Token], period: Period, others: Sequence[Figure]) -> float:
    anchors = [figure.measure.span, *(figure.parsed.span(token) for token in triggers)]
    nearest = min(max(period.span.start - a.end, a.start - period.span.end, 0) for a in anchors)
    low, high = sorted((period.span.start, figure.measure.span.start))
    return nearest + _PER_FIGURE * sum(low < other.measure.span.start < high for other in others if other is not figure)


def _standing(figure: Figure, triggers: Sequence[Token]) -> bool:
    """Tell whether the words describe how things stand on the day of telling ("remain", "are still held")."""
    words = [*triggers, *(child for trigger in triggers for child in trigger.children), figure.root.head]
    return any(token.lower_ in signs("standing") for token in words)


def _tense(figure: Figure, triggers: Sequence[Token]) -> str:
    """Return "present" (as in headlines), "perfect" (have been killed), "pluperfect" or "past" for the verb that carries the figure."""
    for start in (*triggers, figure.root):
        node = start
        for _ in range(4):
            if node.pos_ in ("VERB", "AUX"):
                helpers = {child.lower_: child.tag_ for child in node.children if child.dep_ in ("aux", "auxpass")}
                if "has" in helpers or "have" in helpers:
                    return "perfect"
                if "had" in helpers:
                    return "pluperfect"
                if node.tag_ == "VBD" or "VBD" in helpers.values():
                    return "past"
                if node.tag_ in ("VBZ", "VBP") or {"VBZ", "VBP"} & set(helpers.values()):
                    return "present"
            node = node.head
    return "past"


def _earlier(figure: Figure, setting: Setting) -> Period | None:
    """Return the last day of an event told before the figure, in the same passage."""
    start = figure.parsed.span(figure.sentence).start
    same = any(token.lower_ in signs("same") for token in figure.sentence if token.i < figure.root.i)
    near = setting.published is not None and not setting.history
    for period in reversed(setting.periods):
        if period.span.end > start:
            continue
        if period.span.start < setting.reach or (near and start - period.span.end > _LOOK_BACK):
            return None
        if not _dates(period) or period.since is None or period.until is None or _is_head(period, setting):
            continue
        if same or not near or (period.until - period.since).days <= _LONGEST_EVENT:
            return period
    return None


def _later(figure: Figure, setting: Setting) -> Period | None:
    """Return the day told just after a figure of the lead, where none stands before it: leads and headlines come before their day."""
    end = figure.parsed.span(figure.sentence).end
    if end - setting.reach > _LEAD:
        return None
    block = figure.parsed.offset + len(figure.parsed.doc.text)
    after = (p for p in setting.periods if end <= p.span.start < min(block, end + _AHEAD) and _dates(p))
    return next((p for p in after if p.since is not None and p.since == p.until), None)


def _extent(since: date | None, until: date | None, dimensions: Sequence[str]) -> Extent:
    """Return what the days make of a figure: a stock of what is there, a total up to a day, what one day brought, or a stretch."""
    if set(dimensions) & _STOCKS:
        return Extent.STOCK
    if since is None or until is None:
        return Extent.RUNNING_TOTAL
    return Extent.EVENT if since == until else Extent.PERIOD
