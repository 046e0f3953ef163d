#!/bin/sh
# An environment of their own for the libraries that sayso is measured against.
set -eu
here=$(dirname "$0")
python3 -m venv "$here/.venv"
"$here/.venv/bin/python" -m pip install --quiet -r "$here/requirements.txt"
