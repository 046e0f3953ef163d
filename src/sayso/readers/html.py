"""HTML: the article of a web page, without what stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from sayso.model import Document, Unread
from sayso.readers._contents import contents, document
from sayso.readers._page import article

SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")


def read(path: Path) -> Iterator[Document | Unread]:
    """Yield the one document that a saved page holds; ReadError where no article is found in it."""
    found = contents(path)
    page = article(found.raw)
    published = date.fromisoformat(page.published) if page.published else None
    yield document(
        path,
        page.text,
        "html 1",
        sha256=found.sha256,
        title=page.title,
        author=page.author,
        outlet=page.outlet,
        url=page.url,
        published=published,
    )
