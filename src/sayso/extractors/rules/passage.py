"""Passage: the day of what a figure's passage tells of, for figures whose sentence names no day."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.timeline import Entry, happenings, kinds_of

__all__ = ["told_day"]

_LEAD = 500  # code points in which leads and headlines come before their day
_AHEAD = 400
_LONGEST = 3  # days
_NEWS = 10  # days: what is older is mostly background
_OLD = 60  # days
_FAR = 450.0  # code points that weigh as much as one sign
_MAIN = 2.2  # the day of the lead's own news is never farther than this
_LEAST = -2.6


def told_day(figure: Figure, entries: Sequence[Entry], published: date, reach: int, usable: Callable[[Entry], bool]) -> Entry | None:
    """Return the entry that most likely tells the day of the figure's event: near, about the same happening, told for itself, new."""
    sentence = figure.parsed.span(figure.sentence)
    words = happenings(figure.sentence)
    best, top, earlier = None, _LEAST, False
    for entry in entries:
        span = entry.period.span
        if span.start < reach or not _is_event(entry, published) or not usable(entry) or entry.root.sent == figure.sentence:
            continue
        if entry.tight and entry.noun is not None and not happenings([entry.noun]):
            continue
        same = bool(words & entry.words)
        ahead = span.start >= sentence.end
        gap = span.start - sentence.end if ahead else sentence.start - span.end
        if ahead and (earlier or sentence.start - reach > _LEAD or gap > _ahead(entry, words)):
            continue
        earlier = earlier or not ahead
        most = _MAIN * _FAR if _is_main(entry, published, reach) else 4 * _FAR if same else gap
        score = _weight(entry, words, published) - min(gap, most) / _FAR - 0.8 * ahead
        if score > top:
            best, top = entry, score
    return best


def _ahead(entry: Entry, words: frozenset[str]) -> int:
    """Return how far behind a lead its day may stand: farther where it is told of the same, farthest in "the bombing on Saturday"."""
    if entry.noun is not None and kinds_of(happenings([entry.noun])) & kinds_of(words):
        return 3 * _AHEAD
    return 2 * _AHEAD if words & entry.words else _AHEAD


def _is_main(entry: Entry, published: date, reach: int) -> bool:
    """Tell whether it is the day that the lead tells its news of, which is the day of what follows where that tells none."""
    age = (published - entry.period.until).days if entry.period.until else _OLD
    return 0 <= age <= _LONGEST and not entry.aside and entry.period.span.start - reach < _LEAD


def _is_event(entry: Entry, published: date) -> bool:
    since, until = entry.period.since, entry.period.until
    if since is None or until is None or since > published or (entry.period.rule == "since" and since == published):  # "from today"
        return False
    return (until - since).days <= _LONGEST


def _weight(entry: Entry, words: frozenset[str], published: date) -> float:
    shared = words & entry.words
    alike = kinds_of(words) & kinds_of(entry.words)
    named = entry.noun is not None and bool(happenings([entry.noun]) & words)
    age = (published - entry.period.until).days if entry.period.until else 0
    weight = 1.5 if shared else 0.6 if alike else 0.0
    if entry.aside and not named:
        weight -= 1.2
    if age > _NEWS:
        weight -= 1.0 if age <= _OLD else 2.0
    return weight
