"""Joining: figures that are put on what a figure before them is put on: parts, rows, shares and other estimates."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.annotators.triggers import Match
from sayso.extractors.rules.assignment import Assignment
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.fitting import GOODS, OPEN_TO, PEOPLE, counts_people, fits_kind
from sayso.extractors.rules.topics import is_estimate, is_like, is_listed, is_part, is_share

__all__ = ["joined", "told_again"]

_LINKS = frozenset({"CCONJ", "PUNCT", "ADP", "DET", "SCONJ", "ADV", "SPACE"})
_PLACES = frozenset({"settlement", "building", "service"})
_LISTED = 16  # tokens: "22 towns were reported to have been taken, with 12"
_NEAR = 5  # tokens between a whole and its part
_SURE = 8.8  # from here on a part keeps its own dimension: "(412 killed, 731 injured)"
_DOUBTFUL = 7.0  # below this a number that is plainly a figure for the matter before is that


def joined(
    figure: Figure, own: Assignment | None, given: Sequence[tuple[Figure, Assignment | None]], found: Sequence[Match]
) -> Assignment | None:
    """Let a part, or a figure joined to the one before it, take that one's dimensions where it has none of its own."""
    before, assigned = given[-1] if given else (None, None)
    if before is None or assigned is None:
        return own
    if (
        (is_part(figure) or figure.measure.part)
        and counts_people(figure)
        and (own is None or own.score < _SURE or _only_named(figure, own))
    ):
        whole = assigned if not assigned.inherited else next((a for f, a in reversed(given) if a and not f.measure.part), assigned)
        return Assignment(whole.dimensions, whole.matches, whole.score - 1, inherited=True)
    if _opens_parts(figure) and figure.kind in _PLACES and (own is None or own.score < _DOUBTFUL):
        return _relayed(figure, assigned, found) or own  # "took 40 square kilometres, including six villages"
    if own is not None:
        return own
    if is_like(figure) or (is_listed(figure) and (figure.kind == "none" or counts_people(figure))):
        like = next((a for f, a in reversed(given) if a and f.measure.high != 0), assigned)
        return Assignment(like.dimensions, like.matches, like.score - 2, inherited=True)
    gap = figure.parsed.doc[before.tokens[-1].i + 1 : figure.tokens[0].i]
    heads = {match.head.i for match in assigned.matches}
    verbs = any(token.pos_ == "VERB" and token.i not in heads for token in gap)
    near = len(gap) <= 4 and all(token.pos_ in _LINKS for token in gap)
    listed = bool(len(gap)) and gap[-1].pos_ in ("CCONJ", "PUNCT")
    shared = len(gap) <= 10 and not verbs and (listed or figure.measure.noun is None)
    opened = bool(len(gap)) and gap[-1].lower_ in ("with", "including") and figure.kind == "none" and len(gap) <= _LISTED
    if figure.measure.part and figure.kind in (*GOODS, "other") and (listed or len(gap) <= _NEAR) and not verbs:
        return _goods(figure, given, found)
    if near or shared or opened or (figure.measure.part and len(gap) <= _NEAR and not any(token.pos_ == "ADP" for token in gap[:-1])):
        return _relayed(figure, assigned, found)
    return None


def _opens_parts(figure: Figure) -> bool:
    """Tell whether it is told as a part of what was counted before it, not of what stands behind it: "one of two towns"."""
    first = figure.tokens[0]
    return figure.measure.part and not (first.i + 1 < len(first.doc) and first.nbor().lower_ == "of")


def _only_named(figure: Figure, own: Assignment) -> bool:
    """Tell whether people in brackets are only called refugees or the like: "800 people went home (714 asylum seekers and 89 others)"."""
    first = figure.tokens[0]
    bracketed = first.i > 0 and first.nbor(-1).text == "("
    return bracketed and figure.kind == "displaced" and all(match.rule.role == "unit" for match in own.matches)


def told_again(figure: Figure, known: Assignment, result: Assignment | None) -> bool:
    """Tell whether it is a figure for what was counted before, or some of that: "3,000 of them are from the town"."""
    if result is not None and not _doubtful(result):
        return False
    part = result is None and figure.measure.part and figure.kind == "none" and is_part(figure)
    people = figure.kind in PEOPLE and bool(set(known.dimensions) & OPEN_TO)
    return part or (result is None and is_share(figure)) or is_estimate(figure, people)


def _goods(figure: Figure, given: Sequence[tuple[Figure, Assignment | None]], found: Sequence[Match]) -> Assignment | None:
    """Return what things are put on that are some of others before: "700 weapons and 90 shells, among them 60 rifles"."""
    wholes = (assigned for whole, assigned in reversed(given) if assigned and whole.kind in GOODS)
    for assigned in wholes:
        if figure.kind == "other":
            return Assignment(assigned.dimensions, assigned.matches, assigned.score - 2, inherited=True)
        if (relayed := _relayed(figure, assigned, found)) is not None:
            return relayed
    return None


def _of_people(assigned: Assignment) -> bool:
    """Tell whether a figure was put on what is counted in people."""
    return any("person" in match.rule.kinds for match in assigned.matches)


def _relayed(figure: Figure, assigned: Assignment, found: Sequence[Match]) -> Assignment | None:
    """Return the assignment that the words of the figure before give to this one's kind of thing."""
    bare = figure.measure.noun is None and figure.measure.kind == "count"
    if bare and figure.kind == "none" and not _of_people(assigned):  # "22 towns were taken, with 12 in the north"
        return Assignment(assigned.dimensions, assigned.matches, assigned.score - 1, inherited=True)
    heads = {match.head.i for match in assigned.matches}
    heads_of = (match for match in found if match.head.i in heads and match.rule.role != "unit" and fits_kind(figure, match))
    fitting = [match for match in heads_of if match.rule.role != "label" or match.rule.dimension in assigned.dimensions]
    same = [match for match in fitting if match.rule.dimension in assigned.dimensions]
    if same or (counts_people(figure) and set(assigned.dimensions) & OPEN_TO):
        return Assignment(assigned.dimensions, assigned.matches, assigned.score - 1, inherited=True)
    if not fitting:
        things = bare and all(match.rule.role == "unit" for match in assigned.matches)  # "nine raids on Monday and 14 since"
        return Assignment(assigned.dimensions, assigned.matches, assigned.score - 2, inherited=True) if things else None
    return Assignment((fitting[0].rule.dimension,), (fitting[0],), assigned.score - 2, inherited=True)


def _doubtful(result: Assignment) -> bool:
    return result.score < _DOUBTFUL and not any(match.rule.role in ("toll", "unit", "label") for match in result.matches)
