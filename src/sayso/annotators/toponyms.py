"""Toponyms: names of places in a text, each with the place that is meant where that can be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.annotators.toponym_context import names
from sayso.annotators.toponym_extent import around, whole
from sayso.annotators.toponym_features import Features, features, fit, persons, probability
from sayso.annotators.toponym_resolution import Meant, resolve
from sayso.annotators.toponym_scan import scan
from sayso.annotators.toponym_text import Candidate, Words, split
from sayso.annotators.toponym_words import common, given_names, surnames, words
from sayso.gazetteers.entry import How
from sayso.gazetteers.folding import bare, fold, sound
from sayso.gazetteers.local import Gazetteer, Named
from sayso.model import Document, Span, Toponym
from sayso.publishers import publisher_country
from sayso.text import level

__all__ = ["Found", "annotate", "evidence", "find", "home", "together"]

_RECOGNISED = 0.45  # the least probability of being a place's name
_AT_HOME = 0.2  # the same for an uncommon name of a place in the text's own country
_RESOLVED = 0.45  # the least probability of a place among those of its name
_COUNTRY = 0.7  # the least probability of its country: a wrong country is the worst mistake
_CERTAIN = 0.9  # the probability of a place from which on there is no doubt which one is meant
_LONG = 4  # letters: a shorter name is too often something else
_FITS = 0.2  # the least share of the text's other places in its country that a guess needs
_GUESSED = 0.02  # the least probability of a guess at a spelling
_GUESS_RIGHT = 0.6  # of the guesses that pass: in a look over reports nine of ten were right, so this is on the safe side
_SOUNDED = 15_000  # people: a smaller place is guessed at only where the text also names one near it
_GUESSED_AT_HOME = 0.35  # and the least share of the text's other places in its country
_KINDS = ("name", "marked", "natural", "facility")
_LINE = 300  # code points of a title that are looked at
_LARGE = 200_000  # people of a town that stands for its country in a title
_KNOWN = 40  # names in all languages that a place known the world over has at least
_ELSEWHERE = 0.02  # share of the text's other places below which a country is not one it speaks of
_SEAT = "BLDG"  # feature of buildings that mostly stand for who sits in them ("the White House said")


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate with the probability that it names a place, and what it then most likely means."""

    candidate: Candidate
    likely: float
    meant: Meant | None


def annotate(document: Document, gazetteer: Gazetteer) -> Iterator[Toponym]:
    """Yield the names of places in the text, in reading order; names of peoples and of roads are not places."""
    plain = level(document.text)
    covered = 0
    country = home(document, gazetteer)
    for found in find(document.text, gazetteer, country):
        if found.candidate.start >= covered and _place_name(plain, found):
            toponym = _toponym(document.text, plain, found, country)
            covered = toponym.whole.end
            yield toponym


def find(text: str, gazetteer: Gazetteer, country: str | None = None) -> Iterator[Found]:
    """Yield every candidate with its probabilities; `country` is one that the text is about or from, if known."""
    parts = split(text)
    candidates = list(scan(parts, gazetteer))
    plain = evidence(parts, candidates)
    alone = [probability(found) for found in plain]
    likely = [probability(found, "together") for found in together(parts, candidates, plain, alone, country)]
    meant = resolve(names(parts, candidates, likely), country)
    for number, one in enumerate(candidates):
        yield Found(one, likely[number], meant.get(one.key) if one.named else None)


def home(document: Document, gazetteer: Gazetteer) -> str | None:
    """Return the country that the title names first, else the one that the outlet is at home in or names; None where nothing tells."""
    titled = _named_country(document.title, gazetteer)
    return titled or publisher_country(document.outlet, document.url) or _named_country(document.outlet, gazetteer)


def _named_country(line: str | None, gazetteer: Gazetteer) -> str | None:
    if line:
        for one in scan(split(line[:_LINE]), gazetteer):
            place = one.named[0].place if one.named and one.named[0].how != How.ALTERNATE else None
            if place and (place.feature == "PCLI" or place.population >= _LARGE):
                return place.country
    return None


def _place_name(plain: str, found: Found) -> bool:
    one, meant = found.candidate, found.meant
    if one.kind == "guess":
        return _fair_guess(found)
    if plain[one.end : one.end + 1] == "$":  # "US$9 million"
        return False
    if one.kind not in _KINDS or found.likely < (_AT_HOME if _at_home(found) else _RECOGNISED) or _media(plain, one):
        return False
    if meant and meant.named.place.feature.startswith("PCL") and _facility(plain, one):
        return False
    if meant and meant.named.place.feature == _SEAT:
        before = plain[max(0, one.start - 24) : one.start].lower().removesuffix("the ").split()
        return bool(before) and before[-1] in words("place preposition")
    return True


def _fair_guess(found: Found) -> bool:
    # What the weights think of guesses comes from texts of another kind, so that the country decides here.
    meant = found.meant
    if meant is None or found.likely < _GUESSED or (meant.share or 0.0) < _GUESSED_AT_HOME:
        return False
    if meant.named.place.population < _SOUNDED and not meant.around:
        return False
    return _sure(found.candidate, meant, None)


def _at_home(found: Found) -> bool:
    # An uncommon name of a place in the country that the text speaks of needs less to show for itself.
    one, meant = found.candidate, found.meant
    if meant is None or one.kind not in ("name", "guess") or meant.chance < _CERTAIN or (meant.share or 0.0) < _FITS:
        return False
    parts = one.key.split()
    return len(one.key) >= _LONG and not any(part in common() or part in given_names() or part in surnames() for part in parts)


def _media(plain: str, one: Candidate) -> bool:
    after = plain[one.end : one.end + 16]
    return after[:1] == " " and after[1:2].isupper() and after[1:].split()[0].strip(".,;:'\"").lower() in words("media")


def _facility(plain: str, one: Candidate) -> bool:
    # A hospital or a stadium that has its name from a country mostly stands in another.
    after = plain[one.end : one.end + 16]
    return after[:1] == " " and after[1:2].isupper() and after[1:].split()[0].strip(".,;:'\"").lower() in words("facility")


def _named_after(plain: str, one: Candidate, meant: Meant) -> bool:
    # "Al-Fatih hospital" in a text on Damascus is not in the district of Istanbul that has the same name.
    after = plain[one.end : one.end + 16].lower().split()
    if not after or plain[one.end : one.end + 1] != " " or after[0].strip(".,;:'\"") not in words("named after"):
        return False
    return meant.share is not None and meant.share < _FITS and meant.named.place.feature[:3] in ("PPL", "ADM")


def _sure(one: Candidate, meant: Meant, home: str | None) -> bool:
    if meant.chance < _RESOLVED or meant.country < _COUNTRY or meant.outside:
        return False
    return not _stray(one, meant) and not _namesake(meant, home)


def _namesake(meant: Meant, home: str | None) -> bool:
    # Hospitals, mosques and airports of one name stand in many towns: without the town or the country it may be any of them.
    place = meant.named.place
    if place.feature.lower() not in words("site feature"):
        return False
    return not meant.beside and place.country != home and (meant.share or 0.0) < _FITS


def _stray(one: Candidate, meant: Meant) -> bool:
    # A little-known place, or one under a spelling not its own, in a country that the text never speaks of is more likely another
    # place, which the gazetteer lacks.
    place = meant.named.place
    if meant.share is None or meant.share >= _ELSEWHERE or place.feature[:3] not in ("PPL", "ADM"):
        return False
    small = place.population < _LARGE and meant.named.fame < _KNOWN
    return small or meant.named.how == How.ALTERNATE or meant.named.guess or _misspelt(one.key, meant.named) or _plain_words(one.key)


def _plain_words(key: str) -> bool:
    return all(part in common() or part in words("direction") or part in words("site") for part in key.split())


def _toponym(text: str, plain: str, found: Found, home: str | None) -> Toponym:
    span = Span(found.candidate.start, found.candidate.end)
    meant = found.meant if found.meant and _sure(found.candidate, found.meant, home) else None
    meant = None if meant and _named_after(plain, found.candidate, meant) else meant
    likely = max(found.likely, _GUESS_RIGHT) if found.candidate.kind == "guess" else found.likely
    score = round(likely * meant.chance, 3) if meant else 0.0
    guess = meant is not None and (meant.named.guess or _misspelt(found.candidate.key, meant.named))
    written = whole(plain, span)
    place = around(plain, span, written, meant.named.place) if meant else None
    return Toponym(span, span.of(text), written, place, score, guess)


def _misspelt(key: str, named: Named) -> bool:
    # A name from the wide list of alternates that sounds like the place's name but is written differently is taken for a slip.
    main = bare(fold(named.place.name))
    return named.how == How.ALTERNATE and bare(key) != main and bool(sound(key)) and sound(key) == sound(main)


def evidence(parts: Words, candidates: Sequence[Candidate]) -> list[Features]:
    """Return for each candidate the features that the words around it give."""
    people = persons(parts)
    return [features(parts, candidates, number, people) for number in range(len(candidates))]


def together(
    parts: Words, candidates: Sequence[Candidate], plain: Sequence[Features], alone: Sequence[float], country: str | None = None
) -> Iterator[Features]:
    """Yield for each candidate its features with those that the rest of the text gives it.

    `plain` are the features by itself, `alone` the probabilities that they give.
    """
    meant = resolve(names(parts, candidates, alone), country)
    most: dict[str, float] = {}
    for one, likely in zip(candidates, alone, strict=True):
        most[one.key] = max(most.get(one.key, 0.0), likely)
    for one, own, likely in zip(candidates, plain, alone, strict=True):
        found = meant.get(one.key) if one.named else None
        yield own + fit(one, likely, most[one.key], found)
