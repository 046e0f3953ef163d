"""Earlier: the day of what happened so many days before something else: "a day after shells killed nine"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from sayso.annotators.quantity.number_words import words
from sayso.annotators.time.lengths_back import back
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.passage import told_day
from sayso.extractors.rules.setting import Setting, dates, tells_days
from sayso.extractors.rules.timeline import Entry, happenings

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["day_before"]

_UNITS = {"hour": "PT{}H", "day": "P{}D", "week": "P{}W"}
_LOOSE = frozenset({"over", "under", "about", "around", "almost", "nearly", "than", "some"})
_DIGITS = 2  # more days than that are no gap in news
_ONE = frozenset({"a", "an", "one"})


@dataclass(frozen=True, slots=True)
class _Gap:
    """How long before the rest of its sentence the figure's clause happened, as an ISO 8601 length, and the tokens of that clause.

    `aside` where the gap is told of a noun only: "the push, launched a day after a raid"; `now` where what came after it is the telling
    itself: "the reports come a day after".
    """

    length: str
    clause: frozenset[Token]
    aside: bool
    now: bool

    def before(self, day: date) -> date | None:
        """Return the day of the clause where the rest of the sentence tells of `day`: hours lie within one day."""
        return day if self.length.startswith("PT") else back(day, self.length)


def day_before(figure: Figure, own: Entry | None, setting: Setting) -> date | None:
    """Return the day of a clause that "two days after" opens, reckoned back from the day of what the sentence tells beside it."""
    gap = _gap(figure)
    if gap is None or setting.day is None:
        return None
    if own is not None and own.root in gap.clause and own.period.rule not in ("stock", "so far"):
        return None
    sentence = figure.parsed.span(figure.sentence)
    beside = (e for e in setting.entries if sentence.overlaps(e.period.span) and dates(e.period) and e.root not in gap.clause)
    entry = next((e for e in beside if e.period.since == e.period.until), None)
    if entry is None and gap.aside:
        return None
    if entry is None and setting.history:
        return None  # a history's "a day after" is not seen from the day of writing
    if entry is None and gap.now:
        return gap.before(setting.day)
    if entry is None:
        entry = told_day(figure, setting.entries, setting.day, setting.reach, partial(tells_days, setting=setting))
        if entry is not None and entry.words & happenings(gap.clause):
            return None
    return gap.before((entry.period.until if entry is not None else None) or setting.day)


def _gap(figure: Figure) -> _Gap | None:
    """Return the gap that "two days after ..." opens above the figure's clause; None where there is none."""
    for token in figure.sentence:
        if token.lower_ != "after" or token.dep_ not in ("mark", "prep") or (length := _length(token)) is None:
            continue
        clause = frozenset((token.head if token.dep_ == "mark" else token).subtree)
        if figure.root in clause and token.i < figure.root.i:
            above = token.head.head if token.dep_ == "mark" else token.head
            return _Gap(length, clause, above.dep_ in ("relcl", "acl"), above.tag_ in ("VBZ", "VBP"))
    return None


def _length(after: Token) -> str | None:
    """Return the length just before "after": "three days", "a week", "hours"."""
    if after.i == 0 or (form := _UNITS.get(after.nbor(-1).lemma_.lower())) is None:
        return None
    if form.startswith("PT"):
        return form.format(1)
    number = after.nbor(-2).lower_ if after.i > 1 else ""
    if after.i > 2 and after.nbor(-3).lower_ in _LOOSE:
        return None
    if number in _ONE:
        return form.format(1)
    row = words().get(number)
    amount = (
        int(number) if number.isdecimal() and len(number) <= _DIGITS else int(row.value) if row is not None and row.role == "unit" else 0
    )
    return form.format(amount) if amount else None
