"""Scoring: how strongly the words of a sentence put a figure on a dimension, by the parse and by what stands close by."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.annotators.triggers import Match
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.fitting import HARM, OPEN, fits_kind, may_be_labelled
from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.totals import totals

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["goes_on_longer", "score"]

_FITS = {
    "object": {"object": 10.0, "to": 5.0},
    "subject": {"subject": 9.5, "exists": 7.0},
    "state": {"predicate": 9.9, "modifier": 9.5, "object": 8.0, "within": 8.0},
    "of": {"of": 9.0, "to": 6.0, "adjunct": 4.0, "for": 6.0},
    "toll": {"equals": 10.0, "of": 9.5, "at": 8.0},
    "adjunct": {"adjunct": 6.0},
}
_PLAIN = frozenset({"AUX", "ADV", "ADJ", "PART", "PRON", "DET"})
_PAST = ("VBD", "VBN")  # "forced 900 people to flee" tells of no force
_WEAK = {"aid": 1.2, "population": 1.2, "forces": 1.0, "access": 1.0, "crowd": 0.6, "trapped": 0.5, "territory": 0.2}  # common words
_OWN_UNITS = 10.2  # "demonstrators arrived": what they are says more than what they did
_CALLED_DEAD = 10.3  # "23 dead guards were taken away": nothing can be done to them any more
_HURT_TO = 8.5  # "injuries to 35 marchers"
_ASIDE = 0.3  # lost for a clause that only describes: "shot 15 guards who were captured"
_UNDERGONE = 9.5  # "have not been found": the words themselves are in the passive
_HARMED = 2.0  # "marchers were hurt": what was done to them says most
_PERSONS = 7.6  # "seven patients were killed": what was done to them says more
_VAGUE = 4.5  # "victims" may have lost anything: any other word says more
_STEP = 1.5  # lost for each conjunct or apposition climbed
_NEAR = 5  # tokens: a participle right behind its figure, a verb right before it
_SURE = 8.8  # from here on a part keeps its own dimension: "(412 killed, 731 injured)"


def score(figure: Figure, match: Match, others: Sequence[Figure], hangs: Sequence[tuple[Token, str, int]]) -> float:
    """Return how strongly the words of a match put a figure on its dimension; 0 for not at all.

    `others` are the figures of the sentence, `hangs` what the figure stands in relation with (`syntax.relations`).
    """
    rule = match.rule
    inside = {token.i for token in figure.tokens}
    if match.wide:
        near = fits_kind(figure, match) and match.holds(figure.tokens) and not _lower(figure, match)
        return 10.0 - _WEAK.get(rule.dimension, 0.0) + 0.2 * len(match.tokens) if near else 0.0
    if rule.role == "label" and may_be_labelled(figure) and all(token.i in inside for token in match.tokens):
        return 9.0
    if totals(figure, match):
        return 8.5
    if len(match.tokens) == 1 and match.head.dep_ in ("aux", "auxpass"):
        return 0.0  # "having left" has no force
    if match.head.i and match.head.nbor(-1).lower_ in signs("of the hardest hit"):
        return 0.0  # "hardest hit: nine districts"
    tried = any(child.dep_ == "amod" and child.lower_ in signs("tried") for child in match.head.children)
    if tried or not fits_kind(figure, match) or (rule.role == "toll" and match.head.tag_ in _PAST):
        return 0.0
    if rule.role == "unit":
        named = match.tokens[-1].i in inside and _is_unit(figure, match)
        own = (
            _VAGUE
            if match.tokens[-1].lemma_.lower() in signs("vague unit")
            else _OWN_UNITS
            if figure.kind == "crowd"
            else _PERSONS
            if figure.kind == "person"
            else 9.2
        )
        return own + 0.1 * len(match.tokens) - _WEAK.get(rule.dimension, 0.0) if named else 0.0
    if match.head.i in inside and match.head.tag_ != "NNS":
        strength = _CALLED_DEAD if rule.role == "state" and rule.dimension == "killed" else 9.6
        return strength - _WEAK.get(rule.dimension, 0.0) if rule.role in ("state", "toll") else 0.0
    fits = _FITS.get(rule.role, {})
    best = 0.0
    for word, relation, steps in hangs:
        if any(word.i == token.i for token in match.tokens) and relation in fits:
            strength = _HURT_TO if relation == "to" and rule.role == "of" and rule.dimension in HARM else fits[relation]
            if word.dep_ == "relcl" and word.head.i == figure.root.i:
                strength -= _ASIDE
            best = max(best, strength - _STEP * steps - 0.02 * abs(word.i - figure.root.i))
        if relation == "object" and rule.role == "subject" and word.i == match.tokens[-1].i and _is_passive(match):
            best = max(best, _UNDERGONE - _STEP * steps)
    if rule.role == "object" and len(match.tokens) > 1 and figure.root.head == match.tokens[-1] and figure.root.dep_ != "conj":
        best = max(best, 10.0)  # "let in two journalists": the parser takes the particle for a preposition
    found = max(best, _beside(figure, match, others))
    if figure.kind in ("crowd", "displaced", "survivor") and rule.dimension in HARM and found:
        found += _HARMED
    if figure.kind == "displaced" and rule.dimension in ("aid", "crowd") and rule.role == "subject" and found > _SURE - 1:
        found += 1 + (rule.dimension == "aid")  # "refugees rallied", "refugees were given food"
    return found - _WEAK.get(rule.dimension, 0.0) if found else 0.0


def goes_on_longer(match: Match, found: Sequence[Match], figure: Figure) -> bool:
    """Tell whether a verb is part of a longer phrase that the figure fits too: the "treat" of "treat 40 children for malnutrition"."""
    more = (other for other in found if other.head.i == match.head.i and len(other.tokens) > max(2, len(match.tokens)))
    return match.rule.role in ("object", "subject") and any(
        other.rule.role == match.rule.role
        and other.rule.dimension != match.rule.dimension
        and fits_kind(figure, other)
        and (not other.wide or other.holds(figure.tokens))
        and not _lower(figure, other)
        for other in more
    )


def _lower(figure: Figure, match: Match) -> bool:
    """Tell whether a figure inside a phrase is not its object but hangs on it by a preposition: "took 34 people from two villages"."""
    return figure.root.dep_ == "pobj" and figure.root.head.lower_ not in ("of", "by") and figure.root.head.i > match.head.i + 1


def _is_unit(figure: Figure, match: Match) -> bool:
    unit = (figure.measure.unit or "").lower()
    last = match.tokens[-1]
    return not unit or unit in (last.lemma_.lower(), last.lower_) or unit.endswith(last.lemma_.lower()) or last.i == figure.tokens[-1].i


def _beside(figure: Figure, match: Match, others: Sequence[Figure]) -> float:
    """Score words that stand close by, for headlines, lists and sentences that the parser got wrong."""
    first, last = figure.tokens[0].i, figure.tokens[-1].i
    before, after = first - match.tokens[-1].i, match.head.i - last
    between = _between(figure, match)
    if any(_holds_figure(token, others) for token in between):
        return 0.0
    role = match.rule.role
    if role in ("object", "state") and after > 0 and _acts_on_another(match.head):
        return 0.0
    if role == "subject" and after > 0 and _is_done_to(match):
        return 0.0
    if role == "label" and _labels(figure, match, between):
        return 7.0
    if role == "toll" and 0 < before <= 14 and not any(token.text in ";." for token in between):
        return 7.0 - 0.15 * before
    if role in ("object", "state") and 0 < after <= _NEAR and match.head.tag_ in ("VBN", "VBD", "JJ", "VBG") and _plain(between):
        return 9.3 - 0.4 * after
    elsewhere = match.head.pos_ == "VERB" and any(token.lower_ in signs("locative") for token in between)  # "was held in two towns"
    if role == "object" and 0 < before <= _NEAR and match.head.pos_ in ("VERB", "NOUN", "PROPN") and _bare(between) and not elsewhere:
        right_behind = 9.55 if match.rule.dimension in ("killed", "wounded") else 8.5
        return right_behind if before == 1 and match.head.pos_ == "VERB" else 7.0 - 0.5 * before
    if role == "subject" and 0 < after <= _NEAR and match.head.pos_ in ("VERB", "NOUN") and _plain(between):
        return 6.5 - 0.5 * after
    if role == "adjunct" and 0 < before <= 14 and figure.tokens[0].i > 0 and figure.parsed.doc[first - 1].lower_ in ("in", "on", "at"):
        return 5.5 - 0.1 * before
    if role == "of" and 1 < before <= _NEAR and between[0].lower_ in ("of", "for") and _bare(between):
        return 6.0 - 0.5 * before
    return 0.0


def _labels(figure: Figure, match: Match, between: Sequence[Token]) -> bool:
    """Tell whether a label stands right before a number or behind a bare one, and is no verb of a sentence: "Injured: 31", "31 injured"."""
    before, after = figure.tokens[0].i - match.tokens[-1].i, match.head.i - figure.tokens[-1].i
    parts = {child.dep_ for child in match.head.children if child.i < match.head.i or child.dep_ in ("xcomp", "ccomp")}
    if 0 < after <= 2:
        return figure.kind in OPEN and not parts & {"xcomp", "ccomp"}  # "some were confirmed to be civilians"
    said = match.head.pos_ == "VERB" and bool(parts & {"nsubj", "aux"})  # "cholera has reached 41 districts"
    return 0 < before <= 2 and all(token.text in ":-–=|" for token in between) and not said


def _is_passive(match: Match) -> bool:
    return len(match.tokens) > 1 and any(token.lemma_ == "be" for token in match.tokens[:-1])


def _is_done_to(match: Match) -> bool:
    """Tell whether a verb is in the passive, so that what stands before it did nothing: "80 doctors were left"."""
    passive = any(child.dep_ == "auxpass" for child in match.head.children)
    return passive and match.rule.role == "subject" and match.tokens[0].lemma_ != "be"


def _acts_on_another(verb: Token) -> bool:
    """Tell whether what stands before a verb is its doer: "300 families lost their homes"."""
    doer = any(child.dep_ == "nsubj" for child in verb.children)
    return doer and any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children)


def _between(figure: Figure, match: Match) -> Sequence[Token]:
    doc = figure.parsed.doc
    first, last = figure.tokens[0].i, figure.tokens[-1].i
    return list(doc[last + 1 : match.head.i] if match.head.i > last else doc[match.tokens[-1].i + 1 : first])


def _holds_figure(token: Token, others: Sequence[Figure]) -> bool:
    return any(token.i == other.root.i for other in others)


def _plain(between: Sequence[Token]) -> bool:
    return all(token.pos_ in _PLAIN or token.lower_ in ("others", "more") or token.is_quote for token in between)


def _bare(between: Sequence[Token]) -> bool:
    return all(token.pos_ in ("ADV", "ADJ", "DET", "ADP", "NUM", "PART", "PRON") for token in between)
