"""Asked: a figure whose place is asked for, with what else is known of it and of the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.outline import Outline
from sayso.extractors.rules.period import Covered
from sayso.extractors.rules.standings import Standing
from sayso.extractors.rules.survey import Named
from sayso.model import Statement, Toponym

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Asked"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A figure whose place is asked for.

    `scope` is the number of the part of the text that may be drawn on, `named` are the places that this part names, `others` the figures
    of the same sentence, `total` the days of a figure that has mounted up over time; `remit` is the country that the text is a bulletin on.
    """

    text: str
    figure: Figure
    triggers: Sequence[Token]
    dimensions: Sequence[str]
    places: Sequence[Standing]
    named: Sequence[Named]
    scope: int
    outline: Outline
    said: Statement | None = None
    others: Sequence[Figure] = ()
    total: Covered | None = None
    remit: Toponym | None = None

    @property
    def anchors(self) -> tuple[Token, ...]:
        """The words that a place may hang on: the figure's own and its triggers."""
        return (self.figure.root, *self.triggers)
