"""Voice: on whose say-so a figure stands, and whether the text keeps its distance from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sayso.annotators.syntax import Parsed
from sayso.attribution import is_saying
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.signs import signs
from sayso.model import Modality, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["Disclaimer", "disclaimers", "doubted", "mood", "statement_of"]


def statement_of(figure: Figure, statements: Sequence[Statement]) -> Statement | None:
    """Return the innermost saying that holds the figure; attitudes and intentions are not sayings."""
    span = figure.measure.span
    holding = [s for s in statements if s.holds(span) and is_saying(s)]
    return min(holding, key=lambda s: (-len(s.chain), sum(len(piece) for piece in s.content)), default=None)


@dataclass(frozen=True, slots=True)
class Disclaimer:
    """A sentence in which the author says that reports could not be checked; `near` where it means only the ones just told."""

    span: Span
    near: bool


def disclaimers(parsed: Sequence[Parsed]) -> tuple[Disclaimer, ...]:
    """Return the sentences in which the author says that what was reported could not be checked, in reading order."""
    found = [(one, sentence, _unchecked(sentence)) for one in parsed for sentence in one.doc.sents]
    return tuple(Disclaimer(one.span(sentence), _is_near(what)) for one, sentence, what in found if what is not None)


def doubted(figure: Figure, triggers: Sequence[Token]) -> Token | None:
    """Return the word in the figure's clause that distances the text from it (allegedly, reportedly), if any."""
    hedges = signs("hedge")
    near = [token for token in figure.sentence if token.lower_ in hedges]
    return next((token for token in near if _bears_on(token, figure, triggers)), None)


def mood(figure: Figure, triggers: Sequence[Token]) -> tuple[Modality | None, Token | None]:
    """Return whether the figure is asserted, foreseen or counterfactual, with the word that says so; None for a mere supposition."""
    for verb in _verbs(figure, triggers):
        words = [child for child in verb.children if child.dep_ in ("aux", "mark", "advmod")]
        forms = {child.lower_: child for child in words}
        if "would" in forms and "have" in forms and verb.tag_ == "VBN":
            return Modality.HYPOTHETICAL_PAST, forms["would"]
        supposed = next((forms[word] for word in signs("suppose") if word in forms), None)
        if supposed is not None:
            return None, supposed
        foreseen = next((forms[word] for word in sorted(signs("forecast")) if word in forms), None)
        if foreseen is not None and not _past(words):
            return Modality.FORECAST, foreseen
        leading = verb.head if verb.dep_ in ("xcomp", "ccomp") else None
        if leading is not None and leading.lemma_.lower() in signs("plan") and verb.dep_ == "xcomp":
            return Modality.FORECAST, leading
    return Modality.ASSERTED, None


def _unchecked(sentence: Tokens) -> Token | None:
    """Return the word for what could not be checked ("reports", "figures", "this"), None where the sentence says no such thing."""
    for verb in sentence:
        helpers = {child.lower_ for child in verb.children}
        if verb.lower_ in signs("disclaim") and helpers & {"can", "could", "ca"} and helpers & {"not", "n't", "cannot"}:
            things = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
            return next((thing for thing in things if thing.lemma_.lower() in signs("unchecked")), None)
    return None


def _is_near(thing: Token) -> bool:
    pointing = {thing.lower_, *(child.lower_ for child in thing.children)}
    return bool(pointing & {"this", "that", "these", "those"})


def _past(words: Sequence[Token]) -> bool:
    return any(word.lower_ in ("have", "had", "has") for word in words)


def _bears_on(token: Token, figure: Figure, triggers: Sequence[Token]) -> bool:
    if token.head in (*triggers, *figure.tokens) or any(
        token.head in trigger.ancestors and token.dep_ == "advmod" for trigger in triggers[:1]
    ):
        return True
    distance = min(abs(token.i - figure.tokens[0].i), abs(token.i - figure.tokens[-1].i))
    return distance <= 4


def _verbs(figure: Figure, triggers: Sequence[Token]) -> list[Token]:
    """Return the verbs that carry the figure: the trigger, or what it hangs on."""
    start = list(triggers[:1]) or [figure.root]
    found: list[Token] = []
    for token in (*start, figure.root):
        node, steps = token, 0
        while steps < 4:
            if node.pos_ in ("VERB", "AUX"):
                found.append(node)
                if node.dep_ not in ("xcomp", "conj", "acl", "advcl"):
                    break
            if node.head is node:
                break
            node, steps = node.head, steps + 1
            if found and node.pos_ == "VERB" and found[-1].dep_ == "ccomp":
                break
    return found
