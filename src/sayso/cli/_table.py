"""The table: claims for people, on a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from sayso.cli._words import shown

if TYPE_CHECKING:
    from sayso.ledger import Entry
    from sayso.model import Claim, Document

__all__ = ["said_by", "show", "when"]

_COLUMNS = ("claim", "figure", "on", "said by", "place", "when", "document")
_ONE_LINE = {"claim": 8, "document": 20}  # and how wide at most
_ID = 8  # hexadecimal digits: enough to name one of some ten thousand claims


def show(entries: Iterable[Entry]) -> int:
    """Print the claims as a table to stdout; return how many there were."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    for name in _COLUMNS:
        table.add_column(
            name, no_wrap=name in _ONE_LINE, overflow="ellipsis" if name in _ONE_LINE else "fold", max_width=_ONE_LINE.get(name)
        )
    number = 0
    for number, entry in enumerate(entries, 1):  # noqa: B007  # the last number is the count
        table.add_row(*(Text(shown(cell)) for cell in _cells(entry)))
    if number:
        Console(highlight=False).print(table)
    return number


def said_by(claim: Claim, document: Document) -> str:
    """Return who says it, the innermost source first, in words; the publisher where the claim names nobody."""
    if not claim.chain:
        own = (document.publisher.name if document.publisher else None) or document.outlet or document.author
        return f"{own} (own words)" if own else "not stated"
    *outer, speaker = (source.name or "not named" for source in claim.chain)
    return f"{speaker} (via {', '.join(reversed(outer))})" if outer else speaker


def when(since: date | None, until: date | None) -> str:
    """Return a period in words.

    >>> when(date(2016, 5, 1), date(2016, 5, 1)), when(None, date(2016, 5, 1)), when(None, None)
    ('2016-05-01', 'up to 2016-05-01', '')
    """
    if since == until:
        return since.isoformat() if since else ""
    if since and until:
        return f"{since} to {until}"
    return f"from {since}" if since else f"up to {until}"


def _cells(entry: Entry) -> tuple[str, ...]:
    claim, document = entry.claim, entry.document
    marks = [
        word
        for word, holds in (("denied", claim.polarity == "denied"), ("hedged", claim.hedged), ("forecast", claim.modality == "forecast"))
        if holds
    ]
    figure = f"{claim.text} [{', '.join(marks)}]" if marks else claim.text
    place = claim.place.whole.of(document.text) if claim.place else ""
    about = ", ".join(claim.dimensions)
    return (
        claim.id[:_ID],
        figure,
        about,
        said_by(claim, document),
        place,
        when(claim.since, claim.until),
        f"{document.name}:{claim.span.start}",
    )
