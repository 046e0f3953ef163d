"""Parties: which party a speaker, or somebody counted, belongs to, from data."""

from __future__ import annotations

import re
from functools import cache

from sayso import lexicon
from sayso.model import SourceKind
from sayso.parties import parties

__all__ = ["party_of"]

_OF_PARTIES = frozenset({SourceKind.OFFICIAL, SourceKind.MILITARY, SourceKind.ARMED_GROUP, SourceKind.MEDICAL})


def party_of(words: str | None, kind: SourceKind) -> str | None:
    """Return the name of the party that the words name, for speakers of the kinds that parties have; None where none or two fit."""
    return _named(words) if words and kind in _OF_PARTIES else None


@cache
def _named(words: str) -> str | None:
    """Return the party of the longest alias in the words; None where two parties have one of that length."""
    folded = _fold(words)
    hits = [(len(alias), party) for alias, party in _aliases() if f" {alias} " in folded]
    if not hits:
        return None
    longest = max(length for length, _ in hits)
    best = {party for length, party in hits if length == longest}
    return best.pop() if len(best) == 1 else None


@cache
def _aliases() -> tuple[tuple[str, str], ...]:
    organs = [str(word) for word in lexicon.toml("parties/organs.toml")["organs"]]
    return tuple(
        (_fold(alias).strip(), party.name)
        for party in parties().values()
        for alias in (party.name, *party.aliases, *(f"{adjective} {organ}" for adjective in party.adjectives for organ in organs))
    )


def _fold(words: str) -> str:
    return " ".join(("", *re.findall(r"[^\W_]+", words.casefold()), ""))
