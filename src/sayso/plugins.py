"""Plug-ins: the modules of a folder, and those that other packages bring by entry point."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pkgutil import iter_modules
from types import ModuleType

__all__ = ["modules"]


@cache
def modules(package: str) -> tuple[ModuleType, ...]:
    """Return the public modules of a package, by name, then those of the entry-point group of the same name.

    A module whose name starts with "_" is not a plug-in. An installed package adds one with
    `[project.entry-points."sayso.readers"]`.
    """
    home = import_module(package)
    own = sorted(m.name for m in iter_modules(home.__path__) if not m.name.startswith("_"))
    found = [import_module(f"{package}.{name}") for name in own]
    found += [point.load() for point in sorted(entry_points(group=package), key=lambda point: point.name)]
    return tuple(found)
