"""Time grammar: which sequences of time words are expressions, as patterns over the letters of `words`."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["grammar"]

# Small patterns are named in braces and filled in below, each from the ones above it.
_PARTS = {
    "month": r"(?:M|m\.?)",
    "join": r"(?:[-/2&]|,?&)",
    "year": r"(?:,?Y|F[ji]s?U|FtsU|FtU|FY|,?c|,?[Ynd]\.?B|F[Yn]B)",
    "day": r"(?:t?o|tr|d|td)",
    "weekday": r"(?:W|w\.?)",
    "number": r"(?:(?:[dn](?:-n)?(?:-?%(?:&?[dn](?:-n)?)?)?|%|[kY])(?:&ah|&h)?)",
    "bound": r"(?:u2|A[HX]|[qA]?>-?<|A?q[F2]?|aq)",
    "count": r"(?:{bound}*(?:{number}(?:2{number}|-[dn])?|avF?|vF|v|ha|aq?|ar?n)q?)",
    "edge": r"(?:t?E?XFt?|tE-?|E-?(?:F|N)?t?)",
    "clock": r"(?:(?:tn)?K\(?[U@]?\)?|[kdn]@|Y(?=U)U|Y(?=\(?z))",
    "zone": r"(?:z|\(z\))",
    "part": r"(?:t?E?N?t?P)",
    "date": r"(?:(?:{weekday},?O?t?)?(?:{day}F?{month}{year}?|{month}t?[od](?![~]){year}?|d-{month}-Y))",
    "timed": r"(?:{clock}{zone}?|{part})",
    "anyday": r"(?:{date}|t?{weekday}|D|[ij]P|I|L)",
}
# The first that fits at a place wins; so the longer stand first.
_RULES = (
    ("iso", r"I"),
    ("slashed", r"L"),
    ("nightof", r"t?P[FO]t?[od]{join}t?[od]F?{month}{year}?"),
    (
        "timed",
        r"(?:{edge}{part}(?:[,FON]|ON)?t?|{part}UFt?|t?EUFt?|{timed}[,]?(?:[FON]|ON)?t?){anyday}|{anyday},?[A]?(?:{clock}{zone}?|E?t?P)",
    ),
    ("days", r"{day}{join}{day}F?{month}{year}?|{month}t?[od]{join}t?[od](?![~UY@]){year}?|{month}t?[od]{join}t?[od](?:,?Y)"),
    ("edged", r"{edge}(?:{month}{year}?|Y|n?C|tS(?:F?Y)?|S(?:F?Y|F[Yn]B)?|[Yn]B|tr-?UB?|r-?UB?)"),
    ("feast", r"(?:t?[od]F?)?t?R(?:_-?R|R|W|U(?:'_[UR])?)?(?:,?F?Y|F[ij]s?U)?"),
    ("date", r"{date}"),
    ("monthyear", r"t?[lxi]M(?!t?[od])|{month}{year}?"),
    ("season", r"(?:t|[ijlx])?S(?:F?Y|F[Yn]B|{year})?|YS"),
    ("nextto", r"tU[Zb]D"),
    ("ordinal", r"t?(?:[rlo]|[Ex])(?:{number})?(?:h|U)(?:Ft?(?:{month}{year}?|Y|[ijlx]s?U|tU|S(?:F?Y)?))"),
    ("numbered", r"U[dn](?:[-2&][dn])?(?:,?F?Y|/Y)?(?![~%@])"),
    ("fiscal", r"yU?(?:Y(?:[-/][dnY])?)?"),
    ("edgeunit", r"U-X|(?:{edge}|[bf]N?t?)(?:[ijlx]s?q?U|tsU|U)|U'_X"),
    ("window", r"(?:t|[ji])?(?:q)?(?:[lx]q?{count}|{number}[lx]){bound}*U|tU(?=2(?:{timed}|{anyday}|{month}))|t(?:{number}-?U)(?:2)"),
    ("ago", r"{count}-?Ug"),
    ("later", r"{count}?-?U(?:[fb]|x(?!_)|Z(?=[,.]))|tU(?:[fb]|x(?=[,.)]))"),
    ("apposed", r"(?:D|j?s?U)\({weekday}\)"),
    ("unit", r"t?[jilxs]s?r?U(?!\))|t[sxl]U|tU"),
    ("thatpart", r"(?:t|E)?t?[jilxsa]s?P|tn?P|P|[jixl]{weekday}|EO?W(?!,?E?t?P)|W"),
    ("set", r"(?:e(?:n|r)?(?:U|{weekday}|P)|p(?:U)|G|3[ae]U|{number}[_~]?[ae]U)"),
    ("decade", r"t?E?-?C|(?:t(?:r|o)|r(?=-U))-?UB?(?!U)"),
    ("clock", r"{clock}{zone}?"),
    ("duration", r"(?:{count}-?(?:U)(?:-_)?)|U(?:-_)?"),
    ("era", r"q?[Yn]B|[Yn](?=-[Yn]B)"),
    ("dayonly", r"to(?=[.,)|])"),
    ("quarter", r"JF?Y?"),
    ("years", r"Y[-/](?:Y|d|n)(?![\dUM~])"),
    ("year", r"q?Y"),
    ("shortyear", r"c"),
    ("deictic", r"D|V"),
    ("vague", r"t_?[Ql](?=[.,)|])|Q|l(?=_)"),
)


@cache
def grammar() -> re.Pattern[str]:
    """Return one pattern whose named groups are the rules; the group that matched names the rule."""
    parts: dict[str, str] = {}
    for name, pattern in _PARTS.items():
        parts[name] = _fill(pattern, parts)
    return re.compile("|".join(f"(?P<{name}>{_fill(pattern, parts)})" for name, pattern in _RULES))


def _fill(pattern: str, parts: dict[str, str]) -> str:
    for name, part in parts.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return pattern
