"""Exports: a ledger in other formats, one module each, with SUFFIXES and lines(ledger, wanted)."""

from __future__ import annotations

from types import ModuleType

from sayso import plugins

__all__ = ["formats"]


def formats() -> dict[str, ModuleType]:
    """Return the formats by name: each yields the text of a ledger, or of the claims of it that fit a filter, piece by piece."""
    return {module.__name__.rpartition(".")[2]: module for module in plugins.modules("sayso.exports")}
