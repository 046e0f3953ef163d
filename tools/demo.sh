#!/bin/sh
# Demo: the example reports into a ledger, their claims as a table, and what to do next.
set -eu
cd "$(dirname "$0")/.."
[ -t 1 ] || export COLUMNS=140

ledger=build/demo/sayso.db
mkdir -p build/demo
.venv/bin/sayso add examples/*/*.json --ledger "$ledger"
.venv/bin/sayso claims --ledger "$ledger" --table --limit 60
claim=$(.venv/bin/sayso claims --ledger "$ledger" --json --limit 1 | sed -n 's/^{"id": "\([0-9a-f]\{8\}\).*/\1/p')
cat <<EOF

Each line is a figure on somebody's word, out of the reports in examples/. Next:
  .venv/bin/sayso explain ${claim:-CLAIM} --ledger $ledger      the sentence behind the first one, and the rules that read it
  .venv/bin/sayso claims --dimension killed --place Aleppo --ledger $ledger
  .venv/bin/sayso PATH/TO/YOUR/REPORTS                              the same with a folder of your own
  .venv/bin/sayso --help
EOF
