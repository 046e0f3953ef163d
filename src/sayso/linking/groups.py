"""Source groups: what relation a speaker has to the figures, whoever he is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sayso import lexicon
from sayso.linking.parties import party_of
from sayso.linking.speakers import Speaker
from sayso.model import Side

__all__ = ["ANONYMOUS", "NOT_STATED", "group", "groups", "side_of"]

ANONYMOUS, NOT_STATED = "anonymous", "not-stated"
_SIDE = "side:"
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A source group: the kinds of speakers in it and, where given, words of which one stands in the name. The first that fits decides."""

    group: str
    label: str
    kinds: tuple[str, ...]
    words: tuple[str, ...]
    example: str


def group(speaker: Speaker) -> str:
    """Return the id of the speaker's group; "anonymous" where not even his kind is told, "not-stated" where nobody is named."""
    if speaker.name is None:
        return NOT_STATED
    name = " ".join(("", *_WORD.findall(speaker.name.casefold()), ""))
    for row in lexicon.table("lexicons/source_groups.csv", GroupRow):
        if speaker.kind.value in row.kinds and (not row.words or any(f" {word} " in name for word in row.words)):
            return ANONYMOUS if speaker.anonymous and row.group == "media" else row.group
    return ANONYMOUS if speaker.anonymous else "others"


def side_of(speaker: Speaker, sides: tuple[Side, ...]) -> str | None:
    """Return the group of a side's own officials and fighters, where the sides of the situation are given and he is of one of them."""
    party = party_of(speaker.name, speaker.kind) if sides and speaker.name else None
    return next((f"{_SIDE}{side.name}" for side in sides if party in side.parties), None)


@cache
def groups() -> dict[str, str]:
    """Return the label of each group, in the order of lanes."""
    rows = lexicon.table("lexicons/source_groups.csv", GroupRow)
    return {**{row.group: row.label for row in rows}, ANONYMOUS: "Anonymous", NOT_STATED: "Not stated"}
