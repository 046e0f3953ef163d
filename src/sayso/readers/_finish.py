"""Finish: what a document's format leaves open, filled from its text."""

from __future__ import annotations

from dataclasses import replace

from sayso.model import Document, Unread
from sayso.readers._language import language

__all__ = ["finish"]


def finish(item: Document | Unread) -> Document | Unread:
    """Return the document with its language, or Unread where it has no words or is not in English; its text is unchanged."""
    if isinstance(item, Unread):
        return item
    where = item.path if not item.name else f"{item.path}: {item.name}"
    if not item.text.strip():
        return Unread(where, "no text in it")
    guess = language(item.text)
    if guess and guess.code != "en":
        return Unread(where, f"{guess.name}, {guess.score:.0%} sure; only English is read so far")
    return replace(item, language="en")
