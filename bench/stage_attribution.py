"""Attribution alone: statements in the format of PARC and PolNeAR."""

from __future__ import annotations

from typing import Any

from sayso.annotators.syntax import parse
from sayso.attribution import statements
from sayso.model import Document, Span, Statement
from sayso.text import paragraphs


def predict(text: str) -> list[dict[str, Any]]:
    """Return the outermost attributions of a text; nested ones are not annotated in that scheme."""
    parsed = tuple(parse(text, paragraphs(text)))
    return from_statements(statements(Document(text, "text"), parsed))


def from_statements(found: tuple[Statement, ...]) -> list[dict[str, Any]]:
    """Return outermost statements as dictionaries of source, cue and content pieces."""
    return [_record(item) for item in found if item.inside is None and item.cue]


def _record(item: Statement) -> dict[str, Any]:
    mention = item.source.mention if item.source else None
    pieces = {"source": (mention,) if mention else (), "cue": item.cue, "content": item.content}
    return {role: [[span.start, span.end] for span in spans if isinstance(span, Span)] for role, spans in pieces.items()}
