"""Check: every measurement there is, against its floor; a figure below its floor fails.

    python bench/check.py                run what has changed since its last run, print a table, exit 1 below a floor
      --suite NAME                       only one suite (see the table)
      --update                           raise floors to the figures reached, less a margin; never lower one
      --markdown                         print the table as docs/evaluation.md has it
      --fresh                            measure again even where nothing changed
      --workers N                        processes (default 1)

Floors stand in `bench/floors.json`. The own gold set is always measured; the evaluation sets where SAYSO_EVAL names their
folder, and are said to be left out where not.
"""

from __future__ import annotations

import argparse
import json
import math
import sys

from environment import OUT, ROOT, own_interpreter
from suites import Figures, Suite, suites

FLOORS = ROOT / "bench" / "floors.json"
MARGIN = 0.015  # two claims of the smallest set: other processors round otherwise, and the parser then reads a sentence otherwise
_PLAIN = f"{'suite':24} {'figure':28} {'reached':>8} {'floor':>8}"
_PAGE = "| suite | figure | reached |\n|---|---|---|"
Floors = dict[str, Figures]  # by suite, then by figure


def below(figures: Figures, floors: Figures) -> list[str]:
    """Return the names of the figures that are lower than their floor, or that have a floor and were not measured."""
    return [name for name, floor in floors.items() if figures.get(name, -math.inf) < floor]


def raised(floors: Floors, found: dict[str, Figures]) -> Floors:
    """Return the floors with each one raised to the figure reached less the margin and cut; none is lowered or dropped."""
    return {
        suite: {
            name: max(floors.get(suite, {}).get(name, 0.0), _cut(found.get(suite, {}).get(name, 0.0)))
            for name in sorted(floors.get(suite, {}).keys() | found.get(suite, {}).keys())
        }
        for suite in sorted(floors.keys() | found.keys())
    }


def _cut(figure: float) -> float:
    return math.floor(round((figure - MARGIN) * 1000, 6)) / 1000


def _measure(suite: Suite, workers: int, fresh: bool) -> Figures:
    """Return the figures of a suite; those of its last run where nothing that they rest on has changed since."""
    kept = OUT / "check" / f"{suite.name}.json"
    state = suite.state()
    if not fresh and kept.exists() and (held := json.loads(kept.read_text("utf-8")))["state"] == state:
        return dict(held["figures"])
    figures = suite.measure(OUT / "check" / suite.name, workers)
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps({"state": state, "figures": figures}, indent=1), "utf-8")
    return figures


def _row(suite: str, name: str, figure: float, floor: float | None) -> str:
    mark = "" if floor is None or figure >= floor else "   BELOW"
    return f"{suite:24} {name:28} {figure:8.3f} {'' if floor is None else f'{floor:8.3f}':>8}{mark}"


def _row_of_page(suite: str, name: str, figure: float, floor: float | None) -> str:
    return f"| {suite} | {name} | {figure:.3f} |"


def main() -> None:
    """Read the command line, measure, print the table and exit 1 where a figure is below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--suite")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--fresh", action="store_true")
    parser.add_argument("--workers", type=int, default=1)
    given = parser.parse_args()
    here, absent = suites()
    chosen = [suite for suite in here if given.suite in (None, suite.name)]
    if not chosen:
        why = "; SAYSO_EVAL is not set" if given.suite in absent else ""
        sys.exit(f"check: no suite {given.suite!r} here{why}; there are {', '.join(suite.name for suite in here)}")
    sys.exit(_check(chosen, absent, given))


def _check(chosen: list[Suite], absent: list[str], given: argparse.Namespace) -> int:
    floors: Floors = json.loads(FLOORS.read_text("utf-8"))
    print(_PAGE if given.markdown else _PLAIN)
    row = _row_of_page if given.markdown else _row
    found: dict[str, Figures] = {}
    failed: list[str] = []
    for suite in chosen:
        try:
            found[suite.name] = _measure(suite, given.workers, given.fresh)
        except (Exception, SystemExit) as error:  # one suite that breaks must not hide what the others would show; it fails the check
            failed.append(f"{suite.name} ({type(error).__name__}: {error})")
            continue
        for name, figure in found[suite.name].items():
            print(row(suite.name, name, figure, floors.get(suite.name, {}).get(name)), flush=True)
    if absent:
        print(f"left out, because SAYSO_EVAL is not set: {', '.join(absent)}")
    if given.update:
        FLOORS.write_text(json.dumps(raised(floors, found), indent=2) + "\n", "utf-8")
    low = [f"{suite} {name}" for suite, figures in found.items() for name in below(figures, floors.get(suite, {}))]
    for what, which in (("below the floor", low), ("could not be measured", failed)):
        if which:
            print(f"{what}: {', '.join(which)}", file=sys.stderr)
    return 1 if low or failed else 0


if __name__ == "__main__":
    own_interpreter()
    main()
