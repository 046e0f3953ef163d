"""Language: what a text is written in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso import lexicon

__all__ = ["Language", "LanguageGuess", "language"]

_SAMPLE = 6000  # characters: py3langid is as sure on them as on the whole text
_WHOLE = 300_000  # characters looked through for English further down
_FEW = 40  # letters, below which English cannot be told from another language in Latin script
_ENGLISH = re.compile(r"\b(?:the|of|and)\b", re.IGNORECASE)
_SHARE = 0.04  # of the words are these three: in English reports 0.08 to 0.14, in other languages under 0.01
_SURE = 0.6  # sentences of a dozen words score 0.8 and more in their own language, lists of names 0.1 to 0.4 in any
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class LanguageGuess:
    """A language by its ISO 639-1 code, its English name, and how sure the guess is, from 0 to 1."""

    code: str
    name: str
    score: float


@dataclass(frozen=True, slots=True)
class Language:
    """A language's ISO 639-1 code, the codes of its close kin that are given its name, and its English name."""

    code: str
    name: str
    kin: tuple[str, ...]
    example: str


def language(text: str) -> LanguageGuess | None:
    """Return the language that a text is in, English where a good part of it is, None where the words do not tell.

    The identifier is py3langid (Lui and Baldwin's langid.py); English is first looked for by its commonest words.
    """
    head = text[:_SAMPLE]
    if _reads_english(head) or _reads_english(text[_SAMPLE:_WHOLE]):
        return LanguageGuess("en", "English", 1.0)
    words = _WORD.findall(head)
    letters = "".join(words)
    latin = sum(character < "\u0250" for character in letters)
    if len(letters) < _FEW and 2 * latin >= len(letters):
        return None
    code, score = _identifier().classify(" ".join(words))
    if 2 * latin >= len(letters) and score < _SURE:
        return None
    return LanguageGuess(code, _names().get(code, f"the language '{code}'"), float(score))


def _reads_english(text: str) -> bool:
    return len(_ENGLISH.findall(text)) > _SHARE * len(_WORD.findall(text))


@cache
def _identifier() -> Any:  # py3langid has no types
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


@cache
def _names() -> dict[str, str]:
    return {code: row.name for row in lexicon.table("lexicons/languages.csv", Language) for code in (row.code, *row.kin)}
