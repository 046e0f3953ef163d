"""Told: a claim with what linking finds out about it: its speaker, his group, its day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sayso.ledger import Entry
from sayso.linking.groups import group
from sayso.linking.speakers import Speaker, speaker
from sayso.model import Claim, Document, Span

__all__ = ["Told", "link"]


@dataclass(frozen=True, slots=True)
class Told:
    """A claim in its document and sentence, with who says it, his source group, and the day that it is as of.

    `day_from` says what gave the day: the claim's "period", the day it was "said", or the day its document was "published".
    """

    claim: Claim
    document: Document
    sentence: Span
    speaker: Speaker
    group: str
    day: date | None
    day_from: str | None

    @property
    def since(self) -> date | None:
        """The first day covered; for a claim without a period, its day."""
        return self.claim.since if self.claim.since or self.claim.until else self.day

    @property
    def until(self) -> date | None:
        """The last day covered; for a claim without a period, its day."""
        return self.claim.until if self.claim.since or self.claim.until else self.day


def link(entry: Entry) -> Told:
    """Return the claim of a ledger's entry with what linking finds out about it."""
    who = speaker(entry.claim, entry.document)
    day, day_from = _day(entry.claim, entry.document)
    return Told(entry.claim, entry.document, entry.sentence, who, group(who), day, day_from)


def _day(claim: Claim, document: Document) -> tuple[date | None, str | None]:
    ways = ((claim.until or claim.since, "period"), (claim.said, "said"), (document.published, "published"))
    return next(((day, way) for day, way in ways if day), (None, None))
