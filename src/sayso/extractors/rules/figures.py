"""Figures: the measures that may be claims, each with its words in the parse and the kind of thing it counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.annotators.dimensions import Counted, counted
from sayso.annotators.syntax import Parsed
from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.uncounted import counts_nothing, speaks
from sayso.model import Measure, Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["Figure", "figures", "lone"]

_COUNTS = frozenset({"count", "percent", "fraction", "ratio", "money"})
_SPEAKERS = frozenset({"person", "combatant", "observer", "resident", "displaced", "survivor", "prisoner"})
_EXTENTS = frozenset({"area", "aid"})  # ground taken is measured, and so is aid: "40 square kilometres", "12 tonnes"


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure that may be a claim.

    `root` is the word that stands for it in the syntax of the sentence, `kind` the kind of thing counted ("person", "vehicle" ...),
    "none" where the text gives no noun and "other" where the noun is not known; `civil` is the status that the noun itself claims.
    """

    measure: Measure
    parsed: Parsed
    tokens: tuple[Token, ...]
    root: Token
    sentence: Tokens
    kind: str
    civil: str

    @property
    def span(self) -> Span:
        """The number with its bound words and, where it stands next to it, the counted noun."""
        noun = self.measure.noun
        near = noun is not None and noun.start >= self.measure.span.start and noun.start - self.measure.span.end <= _NEAR
        return self.measure.span.cover(noun) if near and noun else self.measure.span


_NEAR = 12  # code points between number and noun: "of the", "of their"; more and the noun stands apart


def figures(measures: Sequence[Measure], parsed: Sequence[Parsed]) -> Iterator[Figure]:
    """Yield a figure for each measure of a kind that claims are made of, in reading order."""
    at = 0
    for measure in measures:
        while at < len(parsed) and parsed[at].end <= measure.span.start:
            at += 1
        if at == len(parsed):
            return
        if measure.span.start >= parsed[at].offset:
            found_here = _figure(measure, parsed[at])
            counts = measure.kind in _COUNTS or (measure.kind == "identifier" and _in_a_row(parsed, at))
            yield from (figure for figure in found_here if counts or figure.kind in _EXTENTS)


def _in_a_row(parsed: Sequence[Parsed], at: int) -> bool:
    """Tell whether a line holds a number only, and so does the line before its neighbour or behind it: labels and numbers by turns."""
    return lone(parsed[at]) and any(0 <= place < len(parsed) and lone(parsed[place]) for place in (at - 2, at + 2))


def lone(one: Parsed) -> bool:
    """Tell whether a line holds a number and nothing else."""
    return any(token.like_num for token in one.doc) and all(token.like_num or not token.is_alpha for token in one.doc)


def _figure(measure: Measure, parsed: Parsed) -> Iterator[Figure]:
    measure = _without_state(measure, parsed)
    tokens = tuple(token for span in _pieces(measure) for token in _run(span, parsed))
    if not tokens:
        return
    root = _root(tokens)
    if counts_nothing(measure, tokens, root):
        return
    kind, civil = _kind(measure, tokens)
    if kind in _SPEAKERS and speaks(root, tokens):
        return
    yield Figure(measure, parsed, tokens, root, root.sent, kind, civil)


def _without_state(measure: Measure, parsed: Parsed) -> Measure:
    """Return the measure without a noun that is only a word of state behind it: "21 injured", where people are counted."""
    if measure.noun is None or measure.noun.start < measure.span.end:
        return measure
    noun = list(_run(measure.noun, parsed))
    named = (measure.unit or "").lower() in {form for token in noun for form in (token.lower_, token.lemma_.lower())}
    states = bool(noun) and all(token.tag_ in ("VBN", "VBD", "VBG") for token in noun)
    if bool(noun) and all(token.tag_ == "VBZ" and token.pos_ == "VERB" for token in noun):
        return replace(measure, noun=None, unit=None)  # "the town of 35,000 lies on the river"
    return replace(measure, noun=None) if states and not named else measure


def _pieces(measure: Measure) -> tuple[Span, ...]:
    if measure.noun is None:
        return (measure.span,)
    near = measure.noun.start - measure.span.end <= _NEAR and measure.noun.start >= measure.span.start
    return (measure.span.cover(measure.noun),) if near else tuple(sorted((measure.span, measure.noun)))


def _run(span: Span, parsed: Parsed) -> Iterator[Token]:
    first, last = max(0, span.start - parsed.offset), min(span.end, parsed.end) - parsed.offset
    run = parsed.doc.char_span(first, last, alignment_mode="expand") if first < last else None
    yield from (token for token in run or () if not token.is_space)


def _root(tokens: tuple[Token, ...]) -> Token:
    inside = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in inside or token.head.i == token.i]
    return min(tops, key=lambda token: (token.pos_ in ("ADV", "ADP", "PUNCT"), -_depth_rank(token), token.i))


def _depth_rank(token: Token) -> int:
    return 2 if token.pos_ in ("NOUN", "PROPN") else 1 if token.pos_ in ("NUM", "PRON", "ADJ") else 0


def _kind(measure: Measure, tokens: tuple[Token, ...]) -> tuple[str, str]:
    if measure.kind == "money":
        return "money", ""
    if measure.noun is None and measure.unit is None:
        return "none", ""
    row = _row(measure, tokens)
    if row is None and _is_stretch(tokens[-1]):
        return "settlement", ""
    if row:
        return row.kind, row.civil
    if measure.kind in ("fraction", "percent", "ratio"):
        after = tokens[-1].doc[tokens[-1].i + 1 : tokens[-1].i + 3]
        if [token.lower_ for token in after] == ["of", "those"] or (measure.noun is not None and tokens[-1].ent_type_ == "NORP"):
            return "person", ""
        named = any(token.ent_type_ in ("GPE", "LOC", "FAC") for token in tokens)
        return ("settlement" if named else "fraction"), ""
    last = tokens[-1]
    people = last.text[:1].isupper() and last.text.isalpha() and last.text.endswith(("s", "i", "ese")) and last.i != last.sent.start
    return ("person" if people or last.ent_type_ == "NORP" else "other"), ""


def _is_stretch(noun: Token) -> bool:
    """Tell whether parts of a place are counted: "several parts of Zenda"."""
    of = [inner for child in noun.children if child.lower_ == "of" for inner in child.children]
    return noun.lemma_.lower() in signs("stretch") and any(inner.ent_type_ in ("GPE", "LOC") for inner in of)


def _row(measure: Measure, tokens: tuple[Token, ...]) -> Counted | None:
    """Return the counted thing that the end of the noun names, the longest name first."""
    words = [token.lower_ for token in tokens if any(character.isalpha() for character in token.text)]
    last = next((token for token in reversed(tokens) if token.lower_ in words[-1:]), None)
    unit = (measure.unit or "").lower()
    ends = [words, [*words[:-1], last.lemma_.lower()] if last is not None else [], unit.split()]
    ends = [*(" ".join(end).replace(" - ", "-").split() for end in _with_hyphens(tokens, last)), *ends]
    known = counted()
    for size in range(4, 0, -1):
        for end in ends:
            row = known.get(" ".join(end[-size:])) if len(end) >= size else None
            if row:
                return row
    return None


def _with_hyphens(tokens: tuple[Token, ...], last: Token | None) -> tuple[list[str], ...]:
    """Return the words of a noun that holds a hyphen, as they are and in the singular: "cease-fires"."""
    words = [token.lower_ for token in tokens if token.is_alpha or token.text == "-"]
    if "-" not in words or last is None:
        return ()
    return (words, [*words[:-1], last.lemma_.lower()])
