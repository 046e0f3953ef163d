"""Scan: the capitalised words of a text that may name a place."""

from __future__ import annotations

from collections.abc import Iterator

from sayso.annotators.toponym_text import Candidate, Words, candidate
from sayso.annotators.toponym_unknown import guess, marked, named_run, respelt
from sayso.annotators.toponym_words import abbreviations, others, words
from sayso.gazetteers.entry import How
from sayso.gazetteers.folding import bare, fold
from sayso.gazetteers.local import Gazetteer, Named

__all__ = ["scan"]

_LONGEST = 6  # words in a name
_SPELT = 4  # words in a name that is looked for in another spelling
_KNOWN = 100_000  # people: only so large a place is seen in a word with an s too many


def scan(text: Words, gazetteer: Gazetteer) -> Iterator[Candidate]:
    """Yield the candidates in reading order; none overlaps another."""
    index = 0
    while index < len(text):
        found = _at(text, index, gazetteer) if text.capital[index] or _article(text, index) else None
        if found is None:
            index += 1
            continue
        yield found
        index = found.last + 1


def _at(text: Words, index: int, gazetteer: Gazetteer) -> Candidate | None:
    run = _run(text, index)
    named = named_run(text, index)
    road = _ends_in(text, index, run, "road")
    if road is not None:
        return candidate(text, index, road, "road", ())
    known = _known(text, index, gazetteer)
    if known is not None and known.last < named:
        return _respelt(text, index, named, gazetteer) or known
    known = known or _pattern(text, index, run)
    return known or guess(text, index, named, gazetteer) or marked(text, index, named)


def _respelt(text: Words, index: int, last: int, gazetteer: Gazetteer) -> Candidate | None:
    # "Ain Fijeh" is Ayn al-Fijah before it is a place called Ain.
    if text.lower[index] not in words("generic") or not last - index < _SPELT:
        return None
    named = respelt(fold(text.text[text.starts[index] : text.ends[last]]), gazetteer)
    return candidate(text, index, last, "guess", named) if named else None


def _known(text: Words, index: int, gazetteer: Gazetteer) -> Candidate | None:
    for last in _lasts(text, index):
        with_site = _with_site(text, index, last, gazetteer)
        if with_site is not None:
            return with_site
        start, end = text.starts[index], text.ends[last]
        form = text.text[start:end]
        key = fold(form)
        if key in others():
            return None
        named = gazetteer.under(key) or (gazetteer.under(bare(key)) if _article(text, index) else ())
        named = _fit(named, text, index, last, form)
        if any(one.how == How.CURATED and one.place.feature == "BLDG" for one in named):
            named = tuple(one for one in named if one.how != How.ALTERNATE)  # "White House" is no town with a white house for a name
        if named and not (last == index and _opens(text, index)):
            kind = "demonym" if any(one.how == How.DEMONYM for one in named) else "name"
            if kind == "demonym":
                named = tuple(one for one in named if one.how == How.DEMONYM)
            return candidate(text, index, last, kind, named, key)
    return _lost_apostrophe(text, index, gazetteer)


def _with_site(text: Words, index: int, last: int, gazetteer: Gazetteer) -> Candidate | None:
    # "Idlib province" is the province; its name is "Idlib". "Al-Quds hospital" is the name of a hospital.
    if last + 1 >= len(text) or text.gap(last) != " " or text.capital[last + 1]:
        return None
    word = text.lower[last + 1]
    facility = word in words("facility")
    if not facility and word not in words("unit"):
        return None
    key = fold(text.text[text.starts[index] : text.ends[last + 1]])
    named = tuple(one for one in gazetteer.under(key) if one.how < How.SHORT and one.place.feature[:3] != "PPL")
    if not named and word in words("first level"):
        named = _first_level(fold(text.text[text.starts[index] : text.ends[last]]), gazetteer)
    return candidate(text, index, last + 1 if facility else last, "name", named, key) if named else None


def _first_level(key: str, gazetteer: Gazetteer) -> tuple[Named, ...]:
    # Reports say province, state and governorate for one another: "Idlib province" is Idlib Governorate, not the town.
    for name in (key, *(f"{key} {word}" for word in sorted(words("first level")))):
        named = tuple(one for one in gazetteer.under(name) if one.how < How.SHORT and one.place.feature == "ADM1")
        if named:
            return named
    return ()


def _opens(text: Words, index: int) -> bool:
    # "Dar" in "Dar al Kabirah" is the first word of a name that the gazetteer lacks, and no name by itself.
    if text.lower[index] not in words("generic") or text.gap(index) not in (" ", "-") or index + 1 >= len(text):
        return False
    if text.capital[index + 1]:
        return True
    return text.lower[index + 1] in words("particle") and text.gap(index + 1) in (" ", "-") and text.capital[index + 2]


def _lost_apostrophe(text: Words, index: int, gazetteer: Gazetteer) -> Candidate | None:
    # "Syrias Aleppo": texts that went through a bad conversion have lost the mark of the possessive.
    form = text.text[text.starts[index] : text.ends[index]]
    if len(form) < 6 or not form.endswith("s") or text.gap(index) != " ":
        return None
    named = tuple(one for one in gazetteer.under(fold(form[:-1])) if one.how <= How.CURATED and one.place.population >= _KNOWN)
    return Candidate(text.starts[index], text.ends[index] - 1, index, index, "name", fold(form[:-1]), named) if named else None


def _lasts(text: Words, index: int) -> list[int]:
    lasts = []
    last = index
    while True:
        if text.capital[last]:
            lasts.append(last)
        if last - index + 1 >= _LONGEST or last + 1 >= len(text) or not text.joined(last):
            break
        last += 1
        if not text.capital[last] and text.lower[last] not in words("connective"):
            break
    return lasts[::-1]


def _fit(named: tuple[Named, ...], text: Words, index: int, last: int, form: str) -> tuple[Named, ...]:
    if fold(form) in abbreviations() and "." not in form and text.text[text.ends[last] : text.ends[last] + 1] != ".":
        named = tuple(one for one in named if one.how != How.CURATED)
    if not named or last > index:
        return tuple(one for one in named if one.how != How.SHORT)
    small = len(form) <= 3
    if small and not form.isupper() and len(form) < 3 and fold(form) not in abbreviations():
        return ()
    if small and form.isupper():
        postal = text.gap(index - 1) == ", "
        return tuple(
            one
            for one in named
            if one.how in (How.CURATED, How.DEMONYM) or (postal and one.how == How.SHORT) or (one.how == How.MAIN and len(form) > 2)
        )
    return tuple(one for one in named if one.how != How.SHORT)


def _run(text: Words, index: int) -> int:
    last = index
    while last - index < _LONGEST and last + 1 < len(text) and text.capital[last + 1] and text.gap(last) in (" ", "-"):
        last += 1
    return last


def _ends_in(text: Words, index: int, run: int, kind: str) -> int | None:
    for last in range(index + 1, run + 1):
        if text.lower[last] in words(kind):
            return last
    if (
        text.lower[index] in words("road lead")
        and index + 1 < len(text)
        and text.gap(index) in (" ", "-")
        and text.lower[index + 1].isdecimal()
    ):
        return index + 1
    return None


def _pattern(text: Words, index: int, run: int) -> Candidate | None:
    for kind in ("natural", "facility"):
        last = _ends_in(text, index, run, kind)
        if last is not None:
            return candidate(text, index, last, kind, ())
    return None


def _article(text: Words, index: int) -> bool:
    return text.lower[index] in words("article") and text.gap(index) == "-" and text.capital[index + 1]
