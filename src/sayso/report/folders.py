"""Folders: a report that is sent away names files without where they lay on somebody's machine."""

from __future__ import annotations

from collections.abc import Mapping
from os.path import commonpath
from pathlib import PurePath
from typing import Any

__all__ = ["without_folders"]


def without_folders(payload: Mapping[str, Any]) -> dict[str, Any]:
    """Return the payload with each path as it is from the folder that all files share on; Any: the payload is JSON."""
    documents: Mapping[str, Any] = payload.get("documents", {})
    unread: list[Any] = payload.get("unread", [])
    shared = _shared([item.get("path") or "" for item in (*documents.values(), *unread)])
    return {
        **payload,
        "documents": {key: {**item, "path": _below(item.get("path") or "", shared)} for key, item in documents.items()},
        "unread": [{**item, "path": _below(item.get("path") or "", shared)} for item in unread],
    }


def _shared(paths: list[str]) -> PurePath | None:
    """Return the lowest folder above all absolute paths, None where that is the whole disk."""
    folders = [str(PurePath(path).parent) for path in paths if PurePath(path).is_absolute()]
    try:
        shared = PurePath(commonpath(folders)) if folders else None
    except ValueError:  # on several drives
        return None
    return shared if shared and shared != PurePath(shared.anchor) else None


def _below(path: str, shared: PurePath | None) -> str:
    """Return an absolute path from the shared folder on, or its last part; a relative one is the user's own words and stays."""
    whole = PurePath(path)
    if not whole.is_absolute():
        return path
    return str(whole.relative_to(shared)) if shared and whole.is_relative_to(shared) else whole.name
