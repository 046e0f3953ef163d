"""Assignment: which dimension a figure is put on, from its unit, the words it hangs on, and the figures beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sayso.annotators.triggers import Match, matches
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.fitting import HARM, OPEN, OPEN_TO, PEOPLE, counts_people, fits_kind, may_be_labelled
from sayso.extractors.rules.phrases import closes_before, together
from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.syntax import relations
from sayso.extractors.rules.topics import is_estimate, is_part, is_share
from sayso.extractors.rules.totals import totals
from sayso.model import Reason

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Assignment", "assign"]

_THINGS = frozenset({"building", "service", "position", "vehicle", "weapon", "aircraft"})
_NO_THINGS = frozenset({"none", "other", "fraction", "money", "nothing", "survivor", "victim"})
_LINKS = frozenset({"CCONJ", "PUNCT", "ADP", "DET", "SCONJ", "ADV", "SPACE"})
_PLAIN = frozenset({"AUX", "ADV", "ADJ", "PART", "PRON", "DET"})
_FITS = {
    "object": {"object": 10.0, "to": 5.0},
    "subject": {"subject": 9.5, "exists": 7.0},
    "state": {"predicate": 9.9, "modifier": 9.5, "object": 8.0, "within": 8.0},
    "of": {"of": 9.0, "to": 6.0, "adjunct": 4.0, "for": 6.0},
    "toll": {"equals": 10.0, "of": 9.5, "at": 8.0},
    "adjunct": {"adjunct": 6.0},
}
_PAST = ("VBD", "VBN")  # "forced 900 people to flee" tells of no force
_WEAK = {"aid": 1.2, "population": 1.2, "forces": 1.0, "access": 1.0, "crowd": 0.6, "trapped": 0.5, "territory": 0.2}  # common words
_OWN_UNITS = 10.2  # "demonstrators arrived": what they are says more than what they did
_HARMED = 2.0  # "marchers were hurt": what was done to them says most
_PERSONS = 7.6  # "seven patients were killed": what was done to them says more
_VAGUE = 4.5  # "victims" may have lost anything: any other word says more
_STEP = 1.5  # lost for each conjunct or apposition climbed
_LISTED = 16  # tokens: "22 towns were reported to have been taken, with 12"
_NEAR = 5  # tokens: a participle right behind its figure, a verb right before it
_SURE = 8.8  # from here on a part keeps its own dimension: "(412 killed, 731 injured)"
_DOUBTFUL = 7.0  # below this a number that is plainly a figure for the matter before is that
_LEAST = 3.0  # below this a figure is left alone


@dataclass(frozen=True, slots=True)
class Assignment:
    """The dimensions of a figure, the rules that gave them, and the words these rest on.

    `reasons` and `unit` are given where these words stand in another line.
    """

    dimensions: tuple[str, ...]
    matches: tuple[Match, ...]
    score: float
    inherited: bool = False
    reasons: tuple[Reason, ...] = ()
    unit: str | None = None


def assign(sentence_figures: Sequence[Figure], topic: Assignment | None = None) -> Iterator[Assignment | None]:
    """Yield for each figure of one sentence, in order, what it counts; None where nothing says so.

    `topic` is what the last figure before the sentence counts: a bare number that somebody puts on it counts the same.
    """
    if not sentence_figures:
        return
    found = tuple(matches(sentence_figures[0].sentence))
    given: list[tuple[Figure, Assignment | None]] = []
    for counted in sentence_figures:
        figure, own = _best(counted, found, sentence_figures, given)
        if _is_whole(counted, sentence_figures):
            yield own if own is not None and own.matches[0].rule.role == "unit" else None
            continue
        result = _joined(figure, own, given, found)
        known = next((assigned for _, assigned in reversed(given) if assigned), topic)
        if known is not None and (result is None or _doubtful(result)) and _told_of(figure, known, result):
            result = Assignment(known.dimensions, known.matches, known.score - 3, inherited=True)
        given.append((figure, result))
        yield result


def _best(
    figure: Figure, found: Sequence[Match], others: Sequence[Figure], given: Sequence[tuple[Figure, Assignment | None]]
) -> tuple[Figure, Assignment | None]:
    """Return what a figure counts, a number without a noun taken for things like those before it where the words allow that.

    So in "300 homes were damaged and 45 destroyed" and "took six villages, including two in the north".
    """
    own = _own(figure, found, others)
    before, assigned = given[-1] if given else (None, None)
    if before is None or assigned is None or figure.kind != "none" or before.kind in PEOPLE | _NO_THINGS:
        return figure, own
    filled = replace(figure, kind=before.kind)
    like = _own(filled, found, others)
    heads = {match.head.i for match in assigned.matches}
    same = own is None or any(match.head.i in heads for match in own.matches)
    if like is not None and (own is None or same or (before.kind in _THINGS and like.score >= own.score)):
        return filled, like
    return (filled if own is None and before.kind in _THINGS else figure), own


def _is_whole(figure: Figure, others: Sequence[Figure]) -> bool:
    """Tell whether it is what the figure before is a part of: the "five" of "three of the five bridges"."""
    doc, first = figure.parsed.doc, figure.tokens[0].i
    start = first - 1 if first and doc[first - 1].pos_ in ("DET", "PRON") else first
    if start > 2 and doc[start - 1].tag_ == "POS":  # "half of the town's 12 bakeries"
        owner = doc[start - 2]
        start = min(owner.left_edge.i, start)
    if start < 2 or doc[start - 1].lower_ != "of":
        return False
    if start > 2 and doc[start - 2].lower_ == "out":  # "15 districts out of the 54"
        return any(other.tokens[-1].i == start - 3 for other in others)
    people = figure.kind in ("person", "household")  # "six members of one family"
    if people and any(other is not figure and other.tokens[-1].i == start - 2 and _counts_members(other) for other in others):
        return True
    return any(
        other.measure.part and figure.parsed.offset + doc[start - 2].idx < other.measure.span.end <= figure.measure.span.start
        for other in others
    )


def _counts_members(figure: Figure) -> bool:
    return figure.kind == "person" and figure.measure.kind == "count"


def _own(figure: Figure, found: Sequence[Match], others: Sequence[Figure]) -> Assignment | None:
    hangs = tuple(relations(figure.root))
    found = [match for match in found if not _goes_on_longer(match, found, figure)]
    found = [match for match in found if not (match.wide and closes_before(match, found, figure))]
    scored = [(score, match) for match in found if (score := _score(figure, match, others, hangs)) >= _LEAST]
    if not scored:
        return None
    best, top = max(scored, key=lambda pair: (pair[0], -pair[1].head.i))
    chosen = [match for score, match in scored if match is top or together(match, top)]
    return Assignment(tuple(dict.fromkeys(match.rule.dimension for match in chosen)), tuple(chosen), best)


def _goes_on_longer(match: Match, found: Sequence[Match], figure: Figure) -> bool:
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


def _score(figure: Figure, match: Match, others: Sequence[Figure], hangs: Sequence[tuple[Token, str, int]]) -> float:
    rule = match.rule
    inside = {token.i for token in figure.tokens}
    if match.wide:
        near = fits_kind(figure, match) and match.holds(figure.tokens) and not _lower(figure, match)
        return 10.0 - _WEAK.get(rule.dimension, 0.0) + 0.2 * len(match.tokens) if near else 0.0
    if rule.role == "label" and may_be_labelled(figure) and all(token.i in inside for token in match.tokens):
        return 9.0
    if totals(figure, match):
        return 8.5
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
        return 9.6 - _WEAK.get(rule.dimension, 0.0) if rule.role in ("state", "toll") else 0.0
    fits = _FITS.get(rule.role, {})
    best = 0.0
    for word, relation, steps in hangs:
        if any(word.i == token.i for token in match.tokens) and relation in fits:
            best = max(best, fits[relation] - _STEP * steps - 0.02 * abs(word.i - figure.root.i))
    if rule.role == "object" and len(match.tokens) > 1 and figure.root.head == match.tokens[-1] and figure.root.dep_ != "conj":
        best = max(best, 10.0)  # "let in two journalists": the parser takes the particle for a preposition
    score = max(best, _beside(figure, match, others))
    if figure.kind in ("crowd", "displaced") and rule.dimension in HARM and score:
        score += _HARMED
    if figure.kind == "displaced" and rule.dimension == "crowd" and rule.role == "subject" and score > _SURE - 1:
        score += 1  # "refugees rallied"
    return score - _WEAK.get(rule.dimension, 0.0) if score else 0.0


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
    if role == "label" and ((0 < before <= 2 and all(t.text in ":-–=|" for t in between)) or (0 < after <= 2 and figure.kind in OPEN)):
        return 7.0
    if role == "toll" and 0 < before <= 14 and not any(token.text in ";." for token in between):
        return 7.0 - 0.15 * before
    if role in ("object", "state") and 0 < after <= _NEAR and match.head.tag_ in ("VBN", "VBD", "JJ", "VBG") and _plain(between):
        return 9.3 - 0.4 * after
    if role == "object" and 0 < before <= _NEAR and match.head.pos_ in ("VERB", "NOUN", "PROPN") and _bare(between):
        right_behind = 9.55 if match.rule.dimension in ("killed", "wounded") else 8.5
        return right_behind if before == 1 and match.head.pos_ == "VERB" else 7.0 - 0.5 * before
    if role == "subject" and 0 < after <= _NEAR and match.head.pos_ in ("VERB", "NOUN") and _plain(between):
        return 6.5 - 0.5 * after
    if role == "adjunct" and 0 < before <= 14 and figure.tokens[0].i > 0 and figure.parsed.doc[first - 1].lower_ in ("in", "on", "at"):
        return 5.5 - 0.1 * before
    if role == "of" and 1 < before <= _NEAR and between[0].lower_ in ("of", "for") and _bare(between):
        return 6.0 - 0.5 * before
    return 0.0


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


def _joined(
    figure: Figure, own: Assignment | None, given: Sequence[tuple[Figure, Assignment | None]], found: Sequence[Match]
) -> Assignment | None:
    """Let a part, or a figure joined to the one before it, take that one's dimensions where it has none of its own."""
    before, assigned = given[-1] if given else (None, None)
    if before is None or assigned is None:
        return own
    if (is_part(figure) or figure.measure.part) and counts_people(figure) and (own is None or own.score < _SURE):
        whole = assigned if not assigned.inherited else next((a for f, a in reversed(given) if a and not f.measure.part), assigned)
        return Assignment(whole.dimensions, whole.matches, whole.score - 1, inherited=True)
    if own is not None:
        return own
    gap = figure.parsed.doc[before.tokens[-1].i + 1 : figure.tokens[0].i]
    heads = {match.head.i for match in assigned.matches}
    verbs = any(token.pos_ == "VERB" and token.i not in heads for token in gap)
    joined = len(gap) <= 4 and all(token.pos_ in _LINKS for token in gap)
    listed = bool(len(gap)) and gap[-1].pos_ in ("CCONJ", "PUNCT")
    shared = len(gap) <= 10 and not verbs and (listed or figure.measure.noun is None)
    opened = bool(len(gap)) and gap[-1].lower_ in ("with", "including") and figure.kind == "none" and len(gap) <= _LISTED
    things = figure.measure.part and len(gap) <= _NEAR and figure.kind in _THINGS and before.kind in _THINGS  # "among them 14 schools"
    if (
        joined
        or shared
        or opened
        or things
        or (figure.measure.part and len(gap) <= _NEAR and not any(token.pos_ == "ADP" for token in gap[:-1]))
    ):
        return _relayed(figure, assigned, found)
    return None


def _relayed(figure: Figure, assigned: Assignment, found: Sequence[Match]) -> Assignment | None:
    """Return the assignment that the words of the figure before give to this one's kind of thing."""
    heads = {match.head.i for match in assigned.matches}
    fitting = [match for match in found if match.head.i in heads and match.rule.role != "unit" and fits_kind(figure, match)]
    same = [match for match in fitting if match.rule.dimension in assigned.dimensions]
    if same or (counts_people(figure) and set(assigned.dimensions) & OPEN_TO):
        return Assignment(assigned.dimensions, assigned.matches, assigned.score - 1, inherited=True)
    if not fitting:
        things = (
            figure.measure.noun is None and figure.measure.kind == "count" and all(match.rule.role == "unit" for match in assigned.matches)
        )  # "nine raids on Monday and 14 since"
        return Assignment(assigned.dimensions, assigned.matches, assigned.score - 2, inherited=True) if things else None
    return Assignment((fitting[0].rule.dimension,), (fitting[0],), assigned.score - 2, inherited=True)


def _doubtful(result: Assignment) -> bool:
    return result.score < _DOUBTFUL and not any(match.rule.role in ("toll", "unit", "label") for match in result.matches)


def _told_of(figure: Figure, known: Assignment, result: Assignment | None) -> bool:
    """Tell whether it is a figure for what was counted before, or some of that: "3,000 of them are from the town"."""
    part = result is None and figure.measure.part and figure.kind == "none" and is_part(figure)
    people = figure.kind in PEOPLE and bool(set(known.dimensions) & OPEN_TO)
    return part or (result is None and is_share(figure)) or is_estimate(figure, people)
