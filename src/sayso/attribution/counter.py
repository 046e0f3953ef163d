"""Counter: where another speaker takes over in a sentence, and the first one's words end: "X said A, while Y said B"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sayso.annotators.cues import verb
from sayso.attribution.draft import Draft, Paragraph
from sayso.attribution.joints import joint
from sayso.attribution.stretches import FINITE
from sayso.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

__all__ = ["countered"]

_AGAINST = ("while", "concession")  # kinds of joints that set one clause against another
_ALONGSIDE = ("and", "but")  # those that also join two clauses of one speech
_LEAD = 8  # words between the joint and the speaker: "while on Monday evening the mayor said"


def countered(paragraph: Paragraph, draft: Draft, drafts: Sequence[Draft]) -> int | None:
    """Return where a draft's last piece ends because another speaker takes over, as an offset; None where nobody does."""
    last = draft.content[-1]
    if draft.kind != "saying" or draft.source is None or any(last in quote.span for quote in paragraph.quotes):
        return None
    others = [other for other in drafts if other is not draft and _within(other, last)]
    joints = [(comma, other) for other in others if (comma := _joined(paragraph, draft, other, last)) is not None]
    return min((comma for comma, other in joints if not _told(others, other, comma)), default=None)


def _within(other: Draft, piece: Span) -> bool:
    """Tell whether another draft's speaker and verb stand in a piece."""
    return other.kind == "saying" and other.source is not None and bool(other.cue) and other.source in piece and other.cue[0] in piece


def _told(others: Sequence[Draft], speaker: Draft, comma: int) -> bool:
    """Tell whether somebody else is already cited before the comma: then both are, "X said A told, while B denied"."""
    return any(other is not speaker and other.cue[0].start < comma and other.source != speaker.source for other in others)


def _joined(paragraph: Paragraph, draft: Draft, other: Draft, piece: Span) -> int | None:
    """Return where the comma stands behind which a joint leads to another speaker with a verb of saying in the past or present."""
    assert other.source is not None
    first, cue = paragraph.token(other.source.start), paragraph.token(other.cue[0].end - 1)
    if first > cue or not _tells(paragraph.doc[first : cue + 1]):
        return None
    for at in range(first - 1, max(first - _LEAD, paragraph.token(piece.start)), -1):
        word, before = paragraph.doc[at], paragraph.doc[at - 1]
        if word.pos_ in ("VERB", "AUX") or word.text in (",", '"', "''", ";"):
            return None
        if before.text in (",", ";") and _parts(paragraph, draft, word):
            return paragraph.at(at - 1)
    return None


def _parts(paragraph: Paragraph, draft: Draft, word: Token) -> bool:
    """Tell whether a joint parts two speeches; "and" does only where no clause with "that" may go on after it."""
    kind = joint(word)
    if kind in _AGAINST:
        return True
    quoted = any(quote.span.start == draft.content[0].start for quote in paragraph.quotes)
    return kind in _ALONGSIDE and (quoted or draft.rule == "saying:according") and word.nbor().lower_ != "that"


def _tells(words: Tokens) -> bool:
    """Tell whether the words end in the finite form of a verb of saying."""
    row = verb(words[-1])
    return row is not None and row.kind == "saying" and any(word.tag_ in FINITE for word in words)
