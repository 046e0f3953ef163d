"""Doubt: whether a text keeps its distance from a figure, by a word in its own sentence or by whom it lets claim it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from sayso.annotators.cues import verb as cue_verb
from sayso.extractors.rules.deeds import BEINGS, DEEDS, kind_of
from sayso.extractors.rules.figures import Figure
from sayso.extractors.rules.governing import Step, cue_word, is_content, steps
from sayso.extractors.rules.signs import signs
from sayso.extractors.rules.timeline import happenings
from sayso.extractors.rules.unchecked import Check, checks
from sayso.model import Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["claimed", "doubted"]

_BESIDE = 3  # words between a hedge and a figure that it may belong to, whatever the parse says
_DONE = frozenset({"munition", "strike", "attack", "vehicle", "weapon", "aircraft", "combatant", "aid", "money"})
_SUBJECTS = ("nsubj", "nsubjpass")
_EVENTS = frozenset({"attack", "strike", "death", "injury", "arrest", "disappearance", "casualty"})


def doubted(figure: Figure, triggers: Sequence[Token]) -> Token | None:
    """Return the word that distances the text from the figure (allegedly, rumours of, a claim that could not be checked), if any."""
    line = [figure.root, *triggers, *(step.word for step in _held(figure.root))]
    line += [step.word for trigger in triggers[:1] for step in _held(trigger) if _carries(trigger, figure)]
    for token in figure.sentence:
        word = token.lower_
        if word in signs("hedge") and _bears_on(token, figure, line):
            return token
        if word in signs("hedge adjective") | signs("suspect") and _qualifies(token, figure, line):
            return token
        if token.pos_ == "NOUN" and token.lemma_.lower() in signs("hedge noun") and _tells(token, figure, line):
            return token
        if word in signs("if so") and token.dep_ == "advcl" and any(child.lower_ == "if" for child in token.children):
            return token
    return _unchecked(figure, line) or _doubtful(figure)


def claimed(figure: Figure, said: Statement | None) -> bool:
    """Tell whether the figure stands in words that the text lets somebody claim or allege."""
    if said is None:
        return False
    return (said.hedged and _holds(figure, said)) or claimed(figure, said.inside)


def _holds(figure: Figure, said: Statement) -> bool:
    """Tell whether the figure is in what is claimed, not in words that only describe a thing: "claimed the blast that killed 12"."""
    for cue in said.cue:
        verb = cue_word(figure, cue)
        if verb is None:
            continue
        step = next((step for step in steps(figure.root) if step.word == verb), None)
        if step is not None and step.below == figure.root and figure.kind in DEEDS:
            return False  # whoever claims five attacks says that they made them
        if step is not None:
            return step.below.lemma_.lower() not in signs("no content")
        inside = figure.root in verb.subtree
        return not inside and not (verb.dep_ == "relcl" and verb.head in [step.word for step in steps(figure.root)])
    return True


def _held(start: Token) -> Iterator[Step]:
    """Yield the steps up from a word as far as a hedge above holds for it: not across "but" to a clause of its own."""
    for step in steps(start):
        below = step.below
        if below.dep_ == "conj" and any(child.dep_ in _SUBJECTS for child in below.children):
            between = step.word.doc[step.word.i : below.i]
            if any(token.lower_ in signs("contrary") for token in between):
                return
        yield step


def _carries(trigger: Token, figure: Figure) -> bool:
    """Tell whether the trigger's clause is the figure's own, or one that the figure's own clause takes in."""
    return trigger in figure.root.subtree or any(step.word == trigger for step in steps(figure.root))


def _bears_on(token: Token, figure: Figure, line: Sequence[Token]) -> bool:
    if token.head in line or token.head in figure.tokens:
        return True
    if token.head.pos_ == "VERB":  # "arrested 12 people who allegedly planned attacks"
        return False
    first, last = figure.tokens[0].i, figure.tokens[-1].i
    gap = token.doc[min(token.i, last) + 1 : max(token.i, first)]
    return len(gap) <= _BESIDE and not any(word.pos_ in ("VERB", "CCONJ", "SCONJ", "PUNCT") for word in gap)


def _qualifies(token: Token, figure: Figure, line: Sequence[Token]) -> bool:
    """Tell whether "alleged" or "unverified" stands with what happened to so many, or with the report that tells of it."""
    noun = token.head
    if token.dep_ not in ("amod", "nmod", "compound") or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    if token.lower_ in signs("suspect"):  # "three suspected attacks" are in doubt; the dead of one are not
        return noun in figure.tokens and bool(happenings([noun]))
    if noun in figure.tokens:
        return figure.kind in _EVENTS or bool(happenings([noun]))  # in "6 alleged thieves" what they are is open, not how many
    if is_content(noun) or noun.lemma_.lower() in signs("footage"):
        return _tells(noun, figure, line)
    if (noun in line and kind_of(noun) not in BEINGS) or _brings_about(noun, line):
        return True  # not in "an alleged gunman and two soldiers died"
    return bool(happenings([noun])) and noun.dep_ == "pobj" and not _is_before(noun, figure) and _topmost(noun.head) in line


def _brings_about(noun: Token, line: Sequence[Token]) -> bool:
    """Tell whether a happening in doubt is what did it: "an alleged raid hit a house, killing nine", "died when an alleged raid hit"."""
    verb = noun.head
    return noun.dep_ == "nsubj" and bool(happenings([noun])) and (verb in line or (verb.dep_ == "advcl" and verb.head in line))


def _is_before(noun: Token, figure: Figure) -> bool:
    """Tell whether a happening in doubt only came before what was done: "fired nine missiles after an alleged raid"."""
    return _is_apart(noun) and figure.kind in _DONE


def _is_apart(noun: Token) -> bool:
    """Tell whether a preposition only sets a noun beside what is told: "freed 160 people amid allegations"."""
    return noun.head.lower_ in signs("apart")


def _topmost(preposition: Token) -> Token:
    """Return what a chain of prepositions and nouns hangs on: "in the wake of" hangs where "in" does."""
    node = preposition
    while node.dep_ in ("prep", "pobj", "agent"):
        node = node.head
    return node


def _tells(noun: Token, figure: Figure, line: Sequence[Token]) -> bool:
    """Tell whether the figure is in what a report or a rumour says: under it, or in the clause that it is the subject or the source of."""
    if noun in line:
        return True
    if noun.dep_ in _SUBJECTS:
        return noun.head in line and noun.i < figure.root.i and _says(noun.head)
    if noun.dep_ != "pobj" or noun.i == figure.root.i or _is_apart(noun):
        return False
    top = _topmost(noun.head)
    return top in line and top.pos_ in ("VERB", "AUX")


def _says(verb: Token) -> bool:
    """Tell whether a verb gives what a report says, and not what came with it: "the claims follow two raids"."""
    if verb.pos_ == "AUX" or verb.lemma_.lower() in signs("estimate"):
        return True
    row = cue_verb(verb)
    return row is not None and row.kind == "saying"


def _unchecked(figure: Figure, line: Sequence[Token]) -> Token | None:
    return next((check.word for check in checks(figure.sentence) if _covers(check, figure, line)), None)


def _covers(check: Check, figure: Figure, line: Sequence[Token]) -> bool:
    """Tell whether a check that was not made is about the figure: under it, told just before it, or after a colon that it leads up to."""
    word, thing = check.word, check.thing
    if word in line or (thing is not None and (thing in line or figure.root in thing.subtree)):
        return True
    if thing is None:
        return word.head in line
    if any(character.isdigit() for token in thing.subtree for character in token.text):
        return False
    colon = any(token.text == ":" for token in figure.sentence if word.i < token.i < figure.root.i)
    return colon or figure.root.i < min(thing.i, word.i)


def _doubtful(figure: Figure) -> Token | None:
    """Return the word that doubts a figure just told: "..., a number that doctors call doubtful"."""
    for noun in figure.sentence:
        if noun.i > figure.root.i and is_content(noun) and noun.dep_ in ("appos", "npadvmod", "conj", "attr"):
            found = next((token for token in noun.subtree if token.lemma_.lower() in signs("doubtful")), None)
            if found is not None:
                return found
    return None
