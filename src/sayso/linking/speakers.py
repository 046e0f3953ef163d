"""Speakers: who says a claim, under one key wherever he is named."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from sayso import publishers
from sayso.model import Claim, Document, Source, SourceKind

__all__ = ["Speaker", "speaker"]

_OWN_VOICE = frozenset({"un", "ngo", "official", "military", "armed-group", "medical"})
"""Kinds of publishers that speak in their own documents; other documents that name nobody are a third party's prose."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a claim. `name` is None where the text does not state it; `via` are those it came through, the nearest first.

    Two claims have the same `key` where they have the same speaker; one whom nobody names has a key of his document alone.
    """

    name: str | None
    key: str
    kind: SourceKind
    anonymous: bool = False
    via: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The name with whom it came through, ready to show."""
        own = self.name or "not stated"
        return f"{own}, via {', '.join(self.via)}" if self.via else own


def speaker(claim: Claim, document: Document) -> Speaker:
    """Return who says a claim: the innermost source of its chain, else the publisher where he speaks for himself, else nobody."""
    if claim.chain:
        *outer, source = claim.chain
        return _of_source(source, tuple(s.name for s in reversed(outer) if s.name), document)
    publisher = document.publisher
    if publisher and publisher.name and publisher.kind.value in _OWN_VOICE:
        return Speaker(publisher.name, _key(publisher.name), publisher.kind)
    return Speaker(None, f"prose {_home(document)}", SourceKind.UNSPECIFIED)


def _of_source(source: Source, via: tuple[str, ...], document: Document) -> Speaker:
    if source.name is None or source.anonymous:
        words = _fold(source.name) if source.name else "nobody"
        return Speaker(source.name, f"{words} in {document.id}", source.kind, True, via)
    return Speaker(source.name, _key(source.name), source.kind, False, via)


def _home(document: Document) -> str:
    """Return what parts one third party's prose from another's: the outlet, else the document."""
    return _fold(document.outlet) if document.outlet else document.id


@cache
def _key(name: str) -> str:
    row = publishers.find(name)
    return _fold(row.name if row else name)


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold().replace("’", "'").replace("'s ", " "))
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join(kept.split()).removeprefix("the ")
