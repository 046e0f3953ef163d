"""Names alike: known parties, their people and outlets under the same words, so that no parse hangs on who it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sayso import lexicon, publishers
from sayso.annotators.toponym_words import common
from sayso.gazetteers.curated import countries
from sayso.parties import parties

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Named", "alike", "named", "restored"]


@dataclass(frozen=True, slots=True)
class StandIn:
    """The word that the parser is given for a word of a known name, by the form of the name or the word's part in it; what it names."""

    form: str
    word: str
    entity: str
    example: str


@dataclass(frozen=True, slots=True)
class Name:
    """A known name: its words, those that stand in for them, and what the parser calls what it names (ORG, GPE, NORP)."""

    words: tuple[str, ...]
    stand_ins: tuple[str, ...]
    entity: str


@dataclass(frozen=True, slots=True)
class Named:
    """A known name at a token of a text."""

    start: int
    name: Name


_TYPED = "''"  # a quotation mark of two apostrophes
_MARKS = ("TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE")  # what a parse adds to the tokens
Names = dict[str, list[Name]]  # by their first word


def named(doc: Doc, language: Language) -> tuple[Named, ...]:
    """Return the known names among the tokens, of several the longest; none in what is all in capitals, where "WHO" may be a word."""
    words = tuple(token.text for token in doc)
    known = _names(language)
    if known.keys().isdisjoint(words):
        return ()
    shouted = all(word.isupper() or not word.isalpha() for word in words)
    return () if shouted else tuple(_found(words, known))


def alike(doc: Doc, names: Sequence[Named]) -> Doc:
    """Return the tokens with the words of the names, and the marks around quotes, put as the same for all of one form.

    Names of as many words are then read alike, whoever they name. Small words inside a name ("for", "al") stay. Quotation marks typed as
    two apostrophes become plain ones, which the parser takes for the start of a quote where they stand before a word.
    """
    from spacy.tokens import Doc as Made

    own = [token.text for token in doc]
    words = ['"' if token.text == _TYPED else token.text for token in doc]
    for one in names:
        words[one.start : one.start + len(one.name.words)] = one.name.stand_ins
    return Made(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc]) if words != own else doc


def restored(parsed: Doc, doc: Doc, names: Sequence[Named], language: Language) -> Doc:
    """Return the tokens as they were, with what the parser made of those that stood in for them."""
    if all(stood.text == token.text for stood, token in zip(parsed, doc, strict=True)):
        return parsed
    doc.from_array(list(_MARKS), parsed.to_array(list(_MARKS)))  # type: ignore[arg-type]  # the stub has not what to_array returns
    lemmatizer = language.get_pipe("lemmatizer")
    for token, stood in zip(doc, parsed, strict=True):
        if token.text != stood.text:
            token.lemma_ = lemmatizer.lemmatize(token)[0]  # type: ignore[attr-defined]  # a pipe is any callable to its type
    _call(doc, names)
    return doc


def _call(doc: Doc, names: Sequence[Named]) -> None:
    """Call each name what it is known to name; an entity that holds it whole keeps its length, one that holds a part of it goes."""
    from spacy.tokens import Span

    for one in names:
        if one.name.entity:
            start, end = one.start, one.start + len(one.name.words)
            over = [entity for entity in doc.ents if entity.start < end and start < entity.end]
            whole = [entity for entity in over if entity.start <= start and end <= entity.end]
            start, end = (whole[0].start, whole[0].end) if whole else (start, end)
            doc.ents = (*(entity for entity in doc.ents if entity not in over), Span(doc, start, end, one.name.entity))


def _found(words: tuple[str, ...], names: Names) -> Iterator[Named]:
    index = 0
    while index < len(words):
        begun = names.get(words[index])
        if begun is None:
            index += 1
            continue
        fits = (name for name in begun if words[index : index + len(name.words)] == name.words)
        found = max(fits, key=lambda name: len(name.words), default=None)
        if found:
            yield Named(index, found)
        index += len(found.words) if found else 1


@cache
def _names(language: Language) -> Names:
    found: Names = {}
    forms = dict(_forms())
    for name, form in forms.items():
        words = tuple(token.text for token in language.make_doc(name))
        found.setdefault(words[0], []).append(Name(words, _stand_ins(words, form), _row(form).entity))
    return found


def _forms() -> Iterator[tuple[str, str]]:
    """Yield each known name with its form; a later one goes before an earlier one of the same words."""
    for row in publishers.listed():
        yield from ((name, "name") for name in _distinct(row.name, *row.aliases))
    for party in parties().values():
        form = "state" if party.kind == "state" else "name"
        yield from ((name, form) for name in _distinct(party.name, *party.aliases))
        yield from ((name, "adjective") for name in party.adjectives)
    for country in countries():
        yield from ((name, "state") for name in country.names)
        yield from ((name, "people" if name.endswith("s") else "adjective") for name in country.demonyms)


def _distinct(*names: str) -> Iterator[str]:
    """Yield the names, without their article, that are no everyday words; one in capitals is none."""
    bare = (name.removeprefix("the ").removeprefix("The ") for name in names)
    yield from (name for name in bare if name.split()[-1:] and _is_name(name))


def _is_name(name: str) -> bool:
    """Tell whether a name is no everyday word, and no description that ends in one: "Ruritanian army"."""
    return name.isupper() or (name.casefold() not in common() and not name.replace("-", " ").split()[-1][0].islower())


def _stand_ins(words: tuple[str, ...], form: str) -> tuple[str, ...]:
    if len(words) == 1:
        return (_row(form).word,)
    capital = [index for index, word in enumerate(words) if word[:1].isupper()]
    return tuple(word if i not in capital else _row("last" if i == capital[-1] else "first").word for i, word in enumerate(words))


@cache
def _row(form: str) -> StandIn:
    rows: tuple[StandIn, ...] = lexicon.table("lexicons/names_alike.csv", StandIn)
    return next(row for row in rows if row.form == form)
