"""Clauses: what is said as a clause after, before or around a cue verb and its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sayso.annotators.cues import CueVerb, verb
from sayso.attribution.asides import around, besides, quote_before
from sayso.attribution.draft import Paragraph
from sayso.attribution.stretches import cut, pieces, snapped, stop, verbal
from sayso.attribution.subjects import Subject, ends
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["clause"]

_FINITE = ("VBD", "VBN", "VBZ", "VBP")


def clause(paragraph: Paragraph, token: Token, row: CueVerb, source: Subject | None) -> tuple[Span, ...] | None:
    """Return the clause after the verb, the words before source and verb, or both."""
    if any(c.dep_ == "mark" and c.lower_ == "as" for c in token.children) and not _marked(token):
        return besides(paragraph, token, source)
    aside = around(paragraph, token, source)
    if aside:
        return aside
    before = _before(paragraph, token, row, source)
    quote = paragraph.quote_at(before.end - 1) if before is not None else None
    after = _clause_after(paragraph, token, source)
    last = paragraph.text[quote.inner.end - 1] if quote is not None else ""
    titled = last not in ("", "?", "!") and after is not None and (last == "." or not verbal(_words(paragraph, before)))
    if quote is not None and not titled:
        return pieces(before)
    return pieces(after or before)


def _marked(token: Token) -> bool:
    """Tell whether a clause with "that" follows the verb: "Even as X said that it would help, nobody came"."""
    return any(c.dep_ == "ccomp" and c.left_edge.lower_ == "that" and c.i > token.i for c in token.children)


def _words(paragraph: Paragraph, span: Span | None) -> Tokens:
    return paragraph.doc[paragraph.token(span.start) : paragraph.token(span.end - 1) + 1] if span else paragraph.doc[0:0]


def _clause_after(paragraph: Paragraph, token: Token, source: Subject | None) -> Span | None:
    floor = max(token.i, source.end - 1 if source and source.start > token.i else token.i)
    clause = next((c for c in token.children if _clausal(c) and c.i > floor and c.left_edge.i > token.i), None)
    if clause is None:
        return _that_clause(paragraph, token, floor) or _quote_after(paragraph, token, floor) or _bare_clause(paragraph, token, floor)
    start = max(clause.left_edge.i, floor + 1)
    end = cut(token, start, _completed(paragraph, token, clause.right_edge.i + 1))
    return snapped(paragraph, token, paragraph.span(start, end))


def _completed(paragraph: Paragraph, token: Token, end: int) -> int:
    """Return the end of the sentence where the rest of it is only more predicates of the clause, else the end given."""
    last = stop(token, paragraph.sentence(token.i)[1])
    rest = token.doc[end:last]
    if len(rest) and rest[0].text == ":":
        return last
    if not len(rest) or rest[0].lower_ not in (",", "and", "but") or (_another(rest) and not _besides_it(rest)):
        return end
    return last if any(w.pos_ == "VERB" for w in rest) and not any(w.pos_ == "VERB" and verb(w) for w in rest) else end


def _besides_it(rest: Tokens) -> bool:
    """Tell whether the rest tells of what happened at the same time: ", while four soldiers fell"."""
    return rest[0].text == "," and rest[1:2].text.lower() == "while"


def _another(rest: Tokens) -> bool:
    """Tell whether the rest of a sentence has a subject or a participle of its own; "and he", without a comma, goes on."""
    subjects = [w for w in rest if w.dep_ in ("nsubj", "nsubjpass")]
    goes_on = rest[0].lower_ in ("and", "but") and bool(subjects) and subjects[0].tag_ == "PRP"
    return any(w.tag_ == "VBG" for w in rest) or (bool(subjects) and not goes_on)


def _clausal(token: Token) -> bool:
    if token.dep_ == "dobj":  # "said 12 houses burned": the parse makes the clause a noun with a participle
        acl = any(c.dep_ == "acl" and c.tag_ in ("VBN", "VBD") for c in token.children)
        named = token.pos_ in ("NOUN", "PROPN") and any(w.like_num for w in token.subtree)
        return token.head.lemma_ == "say" and (acl or (named and any(w.tag_ in ("VBD", "VBZ", "VBP") for w in token.subtree)))
    if token.dep_ == "advcl" and any(c.dep_ == "mark" and c.lower_ in ("if", "whether") for c in token.lefts):
        above = verb(token.head)
        return above is not None and above.kind == "asking"
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
            end = cut(token, word.i, clause.right_edge.i + 1)
            return snapped(paragraph, token, paragraph.span(word.i, end))
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
    return paragraph.span(start, cut(token, start, clause.right_edge.i + 1))


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
    row = verb(token)
    turned = any(word.dep_ == "prep" and word.head == token and row is not None and word.lower_ in row.frames for word in between)
    if gap.endswith(",") and turned and token.tag_ == "VBG" and _quoted_ahead(paragraph, token):
        return None  # '"Nine died," X said, speaking of Monday, "and two fled"'
    return _around_quote(paragraph, token, quote.span) or quote.span


def _quoted_ahead(paragraph: Paragraph, token: Token) -> bool:
    """Tell whether a quote stands before a verb in its sentence."""
    start = paragraph.at(paragraph.sentence(token.i)[0])
    return any(start <= quote.span.start and quote.span.end <= paragraph.at(token.i) for quote in paragraph.quotes)


def _around_quote(paragraph: Paragraph, token: Token, quote: Span) -> Span | None:
    """Return the object that the quote is only a part of: "declared a 'state of alarm' on the coast"."""
    at = paragraph.token(quote.start)
    head = next((c for c in token.children if c.dep_ == "dobj" and token.i < c.left_edge.i < at <= c.right_edge.i), None)
    if head is None or token.lemma_ in ("tell", "say"):
        return None
    return paragraph.whole_quotes(
        paragraph.span(head.left_edge.i, cut(token, head.left_edge.i, head.right_edge.i + 1)), paragraph.at(token.i)
    )


def _before(paragraph: Paragraph, token: Token, row: CueVerb, source: Subject | None) -> Span | None:
    """Return the words from the start of the sentence to the source and verb that end it: "A, X said"."""
    if source is None or not source.direct or source.head.lower_ in ("who", "which", "that"):
        return None
    left = min(source.start, token.i)
    while left > token.sent.start and token.doc[left - 1].head.i == token.i and token.doc[left - 1].dep_ in ("aux", "advmod", "cc", "neg"):
        left -= 1
    start = paragraph.sentence(token.i)[0]
    quote = quote_before(paragraph, paragraph.at(left))
    if quote:
        begin = _after_mark(paragraph, paragraph.at(start), quote)
        return snapped(paragraph, token, paragraph.trim(min(begin, quote.start), quote.end)) if begin < quote.end else quote
    if any(c.dep_ == "ccomp" and c.i > token.i for c in token.children) or row.kind != "saying":
        return None
    if not _parted(token, start, left, source) or not ends(token, source, paragraph.sentence(token.i)):
        return None
    return snapped(paragraph, token, paragraph.span(start, left))


def _after_mark(paragraph: Paragraph, start: int, quote: Span) -> int:
    """Return where a content that ends in a quote begins: at the quote where a colon, a dash or a bracket leads to it."""
    led = paragraph.gap(start, quote.start)[-1:] in (":", "-", "(", "\u2014", "\u2015")
    return quote.start if led else start


def _parted(token: Token, start: int, left: int, source: Subject) -> bool:
    """Tell whether what stands before a source is a sentence of its own: parted by a comma, or in a text that has lost its commas."""
    words = token.doc[start:left]
    parted = bool(len(words)) and words[-1].text in (",", '"', "-", "--")
    if parted and left == token.i and len(words) > 4:
        return True  # "A, said X": whatever the parse makes of A
    if not any(word.pos_ in ("VERB", "AUX") for word in words):
        return False
    if parted:
        return True
    plain = token.lemma_ in ("say", "tell", "report") or source.head.tag_ == "PRP"
    bare = not any(word.text == "," for word in token.sent) and len(words) > 5 and plain
    return bare and (words[-1].pos_ in ("NOUN", "PROPN", "NUM", "ADV", "ADJ", "ADP") or words[-1].tag_ == "VBN")
