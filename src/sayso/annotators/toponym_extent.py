"""Extent: the place as it is written, with the words that say which part of it or which site in it."""

from __future__ import annotations

import re
from functools import cache

from sayso.annotators.toponym_words import words
from sayso.model import Span

__all__ = ["whole"]

_WINDOW = 64  # code points looked at on each side


def whole(plain: str, name: Span) -> Span:
    """Return the name with direction and site words around it: "east of Mosul", "eastern Aleppo", "Zubdiya neighbourhood".

    `plain` is the text with its quotes and dashes made plain.
    """
    before, after = _patterns()
    left = before.search(plain[max(0, name.start - _WINDOW) : name.start])
    right = after.match(plain[name.end : name.end + _WINDOW])
    return Span(name.start - (len(left[0]) if left else 0), name.end + (right.end() if right else 0))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    side, part, edge, site, kept = (_any(kind) for kind in ("direction", "part", "edge", "site after", "held"))
    before = rf"""
        (?<![\w'-])
        (?: (?:{side}) (?: [ ] (?:{part}) )? [ ] of [ ] (?:the [ ])? (?: (?:{kept}) [ ] )?   # east of, northern districts of the besieged
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
