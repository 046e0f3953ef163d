#!/bin/sh
# Lock: write down every package with its version and hashes, and no address to fetch it from. Needs the network.
set -eu
cd "$(dirname "$0")/.."

[ -x build/lock/bin/uv ] || { .venv/bin/python -m venv build/lock && build/lock/bin/pip install --quiet --disable-pip-version-check uv; }
compile() {
    build/lock/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
        --no-annotate --no-header "$@" >/dev/null # it prints the lock as well
}
compile -o requirements.lock --extra build pyproject.toml
compile -o requirements-dev.lock --extra build --extra dev -c requirements.lock pyproject.toml
.venv/bin/python -c 'import sys; sys.path.insert(0, "tools"); import frontend; print(frontend.NODE_PACKAGE)' | compile -o requirements-node.lock -
