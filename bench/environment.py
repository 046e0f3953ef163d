"""Environment: the project's own interpreter, and the evaluation sets where they are."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "bench" / "out"
_AGAIN = "SAYSO_BENCH_AGAIN"


def own_interpreter() -> None:
    """Start the program again with `.venv/bin/python` where this interpreter has no sayso; exit saying what to do where there is none."""
    if find_spec("sayso") and find_spec("spacy"):
        return
    python = ROOT / ".venv" / "bin" / "python"
    if not python.exists() or os.environ.get(_AGAIN):
        sys.exit(f"{Path(sys.argv[0]).name}: sayso is not installed for {sys.executable}; run `make setup` first")
    os.environ[_AGAIN] = "yes"
    os.execv(python, [str(python), *sys.argv])


def evaluation() -> Path | None:
    """Return the folder of the evaluation sets (`SAYSO_EVAL`), None where it is not set; exit where it names no folder."""
    named = os.environ.get("SAYSO_EVAL")
    if not named:
        return None
    folder = Path(named).resolve()
    if not folder.is_dir():
        sys.exit(f"SAYSO_EVAL={named}: no such folder; name the one that holds score_claims.py, or unset it")
    return folder


def reports() -> Path:
    """Return a folder of reports to time: the corpus beside the evaluation sets where they are, else the examples."""
    folder = evaluation()
    return folder.parent / "corpus" / "docs" if folder else ROOT / "examples"
