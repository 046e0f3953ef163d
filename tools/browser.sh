#!/bin/sh
# Browser: Chromium for the tests, Debian's where it can be installed, else Playwright's own.
set -eu
cd "$(dirname "$0")/.."
log=build/browser.log

say() { printf '%s\n' "$*" >&2; }

main() {
    .venv/bin/python tests/browser/chromium.py >/dev/null 2>&1 && return
    mkdir -p build
    : >"$log"
    say "browser: installing Chromium for the tests"
    debians || playwrights || {
        say "browser: no Chromium, and none could be installed (see $log); install it with: sudo apt-get install chromium"
        exit 1
    }
}

debians() {
    command -v apt-get >>"$log" 2>&1 || return 1
    if [ "$(id -u)" -eq 0 ]; then as_root=""
    elif sudo -n true 2>>"$log"; then as_root="sudo -n"
    else return 1; fi
    install_chromium() { $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium >>"$log" 2>&1; }
    install_chromium || { $as_root apt-get update >>"$log" 2>&1 && install_chromium; } || return 1
    .venv/bin/python tests/browser/chromium.py >>"$log" 2>&1
}

playwrights() { .venv/bin/python -m playwright install chromium >>"$log" 2>&1; }

main
