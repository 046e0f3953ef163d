"""Resolution for the stage benchmark: what place each given name means, in the format of the geoparsing scorer.

The names of the gold are given, those included that sayso would not have recognised; everything else that the text names is
found as ever and counts as context.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from stage_toponyms import row

from sayso.annotators.toponym_context import names
from sayso.annotators.toponym_features import probability
from sayso.annotators.toponym_resolution import resolve
from sayso.annotators.toponym_scan import scan
from sayso.annotators.toponym_text import Candidate, Words, split
from sayso.annotators.toponyms import Found, evidence, together
from sayso.gazetteers import local
from sayso.gazetteers.folding import bare, fold
from sayso.gazetteers.local import Gazetteer, Named

_Given = tuple[int, int]


def predict(text: str, given: Sequence[_Given]) -> list[dict[str, Any]]:
    """Return a row for each of the given names (offsets into the text), with no place where no gazetteer has the name."""
    gazetteer, words = local.default(), split(text)
    found = list(scan(words, gazetteer))
    plain = evidence(words, found)
    likely = [probability(features, "together") for features in together(words, found, plain, [probability(one) for one in plain])]
    named = [one for span in sorted(set(given)) if (one := _candidate(words, span, found, gazetteer))]
    weighed = [(one, 1.0) for one in named]
    weighed += [(one, chance) for one, chance in zip(found, likely, strict=True) if not any(_overlap(one, span) for span in given)]
    weighed.sort(key=lambda pair: pair[0].start)
    meant = resolve(names(words, [one for one, _ in weighed], [chance for _, chance in weighed]))
    return [row(Found(one, 1.0, meant.get(one.key) if one.named else None), 0.0) for one in named]


def _candidate(words: Words, span: _Given, found: Sequence[Candidate], gazetteer: Gazetteer) -> Candidate | None:
    """Return a given name with the places of that name, or of what is recognised within it; None where it holds no word."""
    over = [one for one in found if one.named and _overlap(one, span)]
    if same := [one for one in over if (one.start, one.end) == span]:
        return same[0]
    inside = [index for index in range(len(words)) if span[0] <= words.starts[index] and words.ends[index] <= span[1]]
    if not inside:
        return None
    key = fold(words.text[span[0] : span[1]])
    places: tuple[Named, ...] = tuple(gazetteer.under(key))
    if not places and over:
        key, places = over[0].key, over[0].named
    return Candidate(*span, inside[0], inside[-1], "name", key, places or tuple(gazetteer.under(bare(key))))


def _overlap(one: Candidate, span: _Given) -> bool:
    return one.start < span[1] and span[0] < one.end
