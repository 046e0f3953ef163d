"""Doers: who is said to have done what a figure counts, given only where the text says it plainly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotators.triggers import Match
from sayso.extractors.rules.assignment import Assignment
from sayso.extractors.rules.attackers import attackers
from sayso.extractors.rules.deeds import DEEDS, MEANS, PEOPLE, acts, is_of_a_country, kind_of
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.subjects import goes_on, meant, subject_of
from sayso.model import Mention

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["actors"]

_HARM = frozenset({"killed", "wounded", "missing", "detained", "displaced", "trapped", "strikes", "attacks", "munitions", "equipment",
                   "infrastructure", "territory"})  # fmt: skip
_HELP = frozenset({"aid", "evacuated"})
_INSIDE = ("amod", "compound", "nmod", "poss", "punct", "npadvmod", "case")


def actors(text: str, together: Sequence[Figure], given: Sequence[Assignment | None]) -> list[Mention | None]:
    """Return for each figure of one sentence who is said to have done it, None where no plain words say so.

    A figure that the same words carry, that is a part of another or joined to it, has the doer of that one.
    """
    own = [_actor(text, figure, assigned, together) if assigned else None for figure, assigned in zip(together, given, strict=True)]
    return [one or _shared(at, together, given, own) for at, one in enumerate(own)]


def _actor(text: str, figure: Figure, assigned: Assignment, others: Sequence[Figure]) -> Mention | None:
    """Return who did it where the words that carry the figure say so, None where they do not."""
    dimensions = set(assigned.dimensions)
    if assigned.inherited and _has_own_doer(figure):
        return None
    if not dimensions & (_HARM | _HELP) or _fell_on_both_sides(figure, others):
        return None
    joined = {figure.root.i, *(token.i for token in figure.root.conjuncts)}
    still = [other for other in others if other.kind not in DEEDS | MEANS | PEOPLE or other.root.i in joined]
    taken = {token.i for other in still if other.kind not in DEEDS | MEANS and other.root.pos_ != "PROPN" for token in other.tokens}
    own = (figure.root,) if figure.kind in DEEDS | MEANS else figure.tokens  # "11 army raids" name who flew them
    counts = {token.lemma_.lower() for token in own}
    for match in assigned.matches:
        if match.head.doc is not figure.parsed.doc or (match.rule.role == "state" and _is_apart(match.head, figure)):
            continue
        for found in attackers(figure, match) if dimensions & _HARM else _helpers(match):
            if _named(found) == found and _is_nameless(found):
                break
            if found.i not in taken and (_does(found) or found.lemma_.lower() not in counts) and not _is_what_is_counted(found, figure):
                return _phrase(text, figure, _named(found))
    return None


def _fell_on_both_sides(figure: Figure, others: Sequence[Figure]) -> bool:
    """Tell whether fighters are counted with others whom they may have fought: "nine soldiers and three rebels died in the raid"."""
    beside = [other for other in others if other.kind == figure.kind == "combatant" and other.root in figure.root.conjuncts]
    return any(other.root.lemma_ != figure.root.lemma_ for other in beside)


def _does(token: Token) -> bool:
    """Tell whether a word stands as who does it, and not as whose attack it is: "fighters of one army detained nine fighters"."""
    return token.dep_ == "nsubj" or (token.dep_ == "pobj" and token.head.lower_ == "by")


def _is_what_is_counted(token: Token, figure: Figure) -> bool:
    """Tell whether a figure says how many of a noun there are: "a population of 40,000"."""
    of = figure.root.head
    return figure.root == token or (figure.root.dep_ == "pobj" and of.lower_ == "of" and of.head == token)


def _is_apart(word: Token, figure: Figure) -> bool:
    """Tell whether a word that the figure was only near is in another clause: "broke a siege of two towns, cutting off a road"."""
    return word.pos_ == "VERB" and word.dep_ == "advcl" and figure.root not in word.subtree and word not in figure.root.subtree


def _named(token: Token) -> Token:
    """Return the name beside a common noun for who did it: "the armed group, the Valley Front,", "the armed group Valley Front"."""
    if token.pos_ == "PROPN":
        return token
    names = (child for child in token.children if child.dep_ == "appos" and child.pos_ == "PROPN" and child.i > token.i)
    name = next((name for name in names if name.nbor(-1).text not in ("(", "[")), None)
    return name or _name_behind(token) or _name_before(token) or token


def _name_behind(token: Token) -> Token | None:
    """Return the name that follows right behind "group": "the armed group Valley Front killed nine people"."""
    last = token
    while last.i + 1 < len(token.doc) and last.nbor(1).pos_ == "PROPN" and token.lemma_.lower() in signs("nameless"):
        last = last.nbor(1)
    return last if last != token else None


def _name_before(token: Token) -> Token | None:
    """Return the name that a noun with "a" only explains: "the Valley Front an alliance of fighters took nine villages"."""
    article = next((child for child in token.children if child.lower_ in ("a", "an")), None)
    before = article.nbor(-1) if article is not None and article.i > token.sent.start else None
    return before if before is not None and before.pos_ == "PROPN" and acts(before) else None


def _shared(at: int, together: Sequence[Figure], given: Sequence[Assignment | None], own: Sequence[Mention | None]) -> Mention | None:
    mine, assigned = together[at], given[at]
    if assigned is None or not set(assigned.dimensions) & (_HARM | _HELP):
        return None
    nearest = sorted(range(len(own)), key=lambda other: (abs(other - at), other > at))
    return next((own[i] for i in nearest if own[i] and (one := given[i]) and _go_together(mine, assigned, together[i], one)), None)


def _go_together(mine: Figure, assigned: Assignment, other: Figure, given: Assignment) -> bool:
    """Tell whether one sentence tells of two figures in one breath."""
    if {mine.kind, other.kind} == {"combatant"} and mine.measure.unit != other.measure.unit:
        return False  # "nine soldiers and 12 rebels died": each was killed by the other side
    if _has_own_doer(mine) and other.tokens[0].i < mine.tokens[0].i:
        return False
    if bool(set(assigned.dimensions) & _HELP) != bool(set(given.dimensions) & _HELP):
        return False
    if {match.head.i for match in assigned.matches} & {match.head.i for match in given.matches}:
        return True
    if _is_short_for(mine, other) or _is_short_for(other, mine):
        return True
    return bool(_breath(mine, assigned) & _breath(other, given)) and not _has_own_scene(mine, assigned, other)


def _is_nameless(token: Token) -> bool:
    """Tell whether it only stands for somebody named before: "the group", "the armed faction's attack"."""
    said = [child for child in token.children if child.i < token.i]
    named = any(child.pos_ in ("PROPN", "NOUN") or child.ent_type_ == "NORP" for child in said)
    return token.lemma_.lower() in signs("nameless") and any(child.lower_ in ("the", "this") for child in said) and not named


def _has_own_doer(figure: Figure) -> bool:
    """Tell whether a name without its verb stands before a figure: "the union gave 40 tents, and Japan nine"."""
    first = figure.tokens[0]
    return first.i > 0 and first.nbor(-1).pos_ == "PROPN"


def _breath(figure: Figure, assigned: Assignment) -> set[int]:
    """Return the words that carry a figure and those joined to them that have no doer of their own."""
    heads = [match.head for match in assigned.matches if match.head.doc is figure.parsed.doc]
    near = [figure.root, *heads, *(head.head for head in heads if head.dep_ in ("acl", "acomp", "oprd", "amod"))]
    joined = [word for one in near for word in one.conjuncts if goes_on(*sorted((one, word), key=lambda token: token.i))]
    joined = [word for word in joined if not any(child.dep_ == "nsubj" for child in word.children)]
    joined += [head.head.head for head in heads if head.dep_ == "pcomp" and head.head.lower_ == "with"]  # ", with nine injured"
    return {word.i for word in (*near, *joined) if word.pos_ in ("VERB", "NOUN", "NUM")} | {head.i for head in heads}


def _is_short_for(first: Figure, second: Figure) -> bool:
    """Tell whether only a verb and "and" stand between two figures: "six people were killed and 15 injured in rebel attacks"."""
    between = first.parsed.doc[first.tokens[-1].i + 1 : second.tokens[0].i]
    plain = all(token.pos_ in ("AUX", "VERB", "PUNCT", "CCONJ", "ADV") and token.lower_ not in signs("contrary") for token in between)
    return plain and any(token.pos_ == "VERB" for token in between) and any(token.pos_ == "CCONJ" for token in between)


def _has_own_scene(mine: Figure, assigned: Assignment, other: Figure) -> bool:
    """Tell whether a figure has a place or a cause of its own before the other one: "nine died in the east and 12 in army strikes"."""
    heads = [match.head for match in assigned.matches if match.head.doc is mine.parsed.doc]
    scenes = [child for head in heads for child in head.children if child.dep_ == "prep" and child.lower_ in signs("locative")]
    return any(mine.tokens[-1].i < scene.i < other.tokens[0].i for scene in scenes)


def _helpers(match: Match) -> Iterator[Token]:
    """Yield who gave, brought or helped: the subject of a verb, or who stands behind "by"."""
    trigger = match.head
    verb = trigger if trigger.pos_ == "VERB" else None
    for word in (trigger, match.tokens[-1]):
        for child in word.children:
            if child.lower_ == "by" and child.dep_ in ("agent", "prep"):
                yield from (inner for inner in child.children if inner.dep_ == "pobj" and _gives(inner))
    if verb is not None and match.rule.role == "object" and verb.lemma_.lower() not in signs("takes"):
        subject = subject_of(verb)
        if subject is not None and subject.lower_ in ("it", "they"):
            yield from meant(verb, _gives)
        yield from (subject,) if subject is not None and _gives(subject) else ()


def _gives(token: Token) -> bool:
    """Tell whether somebody may give or rescue: a name or a body."""
    named = (token.pos_ == "PROPN" and token.ent_type_ not in ("DATE", "TIME")) or token.ent_type_ in ("ORG", "GPE")
    return acts(token) or (named and not kind_of(token)) or token.lemma_.lower() in signs("gives")


def _phrase(text: str, figure: Figure, token: Token) -> Mention:
    own = {token.i} | {t.i for t in token.children if t.dep_ in _INSIDE and t.i < token.i}
    first = token.i - 1 if is_of_a_country(token) else token.i
    while first - 1 in own or (first > 0 and token.doc[first - 1].head.i in own and token.doc[first - 1].dep_ not in ("det", "nummod")):
        first -= 1
        own.add(first)
    span = figure.parsed.span(token.doc[first : _last(token) + 1])
    return Mention(span.of(text), span)


def _last(token: Token) -> int:
    """Return where a name ends that goes on behind its noun: "troops of the Valley Front", "Armed Forces of Ruritania"."""
    for child in token.children:
        if child.i == token.i + 1 and child.dep_ == "prep" and child.lower_ in ("of", "from", "with"):
            name = next((inner for inner in child.children if inner.dep_ == "pobj"), None)
            if name is not None and (name.pos_ == "PROPN" or acts(name)) and not any(inner.pos_ == "NUM" for inner in name.subtree):
                return (_name_behind(name) or name).i
    return token.i
