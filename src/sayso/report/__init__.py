"""Report: one HTML file to send to somebody, which holds all it shows and fetches nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from sayso.errors import SaysoError
from sayso.report.folders import without_folders

__all__ = ["TemplateError", "page", "write"]

_SLOT = '<script type="application/json" id="payload">null</script>'
# What could end the element, begin a comment or an entity, or end a line of a script: as JSON escapes, which mean the same.
_ESCAPES = str.maketrans({character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"})


class TemplateError(SaysoError):
    """The report's page was not built, or is not the one that belongs to this version."""


def write(payload: bytes | Mapping[str, Any], path: str | Path) -> Path:
    """Write the report on a payload (`docs/report-payload.md`) to a file, whole or not at all; return its path."""
    target = Path(path)
    half = target.with_name(f"{target.name}.part")
    try:
        half.write_bytes(page(payload).encode("utf-8"))
        half.replace(target)
    finally:
        half.unlink(missing_ok=True)
    return target


def page(payload: bytes | Mapping[str, Any]) -> str:
    """Return the report's HTML; raise ValueError where bytes are no JSON object, TemplateError where the page was not built."""
    before, found, after = _template().partition(_SLOT)
    if not found or _SLOT in after:
        raise TemplateError("the report's page has no place for what it shows; build it anew: make report")
    return before + _SLOT.replace("null", _escaped(without_folders(_read(payload)))) + after


def _template() -> str:
    file = files("sayso.report") / "static" / "report.html"
    if not file.is_file():
        raise TemplateError("the report's page was not built; build it with: make report")
    return file.read_text(encoding="utf-8")


def _read(payload: bytes | Mapping[str, Any]) -> Mapping[str, Any]:
    found = json.loads(payload) if isinstance(payload, bytes) else payload
    if not isinstance(found, Mapping):
        raise ValueError("a report is made of a JSON object")
    return found


def _escaped(payload: Mapping[str, Any]) -> str:
    """Return the payload as JSON that HTML cannot take for markup; half characters become escapes, so that it can be written as UTF-8."""
    text = json.dumps(payload, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.translate(_ESCAPES).encode("utf-8", "backslashreplace").decode("utf-8")
