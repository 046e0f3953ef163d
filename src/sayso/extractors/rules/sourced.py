"""Sourced: whether a place tells who speaks, or where somebody spoke ("a doctor in Idlib said")."""

from __future__ import annotations

from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.standings import Standing
from sayso.model import Statement, Toponym

__all__ = ["tie"]


def tie(place: Standing, said: Statement | None) -> str | None:
    """Return how a place is tied to a statement: "speech" where one spoke there, "description" of who speaks, "source" that it names."""
    if _is_of_speech(place, said):
        return "speech"
    if _is_about_source(place, said):
        return "description"
    return "source" if _names_source(place.toponym, said) else None


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
