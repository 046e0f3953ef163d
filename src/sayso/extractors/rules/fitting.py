"""Fitting: whether a figure counts the kind of thing that words put on a dimension."""

from __future__ import annotations

from sayso.annotators.triggers import Match
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.signs import signs

__all__ = ["GOODS", "HARM", "OPEN", "OPEN_TO", "PEOPLE", "THINGS", "counts_people", "fits_kind", "may_be_labelled"]

PEOPLE = frozenset({"person", "combatant", "household", "prisoner", "hostage", "displaced", "crowd", "resident", "observer", "survivor"})
THINGS = frozenset({"building", "service", "position", "vehicle", "weapon", "aircraft"})
GOODS = THINGS | {"materiel", "munition"}
OPEN = frozenset({"none", "other"})  # kinds that a word for harm to people may still count
_ANIMATE = frozenset({"killed", "wounded"})  # what is not known to the list of things counted may be people here
HARM = frozenset({"killed", "wounded", "missing", "detained"})  # what is done to people
OPEN_TO = frozenset({"killed", "wounded", "missing", "detained", "displaced", "evacuated", "crowd"})
_MANY = 100  # from here on a bare number may count people in need; below it may be anything
_OPEN_TO_MANY = frozenset({"trapped", "cases"})


def fits_kind(figure: Figure, match: Match) -> bool:
    """Tell whether the words of a match count things of the figure's kind."""
    kinds, kind = match.rule.kinds, figure.kind
    if kind in ("money", "vehicle") and match.rule.dimension == "aid" and not (_speaks_of_relief(figure) or _is_laden(figure)):
        return False
    if kind == "vehicle" and match.rule.dimension == "forces" and _is_laden(figure):
        return False
    share = figure.measure.kind in ("percent", "fraction")
    if share and match.rule.dimension == "aid" and match.rule.role != "label" and "fraction" not in kinds:
        return False  # "with the support of 90 per cent of voters"
    if kind == "settlement" and match.rule.role == "object" and match.rule.dimension == _barred_for_places(match):
        return False  # what a quake flattens is no place attacked
    if kind == "combatant" and match.rule.dimension == "displaced" and _only_moves(match):
        return False  # fighters who pour in, arrive or are housed are forces
    if kind == "vehicle" and match.rule.dimension == "forces" and figure.measure.unit in signs("no force"):
        return False
    if (kind == "combatant" and match.rule.dimension == "population") or (kind == "prisoner" and match.rule.dimension == "displaced"):
        return False  # fighters who stay are forces, prisoners who get out no refugees
    if kind in kinds or (kind in PEOPLE and "person" in kinds):
        return True
    if kind in OPEN:
        people = "person" in kinds and match.rule.role != "label"
        return "none" in kinds or (people and match.rule.dimension in (_ANIMATE if kind == "other" else _open_to(figure)))
    return figure.measure.kind in ("fraction", "percent") and "fraction" in kinds


def _only_moves(match: Match) -> bool:
    """Tell whether somebody goes or stays somewhere, but does not flee and is not driven out."""
    return match.head.lemma_ not in signs("flees") if match.rule.role == "subject" else match.head.lemma_ in signs("lodges")


def _barred_for_places(match: Match) -> str:
    """Return what places are not put on: those that nature lays waste are not attacked, and only these count as buildings."""
    return "attacks" if _strikes_by_nature(match) else "infrastructure"


def _strikes_by_nature(match: Match) -> bool:
    """Tell whether a flood, a quake or the like does it: as the subject of the verb, or behind "by"."""
    doers = [child for child in match.head.children if child.dep_ in ("nsubj", "agent")]
    nouns = (noun for doer in doers for noun in (doer, *(inner for inner in doer.children if doer.dep_ == "agent")))
    return any(noun.lemma_.lower() in signs("natural force") for noun in nouns)


def _open_to(figure: Figure) -> frozenset[str]:
    many = (figure.measure.low or figure.measure.high or 0) >= _MANY
    return OPEN_TO | _OPEN_TO_MANY if many else OPEN_TO


def _speaks_of_relief(figure: Figure) -> bool:
    words = signs("relief") | (signs("relief in money") if figure.kind == "money" else frozenset())
    return any(token.lemma_.lower() in words for token in figure.sentence)


def _is_laden(figure: Figure) -> bool:
    """Tell whether what is counted carries aid: "200 trucks loaded with food"."""
    near = [*figure.root.children, *(figure.sentence.root.children if figure.measure.unit in signs("carries aid") else ())]
    loads = (token for child in near if child.dep_ in ("acl", "relcl", "prep") for token in child.subtree)
    return any(token.lemma_.lower() in signs("a load of aid") for token in loads)


def may_be_labelled(figure: Figure) -> bool:
    """Tell whether the noun that was found may be a label: "Injured: 31", not "31 residents"."""
    noun = figure.measure.noun
    return figure.kind in OPEN or (noun is not None and noun.start < figure.measure.span.start)


def counts_people(figure: Figure) -> bool:
    """Tell whether a figure counts people, or may: nothing says that it counts anything else."""
    return figure.kind in PEOPLE or figure.kind in OPEN
