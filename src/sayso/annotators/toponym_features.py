"""Features: what speaks for and against a candidate's naming a place."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.annotators.toponym_choices import people
from sayso.annotators.toponym_resolution import Meant
from sayso.annotators.toponym_text import Candidate, Words
from sayso.annotators.toponym_words import common, given_names, surnames, weights, words
from sayso.gazetteers.entry import How
from sayso.gazetteers.folding import fold, sound

__all__ = ["Features", "Persons", "features", "fit", "persons", "probability"]

Features = list[tuple[str, float]]

_STRAY = 0.02  # share of the text's other places in the same country below which a place seems out of the way


@dataclass(frozen=True, slots=True)
class Persons:
    """Words that a text uses as parts of persons' names: with how often."""

    counts: dict[str, int]


def persons(text: Words) -> Persons:
    """Return the words that follow a given name or a title in the text."""
    counts: dict[str, int] = {}
    given, titles = given_names(), words("title")
    index = 0
    while index + 1 < len(text):
        opener = text.capital[index] and (text.lower[index] in given or text.lower[index] in titles)
        if not opener:
            index += 1
            continue
        last = index
        while last - index < 4 and last + 1 < len(text) and text.capital[last + 1] and _adjacent(text, last):
            last += 1
        for position in range(index + 1, last + 1):
            counts[text.lower[position]] = counts.get(text.lower[position], 0) + 1
        index = last + 1
    return Persons(counts)


def features(text: Words, candidates: Sequence[Candidate], number: int, known: Persons) -> Features:
    """Return the features of one candidate, with their values."""
    one = candidates[number]
    found: Features = [("bias", 1.0), (f"kind {one.kind}", 1.0)]
    found += _name(text, one)
    if one.named and one.kind == "name":
        found += _standing(one)
    found += _before(text, one, candidates[number - 1] if number else None)
    found += _after(text, one, candidates[number + 1] if number + 1 < len(candidates) else None)
    return found + _persons(text, one, known)


def probability(found: Features, model: str = "alone") -> float:
    """Return the probability that the candidate names a place, by logistic regression ("alone", or "together" with `fit`)."""
    weight = weights(model)
    total = sum(weight.get(name, 0.0) * value for name, value in found)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def fit(one: Candidate, likely: float, others: float, meant: Meant | None) -> Features:
    """Return the features that the rest of the text gives.

    `likely` is what the candidate has by itself, `others` the most that the same name has elsewhere in the text, `meant` what it means.
    """
    own = math.log((likely + 0.01) / (1.01 - likely))
    found: Features = [("by itself", own), ("elsewhere", others - likely)]
    if meant is None or one.kind != "name":
        return found
    found.append(("sure place", meant.chance))
    if meant.share is None:
        return found
    far = not meant.named.place.feature.startswith(("PCL", "RGN", "CONT"))
    return [*found, ("fits the text", meant.share), ("stray place", float(far and meant.share < _STRAY))]


def _name(text: Words, one: Candidate) -> Features:
    found: Features = []
    if one.last > one.first:
        found.append(("several words", 1.0))
        if text.lower[one.last] in words("unit"):
            found.append(("names a unit", 1.0))
        if all(text.lower[i] in common() or not text.capital[i] for i in range(one.first, one.last + 1)):
            found.append(("several common words", 1.0))
    else:
        word = text.lower[one.first]
        if word in common():
            found.append(("common word", 1.0))
            if _sentence_start(text, one.first):
                found.append(("common word at start", 1.0))
        if word in given_names():
            found.append(("given name", 1.0))
        if word in surnames():
            found.append((f"surname {surnames()[word]}", 1.0))
        if word in words("calendar") or word in words("title"):
            found.append(("calendar or title", 1.0))
        if any(word in words(kind) for kind in ("organisation", "facility", "natural", "unit", "direction", "site")):
            found.append(("generic word", 1.0))
        if len(word) <= 3:
            found.append(("short", 1.0))
    form = text.text[one.start : one.end]
    if form.isupper() and len(form) > 4:
        found.append(("capitals", 1.0))
    if form.isupper() and len(form) > 1 and not _shouted(text, one) and not any(named.how == How.CURATED for named in one.named):
        found.append(("acronym", 1.0))
    if _sentence_start(text, one.first):
        found.append(("sentence start", 1.0))
    return found


def _standing(one: Candidate) -> Features:
    best = one.named[0]
    found: Features = [("people", people(best.place)), ("fame", math.log10(best.fame + 1))]
    hows = {named.how for named in one.named}
    if How.MAIN not in hows and How.CURATED not in hows:
        heard = sound(one.key)
        if heard and any(sound(fold(named.place.name)) == heard for named in one.named):
            found.append(("variant only", 1.0))
        else:
            found.append(("alternate only", 1.0))
    features_ = {named.place.feature for named in one.named if named.how < How.ALTERNATE}
    if "PCLI" in features_:
        found.append(("country", 1.0))
    if "ADM1" in features_:
        found.append(("first level", 1.0))
    if features_ and not features_ & {"PPL", "PPLC", "PCLI", "ADM1", "ADM2"}:
        found.append(("region", 1.0))
    found.append(("places", math.log10(len(one.named))))
    return found


def _before(text: Words, one: Candidate, previous: Candidate | None) -> Features:
    index = one.first - 1
    if index < 0:
        return [("text start", 1.0)]
    word, gap = text.lower[index], text.gap(index)
    found: Features = []
    if previous and previous.last == index and gap == ", " and previous.kind == "name":
        found.append(("place before comma", 1.0))
    if gap not in (" ", "-", ". ", "/"):
        return [*found, ("gap before", 1.0)]
    if gap == ". " and not (len(word) == 1 or word in words("title")):
        return [*found, ("gap before", 1.0)]
    found += [
        (f"before: {kind}", 1.0) for kind in ("place preposition", "of", "direction", "title", "speech", "lead") if word in words(kind)
    ]
    if word == "of" and index and text.lower[index - 1] in words("before name"):
        found.append(("before: site of", 1.0))
    if word == "the":
        found.append(("before: the", 1.0))
    if text.capital[index]:
        found += _capital_before(text, one, index, previous)
    return found


def _capital_before(text: Words, one: Candidate, index: int, previous: Candidate | None) -> Features:
    word = text.lower[index]
    if previous and previous.last == index:
        return [(f"{previous.kind} before", 1.0)]
    if len(word) == 1:
        return [("initial before", 1.0)]
    if word in words("direction"):
        return []
    if word in given_names():
        return [("given name before", 1.0)]
    if _sentence_start(text, index):
        return [("start word before", 1.0)]
    return [("capital before", 1.0)]


def _after(text: Words, one: Candidate, following: Candidate | None) -> Features:
    index = one.last + 1
    if index >= len(text):
        return []
    word, gap = text.lower[index], text.gap(one.last)
    found: Features = []
    if following and following.first == index and gap == ", ":
        found.append((f"comma {following.kind} after", 1.0))
    if text.text[one.end : one.end + 2] == "'s":
        found.append(("possessive", 1.0))
    if gap not in (" ", "-", "/"):
        return found
    if text.capital[index]:
        if gap == " " and one.first == one.last and word in surnames():
            found.append(("surname after", 1.0))
        kinds = [kind for kind in ("organisation", "media", "road", "facility", "natural", "unit") if word in words(kind)]
        found += [(f"after: capital {kind}", 1.0) for kind in kinds]
        if not kinds:
            if following and following.first == index:
                found.append((f"{following.kind} after", 1.0))
            elif len(word) == 1:
                found.append(("initial after", 1.0))
            else:
                found.append(("capital after", 1.0))
    else:
        found += [(f"after: {kind}", 1.0) for kind in ("speech", "site", "organisation", "facility", "natural") if word in words(kind)]
    return found


def _persons(text: Words, one: Candidate, people: Persons) -> Features:
    if one.kind != "name" or one.last > one.first:
        return []
    count = people.counts.get(text.lower[one.first], 0)
    return [("part of a person's name", 1.0), ("person's name count", math.log(count))] if count else []


def _shouted(text: Words, one: Candidate) -> bool:
    around = text.text[max(0, one.start - 12) : one.start] + text.text[one.end : one.end + 12]
    letters = [letter for letter in around if letter.isalpha()]
    return bool(letters) and sum(letter.isupper() for letter in letters) > len(letters) * 0.6


def _sentence_start(text: Words, index: int) -> bool:
    position = text.starts[index] - 1
    while position >= 0 and text.text[position] in " \"'([":
        position -= 1
    return position < 0 or text.text[position] in ".!?:\n\r"


def _adjacent(text: Words, index: int) -> bool:
    gap = text.gap(index)
    return gap == " " or (gap == ". " and (len(text.lower[index]) <= 1 or text.lower[index] in words("title")))
