"""The rule extractor: measures, times, places and statements put together into claims."""

from __future__ import annotations

from sayso.model import Document, Extraction

__all__ = ["extract"]


def extract(document: Document) -> Extraction:
    """Return the claims of a document, each with its reasons, and the figures that were left alone."""
    return Extraction()
