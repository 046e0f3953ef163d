"""Contents: the bytes of a file, and the text that they hold."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

from sayso.errors import ReadError
from sayso.model import Document

__all__ = ["LIMIT", "Contents", "contents", "decode", "document", "storable"]

LIMIT = 256 * 1024 * 1024  # bytes: a hundred times the longest report in the corpora seen, and still read in seconds
_MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_CONTROL = re.compile("[\x01-\x08\x0e-\x1f\x7f\ufffd]")
_SPOTS = 4  # control characters that even a short text may hold
_RUBBISH = 0.02  # share of control characters above which bytes are no text: texts have none, binary formats 10% and more


@dataclass(frozen=True, slots=True)
class Contents:
    """The bytes of a file, and their SHA-256."""

    raw: bytes
    sha256: str


def contents(path: Path) -> Contents:
    """Return the bytes of a file; ReadError where it is empty or larger than the limit."""
    size = path.stat().st_size
    if size > LIMIT:
        raise ReadError(f"too large: {size // 2**20} MiB, and {LIMIT // 2**20} MiB is the limit for one file; split it")
    raw = path.read_bytes()
    if not raw.strip(b" \t\r\n\x00"):
        raise ReadError("empty")
    return Contents(raw, hashlib.sha256(raw).hexdigest())


def decode(raw: bytes) -> tuple[str, tuple[str, ...]]:
    """Return the text of bytes with line ends made "\\n", and notes on a guessed encoding; ReadError where it is no text."""
    text, notes = _decoded(raw)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if len(_CONTROL.findall(text)) + text.count("\x00") > max(_SPOTS, _RUBBISH * len(text)):
        raise ReadError("no text: the bytes are those of a binary file")
    return text, notes


def storable(text: str) -> tuple[str, tuple[str, ...]]:
    """Return the text with null characters and lone surrogates, which no store takes, replaced one for one, and a note if any were."""
    changed, count = _UNSTORABLE.subn("\ufffd", text)
    return changed, ((f"{count} characters that cannot be stored were replaced one for one",) if count else ())


def document(path: Path, text: str, reader: str, **known: object) -> Document:
    """Return a document of a file, named by its stem unless a name is given, with its text fit to be stored."""
    fit, notes = storable(text)
    fields = {"name": path.name.removesuffix("".join(path.suffixes[-1:])), "path": str(path), **known}
    fields["notes"] = (*known.get("notes", ()), *notes)  # type: ignore[misc]  # notes are a tuple wherever they are given
    return Document(text=fit, reader=reader, **fields)  # type: ignore[arg-type]  # the fields of Document, by their names


def _decoded(raw: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _MARKS.items():
        if raw.startswith(mark):
            return raw.decode(encoding, "replace"), ()
    if (unmarked := _unmarked_utf16(raw)) is not None:
        return raw.decode(unmarked, "replace"), (f"read as {unmarked.upper()}, which its bytes suggest",)
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _guessed(raw)


def _guessed(raw: bytes) -> tuple[str, tuple[str, ...]]:
    damaged = raw.decode("utf-8", "replace")
    if damaged.count("\ufffd") * 100 < len(re.findall(rb"[\xc2-\xf4][\x80-\xbf]", raw)):
        return damaged, ("some bytes are not UTF-8 and were replaced",)
    return raw.decode("cp1252", "replace"), ("not UTF-8; read as Windows-1252, so accented letters may be wrong",)


def _unmarked_utf16(raw: bytes) -> str | None:
    sample = raw[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < 0.3 * len(sample) / 2 or min(even, odd) > 0.05 * len(sample):  # one byte of two is null in Western text, not both
        return None
    return "utf-16-le" if odd > even else "utf-16-be"
