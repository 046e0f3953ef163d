"""Extent: the place as it is written, with the words that say which part of it or which site in it, and how exact that leaves it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from sayso.annotators.sites import peoples
from sayso.annotators.toponym_words import words
from sayso.model import Place, Span

__all__ = ["around", "whole"]

_WINDOW = 64  # code points looked at on each side
_NEAR, _AREA = 2, 5  # UCDP's where_prec: within some 25 km of the place, an area without set borders


def whole(plain: str, name: Span) -> Span:
    """Return the name with direction and site words around it: "east of Mosul", "eastern Aleppo", "Zubdiya neighbourhood".

    `plain` is the text with its quotes and dashes made plain.
    """
    before, after = _patterns()
    left = before.search(plain[max(0, name.start - _WINDOW) : name.start])
    right = None if name.of(plain) in peoples() else after.match(plain[name.end : name.end + _WINDOW])  # "the US town of Nur"
    return Span(name.start - (len(left[0]) if left else 0), name.end + (right.end() if right else 0))


def around(plain: str, name: Span, written: Span, place: Place) -> Place:
    """Return the place with the precision that the words around its name leave: `written` is what `whole` gave for it.

    The coordinates stay those of the named place: what lies "south of Mosul" is known to within some 25 km of Mosul (2 on UCDP's scale),
    what lies in "northern Syria" only as an area without set borders (5).
    """
    beside = f"{plain[written.start : name.start]} {plain[name.end : written.end]}".lower()
    if not _fuzzy().search(beside):
        return place
    return replace(place, precision=_NEAR if place.precision <= _NEAR else _AREA)


@cache
def _fuzzy() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any('direction')}|{_any('fuzzy')})\b")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    side, part, edge, site, kept = (_any(kind) for kind in ("direction", "part", "edge", "site after", "held"))
    before = rf"""
        (?<![\w'-])
        (?: (?:{side}) (?: [ ] (?:{part}) )? [ ] of [ ] (?:the [ ])? (?: (?:{kept}|{side}) [ ] )?   # east of, north of the besieged
          | (?:{edge}) [ ] of [ ] (?:the [ ])? (?: (?:{side}) [ ] )?                         # outskirts of eastern
          | (?: (?:{kept}) [ ] )? (?:{side}) [ -] (?: (?:{part}) [ ] of [ ] )?               # rebel-held eastern
          | (?:{kept}) [ ]
        ) \Z"""
    after = rf"""
        (?: 's [ ] (?: (?:{side}) [ ] )? (?:{part}) \b                                       # 's eastern districts
          | [ ] (?: (?:refugee|displacement) [ ] )? (?:{site}) \b                            # refugee camp, neighbourhood
          | (?: [ ] [A-Z][\w'-]+ ){{0,2}} [ ] (?:{_any("facility")}) \b (?=[^\w]|\Z)         # General Hospital
        )"""
    return re.compile(before, re.VERBOSE | re.IGNORECASE), re.compile(after.replace("[A-Z]", "(?-i:[A-Z])"), re.VERBOSE | re.IGNORECASE)


def _any(kind: str) -> str:
    return "|".join(re.escape(word) for word in sorted(words(kind), key=lambda word: (-len(word), word)))
