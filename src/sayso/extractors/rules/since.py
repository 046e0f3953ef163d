"""Since: the first day of what "since" names without its day, or of what has gone on since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.onset import meant
from sayso.extractors.rules.setting import Setting, dates
from sayso.extractors.rules.timeline import clause_of, happenings

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["since_begun"]


def since_begun(figure: Figure, setting: Setting) -> date | None:
    """Return the first day of what "since" names without its day: "since the siege began", where the text tells when it did.

    In "they broke in on 3 May and have since taken nine villages" it is the day of what comes before.
    """
    own = clause_of(figure.root)
    for token in figure.sentence:
        if token.lower_ != "since":
            continue
        if token.dep_ == "advmod" and token.head == own:
            before = (e.period for e in setting.entries if e.root.sent == figure.sentence and e.root.i < token.i and dates(e.period))
            return next((period.since for period in before if period.since), None)
        if token.dep_ in ("mark", "prep"):
            clause = token.head if token.dep_ == "mark" else token
            inside = list(clause.subtree)
            if clause.head in (figure.root, own) and figure.root not in inside:  # not "the worst raid since the war began"
                return _begun(figure, inside, setting)
    return None


def _begun(figure: Figure, clause: Sequence[Token], setting: Setting) -> date | None:
    """Return the day that the words after "since" tell, else that of what they name, wherever the text tells it."""
    span = figure.parsed.span(clause[0].doc[clause[0].i : clause[-1].i + 1])
    told = next((e.period.since for e in setting.entries if span.overlaps(e.period.span) and e.period.since), None)
    if told is not None:
        return told
    return next((one.since for one in meant(setting.onsets, happenings(clause))), None)
