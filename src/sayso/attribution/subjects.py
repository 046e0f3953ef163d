"""Subjects: the noun phrase that a cue verb has for its source, found in the parse or beside the verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from sayso.annotators.actors import is_known
from sayso.annotators.cues import lights
from sayso.annotators.cues import verb as cue_verb
from sayso.attribution.beside import after_quote, beside, inverted, last_phrase, late, narrowed, right_after, said_by, widened
from sayso.attribution.closing import aside, closing
from sayso.attribution.names import role_of, stand_ins
from sayso.attribution.speakers import ASKED, Subject, phrase, within

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Subject", "ends", "passive", "subject"]

_ADJUNCTS = frozenset(("prep", "npadvmod", "advmod", "advcl", "dative", "punct", "prt", "agent", "mark"))


def subject(verb: Token, bounds: tuple[int, int], quoted: Sequence[tuple[int, int]] = ()) -> Subject | None:
    """Return the source of a cue verb within its sentence: its subject, its agent, or the one that it shares.

    `bounds` are the first token of the sentence and the one after its last, `quoted` those of the quotes around it.
    """
    found = _clipped(_parsed(verb), verb, bounds)
    closed = max((end for start, end in quoted if end <= verb.i and start >= bounds[0] - 1), default=None)
    if closed is not None and closed < verb.i <= closed + 25 and (found is None or found.head.i < closed):
        return after_quote(verb, closed) or (found if found is not None and not within(found, quoted) else None)
    if closed is not None and right_after(verb, closed) and (found is None or (found.head.i < verb.i and within(found, quoted))):
        return said_by(verb, bounds)
    if found is not None and within(found, quoted) and not within(Subject(verb.i, verb.i + 1, verb), quoted):
        return None
    row = cue_verb(verb)
    if row is not None and row.kind == "saying" and (found is None or found.start == verb.i + 1):
        found = aside(verb, bounds) or found or late(verb, bounds)
    if row is None or row.kind != "saying" or "clause" not in row.frames or passive(verb) or not ends(verb, found, bounds):
        return found
    last = closing(verb, found, bounds)
    if last is not None:
        return last
    return inverted(verb, found, bounds) or last_phrase(verb, found, bounds) or narrowed(verb, widened(verb, found, bounds), bounds)


def _parsed(verb: Token) -> Subject | None:
    own = [child for child in verb.children if child.dep_ == "nsubj" or _taken_for_be(child)]
    if own:
        before = [child for child in own if child.i < verb.i]
        speaking = [child for child in before if is_known(child.text)]
        after = [child for child in own if child.i > verb.i and _inverts(child, verb)]
        return phrase((speaking or after or before or own[:1])[-1], verb)
    quoted = _quoted(verb)
    if quoted is not None:
        return phrase(quoted, verb)
    if passive(verb) or (verb.tag_ == "VBN" and any(child.lower_ == "as" and child.dep_ == "mark" for child in verb.lefts)):
        return _agent(verb)
    return _shared(verb) or beside(verb)


def _inverts(speaker: Token, verb: Token) -> bool:
    """Tell whether a speaker right after the verb is its subject, whatever stands before it: "The odds are poor, said Maryam Khalil"."""
    named = speaker.ent_type_ == "PERSON" or role_of(speaker.text) is not None
    return named and verb.i > 0 and verb.nbor(-1).text in (",", '"', "''") and speaker.left_edge.i == verb.i + 1


def _clipped(found: Subject | None, verb: Token, bounds: tuple[int, int]) -> Subject | None:
    """Return the subject without what stands outside the verb's sentence; none if its head does."""
    if found is None:
        return None
    if not bounds[0] <= found.head.i < bounds[1]:
        return found if found.head.sent != verb.sent else None
    start = max(found.start, bounds[0])
    closing = next((t.i for t in verb.doc[start : found.head.i] if t.text == ")" and "(" not in verb.doc[start : t.i].text), None)
    return replace(found, start=start if closing is None else closing + 1, end=min(found.end, bounds[1]))


def ends(verb: Token, found: Subject | None, bounds: tuple[int, int]) -> bool:
    """Tell whether nothing but adjuncts follow the verb: what it says must stand before it."""
    near = verb.doc[verb.i + 1 : min(verb.i + 6, bounds[1])]
    if any(word.lower_ == "that" and word.tag_ == "IN" for word in takewhile(lambda word: word.text != ",", near)):
        return False
    return all(
        child.dep_ in _ADJUNCTS
        or (child.dep_ == "xcomp" and child.tag_ == "VBG")
        or (child.dep_ == "dobj" and verb.lemma_ == "tell" and (child.pos_ != "NOUN" or role_of(child.text) is not None))
        or child.i < verb.i
        or child.i >= bounds[1]
        or (found is not None and child == found.head)
        for child in verb.children
    )


def _quoted(verb: Token) -> Token | None:
    """Return who is "quoted as saying"."""
    prep = verb.head
    if verb.dep_ != "pcomp" or prep.lower_ != "as":
        return None
    wanted = ("nsubjpass",) if passive(prep.head) else ("dobj",)
    return next((child for child in prep.head.children if child.dep_ in wanted), None)


def passive(verb: Token) -> bool:
    """Tell whether a verb stands in the passive."""
    return any(child.dep_ in ("nsubjpass", "auxpass") and not _taken_for_be(child) for child in verb.children)


def _taken_for_be(token: Token) -> bool:
    """Tell whether a name in capitals was taken for an auxiliary: "IS claimed the attack"."""
    return token.dep_ == "auxpass" and token.text.isupper() and not token.head.text.isupper()


def _agent(verb: Token) -> Subject | None:
    by = next((child for child in verb.children if child.dep_ == "agent"), None)
    head = next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None
    found = phrase(head, verb) if head is not None else None
    return None if found is None or _known_by_another(found) else found


def _known_by_another(found: Subject) -> bool:
    """Tell whether only another word of a phrase is one for a speaker: "justified by military need"."""
    head = found.head
    spoken = head.pos_ == "PROPN" or role_of(head.text) is not None or head.lower_ in stand_ins() or head.ent_type_ != ""
    return head.pos_ == "NOUN" and not spoken and is_known(head.doc[found.start : found.end].text)


def _shared(verb: Token) -> Subject | None:
    """Return the subject of the verb that this one joins, complements or accompanies; the noun that it qualifies."""
    head = verb.head
    if head == verb:
        return None
    if verb.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
        return _indirect(_passive_subject(head) if passive(head) else _parsed(head))
    if verb.dep_ == "xcomp" and not any(child.dep_ in ("dobj", "nsubjpass") for child in head.children):
        return _indirect(_parsed(head.head if head.pos_ == "ADJ" and head.head.pos_ in ("AUX", "VERB") else head))
    if verb.dep_ == "xcomp" and verb.tag_ == "VB" and cue_verb(head) is None:
        return _indirect(_passive_subject(head) or _led(head))
    if verb.dep_ in ("advcl", "xcomp", "dep", "ccomp") and _participle(verb) and head.pos_ in ("VERB", "AUX"):
        head = _speaking(head)
        return _indirect(_parsed(head) if not passive(head) else _passive_subject(head))
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG" and head.head.pos_ == "VERB" and head.dep_ == "prep":
        return _indirect(_parsed(head.head) if not passive(head.head) else _passive_subject(head.head))
    if verb.dep_ == "acl" and verb.tag_ == "VBG":
        author = _author(head)
        return phrase(author, head.head) if author is not None else phrase(head, verb)
    return _purposing(verb)


def _author(thing: Token) -> Token | None:
    """Return who issues a paper that says something: "the ministry issued a statement saying ...", None for what is no paper."""
    role = role_of(thing.text)
    if role is None or role.sort != "document" or thing.dep_ != "dobj" or thing.head.lemma_ not in lights():
        return None
    return next((c for c in thing.head.lefts if c.dep_ == "nsubj" and c.tag_ not in ("WDT", "WP")), None)


def _led(above: Token) -> Subject | None:
    """Return who is brought to say: "led the governor to declare"."""
    led = next((c for c in above.rights if c.dep_ == "dobj" and c.ent_type_ in ASKED), None)
    return phrase(led, above) if led is not None else None


def _purposing(verb: Token) -> Subject | None:
    """Return who does something in order to say: "went on air to say", "made an effort to say"."""
    if verb.tag_ != "VB" or verb.dep_ not in ("advcl", "xcomp", "acl") or not any(c.lower_ == "to" for c in verb.lefts):
        return None
    above = verb.head if verb.dep_ != "acl" else verb.head.head
    above = above if above.pos_ == "VERB" else verb.head
    if above.pos_ != "VERB" or passive(above) or any(c.dep_ == "dobj" and c.ent_type_ in ASKED for c in above.children):
        return None
    return _indirect(_parsed(above))


def _participle(verb: Token) -> bool:
    """Tell whether the verb is a participle that shares a subject: "saying", "having said"."""
    return verb.tag_ == "VBG" or (verb.tag_ == "VBN" and any(c.lower_ == "having" for c in verb.lefts))


def _speaking(head: Token) -> Token:
    """Return the verb of saying above a verb: ", adding ..." goes with it, not with what is said."""
    above = head
    while above.dep_ in ("ccomp", "conj", "advcl") and above.head != above:
        above = above.head
        row = cue_verb(above)
        if row is not None and row.kind == "saying":
            return above
    return head


def _passive_subject(verb: Token) -> Subject | None:
    head = next((child for child in verb.children if child.dep_ == "nsubjpass"), None)
    return phrase(head, verb) if head is not None else None


def _indirect(found: Subject | None) -> Subject | None:
    return Subject(found.start, found.end, found.head, direct=False) if found else None
