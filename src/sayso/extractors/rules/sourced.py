"""Sourced: how much of a place counts that tells who speaks, or where somebody spoke ("a doctor in Idlib said")."""

from __future__ import annotations

from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.standings import Standing, is_care, is_country
from sayso.model import Statement, Toponym

__all__ = ["share"]

_OF_SOURCE = 0.9
_OF_COUNTRY = 0.6  # "the UN mission in Peru said"
_OF_SITE = 0.2
_OF_SPEECH = 0.5
_ABOUT_SOURCE = 0.3


def share(place: Standing, said: Statement | None) -> float:
    """Return what counts of a place that names a source, next to nothing of a hospital that counted, or where one spoke."""
    if _is_of_speech(place, said):
        return _OF_SPEECH
    if _is_about_source(place, said):
        return _ABOUT_SOURCE
    if not _names_source(place.toponym, said):
        return 1.0
    if is_care(place.toponym):
        return _OF_SITE
    return _OF_COUNTRY if is_country(place.toponym) and place.role == "locative" else _OF_SOURCE


def _is_of_speech(place: Standing, said: Statement | None) -> bool:
    """Tell whether a place hangs on the verb of saying, or on who is told: "told reporters in Lima", not "reported a raid on Nur"."""
    hung = place.root.head.head
    verb = hung.head if hung.pos_ == "NOUN" and hung.lemma_.lower() in signs("told") else hung
    if said is None or place.role != "locative" or verb.pos_ != "VERB":
        return False
    return any(piece.overlaps(place.parsed.span(verb)) for piece in said.cue)


def _is_about_source(place: Standing, said: Statement | None) -> bool:
    """Tell whether a place is in what is told of who speaks: "the monitor, which has a network of sources in Peru, said"."""
    mention = said.source.mention if said is not None and said.source is not None else None
    clauses = (token for token in place.root.ancestors if token.dep_ == "relcl")
    return mention is not None and any(place.parsed.span(clause.head).overlaps(mention) for clause in clauses)


def _names_source(toponym: Toponym, said: Statement | None) -> bool:
    statement = said
    while statement is not None:
        mention = statement.source.mention if statement.source else None
        if (mention and mention.overlaps(toponym.span)) or any(piece.overlaps(toponym.span) for piece in statement.cue):
            return True
        statement = statement.inside
    return False
