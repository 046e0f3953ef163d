"""Verbs: attributions made by a cue verb with its subject and its complements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.annotators.cues import CueVerb, barred, noun, nouns, verb, verb_forms
from sayso.annotators.happenings import kinds
from sayso.attribution.clauses import clause
from sayso.attribution.complements import figure, infinitive, object_of, preposition, raised, unsaid
from sayso.attribution.draft import Draft, Paragraph
from sayso.attribution.names import role_of
from sayso.attribution.subjects import Subject, passive, subject
from sayso.attribution.unmarked import unmarked
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["drafts"]

_SHOWN = CueVerb("", (), "saying", ("clause",), (), "", "")
_MEANT = CueVerb("", (), "attitude", ("clause",), (), "", "")
_MORE = ("infinitive", "about", "as")  # complements that any cue verb may take
_COUNTING = ("figure",)  # frames of verbs that say nothing but figures
_DEAF = ("blow", "disaster")  # happenings that say nothing, as a campaign or a rally may
_CLAUSE = ("ccomp",)
_COLON = (":",)
_SPEAKERS = frozenset(("i", "you", "we"))  # the author, or whoever is being quoted


def drafts(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield an attribution for each cue verb that has a content."""
    quoted = [(paragraph.token(q.span.start), paragraph.token(q.span.end - 1) + 1) for q in paragraph.quotes]
    for token in _candidates(paragraph):
        row = verb(token) or _unlisted(paragraph, token)
        if (
            row is None
            or _cites(token)
            or _in_name(token)
            or any((row.lemma, c.lower_) in barred() for c in token.children if c.dep_ == "prt")
        ):
            continue
        source = subject(token, paragraph.sentence(token.i), quoted)
        found = _content(paragraph, token, row, source)
        lost = unmarked(paragraph, token) if found is None and row.kind == "saying" and "clause" in row.frames else None
        if lost is not None:
            source, found = lost[0], ("clause", (lost[1],))
        if found is None or (
            source is None and found[0] != "raising" and not passive(token) and not (row.kind == "asking" and token.tag_ == "VBN")
        ):
            continue
        if _feels(token) or (_done_by(token) if source is None else _happens(source)):
            continue
        rule, content = found
        kind = "self" if source is not None and _own(source.head) else row.kind
        if rule == "raising":
            source = None
        yield Draft(
            source=paragraph.span(source.start, source.end) if source else None,
            cue=(_cue(paragraph, token),),
            content=content,
            kind=kind,
            rule=f"{kind}:{rule}",
            stance=_stance(token, row),
            head=source.head if source else None,
        )


def _candidates(paragraph: Paragraph) -> list[Token]:
    """Return the forms of cue verbs, and what a clause or, where there are quotes, a colon hangs on."""
    shown = [*paragraph.related(_CLAUSE), *(paragraph.written(_COLON) if paragraph.quotes else ())]
    found = {token.i for token in paragraph.written(verb_forms())} | {token.head.i for token in shown}
    return [paragraph.doc[at] for at in sorted(found)]


def _in_name(token: Token) -> bool:
    """Tell whether "Said" is the last word of a name: "in Port Said the mayor spoke"."""
    if token.text != "Said" or token.i == token.sent.start or token.i + 1 >= len(token.doc):
        return False
    return token.nbor(-1).text.istitle() and token.nbor().text.islower()


def _done_by(token: Token) -> bool:
    """Tell whether a passive has a doer that is no speaker: "justified by military need"."""
    return any(child.dep_ == "agent" for child in token.children)


def _feels(token: Token) -> bool:
    """Tell whether a passive stands for what its subject feels, which the adjective gives: "was worried about the dam"."""
    row = nouns().get(token.lower_)
    return passive(token) and row is not None and row.pos == "adjective"


def _happens(source: Subject) -> bool:
    """Tell whether the subject is a day or what happens, and no speaker: "the blasts underscored the need"; a name may end its phrase."""
    head, last = source.head, source.head.doc[source.end - 1]
    if head.ent_type_ in ("DATE", "TIME"):
        return True
    return head.tag_ in ("NN", "NNS") and kinds().get(head.lemma_) in _DEAF and last.pos_ != "PROPN"


def _own(head: Token) -> bool:
    """Tell whether the author, or whoever is being quoted, speaks: "we", "our teams"; but "our sources" are others."""
    ours = any(c.dep_ == "poss" and c.lower_ == "our" for c in head.children)
    return head.lower_ in _SPEAKERS or (ours and role_of(head.text) is None)


def _stance(token: Token, row: CueVerb) -> str:
    """Return the row's stance; "rejected" denies only what was said: a report or a claim, not an offer."""
    if row.stance != "rejecting":
        return row.stance
    said = any(c.dep_ == "dobj" and (found := noun(c)) is not None and found.kind == "saying" for c in token.children)
    return "denied" if said else ""


def _unlisted(paragraph: Paragraph, token: Token) -> CueVerb | None:
    """Return a row for a verb outside the lexicon that its complement shows to be a cue: a that-clause, or a quote after a colon."""
    if token.pos_ != "VERB":
        return None
    colon = next((c for c in token.rights if c.text == ":"), None) if paragraph.quotes else None
    if colon is not None and any(paragraph.at(colon.i) < q.span.start < paragraph.end_of(colon.i) + 3 for q in paragraph.quotes):
        return _SHOWN
    that = any(
        c.dep_ == "ccomp" and c.i > token.i and any(g.dep_ == "mark" and g.lower_ == "that" for g in c.lefts) for c in token.children
    )
    return _MEANT if that and any(c.dep_ == "nsubj" and c.ent_type_ != "" for c in token.children) else None


def _cites(token: Token) -> bool:
    """Tell whether the verb only leads to another: "was quoted as saying"."""
    return passive(token) and any(c.lower_ == "as" and any(g.dep_ == "pcomp" and verb(g) for g in c.children) for c in token.children)


def _cue(paragraph: Paragraph, token: Token) -> Span:
    """Return the verb with the auxiliaries, negation and particles that stand right beside it."""
    first, stop = paragraph.whole_sentence(token.i)
    start = end = token.i
    while start > first and token.doc[start - 1].head == token and token.doc[start - 1].dep_ in ("aux", "auxpass", "neg", "advmod"):
        start -= 1
    while end + 1 < stop and token.doc[end + 1].head == token and token.doc[end + 1].dep_ == "prt":
        end += 1
    return Span(paragraph.at(start), paragraph.end_of(end))


def _content(paragraph: Paragraph, token: Token, row: CueVerb, source: Subject | None) -> tuple[str, tuple[Span, ...]] | None:
    """Return which frame gave the content, and its pieces."""
    suffered = passive(token)
    for frame in (*row.frames, *(_MORE if source is not None and not suffered and row.frames != _COUNTING else ())):
        if suffered and source is None and frame == "clause" and not _impersonal(token):
            continue
        if frame == "passive":
            pieces = unsaid(paragraph, token) if suffered and source is None else None
            if pieces:
                return "raising", pieces
            continue
        pieces = raised(paragraph, token, row, frame) if suffered or frame == "raising" else None
        if pieces is None:
            pieces = _framed(paragraph, token, row, frame, source)
        if pieces:
            return ("raising" if frame == "raising" or (suffered and frame != "clause" and source is None) else frame), pieces
    return None


def _impersonal(token: Token) -> bool:
    """Tell whether a passive stands for "it is said that"."""
    subjects = [c for c in token.children if c.dep_ in ("nsubjpass", "nsubj", "expl")]
    that = any(c.dep_ == "ccomp" and any(g.dep_ == "mark" for g in c.children) for c in token.children)
    return that or any(c.lower_ == "it" for c in subjects) or not subjects


def _framed(paragraph: Paragraph, token: Token, row: CueVerb, frame: str, source: Subject | None) -> tuple[Span, ...] | None:
    if frame == "clause":
        return clause(paragraph, token, row, source)
    if frame in ("object", "joined"):
        return object_of(paragraph, token, row, frame)
    if frame == "figure":
        return figure(paragraph, token, row) if source is not None and source.head.lower_ not in _SPEAKERS else None
    if frame == "infinitive":
        return infinitive(paragraph, token)
    return preposition(paragraph, token, frame)
