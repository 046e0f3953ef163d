"""Finish: what a document's format leaves open, filled from its text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from sayso.model import Document, Unread
from sayso.publishers import publisher, publisher_country
from sayso.readers._contents import storable
from sayso.readers._head import head
from sayso.readers._language import language

__all__ = ["finish"]


def finish(item: Document | Unread) -> Document | Unread:
    """Return the document with what its head tells, or Unread where it has no words or is not in English; its text is unchanged."""
    if isinstance(item, Unread):
        return item
    if not item.text.strip():
        return Unread(_where(item), "no text in it")
    guess = language(item.text)
    if guess and guess.code != "en":
        return Unread(_where(item), f"{guess.name}, {guess.score:.0%} sure; only English is read so far")
    return _storable(_headed(replace(item, language="en")))


def _headed(document: Document) -> Document:
    country = publisher_country(document.outlet, document.url, document.text)
    found = head(document.text, document.url, country)
    dated = document.published is None
    return replace(
        document,
        title=document.title or found.title,
        author=document.author or found.author,
        published=document.published or found.published,
        publisher=publisher(document.outlet, document.url, document.text),
        notes=(*document.notes, *(found.notes if dated else ())),
    )


def _storable(document: Document) -> Document:
    """Return the document without null characters and lone surrogates in its name, path and the like: a file's name may hold any bytes."""
    words = {name: getattr(document, name) for name in Document.__slots__ if name != "text"}
    fit: dict[str, Any] = {
        name: storable(value)[0] for name, value in words.items() if isinstance(value, str)
    }  # Any: fields by their names
    return replace(document, **fit)


def _where(document: Document) -> str:
    return document.path if Path(document.path).name.startswith(document.name) else f"{document.path}: {document.name}"
