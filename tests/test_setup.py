"""Set-up: what goes wrong is said in one line, with the way out."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOLS = ("sh", "awk", "cat", "dirname", "grep", "id", "mkdir", "rm", "tail", "touch")


def program(path, script):
    """Write a shell script that can be run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def place(tmp_path):
    """A checkout with nothing but the set-up, on a machine with nothing but a few tools, a Python and much room."""
    shutil.copytree(ROOT / "tools", tmp_path / "tools")
    (tmp_path / "requirements.lock").touch()
    for name in TOOLS:
        (tmp_path / "bin").mkdir(exist_ok=True)
        (tmp_path / "bin" / name).symlink_to(shutil.which(name))
    program(tmp_path / "bin" / "python3", "exit 0")
    program(tmp_path / "bin" / "df", "printf 'Filesystem\\nx 1 1 99999 1 /\\n'")
    program(tmp_path / ".venv" / "bin" / "python", "exit 0")
    return tmp_path


def set_up(place):
    """Run the set-up; return its exit code and what it said last."""
    command = ["sh", str(place / "tools/setup.sh"), "requirements.lock", ".venv/.installed-run"]
    done = subprocess.run(command, env={"PATH": str(place / "bin"), "HOME": os.devnull}, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr.splitlines()[-1]


def test_a_set_up_that_went_well_leaves_its_stamp(place):
    code, _ = set_up(place)

    assert code == 0
    assert (place / ".venv/.installed-run").exists()


def test_an_old_python_is_named_with_the_way_out(place):
    program(place / "bin" / "python3", 'case "$2" in *version_info*) exit 1;; *) echo 3.9.2;; esac')

    code, said = set_up(place)

    assert code == 1
    assert said.startswith("setup: no Python 3.11 or later found (`python3` is 3.9.2); install one")


def test_a_newer_python_of_another_name_is_taken(place):
    program(place / "bin" / "python3", "exit 1")
    program(place / "bin" / "python3.12", "exit 0")

    assert set_up(place)[0] == 0


def test_a_full_disk_is_told_before_anything_is_fetched(place):
    program(place / "bin" / "df", "printf 'Filesystem\\nx 1 1 300 1 /\\n'")

    code, said = set_up(place)

    assert code == 1
    assert said == "setup: 300 MB free on this disk, about 1500 MB needed; make room and run it again"


@pytest.mark.parametrize(
    ("log", "said"),
    [
        (
            "Failed to establish a new connection: [Errno 101] Network is unreachable",
            "the package index cannot be reached; the first run needs the network",
        ),
        ("Temporary failure in name resolution", "the package index cannot be reached; the first run needs the network"),
        ("ERROR: Could not find a version that satisfies the requirement x (from versions: none)", "the package index cannot be reached"),
        ("OSError: [Errno 28] No space left on device", "the disk is full; make room and run it again"),
        (
            "ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE",
            "a package does not have the hash that requirements.lock names",
        ),
        ("ERROR: No matching distribution found for spacy==3.8.18", "a package has no build for this Python and machine"),
        ("ERROR: something else", "installation failed: ERROR: something else"),
    ],
)
def test_what_pip_says_becomes_one_line(place, log, said):
    program(place / ".venv" / "bin" / "python", f'case "$*" in *install*) echo "{log}" >&2; exit 1;; esac')

    code, last = set_up(place)

    assert code == 1
    assert last.startswith(f"setup: {said}")
    assert not (place / ".venv/.installed-run").exists()


def test_a_missing_venv_is_told_with_the_package_to_install(place):
    shutil.rmtree(place / ".venv")
    (place / "bin" / "id").unlink()
    program(place / "bin" / "id", "echo 1000")
    program(place / "bin" / "sudo", "exit 1")
    program(place / "bin" / "python3", 'case "$2" in *ensurepip*) exit 1;; *-venv*) echo python3.11-venv;; esac')

    code, said = set_up(place)

    assert code == 1
    assert said == "setup: Python's venv is missing; install it with: sudo apt-get install python3.11-venv"
