"""Singles: "a", "an" and "another" that count one, in an enumeration with other figures ("a woman and 10 militants")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotators.dimensions import counted
from sayso.annotators.syntax import Parsed
from sayso.extractors.rules.signs import signs
from sayso.model import Measure, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["with_singles"]

_PEOPLE = frozenset({"person", "combatant", "prisoner", "resident"})  # kinds of `counted.csv`
_THINGS = frozenset({"building", "service", "vehicle", "weapon", "aircraft", "position", "munition", "household", "body"})
_TAKERS = frozenset({"dobj", "nsubjpass"})


def with_singles(measures: Sequence[Measure], parsed: Sequence[Parsed]) -> tuple[Measure, ...]:
    """Return the measures with one for each person or thing told of in one breath with counted ones, in reading order.

    A bare article elsewhere counts nothing: "a woman and her child were killed" gives no figure.
    """
    counts = [m for m in measures if m.kind == "count"]
    taken = {at for m in measures for span in (m.span, m.noun) if span for at in range(span.start, span.end)}
    inside = {at for m in counts for span in (m.span, m.noun) if span for at in range(span.start, span.end)}
    singles = [single for one in parsed for single in _singles(one, inside) if single.span.start not in taken]
    return tuple(sorted((*measures, *singles), key=lambda m: m.span))


def _singles(parsed: Parsed, inside: set[int]) -> Iterator[Measure]:
    for token in parsed.doc:
        if token.lower_ not in signs("one of a row") or token.dep_ != "det" or not _is_noun(token.head):
            continue
        if _speaks(token.head) or any(child.dep_ == "poss" for word in token.head.conjuncts for child in word.children):
            continue  # "a woman and her child" are no figure, nor is whoever says it
        if any(parsed.offset + other.idx in inside for other in _beside(token.head)):
            noun = parsed.doc[token.i + 1 : token.head.i + 1]
            span = Span(parsed.offset + token.idx, parsed.offset + token.idx + len(token.text))
            yield Measure(span, 1.0, 1.0, unit=token.head.lemma_.lower(), noun=parsed.span(noun))


def _is_noun(token: Token) -> bool:
    return token.pos_ == "NOUN" or token.ent_type_ == "NORP"


def _speaks(noun: Token) -> bool:
    """Tell whether it is who says it, whatever the parser joins it to: "84 killed the monitor and an official said"."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    return after is not None and after.lemma_ in signs("saying")


def _kind(noun: Token) -> str:
    row = counted().get(noun.lemma_.lower())
    return row.kind if row is not None else "person" if noun.ent_type_ == "NORP" else ""


def _beside(noun: Token) -> Iterator[Token]:
    """Yield the words joined to a noun of people or things; for people, also what the verbs joined to its verb are done to."""
    kind = _kind(noun)
    if kind in _PEOPLE | _THINGS:
        yield from noun.conjuncts
    if kind not in _PEOPLE:
        return
    yield from (inner for child in noun.children if child.lower_ == "with" for inner in child.children)
    carrier = _carrier(noun)
    if carrier.dep_ in _TAKERS or _is_short_passive(carrier):
        yield from (child for verb in carrier.head.conjuncts for child in (verb, *verb.children) if child.dep_ in (*_TAKERS, "conj"))
    if noun.dep_ == "conj" and noun.head.pos_ == "VERB":  # "five medics were killed and a nurse badly hurt"
        yield from (child for child in noun.head.children if child.dep_ in _TAKERS)


def _is_short_passive(noun: Token) -> bool:
    """Tell whether something was done to it, with no word that says so: "five were killed and a nurse badly hurt"."""
    bare = not any(child.dep_ in ("aux", "auxpass", "dobj") for child in noun.head.children)
    return noun.dep_ == "nsubj" and noun.head.tag_ == "VBN" and bare


def _carrier(noun: Token) -> Token:
    """Return the noun that a verb takes: the "life" of "claimed the life of a woman"."""
    of_it = noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lemma_.lower() in signs("lost or hurt")
    if noun.dep_ == "pobj" and noun.head.lower_ == "to":  # "causing injuries to a woman"
        hurt = [child for child in noun.head.head.children if child.dep_ == "dobj" and child.lemma_.lower() in signs("lost or hurt")]
        return hurt[0] if hurt else noun
    return noun.head.head if of_it else noun
