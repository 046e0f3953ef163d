"""Period: the days that a figure covers, and what stretch of time it adds up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sayso.extractors.rules.figures import Figure
from sayso.model import Extent, Modality, Timex

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Covered", "covered"]

_STOCKS = frozenset({"population", "trapped", "forces"})
_HAPPENINGS = frozenset({"killed", "wounded", "strikes", "attacks", "munitions", "equipment", "infrastructure", "territory", "crowd",
                         "detained", "missing", "evacuated", "displaced", "aid", "access", "corridors", "returned", "cases"})  # fmt: skip
_LOOK_BACK = 1500  # code points: an event's day is inherited within its passage only


@dataclass(frozen=True, slots=True)
class Covered:
    """The first and last day, both inclusive and open where None, with the words and the rule that gave them."""

    since: date | None
    until: date | None
    extent: Extent | None
    rule: str
    period: Timex | None = None


def covered(
    figure: Figure,
    triggers: Sequence[Token],
    dimensions: Sequence[str],
    modality: Modality,
    periods: Sequence[Timex],
    published: date | None,
) -> Covered:
    """Return the days that the figure covers, after section 4 of the guidelines: its own words of time, else those of its passage."""
    own = _own(figure, triggers, periods)
    if own is not None:
        return Covered(own.since, own.until, _extent(dimensions), "period.own", own)
    if modality is not Modality.ASSERTED or published is None:
        return Covered(None, None, None, "period.none")
    if set(dimensions) & _STOCKS or _standing(figure, triggers):
        return Covered(None, published, Extent.STOCK, "period.stock")
    if _present(triggers):
        return Covered(published, published, Extent.EVENT, "period.present")
    earlier = _earlier(figure, periods)
    if earlier is not None and set(dimensions) & _HAPPENINGS:
        return Covered(earlier.since, earlier.until, Extent.EVENT, "period.passage", earlier)
    return Covered(None, published, _extent(dimensions), "period.undated")


def _own(figure: Figure, triggers: Sequence[Token], periods: Sequence[Timex]) -> Timex | None:
    sentence = figure.parsed.span(figure.sentence)
    near = [p for p in periods if sentence.overlaps(p.span) and (p.since or p.until)]
    return min(near, key=lambda p: _distance(figure, triggers, p), default=None)


def _distance(figure: Figure, triggers: Sequence[Token], period: Timex) -> float:
    anchors = [figure.measure.span, *(figure.parsed.span(t) for t in triggers)]
    return min(max(period.span.start - a.end, a.start - period.span.end, 0) for a in anchors)


def _standing(figure: Figure, triggers: Sequence[Token]) -> bool:
    """Tell whether the words describe how things stand on the day of telling ("remain", "are still held")."""
    words = [*triggers, *(token for trigger in triggers for token in trigger.children), figure.root.head]
    return any(token.lower_ in ("still", "remain", "remains", "currently", "now") for token in words)


def _present(triggers: Sequence[Token]) -> bool:
    """Tell whether the verb stands in the present, as in headlines and chronicles ("a bomb kills 12")."""
    for trigger in triggers:
        node = trigger
        for _ in range(3):
            if node.pos_ in ("VERB", "AUX"):
                helpers = [child for child in node.children if child.dep_ in ("aux", "auxpass")]
                if any(helper.tag_ in ("VBD", "MD") or helper.lower_ in ("has", "have", "had") for helper in helpers) or node.tag_ == "VBD":
                    return False
                if node.tag_ in ("VBZ", "VBP") or any(helper.tag_ in ("VBZ", "VBP") for helper in helpers):
                    return True
            node = node.head
    return False


def _earlier(figure: Figure, periods: Sequence[Timex]) -> Timex | None:
    start = figure.parsed.span(figure.sentence).start
    before = [p for p in periods if p.span.end <= start and start - p.span.end < _LOOK_BACK and p.since]
    days = [p for p in before if p.until is not None and (p.until - p.since).days <= 1]  # type: ignore[operator]  # since is set above
    return days[-1] if days else None


def _extent(dimensions: Sequence[str]) -> Extent | None:
    return Extent.STOCK if set(dimensions) & _STOCKS else None
