"""Speed: how long a folder of reports takes from files to claims, and that every file of it is accounted for.

    python bench/speed.py [FOLDER] [--workers N] [--at-most SECONDS]

FOLDER is the corpus beside the evaluation sets where SAYSO_EVAL names these, else the examples. Exit code 1 where a file is neither
extracted nor listed as unread, or where it took longer than --at-most.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from environment import own_interpreter, reports

_FINISHED = (0, 3)  # 3: some documents unread, and listed


def main() -> None:
    """Read the command line, extract the folder once and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=reports())
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--at-most", type=float, metavar="SECONDS")
    given = parser.parse_args()
    files = sorted(given.folder.resolve().rglob("*.json"))
    if not files:
        sys.exit(f"speed: {given.folder}: no .json documents below it")
    sys.exit(_measure(files, given.workers, given.at_most))


def _measure(files: list[Path], workers: int, at_most: float | None) -> int:
    with TemporaryDirectory() as out:
        command = [sys.executable, "-m", "sayso", "extract", "--workers", str(workers), "--out", out, *map(str, files)]
        started = time.monotonic()
        done = subprocess.run(command, cwd=out, stderr=subprocess.PIPE, text=True, check=False)
        seconds = time.monotonic() - started
        sheets = [json.loads(file.read_text("utf-8")) for file in sorted(Path(out).glob("*.json"))]
    unread = [file for file in files if f"{file}:" in done.stderr]
    characters = sum(len(json.loads(file.read_text("utf-8"))["text"]) for file in files)
    claims = sum(len(sheet["claims"]) for sheet in sheets)
    print(f"{len(files)} files, {len(sheets)} extracted, {len(unread)} unread, {claims} claims")
    rates = f"{len(files) / seconds:.1f} documents, {characters / seconds:,.0f} characters a second"
    print(f"{seconds:.1f} s with {workers} processes: {rates}")
    lost = len(files) - len(sheets) - len(unread)
    if done.returncode not in _FINISHED or lost:
        print(f"speed: exit code {done.returncode}, {lost} files neither extracted nor listed\n{done.stderr}", file=sys.stderr)
        return 1
    return 1 if at_most is not None and seconds > at_most else 0


if __name__ == "__main__":
    own_interpreter()
    main()
