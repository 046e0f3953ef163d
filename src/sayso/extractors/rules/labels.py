"""Labels: the line above or below a number that stands alone on its own, as in the key figures of a report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.annotators.dimensions import counted
from sayso.annotators.syntax import Parsed
from sayso.annotators.triggers import Match, matches
from sayso.extractors.rules.assignment import Assignment
from sayso.extractors.rules.figures import Figure, lone
from sayso.extractors.rules.fitting import PEOPLE
from sayso.model import Reason

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["labelled"]

_LONGEST = 14  # words of a label
_ROLES = ("label", "toll", "unit", "state", "object", "subject")  # the likeliest to name a number first
_SCORE = 7.0


def labelled(figure: Figure, parsed: Sequence[Parsed]) -> Assignment | None:
    """Return what the line beside a lone number puts it on, None where the number has words of its own.

    Labels stand on one side throughout: above each number where the row of lines begins with a label, else below.
    """
    if figure.measure.kind == "percent" or not _alone(figure):
        return None
    at = next(index for index, one in enumerate(parsed) if one is figure.parsed)
    above, below = _labels(parsed, at - 1), _labels(parsed, at + 1)
    place = at - 1 if above and (not below or _begins_with_label(parsed, at)) else at + 1
    chosen = max(above if place < at else below, key=_rank, default=None)
    if chosen is None:
        return None
    span = parsed[place].span(chosen.head.doc[chosen.tokens[0].i : chosen.tokens[-1].i + 1])
    reason = Reason(chosen.rule.id, "dimensions", f"{chosen.rule.dimension}, the line beside", span)
    nouns = [token.lemma_.lower() for token in parsed[place].doc if token.lemma_.lower() in counted() and token.pos_ != "ADJ"]
    fitting = [noun for noun in nouns if counted()[noun].kind in (*chosen.rule.kinds, *PEOPLE)]
    unit = (fitting or nouns)[-1] if nouns else None
    return Assignment((chosen.rule.dimension,), (), _SCORE, reasons=(reason,), unit=unit)


def _rank(match: Match) -> tuple[int, int, int]:
    return (len(match.tokens), -_ROLES.index(match.rule.role), -match.head.i)


def _alone(figure: Figure) -> bool:
    inside = {token.i for token in figure.tokens}
    return figure.measure.noun is None and all(token.i in inside or not token.text.isalnum() for token in figure.parsed.doc)


def _labels(parsed: Sequence[Parsed], at: int) -> tuple[Match, ...]:
    if not 0 <= at < len(parsed) or len(parsed[at].doc) > _LONGEST or any(map(_counts, parsed[at].doc)):
        return ()
    found = (match for sentence in parsed[at].doc.sents for match in matches(sentence) if match.rule.role in _ROLES)
    return tuple(match for match in found if match.rule.role not in ("object", "subject") or _tells_of_people(match))


def _tells_of_people(match: Match) -> bool:
    """Tell whether a verb says what people of a label do, or what is done to them: "People to receive help", "Pupils trained"."""
    noun = next((token for token in match.head.sent if token.pos_ in ("NOUN", "PROPN")), None)
    row = counted().get(noun.lemma_.lower()) if noun is not None and noun.i < match.head.i else None
    return row is not None and row.kind in PEOPLE and "person" in match.rule.kinds


def _counts(token: Token) -> bool:
    """Tell whether a number in a line is no age: "Children 6-59 months", "People over 1 year"."""
    if not token.like_num:
        return False
    after = token.doc[token.i + 1 : token.i + 6]
    return token.i == 0 or not any(word.lemma_.lower() in ("year", "month") for word in after)


def _begins_with_label(parsed: Sequence[Parsed], at: int) -> bool:
    """Tell whether the row of lines, label and number by turns, that this number stands in begins with a label."""
    while at >= 2 and _labels(parsed, at - 1) and lone(parsed[at - 2]):
        at -= 2
    return bool(_labels(parsed, at - 1))
