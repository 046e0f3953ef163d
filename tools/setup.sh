#!/bin/sh
# Set-up: .venv with what a lock file names, each package checked by its hash, then sayso itself; afterwards no network is needed.
# usage: PYTHON=python3 tools/setup.sh LOCK STAMP
# What goes wrong is said in one line with the way out; the whole record is in build/setup.log.
set -eu
cd "$(dirname "$0")/.."
unset PYTHONPATH PYTHONHOME PIP_USER PIP_TARGET PIP_PREFIX # somebody's own settings, which would put packages elsewhere

lock=$1
stamp=$2
log=build/setup.log
needed_mb=1500 # an environment takes about 950 MB, unpacking some more

say() { printf '%s\n' "$*" >&2; }
fail() { say "setup: $*"; exit 1; }

main() {
    mkdir -p build
    : >"$log"
    python=$(suitable_python) || fail "no Python 3.11 or later found (\`${PYTHON:-python3}\` is $(version_of "${PYTHON:-python3}")); install one, or name it: make PYTHON=/path/to/python3.12 ..."
    check_room
    [ -x .venv/bin/python ] && .venv/bin/python -c 'import pip' 2>>"$log" || make_environment
    say "setup: installing what $lock names into .venv (the first time takes a minute or two)"
    install --require-hashes --only-binary=:all: -r "$lock"
    install --no-deps --no-build-isolation -e .
    touch "$stamp"
}

suitable_python() {
    for candidate in "${PYTHON:-python3}" python3.14 python3.13 python3.12 python3.11; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return
        fi
    done
    return 1
}

version_of() { "$1" -c 'import platform; print(platform.python_version())' 2>/dev/null || echo "not there"; }

check_room() {
    [ -e "$stamp" ] && return
    free_mb=$(df -Pm . | awk 'NR == 2 { print $4 }')
    [ "$free_mb" -ge "$needed_mb" ] || fail "$free_mb MB free on this disk, about $needed_mb MB needed; make room and run it again"
}

make_environment() {
    rm -rf .venv
    "$python" -c 'import ensurepip, venv' 2>>"$log" || install_venv
    "$python" -m venv .venv >>"$log" 2>&1 || explain "could not make .venv with $python"
}

install_venv() {
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" -eq 0 ]; then as_root=""
    elif sudo -n true 2>/dev/null; then as_root="sudo -n"
    else fail "Python's venv is missing; install it with: sudo apt-get install $package"; fi
    say "setup: installing $package"
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y "$package" >>"$log" 2>&1 ||
        { $as_root apt-get update >>"$log" 2>&1 && $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y "$package" >>"$log" 2>&1; } ||
        fail "could not install $package (see $log); install Python's venv and run it again"
}

install() {
    .venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input "$@" >>"$log" 2>&1 || explain "installation failed"
}

# Say in one line what the log means.
explain() {
    if grep -qiE 'no space left|disk quota' "$log"; then fail "the disk is full; make room and run it again"; fi
    if grep -qi 'do not match the hashes' "$log"; then fail "a package does not have the hash that $lock names, so nothing was installed from it (see $log)"; fi
    if grep -qiE 'failed to establish|name resolution|name or service not known|connection (refused|reset|broken|error)|network is unreachable|timed out|proxyerror|sslerror|from versions: none' "$log"; then
        fail "the package index cannot be reached; the first run needs the network (see $log)"
    fi
    if grep -qi 'no matching distribution' "$log"; then fail "a package has no build for this Python and machine: $(grep -i 'no matching distribution' "$log" | tail -n 1)"; fi
    fail "$1: $(tail -n 1 "$log") (see $log)"
}

main
