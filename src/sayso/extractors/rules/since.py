"""Since: the first day of what "since" names without its day, or of what has gone on since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.onset import meant
from sayso.extractors.rules.setting import Setting, dates
from sayso.extractors.rules.timeline import Entry, clause_of, happenings, kinds_of

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_record", "since_begun", "total_before"]

_NEXT = 250  # code points: a total goes on into the sentence after, or the one after that
_SUPERLATIVES = frozenset({"JJS", "RBS"})  # "the worst fighting since 2006" counts nothing


def since_begun(figure: Figure, setting: Setting) -> date | None:
    """Return the first day of what "since" names without its day: "since the siege began", where the text tells when it did.

    In "they broke in on 3 May and have since taken nine villages" it is the day of what comes before, as it is in "since then".
    """
    own = clause_of(figure.root)
    for token in figure.sentence:
        if token.lower_ != "since":
            continue
        if token.dep_ == "advmod" and token.head == own:
            before = (e.period for e in setting.entries if e.root.sent == figure.sentence and e.root.i < token.i and dates(e.period))
            return next((period.since for period in before if period.since), None)
        if token.dep_ == "prep" and any(child.lower_ == "then" for child in token.children):
            return _told_before(figure, setting)
        if token.dep_ in ("mark", "prep"):
            clause = token.head if token.dep_ == "mark" else token
            inside = list(clause.subtree)
            if clause.head in (figure.root, own) and figure.root not in inside:  # not "the worst raid since the war began"
                return _begun(figure, inside, setting)
    return None


def is_record(entry: Entry) -> bool:
    """Tell whether "since" only says how long there had been nothing like it: "the highest number since March", "the first since 2004"."""
    if entry.period.rule != "since":
        return False
    for token in entry.root.doc[entry.root.sent.start : entry.root.i]:
        if _is_superlative(token) or _is_compared(token) or (token.lower_ == "first" and token.nbor(1).lower_ in ("time", "such")):
            between = entry.root.doc[token.i : entry.root.i]
            return not any(word.pos_ == "VERB" and word.tag_ != "VBN" for word in between)
    return False


def _told_before(figure: Figure, setting: Setting) -> date | None:
    """Return the first day of what the paragraph told last before the figure's sentence."""
    start = figure.parsed.span(figure.sentence).start
    before = (e.period for e in setting.entries if figure.parsed.offset <= e.period.span.start and e.period.span.end <= start)
    return next((period.since for period in reversed([p for p in before if dates(p)])), None)


def total_before(figure: Figure, setting: Setting) -> date | None:
    """Return the day since which a sentence just before counts: "420 have died since 3 May. Another 80 have been killed in raids".

    What the figure's own sentence names by another word, "the whole war", has begun on a day of its own.
    """
    named = frozenset(word for word in happenings(figure.sentence) if kinds_of(frozenset({word})) == {"campaign"})
    start = figure.parsed.span(figure.sentence).start
    for entry in reversed(setting.entries):
        sentence = entry.root.sent
        end = figure.parsed.offset + sentence.end_char
        if not figure.parsed.offset <= entry.period.span.start < end <= start:
            continue
        if start - end > _NEXT:
            return None
        counts = entry.period.rule == "since" or any(token.lower_ == "since" and token.dep_ == "mark" for token in sentence)
        if named and not named & entry.words:
            return None
        if counts and not any(_is_superlative(token) for token in sentence):
            return entry.period.since
    return None


def _begun(figure: Figure, clause: Sequence[Token], setting: Setting) -> date | None:
    """Return the day that the words after "since" tell, else that of what they name, wherever the text tells it."""
    span = figure.parsed.span(clause[0].doc[clause[0].i : clause[-1].i + 1])
    told = next((e.period.since for e in setting.entries if span.overlaps(e.period.span) and e.period.since), None)
    if told is not None:
        return told
    return next((one.since for one in meant(setting.onsets, happenings(clause))), None)


def _is_compared(token: Token) -> bool:
    """Tell whether a word opens "than any": "more than any storm has killed since 1991"."""
    return token.lower_ == "than" and token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "any"


def _is_superlative(token: Token) -> bool:
    """Tell whether a word is "worst" or "highest"; "at least" and "at most" only bound a figure."""
    return token.tag_ in _SUPERLATIVES and not (token.i > 0 and token.nbor(-1).lower_ == "at")
