"""WARC: each page in a web archive."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from sayso.errors import ReadError
from sayso.model import Document, Unread
from sayso.readers._contents import document
from sayso.readers._page import LIMIT, article

SUFFIXES = (".warc", ".warc.gz")

_HTML = ("text/html", "application/xhtml")


def read(path: Path) -> Iterator[Document | Unread]:
    """Yield a document, or an Unread, for each page that a server answered with; pictures, scripts and errors are passed over."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    if not path.stat().st_size:
        raise ReadError("empty")
    pages = 0
    with path.open("rb") as stream:
        try:
            for entry in ArchiveIterator(stream):
                if _is_page(entry):
                    pages += 1
                    yield _document(path, entry)
        except (ArchiveLoadFailed, EOFError, ValueError, AttributeError, zlib.error) as error:  # what warcio raises on damage
            if not pages:
                raise ReadError("damaged, or no web archive") from error
            yield Unread(str(path), f"damaged after {pages} pages: the rest could not be read")
    if not pages:
        raise ReadError("no web page in it")


def _is_page(entry: Any) -> bool:  # warcio has no types
    if entry.rec_type != "response" or entry.http_headers is None:
        return False
    kind = entry.http_headers.get_header("Content-Type") or ""
    return entry.http_headers.get_statuscode() == "200" and kind.casefold().startswith(_HTML)


def _document(path: Path, entry: Any) -> Document | Unread:
    url = entry.rec_headers.get_header("WARC-Target-URI") or ""
    raw = entry.content_stream().read(LIMIT + 1)
    try:
        page = article(raw, url)
    except ReadError as error:
        return Unread(f"{path}: {url}", str(error))
    return document(
        path,
        page.text,
        "warc 1",
        sha256=hashlib.sha256(raw).hexdigest(),
        name=url,
        title=page.title,
        author=page.author,
        outlet=page.outlet,
        url=url,
        published=date.fromisoformat(page.published) if page.published else None,
        retrieved=_moment(entry.rec_headers.get_header("WARC-Date")),
    )


def _moment(words: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(words) if words else None
    except ValueError:
        return None
