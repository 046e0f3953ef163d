"""Relations: how a speaker stands to the figure that he gives, where party data tell."""

from __future__ import annotations

from sayso.linking.parties import party_of
from sayso.linking.speakers import Speaker
from sayso.model import Claim, Polarity, SourceKind

__all__ = ["relation"]


def relation(claim: Claim, speaker: Speaker) -> str | None:
    """Return the speaker's relation to the figure in words, or None where the parties are not known.

    Own losses, another party's losses, harm it is accused of, harm that it says another did.
    """
    party = party_of(speaker.name, speaker.kind)
    if party is None:
        return None
    actor = party_of(claim.actor.name, SourceKind.MILITARY) if claim.actor else None
    if actor:
        denies = claim.polarity is Polarity.DENIED
        return ("denies harm it is accused of" if denies else "on what it did itself") if actor == party else "on harm it says another did"
    hit = party_of(claim.affected.name, SourceKind.MILITARY) if claim.affected else None
    return None if hit is None else "on its own losses" if hit == party else "on another party's losses"
