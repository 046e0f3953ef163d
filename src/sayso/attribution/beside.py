"""Beside: the source that stands beside a cue verb, whatever the parse makes of it: behind a quote, between commas, where none are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from sayso.annotators.actors import is_known
from sayso.attribution.names import known_description, role_of
from sayso.attribution.speakers import Subject, finite, names_somebody, phrase

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

__all__ = ["after_quote", "beside", "inverted", "last_phrase", "late", "narrowed", "right_after", "said_by", "widened"]

_NO_PHRASE = ("ADP", "CCONJ", "SCONJ", "PART", "VERB")  # a noun phrase begins with none of these


def right_after(verb: Token, closed: int) -> bool:
    """Tell whether a verb stands right behind a closed quote."""
    between = verb.doc[min(closed, verb.i) : verb.i]
    return verb.tag_ in ("VBD", "VBZ") and closed <= verb.i and len(between) <= 1 and all(word.is_punct for word in between)


def said_by(verb: Token, bounds: tuple[int, int]) -> Subject | None:
    """Return the noun phrase right after a verb that follows a quote: '"..." said Maryam Khalil, who lost two sons'."""
    chunk = next((chunk for chunk in _within(verb.doc, verb.i + 1, bounds[1]) if chunk.start == verb.i + 1), None)
    if chunk is None:
        after = next((child for child in verb.children if child.i > verb.i and child.dep_ in ("dobj", "attr", "oprd")), None)
        return phrase(after, verb) if after is not None else None
    return Subject(chunk.start, max(chunk.end, min(chunk.root.right_edge.i + 1, bounds[1])), chunk.root)


def late(verb: Token, bounds: tuple[int, int]) -> Subject | None:
    """Return who speaks after the verb that ends a clause, where the parse has them for its object: "Nine died, said a guard"."""
    after = next((c for c in verb.children if c.dep_ in ("dobj", "attr", "oprd") and verb.i < c.i < bounds[1]), None)
    if after is None or verb.tag_ not in ("VBD", "VBZ", "VBP") or verb.i - bounds[0] < 4 or verb.nbor(-1).text != ",":
        return None
    named = after.pos_ == "PROPN" or role_of(after.text) is not None
    return phrase(after, verb) if named and finite(verb.doc, bounds[0], verb.i) else None


def after_quote(verb: Token, closed: int) -> Subject | None:
    """Return the noun phrase between a closing quote and the verb."""
    start = closed
    while start < verb.i and (verb.doc[start].is_punct or verb.doc[start].is_space):
        start += 1
    words = verb.doc[start : verb.i]
    if not len(words) or verb.tag_ in ("VB", "VBG") or finite(verb.doc, start, verb.i) or words[0].pos_ in _NO_PHRASE:
        return None
    head = next((chunk.root for chunk in _within(verb.doc, start, verb.i)), words[-1] if words[-1].pos_ in ("PROPN", "NOUN") else None)
    return Subject(start, verb.i, head) if head is not None else None


def inverted(verb: Token, found: Subject | None, bounds: tuple[int, int]) -> Subject | None:
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


def last_phrase(verb: Token, found: Subject | None, bounds: tuple[int, int]) -> Subject | None:
    """Return the noun phrase right before the verb, where the parse took more, or nothing, for its subject."""
    if found is not None and (found.start > verb.i or not (found.direct or _unjoined(verb)) or (found.direct and _speaks(found, verb))):
        return None
    last = verb.i
    while last > bounds[0] and verb.doc[last - 1].pos_ in ("ADV", "AUX"):
        last -= 1
    chunks = {chunk.end: chunk for chunk in _within(verb.doc, bounds[0], last)}
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


def widened(verb: Token, found: Subject | None, bounds: tuple[int, int]) -> Subject | None:
    """Return the subject with the one joined to it that the parse hangs elsewhere: ", monitors and state media said"."""
    if found is None or not found.direct or found.end != verb.i or found.start - bounds[0] < 4:
        return found
    if verb.doc[found.start - 1].lower_ != "and":
        return found
    head = verb.doc[found.start - 2]
    start = head.left_edge.i
    if head.pos_ not in ("NOUN", "PROPN") or start <= bounds[0] or not is_known(verb.doc[start : head.i + 1].text):
        return found
    left = verb.doc[start - 1]
    parted = left.text == "," or left.pos_ in ("NOUN", "PROPN", "NUM")
    return replace(found, start=start, head=head) if parted else found


def narrowed(verb: Token, found: Subject | None, bounds: tuple[int, int]) -> Subject | None:
    """Return the known description that ends a subject, in a sentence without commas: "nine died in the port city state media said"."""
    if found is None or found.end != verb.i or any(word.text == "," for word in verb.doc[bounds[0] : verb.i]):
        return found
    start = known_description(verb.doc, found.start, found.end)
    told = start is not None and finite(verb.doc, bounds[0], found.start)
    return replace(found, start=start, head=verb.nbor(-1)) if start is not None and told else found


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
        return finite(verb.doc, verb.sent.start, found.start) or not finite(verb.doc, found.start, found.end)
    first, rest = verb.doc[found.start : _before_verb(verb.doc, found.start, comma)].text, verb.doc[comma + 1 : found.end].text
    if _set_off(verb) and is_known(rest) and not finite(verb.doc, verb.sent.start, verb.i):
        return False
    return found.head.pos_ == "PROPN" or is_known(first) or not is_known(rest)


def _before_verb(doc: Doc, start: int, end: int) -> int:
    """Return the first verb of a phrase, its end where there is none: "one of the huts burned by guards"."""
    return next((word.i for word in doc[start + 1 : end] if word.pos_ == "VERB"), end)


def _set_off(verb: Token) -> bool:
    """Tell whether a comma and the verb of another clause follow: "The cause of the fire, two guards say, is not known"."""
    after = verb.doc[verb.i + 1 : min(verb.i + 3, verb.sent.end)]
    return len(after) == 2 and after[0].text == "," and finite(verb.doc, after[1].i, after[1].i + 1)


def beside(verb: Token) -> Subject | None:
    """Return the noun chunk that ends right before the verb or starts right after it, where the parse has no subject."""
    if verb.tag_ not in ("VBD", "VBZ", "VBP", "NN", "NNS", "NNP"):
        return None
    chunks = {chunk.end: chunk for chunk in _chunks(verb.doc)}
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
    while head.dep_ == "appos" and names_somebody(head.head) and head.head.i < head.i:
        head = head.head
    if head == chunks[last - 1].root or not any(chunk.root == head for chunk in chunks.values()):
        return None
    start = next(chunk.start for chunk in chunks.values() if chunk.root == head)
    return Subject(start, last - 1, head)


def _within(doc: Doc, start: int, end: int) -> Iterator[Tokens]:
    """Yield the noun chunks from one token up to another."""
    return (chunk for chunk in _chunks(doc) if chunk.start >= start and chunk.end <= end)


@lru_cache(maxsize=1)  # one paragraph is read at a time, and each of its verbs asks
def _chunks(doc: Doc) -> tuple[Tokens, ...]:
    return tuple(doc.noun_chunks)
