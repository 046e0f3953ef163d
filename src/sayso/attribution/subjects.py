"""Subjects: the noun phrase that a cue verb has for its source, found in the parse or beside the verb."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from typing import TYPE_CHECKING

from sayso.annotators.actors import classify
from sayso.annotators.cues import verb as cue_verb
from sayso.attribution.names import known_description, role_of
from sayso.model import SourceKind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

__all__ = ["Subject", "ends", "passive", "subject"]

_NOBODY = (SourceKind.UNSPECIFIED, True)
_ASKED = ("PERSON", "ORG", "NORP")  # whoever is sent or asked "to say"
_NO_PHRASE = ("ADP", "CCONJ", "SCONJ", "PART", "VERB")  # a noun phrase begins with none of these
_ADJUNCTS = frozenset(("prep", "npadvmod", "advmod", "advcl", "dative", "punct", "prt", "agent", "mark"))


@dataclass(frozen=True, slots=True)
class Subject:
    """The source's tokens: `start` and `end` of its words, `head` the main one, `direct` if it is the verb's own."""

    start: int
    end: int
    head: Token
    direct: bool = True


def subject(verb: Token, bounds: tuple[int, int], quoted: Sequence[tuple[int, int]] = ()) -> Subject | None:
    """Return the source of a cue verb within its sentence: its subject, its agent, or the one that it shares.

    `bounds` are the first token of the sentence and the one after its last, `quoted` those of the quotes around it.
    """
    found = _clipped(_parsed(verb), verb, bounds)
    closed = max((end for start, end in quoted if end <= verb.i and start >= bounds[0] - 1), default=None)
    if closed is not None and closed < verb.i <= closed + 25 and (found is None or found.head.i < closed):
        return _after_quote(verb, closed) or (found if found is not None and not _within(found, quoted) else None)
    if closed is not None and _right_after(verb, closed) and (found is None or (found.head.i < verb.i and _within(found, quoted))):
        return _said_by(verb, bounds)
    if found is not None and _within(found, quoted) and not _within(Subject(verb.i, verb.i + 1, verb), quoted):
        return None
    row = cue_verb(verb)
    if found is None and row is not None and row.kind == "saying" and (late := _late(verb, bounds)) is not None:
        return late
    if row is None or row.kind != "saying" or "clause" not in row.frames or passive(verb) or not ends(verb, found, bounds):
        return found
    return _inverted(verb, found, bounds) or _last_phrase(verb, found, bounds) or _narrowed(verb, _widened(verb, found, bounds), bounds)


def _narrowed(verb: Token, found: Subject | None, bounds: tuple[int, int]) -> Subject | None:
    """Return the known description that ends a subject, in a sentence without commas: "nine died in the port city state media said"."""
    if found is None or found.end != verb.i or any(word.text == "," for word in verb.doc[bounds[0] : verb.i]):
        return found
    start = known_description(verb.doc, found.start, found.end)
    told = start is not None and _finite(verb.doc, bounds[0], found.start)
    return replace(found, start=start, head=verb.nbor(-1)) if start is not None and told else found


def _right_after(verb: Token, closed: int) -> bool:
    """Tell whether a verb stands right behind a closed quote."""
    between = verb.doc[min(closed, verb.i) : verb.i]
    return verb.tag_ in ("VBD", "VBZ") and closed <= verb.i and len(between) <= 1 and all(word.is_punct for word in between)


def _said_by(verb: Token, bounds: tuple[int, int]) -> Subject | None:
    """Return the noun phrase right after a verb that follows a quote: '"..." said Maryam Khalil, who lost two sons'."""
    chunk = next((chunk for chunk in verb.doc[verb.i + 1 : bounds[1]].noun_chunks if chunk.start == verb.i + 1), None)
    if chunk is None:
        after = next((child for child in verb.children if child.i > verb.i and child.dep_ in ("dobj", "attr", "oprd")), None)
        return _phrase(after, verb) if after is not None else None
    return Subject(chunk.start, max(chunk.end, min(chunk.root.right_edge.i + 1, bounds[1])), chunk.root)


def _late(verb: Token, bounds: tuple[int, int]) -> Subject | None:
    """Return who speaks after the verb that ends a clause, where the parse has them for its object: "Nine died, said a guard"."""
    after = next((c for c in verb.children if c.dep_ in ("dobj", "attr", "oprd") and verb.i < c.i < bounds[1]), None)
    if after is None or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i - bounds[0] < 4 or verb.nbor(-1).text != ",":
        return None
    named = after.pos_ == "PROPN" or role_of(after.text) is not None
    return _phrase(after, verb) if named and _finite(verb.doc, bounds[0], verb.i) else None


def _within(found: Subject, quoted: Sequence[tuple[int, int]]) -> bool:
    return any(start <= found.head.i < end for start, end in quoted)


def _after_quote(verb: Token, closed: int) -> Subject | None:
    """Return the noun phrase between a closing quote and the verb."""
    start = closed
    while start < verb.i and (verb.doc[start].is_punct or verb.doc[start].is_space):
        start += 1
    words = verb.doc[start : verb.i]
    if not len(words) or verb.tag_ in ("VB", "VBG") or _finite(verb.doc, start, verb.i) or words[0].pos_ in _NO_PHRASE:
        return None
    head = next((chunk.root for chunk in words.noun_chunks), words[-1] if words[-1].pos_ in ("PROPN", "NOUN") else None)
    return Subject(start, verb.i, head) if head is not None else None


def _parsed(verb: Token) -> Subject | None:
    own = [child for child in verb.children if child.dep_ == "nsubj" or _taken_for_be(child)]
    if own:
        before = [child for child in own if child.i < verb.i]
        speaking = [child for child in before if classify(child.text) != _NOBODY]
        after = [child for child in own if child.i > verb.i and _inverts(child, verb)]
        return _phrase((speaking or after or before or own[:1])[-1], verb)
    quoted = _quoted(verb)
    if quoted is not None:
        return _phrase(quoted, verb)
    if passive(verb):
        return _agent(verb)
    return _shared(verb) or _beside(verb)


def _inverts(speaker: Token, verb: Token) -> bool:
    """Tell whether a speaker right after the verb is its subject, whatever stands before it: "The odds are poor, said Maryam Khalil"."""
    named = speaker.ent_type_ == "PERSON" or role_of(speaker.text) is not None
    return named and verb.i > 0 and verb.nbor(-1).text in (",", '"', "''") and speaker.left_edge.i == verb.i + 1


def _clipped(found: Subject | None, verb: Token, bounds: tuple[int, int]) -> Subject | None:
    """Return the subject without what stands outside the verb's sentence; none if its head does."""
    if found is None or (found.head.sent == verb.sent and not bounds[0] <= found.head.i < bounds[1]):
        return None
    if found.head.sent != verb.sent:
        return found
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


def _inverted(verb: Token, found: Subject | None, bounds: tuple[int, int]) -> Subject | None:
    """Return the name right after the verb where the commas are lost: "Nothing can be done said Maryam Khalil"."""
    if verb.i + 1 >= bounds[1] or verb.tag_ != "VBD" or (found is not None and found.start > verb.i):
        return None
    following = verb.nbor()
    if following.pos_ != "PROPN" or following.ent_type_ != "PERSON" or verb.i - bounds[0] < 2 or verb.lemma_ == "tell":
        return None
    head = following
    while head.dep_ == "compound" and head.head.i > head.i and head.head.i < bounds[1]:
        head = head.head
    if head.dep_ in ("nsubj", "nsubjpass") and head.head != verb:
        return None
    return Subject(verb.i + 1, min(head.right_edge.i + 1, bounds[1]), head)


def _last_phrase(verb: Token, found: Subject | None, bounds: tuple[int, int]) -> Subject | None:
    """Return the noun phrase right before the verb, where the parse took more, or nothing, for its subject."""
    if found is not None and (found.start > verb.i or not (found.direct or _unjoined(verb)) or (found.direct and _speaks(found, verb))):
        return None
    last = verb.i
    while last > bounds[0] and verb.doc[last - 1].pos_ in ("ADV", "AUX"):
        last -= 1
    chunks = {chunk.end: chunk for chunk in verb.doc[bounds[0] : last].noun_chunks}
    if last not in chunks:
        return None
    start, root = chunks[last].start, chunks[last].root
    while start in chunks or (start - 1 in chunks and verb.doc[start - 1].lower_ in ("of", "for", "and", "in", "at")):
        before = chunks[start] if start in chunks else chunks[start - 1]
        start, root = before.start, before.root
    if start - bounds[0] < 3 or not any(token.pos_ in ("VERB", "AUX") for token in verb.doc[bounds[0] : start]):
        return None
    if verb.doc[start - 1].text in (",", '"'):
        start, root = _with_name(verb.doc, start, root, bounds)
    return Subject(start, last, root)


def _unjoined(verb: Token) -> bool:
    """Tell whether a verb taken for a second one has no word that joins it to the first: "12 were hurt a guard told the agency"."""
    return verb.dep_ == "conj" and verb.tag_ == "VBD" and not any(c.dep_ == "cc" for c in verb.head.rights if c.i < verb.i)


def _widened(verb: Token, found: Subject | None, bounds: tuple[int, int]) -> Subject | None:
    """Return the subject with the one joined to it that the parse hangs elsewhere: ", monitors and state media said"."""
    if found is None or not found.direct or found.end != verb.i or found.start - bounds[0] < 4:
        return found
    if verb.doc[found.start - 1].lower_ != "and":
        return found
    head = verb.doc[found.start - 2]
    start = head.left_edge.i
    if head.pos_ not in ("NOUN", "PROPN") or start <= bounds[0] or classify(verb.doc[start : head.i + 1].text) == _NOBODY:
        return found
    left = verb.doc[start - 1]
    parted = left.text == "," or left.pos_ in ("NOUN", "PROPN", "NUM")
    return replace(found, start=start, head=head) if parted else found


def _with_name(doc: Doc, start: int, root: Token, bounds: tuple[int, int]) -> tuple[int, Token]:
    """Return start and head with the name before an apposition: "..., Maryam Khalil, a nurse, said"."""
    before = start - 2
    while before >= bounds[0] and doc[before].pos_ == "PROPN":
        before -= 1
    if before < start - 2 and doc[start].lower_ in ("a", "an", "the") and before >= bounds[0] and doc[before].text in (",", '"'):
        return before + 1, doc[start - 2]
    return start, root


def _speaks(found: Subject, verb: Token) -> bool:
    """Tell whether the subject's first words can be a speaker by themselves, or the phrase has no comma that parts it from one."""
    words = verb.doc[found.start : found.end]
    comma = next((token.i for token in words if token.text == "," and token.i > found.head.i), None)
    if comma is None:
        return _finite(verb.doc, verb.sent.start, found.start) or not _finite(verb.doc, found.start, found.end)
    first, rest = verb.doc[found.start : _before_verb(verb.doc, found.start, comma)].text, verb.doc[comma + 1 : found.end].text
    if _set_off(verb) and classify(rest) != _NOBODY and not _finite(verb.doc, verb.sent.start, verb.i):
        return False
    return found.head.pos_ == "PROPN" or classify(first) != _NOBODY or classify(rest) == _NOBODY


def _before_verb(doc: Doc, start: int, end: int) -> int:
    """Return the first verb of a phrase, its end where there is none: "one of the huts burned by guards"."""
    return next((word.i for word in doc[start + 1 : end] if word.pos_ == "VERB"), end)


def _set_off(verb: Token) -> bool:
    """Tell whether a comma and the verb of another clause follow: "The cause of the fire, two guards say, is not known"."""
    after = verb.doc[verb.i + 1 : min(verb.i + 3, verb.sent.end)]
    return len(after) == 2 and after[0].text == "," and _finite(verb.doc, after[1].i, after[1].i + 1)


def _finite(doc: Doc, start: int, end: int) -> bool:
    return any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in doc[start:end])


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
    return _phrase(head, verb) if head is not None else None


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
        return _phrase(head, verb)
    return _purposing(verb)


def _led(above: Token) -> Subject | None:
    """Return who is brought to say: "led the governor to declare"."""
    led = next((c for c in above.rights if c.dep_ == "dobj" and c.ent_type_ in _ASKED), None)
    return _phrase(led, above) if led is not None else None


def _purposing(verb: Token) -> Subject | None:
    """Return who does something in order to say: "went on air to say", "made an effort to say"."""
    if verb.tag_ != "VB" or verb.dep_ not in ("advcl", "xcomp", "acl") or not any(c.lower_ == "to" for c in verb.lefts):
        return None
    above = verb.head if verb.dep_ != "acl" else verb.head.head
    above = above if above.pos_ == "VERB" else verb.head
    if above.pos_ != "VERB" or passive(above) or any(c.dep_ == "dobj" and c.ent_type_ in _ASKED for c in above.children):
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
    return _phrase(head, verb) if head is not None else None


def _indirect(found: Subject | None) -> Subject | None:
    return Subject(found.start, found.end, found.head, direct=False) if found else None


def _beside(verb: Token) -> Subject | None:
    """Return the noun chunk that ends right before the verb or starts right after it, where the parse has no subject."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "NN", "NNS", "NNP"):
        return None
    chunks = {chunk.end: chunk for chunk in verb.doc.noun_chunks if chunk.sent.start <= chunk.start}
    if verb.i not in chunks:
        return _described(verb, chunks)
    chunk = chunks[verb.i]
    while chunk.start - 1 in chunks and verb.doc[chunk.start - 1].lower_ in ("of", "for"):
        chunk = chunks[chunk.start - 1]
    return Subject(chunk.start, verb.i, chunk.root)


def _described(verb: Token, chunks: Mapping[int, Tokens]) -> Subject | None:
    """Return a speaker whose description ends in a comma before the verb: "the council chief, Maryam Khalil, said"."""
    last = verb.i
    while last - 1 > verb.sent.start and verb.doc[last - 1].pos_ == "ADV":
        last -= 1
    if verb.doc[last - 1].text != "," or last - 1 not in chunks:
        return None
    head = chunks[last - 1].root
    while head.dep_ == "appos" and _names_somebody(head.head) and head.head.i < head.i:
        head = head.head
    if head == chunks[last - 1].root or not any(chunk.root == head for chunk in chunks.values()):
        return None
    start = next(chunk.start for chunk in chunks.values() if chunk.root == head)
    return Subject(start, last - 1, head)


def _names_somebody(word: Token) -> bool:
    return word.ent_type_ in _ASKED or role_of(word.text) is not None


def _phrase(head: Token, verb: Token) -> Subject:
    """Return the whole phrase of a head, on its own side of the verb."""
    start, end = head.left_edge.i, head.right_edge.i + 1
    if head.i < verb.i:
        end = min(end, verb.i)
        start = start if start < verb.i else head.i
    else:
        start = max(start, verb.i + 1)
    while end > start + 1 and verb.doc[end - 1].is_space:
        end -= 1
    return Subject(start, end, head)
