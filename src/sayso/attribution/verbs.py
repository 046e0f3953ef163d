"""Verbs: attributions made by a cue verb with its subject and its complements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sayso.annotators.cues import CueVerb, barred, content_ends, noun, verb
from sayso.attribution.draft import Draft, Paragraph
from sayso.attribution.subjects import Subject, ends, passive, subject
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["drafts"]

_SHOWN = CueVerb("", (), "saying", ("clause",), (), "", "")
_MEANT = CueVerb("", (), "attitude", ("clause",), (), "", "")
_MORE = ("infinitive", "about", "as")  # complements that any cue verb may take
_FINITE = ("VBD", "VBN", "VBZ", "VBP")
_JOINS = ("and", "but", "so")
_SPEAKERS = frozenset(("i", "you", "we"))  # the author, or whoever is being quoted


def drafts(paragraph: Paragraph) -> Iterator[Draft]:
    """Yield an attribution for each cue verb that has a content."""
    quoted = [(paragraph.token(q.span.start), paragraph.token(q.span.end - 1) + 1) for q in paragraph.quotes]
    for token in paragraph.doc:
        row = verb(token) or _unlisted(paragraph, token)
        if row is None or _cites(token):
            continue
        source = subject(token, paragraph.sentence(token.i), quoted)
        found = _content(paragraph, token, row, source)
        if found is None or (
            source is None and found[0] != "raising" and not passive(token) and not (row.kind == "asking" and token.tag_ == "VBN")
        ):
            continue
        rule, content = found
        kind = "self" if source is not None and source.head.lower_ in _SPEAKERS else row.kind
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
    quoted = any(paragraph.gap(paragraph.end_of(token.right_edge.i), q.span.start) in (":", "") for q in paragraph.quotes)
    if quoted and any(c.text == ":" for c in token.rights):
        return _SHOWN
    that = any(
        c.dep_ == "ccomp" and c.i > token.i and any(g.dep_ == "mark" and g.lower_ == "that" for g in c.lefts) for c in token.children
    )
    return _MEANT if that and any(c.dep_ == "nsubj" and c.ent_type_ != "" for c in token.children) else None


def _cites(token: Token) -> bool:
    """Tell whether the verb only leads to another: "was quoted as saying"."""
    return passive(token) and any(c.lower_ == "as" and any(g.dep_ == "pcomp" for g in c.children) for c in token.children)


def _cue(paragraph: Paragraph, token: Token) -> Span:
    """Return the verb with the auxiliaries, negation and particles that stand right beside it."""
    start = end = token.i
    while (
        start > token.sent.start and token.doc[start - 1].head == token and token.doc[start - 1].dep_ in ("aux", "auxpass", "neg", "advmod")
    ):
        start -= 1
    while end + 1 < token.sent.end and token.doc[end + 1].head == token and token.doc[end + 1].dep_ == "prt":
        end += 1
    return Span(paragraph.at(start), paragraph.end_of(end))


def _content(paragraph: Paragraph, token: Token, row: CueVerb, source: Subject | None) -> tuple[str, tuple[Span, ...]] | None:
    """Return which frame gave the content, and its pieces."""
    suffered = passive(token)
    for frame in (*row.frames, *(_MORE if source is not None and not suffered else ())):
        if suffered and source is None and frame == "clause" and not _impersonal(token):
            continue
        pieces = _raised(paragraph, token, row, frame) if suffered or frame == "raising" else None
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
        return _clause(paragraph, token, row, source)
    if frame in ("object", "joined"):
        return _object(paragraph, token, row, frame)
    if frame == "infinitive":
        return _infinitive(paragraph, token)
    return _preposition(paragraph, token, frame)


def _pieces(*spans: Span | None) -> tuple[Span, ...] | None:
    return tuple(sorted(span for span in spans if span)) or None


def _clause(paragraph: Paragraph, token: Token, row: CueVerb, source: Subject | None) -> tuple[Span, ...] | None:
    """Return the clause after the verb, the words before source and verb, or both."""
    if any(c.dep_ == "mark" and c.lower_ == "as" for c in token.children):
        return _pieces(_besides(paragraph, token, source))
    around = _around(paragraph, token, source)
    if around:
        return around
    before = _before(paragraph, token, row, source)
    quote = paragraph.quote_at(before.end - 1) if before is not None else None
    after = _clause_after(paragraph, token, source)
    closed = quote is not None and paragraph.text[quote.inner.end - 1] == "."  # the quote is a sentence of its own
    titled = quote is not None and after is not None and (closed or not _verbal(_words(paragraph, before)))
    if quote is not None and not titled:
        return _pieces(before)
    return _pieces(after or before)


def _besides(paragraph: Paragraph, token: Token, source: Subject | None) -> Span | None:
    """Return the sentence without its clause "as X said", at its start or its end."""
    start, end = paragraph.sentence(token.i)
    first = min(token.left_edge.i, source.start if source else token.i)
    if first <= start + 1:
        comma = next((t.i for t in token.doc[token.i : end] if t.text == ","), None)
        return paragraph.span(comma + 1, _stop(token, end)) if comma is not None and _verbal(token.doc[comma:end]) else None
    closing = _stop(token, end) - token.right_edge.i <= 1 and token.doc[first - 1].text == ","
    return _snapped(paragraph, token, paragraph.span(start, first)) if closing else None


def _around(paragraph: Paragraph, token: Token, source: Subject | None) -> tuple[Span, ...] | None:
    """Return what stands before and after a source and verb between commas: "A, X said, B"."""
    if source is None or not source.direct or source.head.lower_ in ("who", "which", "that"):
        return None
    doc = token.doc
    start, end = paragraph.sentence(token.i)
    left, right = min(source.start, token.i), max(source.end, token.i + 1)
    if left - start < 2 or doc[left - 1].text not in (",", '"', "-", "--"):
        return None
    comma = next((t.i for t in doc[right : min(right + 9, end)] if t.text in (",", ":", '"') or t.pos_ in ("VERB", "AUX")), None)
    if (
        comma is None
        or doc[comma].text == ":"
        or doc[comma].pos_ in ("VERB", "AUX")
        or not _verbal(doc[comma:end])
        or not _wordy(doc[start:left])
    ):
        return None
    if any(c.dep_ in ("dobj", "ccomp") and token.i < c.i < comma for c in token.children):
        return None
    if doc[comma + 1 : comma + 2].text.lower() in content_ends() or doc[comma + 1 : comma + 2].text.lower() in ("who", "which", "a", "an"):
        return None
    quote = _quote_before(paragraph, paragraph.at(left))
    first = paragraph.span(start, left) if quote is None else paragraph.trim(min(paragraph.at(start), quote.start), quote.end)
    if quote is not None and paragraph.quote_at(paragraph.end_of(comma) + 1) is None:
        return None
    second = paragraph.span(comma + (doc[comma].text == ","), _cut(token, comma, _stop(token, end)))
    return _pieces(_snapped(paragraph, token, first), _snapped(paragraph, token, second))


def _words(paragraph: Paragraph, span: Span | None) -> Tokens:
    return paragraph.doc[paragraph.token(span.start) : paragraph.token(span.end - 1) + 1] if span else paragraph.doc[0:0]


def _verbal(words: Tokens) -> bool:
    return any(word.tag_ in ("VBD", "VBZ", "VBP", "MD") for word in words)


def _wordy(words: Tokens) -> bool:
    return any(word.is_alpha and not word.is_punct for word in words) and words[0].lower_ not in _JOINS


def _stop(token: Token, end: int) -> int:
    while end > token.i + 1 and (token.doc[end - 1].is_space or token.doc[end - 1].text in ".;"):
        end -= 1
    return end


def _clause_after(paragraph: Paragraph, token: Token, source: Subject | None) -> Span | None:
    floor = max(token.i, source.end - 1 if source and source.start > token.i else token.i)
    clause = next((c for c in token.children if _clausal(c) and c.i > floor and c.left_edge.i > token.i), None)
    if clause is None:
        return _that_clause(paragraph, token, floor) or _quote_after(paragraph, token, floor) or _bare_clause(paragraph, token, floor)
    start = max(clause.left_edge.i, floor + 1)
    end = _cut(token, start, _completed(paragraph, token, clause.right_edge.i + 1))
    return _snapped(paragraph, token, paragraph.span(start, end))


def _completed(paragraph: Paragraph, token: Token, end: int) -> int:
    """Return the end of the sentence where the rest of it is only more predicates of the clause, else the end given."""
    last = _stop(token, paragraph.sentence(token.i)[1])
    rest = token.doc[end:last]
    if len(rest) and rest[0].text == ":":
        return last
    if not len(rest) or rest[0].lower_ not in (",", "and", "but") or _another(rest):
        return end
    return last if any(w.pos_ == "VERB" for w in rest) and not any(w.pos_ == "VERB" and verb(w) for w in rest) else end


def _another(rest: Tokens) -> bool:
    """Tell whether the rest of a sentence has a subject or a participle of its own; "and he", without a comma, goes on."""
    subjects = [w for w in rest if w.dep_ in ("nsubj", "nsubjpass")]
    goes_on = rest[0].lower_ in ("and", "but") and bool(subjects) and subjects[0].tag_ == "PRP"
    return any(w.tag_ == "VBG" for w in rest) or (bool(subjects) and not goes_on)


def _clausal(token: Token) -> bool:
    if token.dep_ == "dobj":  # "said 12 houses burned": the parse makes the clause a noun with a participle
        return token.head.lemma_ == "say" and any(c.dep_ == "acl" and c.tag_ in ("VBN", "VBD") for c in token.children)
    return token.dep_ in ("ccomp", "parataxis") or (token.dep_ == "xcomp" and token.tag_ in _FINITE)


def _that_clause(paragraph: Paragraph, token: Token, floor: int) -> Span | None:
    """Return a that-clause which the parse hangs on an adjunct: "told her in the morning that the road was cut"."""
    for word in token.doc[floor + 1 : min(floor + 25, token.right_edge.i + 1)]:
        clause = word.head
        if word.lower_ != "that" or clause.dep_ not in ("acl", "relcl") or clause.left_edge != word:
            continue
        noun = clause.head
        hangs = noun.head == token or (noun.dep_ == "pobj" and noun.head.head == token)
        if hangs and any(c.dep_ in ("nsubj", "nsubjpass") and c != word for c in clause.lefts):
            end = _cut(token, word.i, clause.right_edge.i + 1)
            return _snapped(paragraph, token, paragraph.span(word.i, end))
    return None


def _bare_clause(paragraph: Paragraph, token: Token, floor: int) -> Span | None:
    """Return a clause that the parse took for an adjunct: "said after the talks he would not resign"."""
    clause = next(
        (
            c
            for c in token.children
            if c.dep_ in ("advcl", "dep", "conj")
            and c.i > floor
            and c.doc[c.left_edge.i - 1].text != ","
            and any(g.dep_ in ("nsubj", "nsubjpass") for g in c.lefts)
            and not any(g.dep_ in ("mark", "cc", "advmod") and g.i < c.i for g in c.lefts)
            and not any(g.dep_ == "cc" for g in token.rights)
        ),
        None,
    )
    if clause is None:
        return None
    start = max(clause.left_edge.i, floor + 1)
    return paragraph.span(start, _cut(token, start, clause.right_edge.i + 1))


def _quote_after(paragraph: Paragraph, token: Token, floor: int) -> Span | None:
    """Return a quote that begins close after the verb, with nothing but an adjunct, a colon or a comma between."""
    start = paragraph.end_of(floor)
    quote = next((q for q in paragraph.quotes if q.span.start >= start), None)
    if quote is None:
        return None
    sentence_end = paragraph.end_of(token.sent.end - 1)
    gap = paragraph.gap(start, quote.span.start)
    if (quote.span.start > sentence_end and gap[-1:] != ":") or len(gap) > 90 or (gap and gap[-1] not in ",:" and len(gap) > 30):
        return None
    between = token.doc[floor + 1 : paragraph.token(quote.span.start)]
    if any(verb(word) for word in between):
        return None
    return _around_quote(paragraph, token, quote.span) or quote.span


def _around_quote(paragraph: Paragraph, token: Token, quote: Span) -> Span | None:
    """Return the object that the quote is only a part of: "declared a 'state of alarm' on the coast"."""
    at = paragraph.token(quote.start)
    head = next((c for c in token.children if c.dep_ == "dobj" and token.i < c.left_edge.i < at <= c.right_edge.i), None)
    if head is None or token.lemma_ in ("tell", "say"):
        return None
    return paragraph.whole_quotes(
        paragraph.span(head.left_edge.i, _cut(token, head.left_edge.i, head.right_edge.i + 1)), paragraph.at(token.i)
    )


def _cut(token: Token, start: int, end: int) -> int:
    """Return where the clause ends, before what belongs to the cue again: ", adding ...", ", citing ..."."""
    for word in token.doc[start + 2 : end]:
        if token.doc[word.i - 1].text == "," and (word.lower_ in content_ends() or _background(word, end)):
            return int(word.i) - 1
    while end > start and token.doc[end - 1].is_space:
        end -= 1
    return end


def _background(word: Token, end: int) -> bool:
    """Tell whether a last clause only says who or what a name is: ", which lies on the coast"; a figure in it is part of what is said."""
    last = not any(later.text == "," or later.like_num for later in word.doc[word.i : end])
    return last and word.tag_ in ("WDT", "WP", "WP$") and word.doc[word.i - 2].pos_ == "PROPN"


def _snapped(paragraph: Paragraph, token: Token, span: Span | None) -> Span | None:
    return paragraph.whole_quotes(span, paragraph.at(token.i))


def _before(paragraph: Paragraph, token: Token, row: CueVerb, source: Subject | None) -> Span | None:
    """Return the words from the start of the sentence to the source and verb that end it: "A, X said"."""
    if source is None or not source.direct or source.head.lower_ in ("who", "which", "that"):
        return None
    left = min(source.start, token.i)
    while left > token.sent.start and token.doc[left - 1].head.i == token.i and token.doc[left - 1].dep_ in ("aux", "advmod", "cc", "neg"):
        left -= 1
    start = paragraph.sentence(token.i)[0]
    quote = _quote_before(paragraph, paragraph.at(left))
    if quote:
        begin = paragraph.at(start)
        return _snapped(paragraph, token, paragraph.trim(min(begin, quote.start), quote.end)) if begin < quote.end else quote
    if any(c.dep_ == "ccomp" and c.i > token.i for c in token.children) or row.kind != "saying":
        return None
    if not _parted(token, start, left) or not ends(token, source, paragraph.sentence(token.i)):
        return None
    return _snapped(paragraph, token, paragraph.span(start, left))


def _parted(token: Token, start: int, left: int) -> bool:
    """Tell whether what stands before a source is a sentence of its own: parted by a comma, or in a text that has lost its commas."""
    words = token.doc[start:left]
    parted = bool(len(words)) and words[-1].text in (",", '"', "-", "--")
    if parted and left == token.i and len(words) > 4:
        return True  # "A, said X": whatever the parse makes of A
    if not any(word.pos_ in ("VERB", "AUX") for word in words):
        return False
    if parted:
        return True
    bare = not any(word.text == "," for word in token.sent) and len(words) > 5 and token.lemma_ in ("say", "tell", "report")
    return bare and words[-1].pos_ in ("NOUN", "PROPN", "NUM", "ADV", "ADJ", "ADP")


def _quote_before(paragraph: Paragraph, left: int) -> Span | None:
    quote = next((q for q in reversed(paragraph.quotes) if q.span.end <= left), None)
    return quote.span if quote and paragraph.gap(quote.span.end, left) in ("", ",", "-", "--") else None


def _object(paragraph: Paragraph, token: Token, row: CueVerb, frame: str) -> tuple[Span, ...] | None:
    """Return the object with what is said of it: predicate, infinitive, and the phrases that the verb joins to it."""
    head = next((c for c in token.children if _objective(c) and c.i > token.i), None)
    if head is None:
        asked = next((c for c in token.children if c.dep_ == "dobj" and c.tag_ in ("WP", "WDT") and token.dep_ == "relcl"), None)
        return _pieces(paragraph.span(asked.i, asked.i + 1)) if asked is not None and frame == "object" else None
    if (row.lemma, head.lemma_) in barred():
        return None
    if frame == "joined" and not any(c.dep_ == "prep" and c.lower_ in row.joins for c in (*token.children, *head.children)):
        return None
    end = head.right_edge.i + 1
    for child in token.children:
        joined = child.dep_ == "prep" and (child.lower_ in row.joins or _as_saying(child))
        if child.i > head.i and (child.dep_ in ("oprd", "xcomp", "ccomp") or joined):
            end = max(end, child.right_edge.i + 1)
    start = max(head.left_edge.i, token.i + 1)
    return _pieces(_snapped(paragraph, token, paragraph.span(start, _cut(token, start, end))))


def _as_saying(prep: Token) -> bool:
    """Tell whether "as" leads on to what somebody is quoted "as saying"."""
    return prep.lower_ == "as" and any(c.dep_ == "pcomp" and c.tag_ == "VBG" for c in prep.children)


def _objective(token: Token) -> bool:
    return token.dep_ in ("dobj", "oprd", "ccomp") or (token.dep_ == "xcomp" and token.tag_ == "VBG")


def _infinitive(paragraph: Paragraph, token: Token) -> tuple[Span, ...] | None:
    head = next((c for c in token.children if c.dep_ in ("xcomp", "ccomp") and c.i > token.i), None)
    if head is None:
        return None
    first = next((c for c in token.children if c.dep_ == "dobj" and c.i > token.i), head)
    start = max(min(first.left_edge.i, head.left_edge.i), token.i + 1)
    return _pieces(_snapped(paragraph, token, paragraph.span(start, _cut(token, start, head.right_edge.i + 1))))


def _preposition(paragraph: Paragraph, token: Token, frame: str) -> tuple[Span, ...] | None:
    prep = next((c for c in token.children if c.dep_ in ("prep", "prt", "agent") and c.lower_ == frame), None)
    if prep is None or prep.right_edge.i == prep.i:
        return None
    start = prep.i + 1
    end = max([prep.right_edge.i + 1, *(c.right_edge.i + 1 for c in token.children if c.dep_ == "xcomp" and c.i > prep.i)])
    return _pieces(_snapped(paragraph, token, paragraph.span(start, _cut(token, start, end))))


def _raised(paragraph: Paragraph, token: Token, row: CueVerb, frame: str) -> tuple[Span, ...] | None:
    """Return the subject and the predicate of "X is expected to ...", "X seems ...": both are what is said."""
    head = next((c for c in token.children if c.dep_ in ("nsubj", "nsubjpass") and c.i < token.i), None)
    if frame == "clause" or head is None:
        return None
    rest = [
        c
        for c in token.children
        if c.i > token.i
        and (c.dep_ in ("xcomp", "oprd", "acomp", "ccomp", "attr") or (c.dep_ == "prep" and c.lower_ in (*row.joins, frame)))
    ]
    if not rest and frame == "object" and any(c.dep_ == "agent" for c in token.children):
        return _pieces(paragraph.span(head.left_edge.i, min(head.right_edge.i + 1, token.i)))
    if not rest or row.kind == "attitude":
        return None
    if (
        row.kind == "saying"
        and "clause" in row.frames
        and not any(c.dep_ == "xcomp" and any(g.lower_ == "to" for g in c.lefts) for c in rest)
    ):
        return None  # "the deaths were confirmed": nobody is said to have said so
    end = min(head.right_edge.i + 1, token.i)
    first = paragraph.span(head.left_edge.i, end)
    if not rest:
        return _pieces(first)
    start = max(token.i + 1, min(c.left_edge.i for c in rest))
    return _pieces(first, _snapped(paragraph, token, paragraph.span(start, _cut(token, start, max(c.right_edge.i for c in rest) + 1))))
