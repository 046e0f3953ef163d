"""Unknown names: places that the gazetteer lacks, or has under another spelling."""

from __future__ import annotations

from dataclasses import replace
from difflib import SequenceMatcher

from sayso.annotators.toponym_text import Candidate, Words, candidate
from sayso.annotators.toponym_words import common, given_names, words
from sayso.gazetteers.entry import How
from sayso.gazetteers.folding import bare, fold, tight
from sayso.gazetteers.local import Gazetteer, Named

__all__ = ["guess", "marked", "named_run", "respelt"]

_LONGEST = 6  # words in a name
_GUESSED = 5  # letters: a shorter word is too like too many names to guess at
_RESPELT = 0.9  # the same of another spelling: over events of many countries, seven in eight of these are near the place that is meant
_SPELLINGS = 6  # spellings of one name that are looked up
_ALIKE = 0.75  # share of letters in common with the place's name that a guess needs


def marked(text: Words, index: int, run: int) -> Candidate | None:
    """Return an unknown name that the text marks as a place's ("the village of X", "X district"), or None."""
    return candidate(text, index, run, "marked", ()) if not _everyday(text, index, run) and _site(text, index, run) else None


def guess(text: Words, index: int, run: int, gazetteer: Gazetteer) -> Candidate | None:
    """Return an unknown name where a place is named that is spelt like a known place, or None."""
    if _everyday(text, index, run) or run - index > 3 or not (_site(text, index, run) or _placed(text, index)):
        return None
    start, end = text.starts[index], text.ends[run]
    if end - start < _GUESSED:
        return None
    key = fold(text.text[start:end])
    named = (*respelt(key, gazetteer), *(one for one in gazetteer.guesses(key) if _alike(key, one)))
    return (
        candidate(text, index, run, "guess", tuple({one.place.id: one for one in reversed(named)}.values())[::-1], key) if named else None
    )


def respelt(key: str, gazetteer: Gazetteer) -> tuple[Named, ...]:
    """Return the places that have a folded name in another spelling: joined or parted, with other vowels or doubled letters."""
    spellings = [(_likeness(tight(key), tight(other)), other) for other in gazetteer.alike(key)]
    close = sorted(((likeness, other) for likeness, other in spellings if likeness >= _RESPELT), reverse=True)
    found = (one for _, other in close[:_SPELLINGS] for one in gazetteer.under(other) if one.how <= How.ALTERNATE)
    return tuple(replace(one, guess=True) for one in found if one.place.feature.startswith(("PPL", "ADM")))


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other)
    return matcher.ratio() if matcher.real_quick_ratio() >= _RESPELT and matcher.quick_ratio() >= _RESPELT else 0.0


def named_run(text: Words, index: int) -> int:
    """Return the last word of the name that begins here, small words such as "al" inside it included."""
    last = step = index
    while step - index < _LONGEST and step + 1 < len(text) and text.gap(step) in (" ", "-"):
        step += 1
        if text.capital[step]:
            last = step
        elif text.lower[step] not in words("particle"):
            break
    return last


def _site(text: Words, index: int, run: int) -> bool:
    if index > 1 and text.lower[index - 1] == "of" and text.lower[index - 2] in words("before name") and text.gap(index - 1) == " ":
        return True
    return run + 1 < len(text) and text.gap(run) == " " and text.lower[run + 1] in words("before name") and not text.capital[run + 1]


def _placed(text: Words, index: int) -> bool:
    if not index or text.gap(index - 1) != " ":
        return False
    before = text.lower[index - 1]
    return before in ("of", "on") or before in words("place preposition") or before in words("direction")


def _alike(key: str, one: Named) -> bool:
    return SequenceMatcher(None, bare(key), bare(fold(one.place.name))).ratio() >= _ALIKE


def _everyday(text: Words, index: int, run: int) -> bool:
    if run > index and text.lower[index] in words("generic"):
        return False
    word = text.lower[index]
    return word in common() or word in given_names() or any(word in words(kind) for kind in ("calendar", "title", "organisation", "unit"))
