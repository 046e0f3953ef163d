"""Pages: the article in HTML, with what its tags say of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sayso.errors import ReadError
from sayso.readers._contents import storable

__all__ = ["LIMIT", "Page", "article"]

LIMIT = 20 * 1024 * 1024  # bytes of HTML: the parsed tree takes ten times as much memory
_TAG = re.compile(rb"<\s*(?:!doctype|html|head|body|p|div|article|meta|title|table|h1)\b", re.IGNORECASE)
_DATES: dict[str, Any] = {
    "extensive_search": False,
    "original_date": True,
    "max_date": "2199-12-31",
}  # a last day, or it asks the clock
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Page:
    """The text of an article, paragraphs parted by blank lines, and what the page says of it."""

    text: str
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None


def article(raw: bytes, url: str | None = None) -> Page:
    """Return the article of a page, found by trafilatura, and its day, by htmldate; ReadError where there is none.

    Only days that the page's tags and address state are taken, none guessed from its text.
    """
    if len(raw) > LIMIT:
        raise ReadError(f"too large for a page: {len(raw) // 2**20} MiB of HTML, and {LIMIT // 2**20} MiB is the limit")
    if not _TAG.search(raw[:200_000]):
        raise ReadError("no HTML in it")
    found = _extracted(raw, url)
    if not found or not (found.text or "").strip():
        raise ReadError("no article found on the page (it may be a list of links, or filled in by a script)")
    text, _ = storable(re.sub(r"(?<!\n)\n(?!\n)", "\n\n", found.text.strip()))
    address = url or found.url
    return Page(text, _clean(found.title), _clean(found.author), _clean(found.sitename), address, _published(raw, address))


def _extracted(raw: bytes, url: str | None) -> Any:  # trafilatura's own Document, or None
    from lxml.etree import LxmlError  # type: ignore[import-untyped]  # it has no types
    from trafilatura import bare_extraction

    try:
        return bare_extraction(raw, url=url, include_comments=False, include_tables=True, with_metadata=True, date_extraction_params=_DATES)
    except (LxmlError, ValueError, TypeError, AttributeError, RecursionError) as error:  # what its parsers raise on broken pages
        raise ReadError(f"the page could not be parsed ({type(error).__name__})") from error


def _published(raw: bytes, url: str | None) -> str | None:
    from htmldate import find_date

    try:
        found = find_date(raw.decode("utf-8", "replace"), url=url, **_DATES)
    except (ValueError, TypeError, AttributeError, RecursionError):  # htmldate on pages that are no pages
        return None
    return found if found and _DAY.fullmatch(found) else None


def _clean(words: str | None) -> str | None:
    return " ".join(words.split()).replace("; ", ", ") or None if words else None
