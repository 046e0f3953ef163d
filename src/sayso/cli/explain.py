"""explain: why a claim is as it is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sayso.cli._settings import LEDGER, settings
from sayso.cli._table import when
from sayso.cli._words import shown

if TYPE_CHECKING:
    from sayso.ledger import Entry, Ledger
    from sayso.model import Claim, Document, Span

__all__ = ["command"]

_INDENT = " " * 14


@click.command("explain")
@click.argument("claim")
@LEDGER
@click.option("--json", "as_json", is_flag=True, help="Write the claim as JSON.")
def command(claim: str, ledger: Path | None, as_json: bool) -> int:
    """Show why a claim is as it is: its sentence, words and rules.

    CLAIM is its id, the beginning of its id, or DOCUMENT:START, as `sayso claims` shows them.
    """
    from sayso.exports._record import entry_record
    from sayso.exports.jsonl import line
    from sayso.ledger import Ledger

    with Ledger(settings().ledger_or(ledger)) as opened:
        entry = _one(opened, claim)
    if as_json:
        click.echo(line(entry_record(entry)))
        return 0
    for words in _lines(entry):
        click.echo(words)
    return 0


def _one(ledger: Ledger, sought: str) -> Entry:
    found = ledger.claims_like(sought)
    if len(found) == 1:
        return found[0]
    if not found:
        raise click.ClickException(f"no claim is '{sought}' in this ledger; 'sayso claims' lists their ids.")
    several = "".join(f"\n  {entry.claim.id}  {shown(entry.claim.text)} ({', '.join(entry.claim.dimensions)})" for entry in found[:10])
    raise click.ClickException(f"'{sought}' fits {len(found)} claims; give more of the id:{several}")


def _lines(entry: Entry) -> Iterator[str]:
    claim, document = entry.claim, entry.document
    yield f"{click.style(shown(claim.text), bold=True)}  {', '.join(claim.dimensions)}"
    yield from _field("claim", claim.id)
    yield from _field("document", _document(document))
    yield ""
    yield _INDENT + _marked(entry)
    yield ""
    yield from _who(claim, document)
    for name, value in _fields(claim, document.text):
        yield from _field(name, value)
    yield ""
    yield "why"
    for reason in claim.why:
        words = reason.span.of(document.text) if reason.span else reason.words
        words = f"'{words}'" if words else ""
        yield from _field(f"  {reason.field}", " ".join(part for part in (words, f"by {reason.rule}") if part))
    yield from _field("  made by", claim.by)


def _document(document: Document) -> str:
    known = (document.title, document.outlet, document.published and document.published.isoformat(), document.url or document.path)
    return shown(" · ".join(part for part in (document.name, *known) if part))


def _marked(entry: Entry) -> str:
    """Return the sentence with the claim's own words bold and the words that rules rest on underlined."""
    claim, sentence, text = entry.claim, entry.sentence, entry.document.text
    words = [span for span in claim.spans() if span in sentence and len(span)]
    edges = sorted({sentence.start, sentence.end, *(span.start for span in words), *(span.end for span in words)})
    return "".join(_piece(text[start:end], start, claim.span, words) for start, end in pairwise(edges))


def _piece(words: str, start: int, own: Span, marked: list[Span]) -> str:
    if own.start <= start < own.end:
        return click.style(shown(words), bold=True, reverse=True)
    return click.style(shown(words), underline=True) if any(span.start <= start < span.end for span in marked) else shown(words)


def _who(claim: Claim, document: Document) -> Iterator[str]:
    publisher = (document.publisher.name if document.publisher else None) or document.outlet
    kind = f", {document.publisher.kind.value}" if document.publisher else ""
    yield from _field("published by", f"{publisher}{kind}" if publisher else "not stated")
    if not claim.chain:
        yield from _field("said by", "nobody is named: the document says it in its own words")
    for depth, source in enumerate(claim.chain):
        marks = ", anonymous" if source.anonymous else ""
        yield from _field(
            "said by" if depth == len(claim.chain) - 1 else "citing", f"{source.name or 'not named'} ({source.kind.value}{marks})"
        )


def _fields(claim: Claim, text: str) -> Iterator[tuple[str, str | None]]:
    yield "words", f"{claim.span.start} to {claim.span.end} of the document's text"
    yield "figure", _figure(claim)
    yield "counted", ", ".join(part for part in (claim.unit, claim.affected.name if claim.affected else None, claim.civil) if part)
    yield "done by", claim.actor.name if claim.actor else None
    yield "place", _place(claim, text)
    yield "when", when(claim.since, claim.until)
    yield "adds up", claim.extent
    yield "told as", ", ".join(part for part in (claim.modality, claim.polarity, "hedged" if claim.hedged else None, claim.quoted) if part)
    yield "repeats", claim.repeat_of
    yield "part of", claim.part_of


def _figure(claim: Claim) -> str:
    from sayso.exports._record import number

    ends = f"{number(claim.low):,}" if claim.low is not None else "open", f"{number(claim.high):,}" if claim.high is not None else "open"
    value = ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"
    return f"{value} ({claim.bound.value}{', approximate' if claim.approximate else ''})"


def _place(claim: Claim, text: str) -> str | None:
    if claim.place is None:
        return None
    place = claim.place.place
    written = claim.place.whole.of(text)
    if place is None:
        return f"{written} (not found in the gazetteer)"
    guess = ", a guess by its sound" if claim.place.guess else ""
    return f"{written} ({place.name}, {place.country}, {place.feature}, {place.lat:.3f} {place.lon:.3f}, {place.id}{guess})"


def _field(name: str, value: str | None) -> Iterator[str]:
    if value:
        yield f"{name:<{len(_INDENT)}}{shown(value)}"
