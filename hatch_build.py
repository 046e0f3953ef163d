"""The build of the wheel and the source package: the report's page is built first and goes in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).resolve().parent / "tools"))
import frontend


class PageBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # its configuration is not read
    """Builds the page where it is missing or older than its sources; an editable installation is left to `make`."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """Return Node as a package where the system has none that will do."""
        return [] if frontend.is_built() or frontend.has_node() else [frontend.NODE_PACKAGE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the page and have it packed, although git ignores it."""
        if version == "editable":
            return
        frontend.build()
        build_data["artifacts"].append("src/sayso/report/static/report.html")
