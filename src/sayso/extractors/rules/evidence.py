"""Evidence: what speaks for a named place being where a figure belongs, as numbers, with no word of the text in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.annotators.sites import is_called, is_site
from sayso.extractors.rules.asked import Asked
from sayso.extractors.rules.containment import breadth
from sayso.extractors.rules.fitting import HARM
from sayso.extractors.rules.hanging import hanging
from sayso.extractors.rules.period import TOLLS
from sayso.extractors.rules.pointing import named_later, pointed_back
from sayso.extractors.rules.standings import Standing
from sayso.extractors.rules.survey import Named, key, lies_in
from sayso.model import Toponym

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Candidate", "candidates"]

_NARROW = 4  # a district or less
_AHEAD = 120  # words
_FAR = 30  # sentences, places or steps: whatever is further is as far
_FARTHEST = 600  # words
_NEAREST, _OFTEN = 20, 10  # places of a long text that are weighed: the nearest, and those named most

Numbers = Iterator[tuple[str, float]]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place, by the mention that tells most, with its evidence; the mention stands "in", "before" or "after" the figure's sentence."""

    place: Standing
    stands: str
    evidence: dict[str, float]


@dataclass(frozen=True, slots=True)
class _Around:
    """What lies around a figure: the numbers of its sentence and paragraph, the places and the words for kinds of places in them, and
    which others are the nearest."""

    sentence: int
    paragraph: int
    within: tuple[Standing, ...]
    beside: tuple[Standing, ...]
    anchor: Standing | None
    last: Standing | None
    focus: Standing | None
    ranks: dict[str, dict[str, int]]
    kinds: tuple[str, ...]


def candidates(asked: Asked) -> tuple[Candidate, ...]:
    """Return the places that a figure may belong to, in the order of their first mentions, each with its evidence."""
    around = _around(asked)
    shared = dict(_of_figure(asked, around))
    pointed = {name: {key(one) for one in found} for name, found in _pointed(asked).items()}
    return tuple(_candidate(asked, around, named, shared, pointed) for named in _weighed(asked, around, pointed))


def _weighed(asked: Asked, around: _Around, pointed: dict[str, set[str]]) -> Sequence[Named]:
    """Return the places that are weighed: all, but in a long text only the nearest, the most named, what words point at and headings."""
    if len(asked.named) <= _NEAREST + _OFTEN:
        return asked.named
    nearest = sorted(asked.named, key=lambda named: min(abs(number - around.sentence) for number in named.sentences))[:_NEAREST]
    often = sorted(asked.named, key=lambda named: -len(named.mentions))[:_OFTEN]
    kept = {named.key for named in (*nearest, *often)}.union(*pointed.values())
    return [named for named in asked.named if named.key in kept or _over(asked, named) is not None]


def _candidate(asked: Asked, around: _Around, named: Named, shared: dict[str, float], pointed: dict[str, set[str]]) -> Candidate:
    own = [one for one, sentence in zip(named.mentions, named.sentences, strict=True) if sentence == around.sentence]
    before = [number for number, sentence in enumerate(named.sentences) if sentence < around.sentence]
    after = [number for number, sentence in enumerate(named.sentences) if sentence > around.sentence]
    told = {**shared, **named.told}
    if own:
        best, stands = max(own, key=lambda one: (one.role in ("locative", "host"), -_apart(asked, one))), "in"
        told |= hanging(asked, best, around.within, around.anchor)
    elif before:
        best, stands = named.mentions[_latest(named, before)], "before"
    else:
        best, stands = named.mentions[after[0]], "after"
    told |= dict(_of_earlier(asked, around, named, before)) if before else {}
    told |= dict(_of_later(asked, around, named, after[0])) if after else {}
    told |= dict(_of_kin(asked, around, named, best.toponym))
    told |= {name: named.key in keys for name, keys in pointed.items()}
    return Candidate(_over(asked, named) or best, stands, told)


def _apart(asked: Asked, place: Standing) -> int:
    return min(abs(place.root.i - anchor.i) for anchor in asked.anchors)


def _latest(named: Named, numbers: Sequence[int]) -> int:
    """Return the last mention where something is told to happen, if it is in the last sentence that names the place, else the last."""
    last = numbers[-1]
    sited = [number for number in numbers if named.mentions[number].sited]
    return sited[-1] if sited and named.sentences[sited[-1]] == named.sentences[last] else last


def _over(asked: Asked, named: Named) -> Standing | None:
    """Return the heading that is the place's name and stands over the figure."""
    start = asked.figure.span.start
    return next((one for one in reversed(named.mentions) if one.heads is not None and one.heads.start <= start < one.heads.end), None)


def _around(asked: Asked) -> _Around:
    start = asked.figure.parsed.offset + asked.figure.root.idx
    sentence, paragraph = asked.outline.sentence(start), asked.outline.paragraph(start)
    mentions = [
        (number, part, one, named.key)
        for named in asked.named
        for number, part, one in zip(named.sentences, named.paragraphs, named.mentions, strict=True)
    ]
    mentions.sort(key=lambda mention: mention[2].toponym.span.start)
    within = tuple(one for number, _, one, _ in mentions if number == sentence)
    sited = [one for one in within if one.sited]
    earlier = [(one, own) for number, _, one, own in reversed(mentions) if number < sentence]
    return _Around(
        sentence,
        paragraph,
        within,
        tuple(one for _, part, one, _ in mentions if part == paragraph),
        min(sited, key=lambda one: _apart(asked, one), default=None),
        next((one for one, _ in earlier if one.sited), None),
        next((one for _, _, one, _ in mentions if one.focus), None),
        {
            "sited": _ranks(own for one, own in earlier if one.sited),
            "narrow": _ranks(own for one, own in earlier if one.sited and breadth(one.toponym) >= _NARROW),
        },
        tuple(token.lower_ for token in asked.figure.sentence if is_site(token.lower_)),
    )


def _ranks(keys: Iterator[str]) -> dict[str, int]:
    return {own: number for number, own in enumerate(dict.fromkeys(keys))}


def _of_figure(asked: Asked, around: _Around) -> Numbers:
    figure, dimensions = asked.figure, set(asked.dimensions)
    yield "figure: sentence", around.sentence - (asked.named[0].sentences[0] if asked.named else 0)
    yield "figure: names in sentence", len(around.within)
    yield "figure: sited in sentence", sum(one.sited for one in around.within)
    yield "figure: names in paragraph", len({key(one.toponym) for one in around.beside})
    yield "figure: figures in sentence", len(asked.others)
    yield "figure: total", asked.total is not None
    yield "figure: harm", bool(dimensions & HARM)
    yield "figure: toll", bool(dimensions & TOLLS)
    yield "figure: said", asked.said is not None
    yield "figure: bulletin", asked.remit is not None
    yield "figure: digits", len(str(int(figure.measure.low or 0)))
    if around.last is not None:
        yield "figure: since last place", around.sentence - asked.outline.sentence(around.last.parsed.offset + around.last.root.idx)


def _pointed(asked: Asked) -> dict[str, list[Toponym]]:
    end = asked.outline.word(asked.figure.span.end - 1)
    after = (one.toponym for named in asked.named for one in named.mentions if one.role in ("locative", "plain"))
    ahead = min(
        (one for one in after if 0 < asked.outline.word(one.span.start) - end < _AHEAD), key=lambda one: one.span.start, default=None
    )
    onset = asked.total.onset if asked.total is not None else None
    began = [
        one.toponym
        for named in asked.named
        for one in named.mentions
        if onset is not None and one.role == "locative" and one.parsed.span(one.root.sent).overlaps(onset)
    ]
    return {
        "pointed back at": pointed_back(asked.text, asked.figure, asked.places, asked.scope),
        "pointed ahead at": named_later(asked.text, asked.figure, asked.places, asked.scope),
        "next named": [ahead] if ahead is not None else [],
        "began there": began,
        "bulletin's": [asked.remit] if asked.remit is not None else [],
    }


def _of_earlier(asked: Asked, around: _Around, named: Named, numbers: Sequence[int]) -> Numbers:
    """Yield what the sentences before the figure's tell of a place."""
    last = numbers[-1]
    one = named.mentions[last]
    start = asked.outline.word(asked.figure.parsed.offset + asked.figure.sentence.start_char)
    yield "before: sentences", min(_FAR, around.sentence - named.sentences[last])
    yield "before: paragraphs", min(_FAR, around.paragraph - named.paragraphs[last])
    yield "before: words", min(_FARTHEST, start - asked.outline.word(one.toponym.span.end - 1))
    yield "before: depth", _depth(one.root)
    yield "before: row", one.row
    yield "before: item", one.listed
    yield "before: spoken", one.spoken
    yield f"before: {one.role}", True
    sited = [number for number in numbers if named.mentions[number].sited]
    if sited:
        yield "sited before: sentences", min(_FAR, around.sentence - named.sentences[sited[-1]])
        yield "sited before: paragraphs", min(_FAR, around.paragraph - named.paragraphs[sited[-1]])
        yield "sited before: rank", around.ranks["sited"].get(named.key, _FAR)
        yield "sited before: narrow rank", around.ranks["narrow"].get(named.key, _FAR)
        yield "sited before: row", named.mentions[sited[-1]].row
        yield "sited before: locative", named.mentions[sited[-1]].role in ("locative", "host")


def _depth(token: Token) -> int:
    return min(_FAR, sum(1 for _ in token.ancestors))


def _of_later(asked: Asked, around: _Around, named: Named, first: int) -> Numbers:
    """Yield what the sentences after the figure's tell of a place."""
    one = named.mentions[first]
    yield "after: sentences", min(_FAR, named.sentences[first] - around.sentence)
    yield "after: paragraphs", min(_FAR, named.paragraphs[first] - around.paragraph)
    yield "after: words", min(_FARTHEST, asked.outline.word(one.toponym.span.start) - asked.outline.word(asked.figure.span.end - 1))
    yield "after: row", one.row
    yield f"after: {one.role}", True


def _of_kin(asked: Asked, around: _Around, named: Named, place: Toponym) -> Numbers:
    """Yield how a place lies to others: to the one in the figure's sentence, to the last before it, to the one that the text is about."""
    yield "breadth", breadth(place)
    yield "unlisted", place.place is None
    yield "part of a place", place.whole != place.span
    yield "over the figure", _over(asked, named) is not None
    known = {"anchor": around.anchor, "last": around.last, "focus": around.focus, "paragraph's first": next(iter(around.beside), None)}
    for name, other in known.items():
        if other is not None:
            yield f"kin: {name}", _kinship(place, named.key, other.toponym)
    if around.anchor is not None:
        yield "narrower than anchor", breadth(place) - breadth(around.anchor.toponym)
    yield "in paragraph", sum(key(one.toponym) == named.key for one in around.beside)
    yield "sited in paragraph", sum(one.sited and key(one.toponym) == named.key for one in around.beside)
    yield "holds in paragraph", sum(lies_in(one.toponym, place) for one in around.beside)
    yield "kind of place in sentence", bool(around.kinds)
    yield "called so", any(is_called(asked.text, one.toponym, kind) for kind in around.kinds for one in named.mentions)


def _kinship(place: Toponym, own: str, other: Toponym) -> int:
    """Return 0 for the same place, 1 for one that lies in the other, 2 for one around it, 3 for others."""
    if own == key(other):
        return 0
    if lies_in(place, other):
        return 1
    return 2 if lies_in(other, place) else 3
