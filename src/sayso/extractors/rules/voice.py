"""Voice: on whose say-so a figure stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.attribution import is_saying
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.signs import signs
from sayso.model import Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["statement_of"]


def statement_of(figure: Figure, statements: Sequence[Statement]) -> Statement | None:
    """Return the innermost saying that holds the figure; attitudes and intentions are not sayings."""
    span = figure.measure.span
    sayings = [s for s in statements if is_saying(s)]
    brought = _reported_on(figure, sayings)
    holding = [s for s in sayings if s.holds(span) and not _owns_up(s, figure)]
    if brought is not None and len(brought.chain) > max((len(s.chain) for s in holding), default=0):
        return brought
    said = min(holding, key=lambda s: (-len(s.chain), sum(len(piece) for piece in s.content)), default=None)
    return said.inside if said is not None and _is_of_authority(said, figure) else said


def _is_of_authority(said: Statement, figure: Figure) -> bool:
    """Tell whether a country "reports" what is told according to its office: the office says it, and the country is only where."""
    if said.inside is None or said.source is None or said.source.anonymous:
        return False
    verbs, outer = _words_of(said, figure), _words_of(said.inside, figure)
    return any(verb.lemma_ == "report" for verb in verbs) and any(word.lower_ == "according" for word in outer)


def _words_of(said: Statement, figure: Figure) -> list[Token]:
    """Return the words of the figure's sentence that are the cue of a statement."""
    return [token for token in figure.sentence if any(cue.overlaps(figure.parsed.span(token)) for cue in said.cue)]


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def _reported_on(figure: Figure, sayings: Sequence[Statement]) -> Statement | None:
    """Return the saying that a total goes on from: "the ministry reports 90 new cases, bringing the total to 4,000"."""
    for token in (figure.root, *figure.root.ancestors):
        if token.tag_ == "VBG" and token.lemma_ in signs("summing") and token.head.i < token.i and not _has_subject(token):
            verb = figure.parsed.span(token.head)
            return next((s for s in sayings if any(cue.overlaps(verb) for cue in s.cue) and s.source is not None), None)
    return None


def _owns_up(said: Statement, figure: Figure) -> bool:
    """Tell whether the source only claims a deed, and the text says of the deed what it did: "claimed an attack that killed nine"."""
    verb = next(
        (t for t in figure.root.ancestors if t.lemma_ == "claim" and any(c.overlaps(figure.parsed.span(t)) for c in said.cue)), None
    )
    deed = next((child for child in verb.children if child.dep_ == "dobj"), None) if verb is not None else None
    return deed is not None and deed != figure.root and any(_tells_of(token, deed) for token in figure.root.ancestors)


def _tells_of(clause: Token, deed: Token) -> bool:
    return clause.dep_ in ("relcl", "acl") and (clause.head == deed or deed.is_ancestor(clause.head))
