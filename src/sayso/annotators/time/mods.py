"""Mods: "early", "more than", "about" as TIMEX3 writes them."""

from __future__ import annotations

from sayso.annotators.time.matches import Match

__all__ = ["approximate", "bound_of", "edge_of", "edge_or_none"]


def edge_of(match: Match) -> str | None:
    """Return the mod of "early", "the end of", "mid-"."""
    mods = [match.words.value(n) for n in match.all("EX")]
    first = "START" if match.words.word(match.first) == "earlier" else None
    return next((mod for mod in mods if mod), first)


def edge_or_none(match: Match) -> str | None:
    """Return the mod of "early" and the like; None also where the words only say that it is later."""
    mod = edge_of(match)
    return None if mod == "AFTER" else mod


def bound_of(match: Match) -> str | None:
    """Return the mod of "more than", "nearly", "up to"."""
    tags = match.tags
    if "u2" in tags:
        return "EQUAL_OR_LESS"
    if "AX" in tags or "AH" in tags:
        return "EQUAL_OR_MORE"
    for place in match.all(">q"):
        if value := match.words.value(place):
            return value if value != match.words.word(place) else None
    return None


def approximate(match: Match) -> str | None:
    """Return APPROX for "about", "around"; None for "some", which counts."""
    return "APPROX" if match.value("q") == "APPROX" and match.words.word(match.find("q")) != "some" else None
