"""Blows: the day of the one attack that "has killed" a figure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.passage import told_day
from sayso.extractors.rules.setting import Setting, tells_days
from sayso.extractors.rules.timeline import happenings, kinds_of
from sayso.model import Period

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["blow_day"]

_FRESH = 3  # days: what "has struck" is news


def blow_day(figure: Figure, triggers: Sequence[Token], setting: Setting, day: date) -> Period | None:
    """Return the day of the one blow that "has killed" the figure: "an attack has killed nine", "jets have hit a camp, killing nine"."""
    if not _is_one_blow(figure, triggers):
        return None
    told = told_day(figure, setting.entries, day, setting.reach, partial(tells_days, setting=setting))
    if told is None or told.period.until is None or (day - told.period.until).days > _FRESH or "blow" not in kinds_of(told.words):
        return None
    return told.period


def _is_one_blow(figure: Figure, triggers: Sequence[Token]) -> bool:
    if any(trigger.tag_ == "VBG" and trigger.dep_ == "advcl" for trigger in triggers):
        return True
    return any(token.tag_ == "NN" and kinds_of(happenings([token])) == {"blow"} for token in figure.sentence)
