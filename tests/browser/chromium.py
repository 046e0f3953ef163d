"""Chromium: where the browser of the tests is."""

import os
import shutil
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")  # Debian's; Ubuntu's; somebody's own
# No sandbox since containers and root have none; the rest keeps it from asking the network for anything.
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find():
    """Return the path of a Chromium, or None."""
    named = [os.environ.get("SAYSO_CHROMIUM", "")]
    installed = [shutil.which(name) or "" for name in NAMES]
    return next((path for path in [*named, *installed, _playwrights()] if path and Path(path).is_file()), None)


def _playwrights():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


if __name__ == "__main__":
    found = find()
    print(found or "no Chromium found; install it with: sudo apt-get install chromium")
    sys.exit(found is None)
