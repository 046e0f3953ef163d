"""Forms: part of speech, features and plain form of tokens, worked out once for all that are tagged and parsed alike."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.types import Ints2d

__all__ = ["Forms"]

_BY = ("ORTH", "TAG", "DEP")  # what the ruler goes by
_SET = ("TAG", "DEP", "POS", "MORPH", "LEMMA")  # what it may set; the plain form most often not
_SEEN = frozenset(("LOWER", "TAG", "DEP", "IS_SPACE"))  # what its patterns may ask for
_ANY = "stand"  # a word that no pattern names
_KEPT = 200_000  # plain forms
Key = tuple[int, ...]


class Forms:
    """spaCy's attribute ruler and lemmatizer, with the same results.

    The ruler reads a token by its tag, its dependency, and its word if a pattern names it; so it is asked once for all that agree in these.
    Some of its patterns are over words that stand together ("gon na", "there is"): these are found first, and read together. A plain form
    is worked out once for all that agree in word, part of speech and features.
    """

    def __init__(self, language: Language) -> None:
        from spacy.matcher import Matcher

        self._vocab = language.vocab
        self._ruler = cast("Any", language.get_pipe("attribute_ruler"))
        self._lemmatizer = cast("Any", language.get_pipe("lemmatizer"))
        patterns: Any = [one for row in self._ruler.patterns for one in row["patterns"]]
        self._together = Matcher(language.vocab)
        self._together.add("together", [one for one in patterns if len(one) > 1])
        self._named, self._any = _naming(patterns), self._vocab.strings.add(_ANY)
        self._shown = cache(self._word)
        self._ruled = cache(self._read)
        self._plain: dict[Key, int] = {}

    def __call__(self, doc: Doc) -> None:
        """Set the forms of a document that has tags and dependencies."""
        if not len(doc):
            return
        words = doc.to_array(list(_BY)).tolist()
        found = [self._ruled(((self._shown(word), tag, dependency),))[0] for word, tag, dependency in words]
        for start, end in _merged(sorted((start, end) for _, start, end in self._together(doc))):
            found[start:end] = self._ruled(tuple(tuple(row) for row in words[start:end]))
        keys = [(word, row[2], row[3]) for (word, _, _), row in zip(words, found, strict=True)]
        doc.from_array(list(_SET), _array((*row[:4], row[4] or self._plain.get(key, 0)) for key, row in zip(keys, found, strict=True)))
        self._lemmatize(doc, keys)

    def _word(self, word: int) -> int:
        """Return the word that the ruler is shown for another: itself, if a pattern may ask for it."""
        return word if self._named(self._vocab.strings[word]) else self._any

    def _lemmatize(self, doc: Doc, keys: Sequence[Key]) -> None:
        if len(self._plain) > _KEPT:
            self._plain.clear()
        for token, key in zip(doc, keys, strict=True):
            if token.lemma == 0:
                token.lemma_ = self._lemmatizer.lemmatize(token)[0]
                self._plain[key] = token.lemma

    def _read(self, words: tuple[Key, ...]) -> list[Key]:
        """Return what the ruler makes of some words that stand together."""
        from spacy.tokens import Doc

        doc = Doc(self._vocab, words=[self._vocab.strings[word] for word, _, _ in words])
        doc.from_array(list(_BY[1:]), _array(row[1:] for row in words))
        self._ruler(doc)
        return [tuple(row) for row in doc.to_array(list(_SET)).tolist()]


def _naming(patterns: Iterable[Sequence[dict[str, Any]]]) -> Callable[[str], bool]:
    """Return a function that tells whether a pattern may ask for a word."""
    tokens = [token for pattern in patterns for token in pattern]
    asked = [token["LOWER"] for token in tokens if "LOWER" in token]
    words = {word for one in asked for word in ([one] if isinstance(one, str) else [*one.get("IN", ()), *one.get("NOT_IN", ())])}
    written = [re.compile(one["REGEX"]) for one in asked if not isinstance(one, str) and "REGEX" in one]
    by_more = any(set(token) - _SEEN for token in tokens)
    return lambda word: by_more or word.isspace() or word.lower() in words or any(one.search(word.lower()) for one in written)


def _array(rows: Iterable[Key]) -> Ints2d:
    import numpy

    return cast("Ints2d", numpy.array(list(rows), dtype="uint64"))


def _merged(spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans, which are in order, with those that overlap as one."""
    open_span: tuple[int, int] | None = None
    for start, end in spans:
        if open_span is not None and start < open_span[1]:
            open_span = open_span[0], max(end, open_span[1])
            continue
        if open_span is not None:
            yield open_span
        open_span = start, end
    if open_span is not None:
        yield open_span
