"""Names: the words that name a source, without its description."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from sayso.annotators.actors import Role, roles
from sayso.attribution.draft import Paragraph
from sayso.lexicon import words
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["core", "described", "is_body", "is_called_a_body", "is_person", "known_description", "role_of", "stand_ins"]

_STOPS = ("relcl", "acl", "advcl", "appos", "punct", "parataxis", "npadvmod")
_NAMES = 4  # words of a person's name
_INNER = ("of", "for", "at", "in", "with", "on", "against", "between", "from")


def core(paragraph: Paragraph, head: Token, mention: Span) -> Span:
    """Return the words that name the source: a person's name, an organisation's, or the description where there is no name."""
    low, high = paragraph.token(mention.start), paragraph.token(mention.end - 1)
    if head.pos_ in ("PRON", "DET") or not low <= head.i <= high:
        return mention
    if any(child.dep_ == "conj" and low <= child.i <= high for child in head.children) and head.right_edge.i <= high:
        return _joint(paragraph, head, low, high) or mention
    named = _apposed(head, low, high)
    if named is not None:
        head = named
    origin = _origin(head)
    if origin is not None:
        head = origin
    return _name(paragraph, head, low, high) or _phrase(paragraph, head, low, high) or mention


def described(paragraph: Paragraph, head: Token) -> Span:
    """Return the whole phrase around a name: titles before it, appositions and relative clauses after it."""
    top = head
    while top.dep_ in ("compound", "appos", "nmod", "flat") and top.head != top:
        top = top.head
    return paragraph.span(top.left_edge.i, min(top.right_edge.i + 1, top.i + 25)) or Span(0, 0)


def role_of(word: str) -> Role | None:
    """Return the role that a word stands for."""
    return roles().get(word.lower())


def stand_ins() -> frozenset[str]:
    """Return the nouns that stand for the organisation just named: "the agency", "the group"."""
    return words("lexicons/stand_ins.csv")


def known_description(doc: Doc, first: int, last: int) -> int | None:
    """Return where a known description begins that ends the words, behind another noun or with a name after it.

    So it is in a text that has lost its commas: "nine died in the port city state media said".
    """
    name = last
    while name > first and doc[name - 1].pos_ == "PROPN" and role_of(doc[name - 1].text) is None:
        name -= 1
    for size in (3, 2):
        begin = name - size
        role = role_of(doc[begin:name].text) if begin > first else None
        if role is not None and doc[begin:name].text.islower() and (name < last or doc[begin - 1].pos_ == "NOUN"):
            return begin
    return None


def is_person(head: Token) -> bool:
    """Tell whether the head is the last word of a person's name."""
    if head.pos_ != "PROPN" or role_of(head.text) or is_called_a_body(head):
        return False
    return head.ent_type_ == "PERSON" or (head.ent_type_ in ("", "ORG", "GPE") and 1 <= _run(head) <= 3 and head.ent_type_ == "")


def is_called_a_body(head: Token) -> bool:
    """Tell whether a name is said to be an organisation's: "Tamba, a private radio station"."""
    return any(child.dep_ == "appos" and child.i > head.i and is_body(child) for child in head.children)


def _run(head: Token) -> int:
    return 1 + sum(1 for child in head.lefts if child.dep_ in ("compound", "flat") and child.pos_ == "PROPN")


def _joint(paragraph: Paragraph, head: Token, low: int, high: int) -> Span | None:
    """Return joint sources as they stand, without a leading article and what trails the last of them."""
    last = head
    while True:
        following = next((c for c in last.children if c.dep_ == "conj" and c.i <= high), None)
        if following is None:
            break
        last = following
    if any(token.text == "," for token in head.doc[head.i : last.i]) and last.i - head.i > 12:
        return None
    start = low + 1 if head.doc[low].lower_ == "the" else low
    return paragraph.span(start, _end(last, high))


def _apposed(head: Token, low: int, high: int) -> Token | None:
    """Return the name beside a description: "a nurse, Maryam Khalil", "another group, the Local Committees"."""
    if head.pos_ == "PROPN" and not role_of(head.text):
        return None
    beside = next((c for c in head.children if c.dep_ == "appos" and c.pos_ == "PROPN" and low <= c.i <= high), None)
    return beside or _holder(head, high) or _leading(head, low)


def _leading(head: Token, low: int) -> Token | None:
    """Return the name right before a post, in a text that has lost its commas: "Maryam Khalil director of the clinic"."""
    names = list(takewhile(lambda word: word.pos_ == "PROPN" and word.ent_type_ == "PERSON", reversed(head.doc[low : head.i])))
    return names[0] if len(names) > 1 and head.text.islower() and head.i + 1 < len(head.doc) and head.nbor().dep_ == "prep" else None


def _holder(head: Token, high: int) -> Token | None:
    """Return the name of who holds a post, at the end of its phrase: "the mayor of Lamo, Maryam Khalil", "envoy to Lamo Maryam Khalil"."""
    role = role_of(head.text)
    if role is None or role.sort not in ("person", "post"):
        return None
    last = high
    while last > head.i and (head.doc[last].is_punct or head.doc[last].is_space):
        last -= 1
    first = last + 1
    while first - 1 > head.i and _may_be_named(head.doc[first - 1]):
        first -= 1
    while first - 1 > head.i and (role_of(head.doc[first - 1].text) is not None or head.doc[first - 1].text == "-"):
        first -= 1
    before = head.doc[first - 1]
    named = [word for word in head.doc[first : last + 1] if _may_be_named(word)]
    if before == head or not 2 <= len(named) <= _NAMES or not (before.text == "," or (before.pos_ == "PROPN" and _is_human(named))):
        return None
    return named[-1]


def _may_be_named(word: Token) -> bool:
    """Tell whether a word may be part of a person's name."""
    return word.pos_ == "PROPN" and word.ent_type_ in ("PERSON", "ORG", "") and role_of(word.text) is None


def _is_human(named: list[Token]) -> bool:
    return all(word.ent_type_ == "PERSON" for word in named)


def _origin(head: Token) -> Token | None:
    """Return who stands behind figures or reports: "data from the health ministry", "an estimate in May by the army"."""
    role = role_of(head.text)
    if role is None or role.sort not in ("document", "evidence"):
        return None
    prep = next((c for c in head.children if c.dep_ in ("prep", "agent") and c.lower_ in ("from", "by")), None)
    released = next((c for c in head.children if c.dep_ == "acl"), None)
    if prep is None and released is not None:
        prep = next((c for c in released.children if c.lower_ in ("from", "by")), None)
    if prep is None:
        prep = next((word for word in head.subtree if word.i > head.i and word.lower_ == "by" and word.dep_ in ("prep", "agent")), None)
    return next((c for c in prep.children if c.dep_ == "pobj"), None) if prep is not None else None


def _name(paragraph: Paragraph, head: Token, low: int, high: int) -> Span | None:
    """Return a person's name: the capitalised words around the head that are no titles."""
    if not is_person(head):
        return None
    start = head.i
    while start > low and (head.doc[start - 1].pos_ == "PROPN" or head.doc[start - 1].text in "-.") and not _title(head.doc[start - 1]):
        start -= 1
    end = head.i + 1
    while end <= high and head.doc[end].pos_ == "PROPN" and head.doc[end].ent_type_ == head.ent_type_ and head.doc[end].dep_ != "appos":
        end += 1
    while start < head.i and head.doc[start].text in "-.":
        start += 1
    return paragraph.span(start, end)


def _title(token: Token) -> bool:
    return role_of(token.text.rstrip(".")) is not None or token.ent_type_ in ("NORP", "ORG")


def _phrase(paragraph: Paragraph, head: Token, low: int, high: int) -> Span | None:
    start = _past_day(head, _past_description(head, max(low, head.left_edge.i)))
    while start < head.i and (
        head.doc[start].lower_ == "the" or head.doc[start].tag_ == "PRP$" or head.doc[start].is_punct or head.doc[start].is_space
    ):
        start += 1
    return paragraph.span(start, _end(head, high))


def _past_day(head: Token, start: int) -> int:
    """Return where a name begins behind a day that the parse takes for a part of it: "in mid-June 2016 Lamo said"."""
    days = [word.i for word in head.doc[start : head.i] if word.ent_type_ == "DATE"]
    dated = bool(days) and any(word.pos_ == "PROPN" for word in head.doc[days[0] : days[-1] + 1])
    return days[-1] + 1 if dated and head.doc[days[-1] + 1].tag_ != "POS" else start


def _past_description(head: Token, start: int) -> int:
    """Return where a name begins that follows what it is: "the state news agency Tamba Press", "the armed group Dawn"."""
    if head.pos_ != "PROPN" or not head.text[:1].isupper():
        return start
    kinds = [word.i for word in head.doc[start : head.i] if word.text.islower() and word.pos_ == "NOUN" and is_body(word)]
    named = bool(kinds) and all(word.pos_ == "PROPN" for word in head.doc[kinds[-1] + 1 : head.i])
    return kinds[-1] + 1 if named else start


def is_body(word: Token) -> bool:
    """Tell whether a word is one for an organisation: "agency", "group", "ministry"."""
    role = role_of(word.text)
    return (role is not None and role.sort == "body") or word.lower_ in stand_ins()


def _end(head: Token, high: int) -> int:
    """Return where the phrase of a head ends: with its brackets and its prepositions, before clauses and appositions."""
    end = head.i + 1
    for child in head.rights:
        if child.dep_ == "prep" and child.lower_ in _INNER and child.i == end and not _is_aside(child):
            thing = next((t.i for t in child.children if t.dep_ == "pobj"), child.i)
            stop = next((t.left_edge.i for t in head.doc[thing : child.right_edge.i + 1] if _stops(t)), child.right_edge.i + 1)
            end = max(end, stop)
        elif child.dep_ in _STOPS and child.text != "(":
            break
    return min(end, high + 1)


def _is_aside(prep: Token) -> bool:
    """Tell whether a phrase tells how something is said, not who says it: "the army on the other hand said"."""
    return any(child.dep_ == "pobj" and child.lower_ in words("lexicons/source_asides.csv") for child in prep.children)


def _stops(word: Token) -> bool:
    """Tell whether a name ends before a word's phrase; not before a name that follows what it is: "for the group Lake Front"."""
    named = word.dep_ == "appos" and word.pos_ == "PROPN" and word.left_edge.i > 0 and word.left_edge.nbor(-1) == word.head
    return word.dep_ in _STOPS and not named
