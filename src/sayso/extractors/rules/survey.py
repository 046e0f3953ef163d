"""Survey: the places that a part of a text names, each with its mentions and with how it is named as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extractors.rules.containment import breadth, inside
from sayso.extractors.rules.outline import Outline
from sayso.extractors.rules.standings import Standing, is_care
from sayso.model import Toponym

__all__ = ["Named", "key", "lies_in", "survey"]

_LAND = 0  # how narrow a country is


@dataclass(frozen=True, slots=True)
class Named:
    """A place that a text names, by its mentions in reading order, each with the numbers of its sentence and its paragraph.

    `told` are numbers that say how it is named in the whole text: how often, how early, how often as where something happened ...
    """

    key: str
    mentions: tuple[Standing, ...]
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]
    told: dict[str, float]


def survey(places: Sequence[Standing], outline: Outline) -> tuple[Named, ...]:
    """Return the places that a part of a text names, in the order of their first mentions.

    A dateline's counts only where it names no other, and where somebody speaks or briefs never does. A country that is named only for
    what it did ("Peru's raid") is no such place where there are others.
    """
    told = [one for one in places if one.role not in ("dateline", "speech")]
    places = told or [one for one in places if one.role == "dateline"]
    mentions: dict[str, list[Standing]] = {}
    for one in places:
        mentions.setdefault(key(one.toponym), []).append(one)
    most = max((one.mentions for one in places), default=1)
    kept = [found for found in mentions.values() if any(one.role != "doer" for one in found)]
    return tuple(_named(found, outline, most) for found in kept or mentions.values())


def key(toponym: Toponym) -> str:
    """Return what the mentions of one place have in common: its name, whatever place of the gazetteer each was found to be."""
    return toponym.name.lower()


def lies_in(inner: Toponym, outer: Toponym) -> bool:
    """Tell whether a place lies in another; every narrower place in any country, so that no country is treated otherwise than another."""
    if breadth(outer) == _LAND:
        return breadth(inner) > _LAND
    return inside(inner, outer)


def _named(found: Sequence[Standing], outline: Outline, most: int) -> Named:
    offsets = [one.parsed.offset + one.root.idx for one in found]
    sited = sum(one.sited for one in found)
    told = {
        "mentions": found[0].mentions,
        "mentions beside the most named": found[0].mentions / most,
        "sited": sited,
        "sited share": sited / len(found),
        "located": sum(one.role in ("locative", "host") for one in found),
        "first sentence": outline.sentence(offsets[0]),
        "focus": any(one.around for one in found),
        "care": is_care(found[0].toponym),
    }
    return Named(key(found[0].toponym), tuple(found), tuple(map(outline.sentence, offsets)), tuple(map(outline.paragraph, offsets)), told)
