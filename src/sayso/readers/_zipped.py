"""Zipped formats: whether an Office file's archive can be opened, and is not larger than it seems."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from sayso.errors import ReadError

__all__ = ["DAMAGE", "check"]

DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    IndexError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,
    NotImplementedError,
)
"""What python-docx and openpyxl raise on parts that are broken, missing or mixed up (lxml's syntax errors are SyntaxErrors)."""

_LIMIT = 512 * 1024 * 1024  # bytes unpacked
_RATIO = 200  # unpacked to packed; Office files reach 50
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of encrypted Office files, and of the formats before 2007


def check(raw: bytes) -> None:
    """Raise ReadError, with the reason, where an Office file is encrypted, truncated, or unpacks to too much."""
    if raw.startswith(_OLE):
        raise ReadError("encrypted, or in the format from before 2007; save it without a password in the present one")
    try:
        with zipfile.ZipFile(BytesIO(raw)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ReadError("damaged, cut off, or not in the format that its name says") from error
    size = sum(member.file_size for member in members)
    if size > _LIMIT or size > _RATIO * max(len(raw), 100_000):
        raise ReadError(f"too large: it unpacks to {size // 2**20} MiB")
