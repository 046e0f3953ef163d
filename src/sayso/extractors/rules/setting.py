"""Setting: what a whole text says of time, for the figures in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from sayso.annotators.syntax import Parsed
from sayso.extractors.rules.onset import Onset, onsets
from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.timeline import Entry
from sayso.model import Period

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Setting", "dates", "is_head", "lead_stretch", "setting_of", "tells_days", "tells_of_tomorrow"]

_HEAD = 40  # code points: a date that opens the text is its own, not an event's
_TOP = 700  # code points: a report's "as of" stands in its head
_YEAR = 365  # days
_OPENING = 300  # code points
_LEAD = 400  # code points
_LINE = 25  # tokens
_STRETCH = 35  # days: bulletins come by the week or the month, and not long after
_DATELINE = 12  # tokens: "Situation report 4, 30 October 2025", and no more


@dataclass(frozen=True, slots=True)
class Setting:
    """What a text says of time.

    `entries` are its periods in reading order. `day` is the day up to which it tells: that of an "as of" near its head, else of the line
    that dates it, else of publication; `dateline` is that line's date. `onsets` are the beginnings of what goes on. `history` where most
    of its dates lie over a year before it was written, `chronicle` where it tells of its own day only, `live` where it was written while
    the killing of its day went on, and tells of nothing that had begun before. `reach` is the offset before which nothing is inherited:
    the scope's start. `report` is the stretch that a bulletin's head says it reports on.
    """

    entries: Sequence[Entry]
    onsets: Sequence[Onset]
    report: Period | None
    published: date | None
    day: date | None
    dateline: Period | None
    history: bool
    chronicle: bool
    live: bool
    reach: int


def setting_of(entries: Sequence[Entry], parsed: Sequence[Parsed], published: date | None, *, chronicle: bool) -> Setting:
    """Return what a whole text says of time; its `reach` is to be set for each scope."""
    periods = [entry.period for entry in entries]
    begun, dateline = tuple(onsets(entries, parsed)), _dateline(entries, published)
    return Setting(
        entries,
        begun,
        _report(entries, published),
        published,
        _day(entries, published, dateline),
        dateline,
        _is_history(periods, published),
        chronicle,
        not begun and _is_live(entries, published),
        0,
    )


def tells_of_tomorrow(entries: Sequence[Entry], published: date) -> bool:
    """Tell whether the text opens with what happened on the weekday after its day of publication: it was written on after that day.

    Nobody opens news with a bare weekday for what is six days old.
    """
    opening = (e for e in entries if e.period.span.start < _OPENING and e.root.lower_.rstrip(".") in signs("weekday") and not e.tight)
    return any(e.period.since == e.period.until == published - timedelta(days=6) and _told_as_past(e.verb) for e in opening)


def _told_as_past(verb: Token | None) -> bool:
    """Tell whether a verb is in the past; the parser takes "dug" and "hit" for participles, which need a helper to carry a sentence."""
    if verb is None or verb.tag_ == "VBD":
        return verb is not None
    return verb.tag_ == "VBN" and verb.dep_ == "ROOT" and not any(child.dep_ in ("aux", "auxpass") for child in verb.children)


def dates(period: Period) -> bool:
    """Tell whether the words date what is told, and not when it was told ("said on Friday") or what it is called ("the 2016 games")."""
    return not period.speech and period.rule != "label" and (period.since or period.until) is not None


def tells_days(entry: Entry, setting: Setting) -> bool:
    """Tell whether an entry dates what is told in the text, and not the text itself."""
    return dates(entry.period) and not is_head(entry, setting)


def is_head(entry: Entry, setting: Setting) -> bool:
    """Tell whether it is the date that a report bears, or that opens the text: the day of telling ("17 August 2016 Rockets hit ...").

    News does not tell the year of today: a date with it near the head is the line that dates the text, run into its first sentence.
    """
    period = entry.period
    if period is setting.dateline:
        return True
    if period.span.start >= _OPENING or setting.published is None or not period.since == period.until == setting.published:
        return False
    if period.rule != "bare" or not any(token.like_num for token in entry.root.subtree):
        return False
    return period.span.start < _HEAD or any(token.text == str(setting.published.year) for token in entry.root.subtree)


def lead_stretch(setting: Setting) -> Period | None:
    """Return the stretch that a text's lead adds up: "in the past week troops have detained 90", which the text then goes through."""
    for entry in setting.entries:
        period = entry.period
        if not setting.reach <= period.span.start < setting.reach + _LEAD or period.rule not in ("window", "between"):
            continue
        if (
            period.since
            and period.until
            and setting.day
            and 0 < (period.until - period.since).days <= _STRETCH
            and period.until <= setting.day
        ):
            return period
    return None


def _day(entries: Sequence[Entry], published: date | None, dateline: Period | None) -> date | None:
    heads = (e.period for e in entries if e.verb is None and e.period.rule == "as of" and e.period.span.start < _TOP)
    until = next((period.until for period in heads if period.until), None)
    if until and published and until <= published:
        return until
    return dateline.until if dateline is not None else published


def _dateline(entries: Sequence[Entry], published: date | None) -> Period | None:
    """Return the date of a report in a line of its own near its head; with two dates, the stretch that it reports on."""
    for entry in entries:
        period = entry.period
        since, until = period.since, period.until
        if period.span.start >= _OPENING or since is None or until is None or not _is_line(entry):
            continue
        length, ago = (until - since).days, (published - until).days if published else 0
        if period.rule in ("bare", "between") and length <= _STRETCH and 0 <= ago <= _STRETCH:
            return period
    return None


def _is_line(entry: Entry) -> bool:
    """Tell whether a date stands in a line that tells nothing else."""
    root = entry.root
    return entry.verb is None and len(root.doc) <= _DATELINE and any(token.text[:1].isdigit() for token in root.subtree)


def _is_live(entries: Sequence[Entry], published: date | None) -> bool:
    """Tell whether the text opens with a toll of today: "nine have been killed today"."""
    opening = (e for e in entries if e.period.span.start < _TOP and e.period.since == e.period.until == published and not e.period.speech)
    tolls = (e for e in opening if e.root.lower_ == "today" and e.verb is not None and e.verb.lemma_.lower() in signs("toll"))
    return published is not None and any(tolls)


def _is_history(periods: Sequence[Period], published: date | None) -> bool:
    if published is None:
        return False
    ends = [p.until for p in periods if p.until and dates(p)]
    old = sum((published - end).days > _YEAR for end in ends)
    return old > len(ends) / 2 if len(ends) > 2 else len(ends) == old == 2


def _report(entries: Sequence[Entry], published: date | None) -> Period | None:
    """Return the days of a bulletin: "Week 14 (1 to 7 April)" in a line of its own near its head."""
    if published is None:
        return None
    for entry in entries:
        period = entry.period
        if entry.verb is not None or len(entry.root.doc) > _LINE or period.span.start >= _TOP or not (period.since and period.until):
            continue
        length, ago = (period.until - period.since).days, (published - period.until).days
        if 0 < length <= _STRETCH and 0 <= ago <= _STRETCH:
            return period
    return None
