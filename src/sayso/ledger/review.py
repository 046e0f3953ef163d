"""Review: judgements appended to a ledger, and where they stand after the texts were read or the claims made anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sayso.errors import LedgerError
from sayso.ledger._rows import judgement_row, load
from sayso.ledger.store import Ledger
from sayso.model import Claim, Document, Judgement, Selector, Span
from sayso.text import find, select

__all__ = ["WITHDRAWN", "Anchor", "Anchored", "anchor", "anchored", "history", "judge", "quote", "standing", "withdraw"]

WITHDRAWN = "withdrawn"  # the verdict of a judgement that takes another one back, named in `corrected` under "judgement"


class Anchor(StrEnum):
    """Where a judgement stands: on the words it was made on, on words that moved, or on none that can be found."""

    KEPT = "kept"
    MOVED = "moved"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Anchored:
    """A judgement with its state, and the claims on its words now."""

    judgement: Judgement
    state: Anchor
    claims: tuple[Claim, ...] = ()


def quote(claim: Claim, document: Document) -> Selector:
    """Return the words of a claim with their surroundings, for a judgement to hang on."""
    return select(document.text, claim.span)


def judge(ledger: Ledger, judgement: Judgement) -> None:
    """Append a judgement; the same one again changes nothing."""
    with ledger.file.transaction():
        ledger.file.write("add_judgement", **judgement_row(judgement))


def withdraw(ledger: Ledger, judgement: Judgement, by: str, when: datetime, note: str = "") -> Judgement:
    """Append that a person takes a judgement back, and return this; withdrawing a withdrawal brings the first one back."""
    if judgement.id not in {known.id for known in history(ledger)}:
        raise LedgerError(f"judgement {judgement.id} is not in this ledger; nothing was withdrawn")
    back = Judgement(judgement.subject, WITHDRAWN, by, when, judgement.document, judgement.quotes, (("judgement", judgement.id),), note)
    judge(ledger, back)
    return back


def history(ledger: Ledger) -> tuple[Judgement, ...]:
    """Return every judgement ever appended, the oldest first."""
    return tuple(load(Judgement, noun) for (noun,) in ledger.file.rows("judgements"))


def standing(ledger: Ledger) -> tuple[Judgement, ...]:
    """Return the judgements that hold: not withdrawn, and no withdrawals themselves; the oldest first."""
    gone: set[str] = set()
    for judgement in reversed(history(ledger)):
        if judgement.verdict == WITHDRAWN and judgement.id not in gone:
            gone.update(value for name, value in judgement.corrected if name == "judgement")
    return tuple(known for known in history(ledger) if known.verdict != WITHDRAWN and known.id not in gone)


def anchored(ledger: Ledger) -> Iterator[Anchored]:
    """Yield the judgements that hold, each with where it stands now."""
    for judgement in standing(ledger):
        yield anchor(ledger, judgement)


def anchor(ledger: Ledger, judgement: Judgement) -> Anchored:
    """Return where a judgement stands.

    It is kept where its words, with all that stood around them, carry a claim of just these words in the same text; moved where the
    words are found in a newer reading, in other surroundings, or under a claim of slightly other words; else orphaned. One that
    hangs on no words is kept.
    """
    found = [_quote(ledger, judgement, words) for words in judgement.quotes]
    if any(state is Anchor.ORPHANED for state, _ in found):
        return Anchored(judgement, Anchor.ORPHANED)
    state = Anchor.MOVED if any(state is Anchor.MOVED for state, _ in found) else Anchor.KEPT
    return Anchored(judgement, state, tuple(claim for _, claims in found for claim in claims))


def _quote(ledger: Ledger, judgement: Judgement, words: Selector) -> tuple[Anchor, tuple[Claim, ...]]:
    for document in _texts(ledger, judgement, words):
        if spans := find(document.text, words):
            exact = tuple(claim for claim in ledger.claims_of(document.id) if claim.span in spans)
            near = tuple(claim for claim in ledger.claims_of(document.id) if any(claim.span.overlaps(span) for span in spans))
            whole = all(_whole(document.text, span, words) for span in spans)
            at_home = document.id == judgement.document or len(judgement.quotes) > 1  # a pair's words stand in two documents
            if exact or near:
                return (Anchor.KEPT if exact and whole and at_home else Anchor.MOVED), exact or near
    return Anchor.ORPHANED, ()


def _texts(ledger: Ledger, judgement: Judgement, words: Selector) -> Iterator[Document]:
    if judgement.document:
        home = ledger.document(judgement.document)
        yield from (home,) if home else ()
        yield from ledger.newer_readings(judgement.document)
    phrase = f"{words.prefix}{words.exact}{words.suffix}".replace('"', " ").split()[1:-1]  # without the words cut at both ends
    if len(phrase) > len(words.exact.split()):
        for document in ledger.search(f'"{" ".join(phrase)}"'):
            if any(_whole(document.text, span, words) for span in find(document.text, words)):
                yield document


def _whole(text: str, span: Span, words: Selector) -> bool:
    return select(text, span) == words
