"""Resolution: pronouns and role nouns of speech taken back to the source they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeGuard

from sayso.annotators.actors import classify
from sayso.attribution.draft import Draft, Paragraph
from sayso.attribution.names import core, described, is_called_a_body, is_person, role_of, stand_ins
from sayso.model import Source, SourceKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["sources"]

_HUMAN = frozenset({"he", "she"})
_THING = frozenset({"it"})
_MANY = frozenset({"they"})
_OBJECTS = {"him": "he", "her": "she", "them": "they"}
_RELATIVES = frozenset({"who", "which", "that"})
_SUBJECTS = ("nsubj", "nsubjpass")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Known:
    """Somebody met in the text: the last place, the source, the words used of it, and what it is."""

    at: int
    source: Source
    words: frozenset[str]
    person: bool
    plural: bool
    aside: bool = False  # named in passing, without a word of speech: only where nobody else fits
    spoke: bool = False


def sources(found: Sequence[tuple[Paragraph, Draft]], paragraphs: Sequence[Paragraph]) -> list[Source | None]:
    """Return the source of each draft (given in reading order of their mentions), its name taken from the text."""
    people = _people(paragraph for paragraph in paragraphs if paragraph.parsed.read)
    known: list[_Known] = []
    resolved: list[Source | None] = []
    met: dict[Span, Source | None] = {}
    for paragraph, draft in found:
        if not draft.cue and draft.source in met:
            resolved.append(met[draft.source])  # the same speech runs on
            continue
        source = _source(paragraph, draft, [*people, *known])
        resolved.append(source)
        if draft.source:
            met[draft.source] = source
        if source and draft.head is not None and source.mention:
            known.append(_remember(paragraph, draft, source))
    return list(_others(found, resolved, [*people, *known]))


def _others(
    found: Sequence[tuple[Paragraph, Draft]], resolved: Sequence[Source | None], known: Sequence[_Known]
) -> Iterator[Source | None]:
    """Yield the sources, with a pronoun inside a quote taken for somebody other than who is quoted: '"He fled," X said'."""
    speeches = [
        (piece, source.name)
        for (paragraph, draft), source in zip(found, resolved, strict=True)
        if source is not None
        for piece in draft.content
        if any(piece in quote.span for quote in paragraph.quotes)
    ]
    for (paragraph, draft), source in zip(found, resolved, strict=True):
        speakers = {name for piece, name in speeches if draft.source is not None and draft.source in piece}
        if source is None or draft.source is None or source.name not in speakers or not _is_pronoun(draft.head):
            yield source
            continue
        others = [k for k in known if k.at < draft.source.start and k.source.name not in speakers]
        yield _pronoun(paragraph, draft, draft.head, others)


def _is_pronoun(head: Token | None) -> TypeGuard[Token]:
    return head is not None and head.lower_ in _HUMAN | _THING | _MANY


def _source(paragraph: Paragraph, draft: Draft, known: Sequence[_Known]) -> Source | None:
    if draft.source is None:
        return None
    words = draft.source.of(paragraph.text)
    if draft.head is None:
        return Source(words, *classify(words), mention=draft.source)
    head = draft.head
    earlier = [k for k in known if k.at < draft.source.start]
    if head.pos_ in ("PRON", "DET") or head.lower_ in _HUMAN | _THING | _MANY:
        return _pronoun(paragraph, draft, head, earlier)
    name = core(paragraph, head, draft.source)
    kind, anonymous = classify(words)
    anonymous = anonymous and classify(name.of(paragraph.text))[1] and not _proper(paragraph, head, name)
    own = Source(name.of(paragraph.text), kind, anonymous, draft.source)
    return _same(own, head, words, earlier, known)


def _proper(paragraph: Paragraph, head: Token, name: Span) -> bool:
    return is_person(head) and name.of(paragraph.text)[:1].isupper()


def _pronoun(paragraph: Paragraph, draft: Draft, head: Token, earlier: Sequence[_Known]) -> Source | None:
    """Return the antecedent's name and kind, with the pronoun as the mention."""
    assert draft.source is not None
    if head.lower_ in _RELATIVES:
        return _relative(paragraph, draft, head)
    pronoun = _OBJECTS.get(head.lower_, head.lower_) if head.dep_ == "pobj" else head.lower_
    found = _antecedent(pronoun, earlier, paragraph.at(paragraph.whole_sentence(head.i)[0]))
    if found is None:
        return Source(draft.source.of(paragraph.text), SourceKind.UNSPECIFIED, True, draft.source)
    return replace(found.source, mention=draft.source)


def _relative(paragraph: Paragraph, draft: Draft, head: Token) -> Source:
    """Return the noun that a relative clause hangs on."""
    verb = next((t for t in head.ancestors if t.dep_ == "relcl"), None)
    noun = verb.head if verb is not None else None
    if noun is None or verb is None:
        return Source(head.text, SourceKind.UNSPECIFIED, True, draft.source)
    whole = paragraph.span(noun.left_edge.i, max(noun.i + 1, min(verb.left_edge.i, noun.right_edge.i + 1)))
    name = core(paragraph, noun, whole) if whole else None
    words = (whole or name or Span(0, 0)).of(paragraph.text)
    return Source(name.of(paragraph.text) if name else noun.text, *classify(words), mention=draft.source)


def _antecedent(pronoun: str, earlier: Sequence[_Known], sentence: int) -> _Known | None:
    """Return who a pronoun stands for: for "it", whoever does what the pronoun's own sentence tells, "The army left, it said"."""
    if pronoun in _HUMAN:
        fitting = [k for k in earlier if (k.person and not k.plural) or _unknown_name(k)]
    elif pronoun in _THING:
        fitting = [k for k in earlier if not k.person and not k.plural]
    elif pronoun in _MANY:
        fitting = [k for k in earlier if k.plural] or [k for k in earlier if not k.person]
    else:
        return None
    doing = min((k for k in fitting if k.at >= sentence), key=lambda k: k.at, default=None) if pronoun in _THING else None
    return doing or max([k for k in fitting if not k.aside] or fitting, key=lambda k: k.at, default=None)


def _unknown_name(other: _Known) -> bool:
    """Tell whether the words are two capitalised ones that name nothing known: most likely a person."""
    words = (other.source.name or "").split()
    return other.source.kind == SourceKind.UNSPECIFIED and len(words) > 1 and all(word[:1].isupper() for word in words)


def _same(own: Source, head: Token, words: str, earlier: Sequence[_Known], known: Sequence[_Known]) -> Source:
    """Return the source with what the text says of it elsewhere: a definite role stands for the one it fits, a surname for its owner."""
    said = _words(words)
    if is_person(head):
        owner = next((k for k in known if head.lower_ in k.words and k.person and k.source.kind != SourceKind.UNSPECIFIED), None)
        return replace(own, kind=owner.source.kind) if owner and own.kind == SourceKind.UNSPECIFIED else own
    if words[:4].lower() != "the " or any(t.pos_ == "PROPN" for t in head.subtree if t.text in words):
        return own
    if head.lower_ in stand_ins() and (len(said) == 1 or words.islower()) and not any(c.dep_ == "conj" for c in head.children):
        fitting = _bodies_for(own, head, [k for k in earlier if not k.person and not k.plural and not k.source.anonymous])
        if not fitting and len(said) > 1:
            return own
    else:
        fitting = [k for k in earlier if said <= k.words and _alike(k, head) and _longer(k, own, head)]
    found = max([k for k in fitting if not k.aside] or fitting, key=lambda k: k.at, default=None)
    if found and head.text[:1].isupper():  # "the Observatory" is a name as well as a word for what bears it
        return replace(own, kind=found.source.kind, anonymous=found.source.anonymous)
    return replace(found.source, mention=own.mention) if found else own


def _bodies_for(own: Source, head: Token, earlier: Sequence[_Known]) -> list[_Known]:
    """Return the organisations of its kind that "the agency" can stand for: if any has spoken, those that have the word in their name."""
    kinds = (own.kind, SourceKind.UNSPECIFIED) if len(_words(own.name or "")) == 1 else (own.kind,)
    named = [k for k in earlier if head.lower_ in _words(k.source.name or "")]
    alike = [k for k in earlier if own.kind == SourceKind.UNSPECIFIED or k.source.kind in kinds or k in named]
    return [k for k in alike if k.spoke and head.lower_ in _words(k.source.name or "") and not (k.source.name or "").islower()] or alike


def _alike(other: _Known, head: Token) -> bool:
    """Tell whether a word for people or for a body can stand for somebody: "the observatory" not for its head, "the guards" for no body."""
    role = role_of(head.text)
    if role is None:
        return True
    return not other.person if role.sort in ("body", "collective", "acronym") else other.person or role.sort != "person"


def _longer(other: _Known, own: Source, head: Token) -> bool:
    """Tell whether a role noun was met before with a name beside it, or as the last word of a longer description: "a military source"."""
    name = _words(other.source.name or "")
    if not _words(own.name or "") & name:
        return True
    written = (other.source.name or "").lower()
    begins = written.split(" of ")[0].split(" for ")[0].endswith(head.lower_)
    return begins and len(name) > len(_words(own.name or "")) and other.plural == (head.tag_ in ("NNS", "NNPS"))


def _people(paragraphs: Iterable[Paragraph]) -> list[_Known]:
    """Return the people and organisations that the text has as subjects or describes."""
    found: list[_Known] = []
    for paragraph in paragraphs:
        for entity in paragraph.doc.ents:
            head = entity.root
            person = entity.label_ == "PERSON" and not is_called_a_body(head)
            if not person and not (entity.label_ in ("ORG", "GPE", "NORP") and head.dep_ in _SUBJECTS and head.pos_ == "PROPN"):
                continue
            span = paragraph.parsed.span(entity)
            whole = described(paragraph, head) if person else span
            name = core(paragraph, head, span)
            kind, anonymous = classify(whole.of(paragraph.text))
            if person and kind == SourceKind.DOCUMENT:
                kind = SourceKind.UNSPECIFIED  # "X in a statement": the words tell of the text, not of the speaker
            subject = head.dep_ in _SUBJECTS or (head.dep_ in ("appos", "compound") and head.head.dep_ in _SUBJECTS)
            at = span.start if subject else -1
            source = Source(name.of(paragraph.text), kind, False if person else anonymous, span)
            found.append(_Known(at, source, _words(whole.of(paragraph.text)), person, head.tag_ == "NNPS"))
        doing = sorted({*paragraph.related(_SUBJECTS), *paragraph.written(stand_ins())}, key=lambda word: word.i)
        found += _groups(paragraph, doing)
        found += _bodies(paragraph, doing)
        found += _acting(paragraph, doing)
    return found


def _bodies(paragraph: Paragraph, doing: Sequence[Token]) -> Iterator[_Known]:
    """Yield the organisations with a description for a name that do something: "the airline", "the water board"."""
    for head in doing:
        role = role_of(head.text) if head.pos_ in ("NOUN", "PROPN") and head.dep_ in _SUBJECTS else None
        generic = head.lower_ in stand_ins()
        if not generic and (role is None or role.sort not in ("body", "collective", "acronym")):
            continue
        if head.pos_ == "PROPN" and head.ent_type_ == "ORG":  # a name, which stands among the names already
            continue
        whole = paragraph.span(head.left_edge.i, head.i + 1)
        if whole is None or (
            generic and whole.of(paragraph.text).lower() == f"the {head.lower_}" and whole.start != paragraph.parsed.offset
        ):
            continue
        name = core(paragraph, head, whole).of(paragraph.text)
        kind, anonymous = classify(whole.of(paragraph.text))
        plural = head.lower_ == "police" or head.tag_ in ("NNS", "NNPS")
        yield _Known(whole.start, Source(name, kind, anonymous, whole), _words(name), False, plural, aside=True)


def _acting(paragraph: Paragraph, doing: Sequence[Token]) -> Iterator[_Known]:
    """Yield the people with a title or two names that do something and that the parser knows as nobody: "Pilot Eva Stern landed"."""
    for head in doing:
        if head.dep_ not in _SUBJECTS or head.pos_ != "PROPN" or head.ent_type_ == "PERSON" or role_of(head.text):
            continue
        whole = paragraph.span(head.left_edge.i, head.i + 1)
        if whole is None or not is_person(head) or len(whole.of(paragraph.text).split()) < 2 or head.left_edge.lower_ == "the":
            continue
        name = core(paragraph, head, whole).of(paragraph.text)
        yield _Known(whole.start, Source(name, classify(whole.of(paragraph.text))[0], False, whole), _words(name), True, False, aside=True)


def _groups(paragraph: Paragraph, doing: Sequence[Token]) -> Iterator[_Known]:
    """Yield the unnamed people who do something: "researchers", "two officers"; not those who are only counted."""
    for head in doing:
        role = role_of(head.text) if head.tag_ == "NNS" and head.dep_ in _SUBJECTS else None
        if role is None or role.sort != "person" or _counted(head):
            continue
        whole = paragraph.span(head.left_edge.i, head.i + 1)
        if whole is None:
            continue
        name = core(paragraph, head, whole).of(paragraph.text)
        yield _Known(whole.start, Source(name, *classify(name), whole), _words(name), True, True)


def _counted(head: Token) -> bool:
    """Tell whether people stand there as an amount, of whom is told: "650 soldiers", "many rebels"."""
    before = head.doc[max(head.left_edge.i - 1, head.sent.start) : head.i]
    return any((word.like_num and not word.is_alpha) or (word.pos_ in ("ADJ", "DET") and role_of(word.text) is not None) for word in before)


def _remember(paragraph: Paragraph, draft: Draft, source: Source) -> _Known:
    assert draft.head is not None
    assert source.mention is not None
    head = draft.head
    words = _words(source.mention.of(paragraph.text)) | _words(source.name or "")
    plural = head.tag_ in ("NNS", "NNPS") or head.lower_ in _MANY or any(c.dep_ == "conj" for c in head.children)
    role = role_of(head.text)
    person = is_person(head) or head.lower_ in _HUMAN or (role is not None and role.sort in ("person", "post", "title"))
    first, end = paragraph.whole_sentence(head.i)
    sentence = paragraph.text[paragraph.at(first) : paragraph.end_of(end - 1)]
    if "statement" in sentence:
        words |= {"statement"}
    return _Known(source.mention.start, source, words, person, plural, spoke=True)


def _words(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text)) - {"the", "a", "an", "s"}
