"""Period: the days that a figure covers, and what stretch of time it adds up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from sayso.extractors.rules.blows import blow_day
from sayso.extractors.rules.earlier import day_before
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.onset import Onset, meant
from sayso.extractors.rules.passage import told_day
from sayso.extractors.rules.setting import Setting, dates, is_head, lead_stretch, tells_days
from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.since import is_record, since_begun, total_before
from sayso.extractors.rules.tense import EVENTS, is_news, tense_of
from sayso.extractors.rules.timeline import Entry, clause_of, happenings, kinds_of
from sayso.model import Extent, Modality, Period, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["TOLLS", "Covered", "covered"]

_STOCKS = frozenset({"population", "trapped", "forces"})
TOLLS = frozenset({"killed", "wounded", "missing", "displaced", "evacuated", "trapped", "infrastructure", "damage", "cases"})
_MOUNTING = frozenset(f"period.{rule}" for rule in ("toll", "since", "so-far", "mounting", "since-clause", "perfect"))
_YEAR = 365  # days
_PER_FIGURE = 25  # code points that another figure between two words counts for


@dataclass(frozen=True, slots=True)
class Covered:
    """The first and last day, both inclusive and open where None, with the words and the rule that gave them."""

    since: date | None
    until: date | None
    extent: Extent | None
    rule: str
    period: Period | None = None

    @property
    def mounts(self) -> bool:
        """Whether the figure is what something that went on had come to by the last day, wherever its parts happened."""
        return self.rule in _MOUNTING

    @property
    def onset(self) -> Span | None:
        """The words that tell the first day of the disaster or the war whose toll it is."""
        return self.period.span if self.period is not None and self.rule == "period.toll" else None


def covered(
    figure: Figure, triggers: Sequence[Token], dimensions: Sequence[str], modality: Modality, setting: Setting, others: Sequence[Figure]
) -> Covered:
    """Return the days that the figure covers, after section 4 of the guidelines: its own words of time, else those of its passage."""
    own = _own(figure, triggers, setting, others)
    if setting.day is not None and (gone := day_before(figure, own, setting)) is not None:
        return Covered(gone, gone, Extent.EVENT, "period.days-after")
    begun = since_begun(figure, setting) if own is None or own.period.rule != "since" else None
    now = _now(figure, setting, begun)
    if begun is not None and now is not None and begun <= now:
        return Covered(begun, now, Extent.RUNNING_TOTAL, "period.since-clause")
    if own is not None:
        return _of_own(own, figure, triggers, dimensions, setting)
    if modality is not Modality.ASSERTED:
        return Covered(None, None, None, "period.none")
    if setting.day is None or setting.history:
        spoken = _spoken(figure, setting) if setting.history else None
        if spoken is not None and set(dimensions) & _STOCKS:
            return Covered(None, spoken.until, Extent.STOCK, "period.spoken", spoken)
        earlier = spoken or _earlier(figure, setting)
        if earlier is None:
            return Covered(None, None, None, "period.none")
        return Covered(earlier.since, earlier.until, _extent(earlier.since, earlier.until, dimensions), "period.passage", earlier)
    return _of_passage(figure, triggers, dimensions, setting, _last_day(figure, setting, setting.day))


def _of_own(own: Entry, figure: Figure, triggers: Sequence[Token], dimensions: Sequence[str], setting: Setting) -> Covered:
    period, day = own.period, _now(figure, setting, own.period.since)
    if day and period.since and period.rule != "since" and _opens_since(period, figure):
        return Covered(period.since, day, Extent.RUNNING_TOTAL, "period.since-clause", period)
    perfect = tense_of(figure, triggers) == "perfect"
    begun = _begun(figure, dimensions, setting, ever=perfect)
    if period.rule == "window" and (moved := _as_spoken(period, figure, setting)) is not None:
        return moved
    if setting.chronicle and period.rule == "stock" and day is not None and not set(dimensions) & _STOCKS:
        return Covered(day, day, Extent.EVENT, "period.chronicle")
    if set(dimensions) & TOLLS and _mounts(own, figure):
        since = begun.since if begun and period.until and begun.since <= period.until else None
        return Covered(since, period.until, Extent.RUNNING_TOTAL, "period.mounting", period)
    if day and period.until == setting.published and period.rule in ("so far", "stock", "since"):
        until = day if period.rule == "since" or setting.history else _last_day(figure, setting, day)
        return Covered(period.since, until, period.extent, f"period.{period.rule.replace(' ', '-')}", period)
    if day and begun is not None and begun.entry is own and ("disaster" in begun.kinds or perfect) and period.since and period.since <= day:
        return Covered(period.since, day, Extent.RUNNING_TOTAL, "period.toll", period)
    extent = period.extent or _extent(period.since, period.until, dimensions)
    return Covered(period.since, period.until, extent, f"period.{period.rule.replace(' ', '-')}", period)


def _of_passage(figure: Figure, triggers: Sequence[Token], dimensions: Sequence[str], setting: Setting, day: date) -> Covered:
    tense = tense_of(figure, triggers)
    begun = _begun(figure, dimensions, setting, ever=tense == "perfect")
    if begun is not None and ("disaster" in begun.kinds or tense == "perfect" or _is_share(figure)) and begun.since <= day:
        return Covered(begun.since, day, Extent.RUNNING_TOTAL, "period.toll", begun.entry.period)
    if setting.chronicle:
        return Covered(day, day, Extent.EVENT, "period.chronicle")
    if set(dimensions) & _STOCKS or (tense == "state" and not set(dimensions) & EVENTS) or _standing(figure, triggers):
        return Covered(None, day, Extent.STOCK, "period.stock")
    spoken = _spoken(figure, setting)
    if tense == "pluperfect" and spoken is not None:
        if begun is not None and spoken.until is not None and begun.since <= spoken.until:
            return Covered(begun.since, spoken.until, Extent.RUNNING_TOTAL, "period.toll", begun.entry.period)
        return Covered(None, spoken.until, Extent.RUNNING_TOTAL, "period.spoken", spoken)
    if tense in ("present", "state"):
        told = told_day(figure, setting.entries, day, setting.reach, partial(tells_days, setting=setting))
        if told is not None and is_news(triggers, dimensions):
            return Covered(told.period.since, told.period.until, Extent.EVENT, "period.passage", told.period)
        return Covered(day, day, Extent.EVENT, "period.present")
    if tense == "perfect":
        if setting.live:
            return Covered(day, day, Extent.EVENT, "period.today")
        fresh = blow_day(figure, triggers, setting, day)
        if fresh is not None:
            return Covered(fresh.since, fresh.until, Extent.EVENT, "period.passage", fresh)
        total = total_before(figure, setting) if set(dimensions) & TOLLS else None
        if total is not None:
            return Covered(total, day, Extent.RUNNING_TOTAL, "period.since-clause")
        until = spoken.until if spoken is not None and spoken.until is not None and spoken.until <= day else day
        return Covered(None, until, Extent.RUNNING_TOTAL, "period.perfect")
    same = any(token.lower_ in signs("same") for token in figure.sentence if token.i < figure.root.i)
    if same and (stretch := _earlier(figure, setting)) is not None:
        return Covered(stretch.since, stretch.until, Extent.PERIOD, "period.passage", stretch)
    told = told_day(figure, setting.entries, day, setting.reach, partial(tells_days, setting=setting))
    report = setting.report
    if report is not None and tense == "past" and (told is None or told.period.span.start > figure.measure.span.start):
        return Covered(report.since, report.until, Extent.PERIOD, "period.report", report)
    if told is not None:
        return Covered(told.period.since, told.period.until, Extent.EVENT, "period.passage", told.period)
    if (stretch := lead_stretch(setting)) is not None:
        return Covered(stretch.since, stretch.until, Extent.PERIOD, "period.lead", stretch)
    if spoken is not None:
        return Covered(None, spoken.until, Extent.EVENT, "period.spoken", spoken)
    return Covered(None, day, Extent.EVENT, "period.undated")  # the toll of one happening whose day is not told


def _as_spoken(period: Period, figure: Figure, setting: Setting) -> Covered | None:
    """Return "the past week" reckoned from the day on which somebody spoke of it, where the text tells that; None where it does not."""
    spoken = _spoken(figure, setting)
    if spoken is None or spoken.until is None or period.until is None or period.until != setting.published or spoken.until >= period.until:
        return None
    since = spoken.until - (period.until - period.since) if period.since else None
    return Covered(since, spoken.until, Extent.PERIOD, "period.window", period)


def _now(figure: Figure, setting: Setting, begun: date | None) -> date | None:
    """Return the day of telling, which in a history is the one that it has come to since what is told had begun."""
    told = (_spoken(figure, setting) or _earlier(figure, setting)) if setting.history else None
    if told is None or (begun is not None and told.since is not None and told.since <= begun):
        return setting.day
    return told.until


def _is_share(figure: Figure) -> bool:
    """Tell whether the figure is what some of a toll are: "a third of the dead are children"."""
    verb = clause_of(figure.root)
    return verb is not None and verb.lemma_ == "be" and verb.tag_ in ("VBZ", "VBP") and verb.dep_ not in ("aux", "auxpass")


def _last_day(figure: Figure, setting: Setting, day: date) -> date:
    """Return the day up to which the passage tells: that of an "as of" before the figure in its paragraph."""
    start, opens = figure.measure.span.start, figure.parsed.offset
    ends = [e.period.until for e in setting.entries if e.period.rule == "as of" and opens <= e.period.span.start < start and e.period.until]
    return ends[-1] if ends and ends[-1] <= day else day


def _begun(figure: Figure, dimensions: Sequence[str], setting: Setting, *, ever: bool = False) -> Onset | None:
    """Return the disaster or the war whose toll the figure is: the one that its sentence names, else the disaster the text is about.

    `ever` where a war that it names may have begun more than a year ago.
    """
    if not set(dimensions) & TOLLS or setting.day is None:
        return None
    words = happenings(figure.sentence)
    reached = [one for one in setting.onsets if one.since <= setting.day and one.entry.period.span.start >= setting.reach]
    recent = [one for one in reached if (setting.day - one.since).days <= _YEAR]
    named = meant(recent, words) or [one for one in meant(reached, words) if one.kinds & kinds_of(words) & _lasting(ever)]
    if not named and not kinds_of(words) - {"disaster"}:
        named = [one for one in recent if "disaster" in one.kinds]
    if not named and not words:
        named = [one for one in recent if "campaign" in one.kinds]
    return named[0] if named else None


def _lasting(ever: bool) -> frozenset[str]:
    return frozenset({"disaster", "campaign"} if ever else {"disaster"})


def _mounts(own: Entry, figure: Figure) -> bool:
    """Tell whether a total had come to the figure by that day: "the toll rose to 90 on Friday"."""
    if own.noun is not None or own.verb is None or own.period.since != own.period.until or own.verb.lemma_.lower() not in signs("mounting"):
        return False
    return clause_of(figure.root) == own.verb and figure.parsed.span(own.verb).end <= figure.measure.span.start


def _own(figure: Figure, triggers: Sequence[Token], setting: Setting, others: Sequence[Figure]) -> Entry | None:
    sentence = figure.parsed.span(figure.sentence)
    near = [e for e in setting.entries if sentence.overlaps(e.period.span) and tells_days(e, setting)]
    near = [e for e in near if (e.period.rule != "stock" or _is_state_of(e, figure, triggers)) and not is_record(e)]
    return min(
        (e for e in near if not _of_another(e, figure, triggers)), key=lambda e: _distance(figure, triggers, e.period, others), default=None
    )


def _is_state_of(entry: Entry, figure: Figure, triggers: Sequence[Token]) -> bool:
    """Tell whether "still", "now" or "remain" says of the figure itself how things stand, and not of a figure beside it."""
    anchor = entry.root if entry.root.pos_ in ("VERB", "AUX") else entry.root.head
    if anchor in triggers or anchor == figure.root or figure.root.is_ancestor(anchor):
        return True
    own = clause_of(figure.root)
    return own is not None and (anchor == own or any(anchor == child and child.dep_ != "conj" for child in own.children))


def _of_another(entry: Entry, figure: Figure, triggers: Sequence[Token]) -> bool:
    """Tell whether the day only names something in a clause below the figure's own: "before Sunday's election", "a May 3 truce"."""
    own = clause_of(figure.root)
    if _is_above(entry, own) or _is_origin(entry, own) or _is_past_of(entry, figure, triggers):
        return True
    if not entry.tight or entry.noun is None or entry.noun.is_ancestor(figure.root):
        return False
    if own is None or entry.verb is None or entry.verb == own or entry.verb.is_ancestor(own):
        return False
    return not happenings([entry.noun])


def _is_above(entry: Entry, own: Token | None) -> bool:
    """Tell whether the day is that of a past main clause, and the figure's is still so: "met on Friday in the camp where 90 live"."""
    if own is None or entry.verb is None or own.dep_ not in ("relcl", "acl", "advcl", "conj") or entry.verb.tag_ != "VBD":
        return False
    helpers = {child.tag_ for child in own.children if child.dep_ in ("aux", "auxpass")}
    lasting = bool({own.tag_, *helpers} & {"VBZ", "VBP"}) and "MD" not in helpers
    return lasting and entry.verb.is_ancestor(own)


def _is_origin(entry: Entry, own: Token | None) -> bool:
    """Tell whether the day is that of something past about another noun, where the figure is so now: "a post set up in 2014 has 15"."""
    if own is None or entry.verb is None or own.tag_ not in ("VBZ", "VBP") or happenings([entry.verb.head]):
        return False
    return entry.verb.dep_ in ("relcl", "acl") and entry.verb.tag_ in ("VBN", "VBD") and own.is_ancestor(entry.verb)


def _is_past_of(entry: Entry, figure: Figure, triggers: Sequence[Token]) -> bool:
    """Tell whether the day is that of what those counted had done before: "nine men who planned a raid on Friday are arrested"."""
    clause = next((t for t in (entry.root, *entry.root.ancestors) if t.dep_ in ("relcl", "acl") and t.head == figure.root), None)
    return clause is not None and bool(triggers) and not any(t == clause or clause.is_ancestor(t) or t == figure.root for t in triggers)


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
    return next((e.period for e in setting.entries if e.period.speech and e.period.until and sentence.overlaps(e.period.span)), None)


def _distance(figure: Figure, triggers: Sequence[Token], period: Period, others: Sequence[Figure]) -> float:
    anchors = [figure.measure.span, *(figure.parsed.span(token) for token in triggers)]
    nearest = min(max(period.span.start - a.end, a.start - period.span.end, 0) for a in anchors)
    low, high = sorted((period.span.start, figure.measure.span.start))
    return nearest + _PER_FIGURE * sum(low < other.measure.span.start < high for other in others if other is not figure)


def _standing(figure: Figure, triggers: Sequence[Token]) -> bool:
    """Tell whether the words describe how things stand on the day of telling ("remain", "are still held")."""
    words = [*triggers, *(child for trigger in triggers for child in trigger.children), figure.root.head]
    return any(token.lower_ in signs("standing") for token in words)


def _earlier(figure: Figure, setting: Setting) -> Period | None:
    """Return the last days told before the figure in its scope: a history goes on with the day that it has come to."""
    start = figure.parsed.span(figure.sentence).start
    for entry in reversed(setting.entries):
        period = entry.period
        if period.span.end > start:
            continue
        if period.span.start < setting.reach:
            return None
        if (dates(period) or (setting.history and period.speech)) and period.since and period.until and not is_head(entry, setting):
            return period
    return None


def _extent(since: date | None, until: date | None, dimensions: Sequence[str]) -> Extent:
    """Return what the days make of a figure: a stock of what is there, a total up to a day, what one day brought, or a stretch."""
    if set(dimensions) & _STOCKS:
        return Extent.STOCK
    if since is None or until is None:
        return Extent.RUNNING_TOTAL
    return Extent.EVENT if since == until else Extent.PERIOD
