"""Actors: what kind of source a name or a description is, and whether it names anybody."""

from __future__ import annotations

from sayso.model import SourceKind

__all__ = ["classify"]


def classify(name: str) -> tuple[SourceKind, bool]:
    """Return the kind of a source and whether it is anonymous."""
    return SourceKind.UNSPECIFIED, name[:1].islower()
