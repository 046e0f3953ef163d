"""Assignment: which dimension a figure is put on, from its unit, the words it hangs on, and the figures beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.annotators.triggers import Match, matches
from sayso.extractors.rules.assignment import Assignment
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.fitting import PEOPLE, THINGS
from sayso.extractors.rules.joining import joined, told_again
from sayso.extractors.rules.phrases import closes_before, together
from sayso.extractors.rules.scoring import goes_on_longer, score
from sayso.extractors.rules.syntax import relations

__all__ = ["assign"]

_NO_THINGS = frozenset({"none", "other", "fraction", "money", "nothing", "survivor", "victim"})
_LEAST = 3.0  # below this a figure is left alone


def assign(sentence_figures: Sequence[Figure], topic: Assignment | None = None) -> Iterator[Assignment | None]:
    """Yield for each figure of one sentence, in order, what it counts; None where nothing says so.

    `topic` is what the last figure before the sentence counts: a bare number that somebody puts on it counts the same.
    """
    if not sentence_figures:
        return
    found = tuple(matches(sentence_figures[0].sentence))
    given: list[tuple[Figure, Assignment | None]] = []
    for counted in sentence_figures:
        figure, own = _best(counted, found, sentence_figures, given)
        if _is_whole(counted, sentence_figures):
            yield own if own is not None and own.matches[0].rule.role == "unit" else None
            continue
        result = joined(figure, own, given, found)
        known = next((assigned for _, assigned in reversed(given) if assigned), topic)
        if known is not None and told_again(figure, known, result):
            result = Assignment(known.dimensions, known.matches, known.score - 3, inherited=True)
        given.append((figure, result))
        yield result


def _best(
    figure: Figure, found: Sequence[Match], others: Sequence[Figure], given: Sequence[tuple[Figure, Assignment | None]]
) -> tuple[Figure, Assignment | None]:
    """Return what a figure counts, a number without a noun taken for things like those before it where the words allow that.

    So in "300 homes were damaged and 45 destroyed" and "took six villages, including two in the north".
    """
    own = _own(figure, found, others)
    before, assigned = given[-1] if given else (None, None)
    if before is None or assigned is None or figure.kind != "none" or before.kind in PEOPLE | _NO_THINGS:
        return figure, own
    filled = replace(figure, kind=before.kind)
    like = _own(filled, found, others)
    heads = {match.head.i for match in assigned.matches}
    same = own is None or any(match.head.i in heads for match in own.matches)
    if like is not None and (own is None or same or (before.kind in THINGS and like.score >= own.score)):
        return filled, like
    return (filled if own is None and before.kind in THINGS else figure), own


def _is_whole(figure: Figure, others: Sequence[Figure]) -> bool:
    """Tell whether it is what the figure before is a part of: the "five" of "three of the five bridges"."""
    doc, first = figure.parsed.doc, figure.tokens[0].i
    start = first - 1 if first and doc[first - 1].pos_ in ("DET", "PRON") else first
    if start > 2 and doc[start - 1].tag_ == "POS":  # "half of the town's 12 bakeries"
        owner = doc[start - 2]
        start = min(owner.left_edge.i, start)
    if start < 2 or doc[start - 1].lower_ != "of":
        return False
    if start > 2 and doc[start - 2].lower_ == "out":  # "15 districts out of the 54"
        return any(other.tokens[-1].i == start - 3 for other in others)
    people = figure.kind in ("person", "household")  # "six members of one family"
    if people and any(other is not figure and other.tokens[-1].i == start - 2 and _counts_members(other) for other in others):
        return True
    return any(
        other.measure.part and figure.parsed.offset + doc[start - 2].idx < other.measure.span.end <= figure.measure.span.start
        for other in others
    )


def _counts_members(figure: Figure) -> bool:
    return figure.kind == "person" and figure.measure.kind == "count"


def _own(figure: Figure, found: Sequence[Match], others: Sequence[Figure]) -> Assignment | None:
    hangs = tuple(relations(figure.root))
    found = [match for match in found if not goes_on_longer(match, found, figure)]
    found = [match for match in found if not (match.wide and closes_before(match, found, figure))]
    scored = [(strength, match) for match in found if (strength := score(figure, match, others, hangs)) >= _LEAST]
    if not scored:
        return None
    best, top = max(scored, key=lambda pair: (pair[0], -pair[1].head.i))
    chosen = [match for _, match in scored if match is top or together(match, top)]
    return Assignment(tuple(dict.fromkeys(match.rule.dimension for match in chosen)), tuple(chosen), best)
