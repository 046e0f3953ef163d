#!/bin/sh
# Demo: the example reports into a ledger, the claims as a table, and what to do next.
set -eu
cd "$(dirname "$0")/.."

ledger=build/demo/sayso.db
mkdir -p build/demo
.venv/bin/sayso add examples/*/*.json --ledger "$ledger"
.venv/bin/sayso claims --ledger "$ledger"
cat <<EOF

These are the claims of the reports in examples/, each on somebody's word. Next:
  .venv/bin/sayso claims --ledger $ledger --help     filter them, or write them as CSV
  .venv/bin/sayso explain --ledger $ledger CLAIM     the sentence behind one, and the rules that read it
  .venv/bin/sayso PATH/TO/YOUR/REPORTS               the same with a folder of your own
EOF
