#!/bin/sh
# Demo: the example reports into a ledger, two situations side by side in a table and in one file to send, and what to do next.
set -eu
cd "$(dirname "$0")/.."
[ -t 1 ] || export COLUMNS=140

ledger=build/demo/sayso.db
report=build/demo/aleppo-mosul.html
mkdir -p build/demo
.venv/bin/sayso add examples/*/*.json --stale --ledger "$ledger"
.venv/bin/sayso claims --ledger "$ledger" --table --limit 12
.venv/bin/sayso compare Aleppo Mosul --ledger "$ledger" --table
.venv/bin/sayso compare Aleppo Mosul --ledger "$ledger" -o "$report" 2>/dev/null
claim=$(.venv/bin/sayso claims --ledger "$ledger" --json --limit 1 | sed -n 's/^{"id": "\([0-9a-f]\{8\}\).*/\1/p')
cat <<EOF

Each figure is on somebody's word, out of the reports in examples/. The report, one file that needs no network:
  $PWD/$report
Open it in a browser (xdg-open $report, on a Mac open $report); each number and mark in it opens the sentence it is from.

Next:
  .venv/bin/sayso compare Aleppo Mosul PATH/TO/YOUR/REPORTS -o report.html         the same with a folder and places of your own
  .venv/bin/sayso check PATH/TO/ARTICLE PATH/TO/YOUR/REPORTS -o check.html         one article, claim by claim, against the rest
  .venv/bin/sayso explain ${claim:-CLAIM} --ledger $ledger                   the sentence behind a claim, and the rules that read it
  .venv/bin/sayso --help
EOF
