#!/bin/sh
# Lock: write down every package with its version and hashes, and no address to fetch it from. Needs the network.
set -eu
cd "$(dirname "$0")/.."

[ -x build/lock/bin/uv ] || { .venv/bin/python -m venv build/lock && build/lock/bin/pip install --quiet --disable-pip-version-check uv; }
compile() {
    build/lock/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
        --no-annotate --no-header --extra build "$@" pyproject.toml >/dev/null # it prints the lock as well
}
compile -o requirements.lock
compile -o requirements-dev.lock --extra dev -c requirements.lock
