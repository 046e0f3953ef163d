"""The matrix: a comparison for people, on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sayso.cli._words import count, shown

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["show"]

_STYLES = {"yes": "green", "with care": "yellow", "no": "red", "one side only": "dim"}
_WIDEST = 44  # columns of a cell
Json = dict[str, Any]  # Any: JSON of docs/report-payload.md


def show(whole: Json) -> None:
    """Print the payload of a comparison as a table to stdout."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    groups = {group["id"]: group["label"] for group in whole["groups"]}
    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", show_lines=True)
    table.add_column("what", overflow="fold", max_width=22)
    for situation in whole["situations"]:
        table.add_column(shown(situation["name"]), overflow="fold", max_width=_WIDEST)
    table.add_column("fair to compare? (unchecked)", overflow="fold")
    for row in whole["rows"]:
        table.add_row(shown(row["label"]), *(_cell(cell, groups) for cell in row["cells"]), _fairness(row["fairness"]))
    Console(highlight=False).print(table)


def _cell(cell: Json, groups: dict[str, str]) -> Text:
    from rich.text import Text

    if cell["nothing"]:
        return Text("nothing found", style="dim")
    head = cell["headline"]
    text = Text(head["text"], style="bold") if head else Text("no figure to stand for it", style="italic")
    if head:
        text.append(f"  {head['covers']}{', rests on one figure' if len(head['claims']) == 1 else ''}", style="not bold")
    who = "; ".join(f"{shown(groups[group])} {number}" for group, number in _said(cell).items())
    text.append(f"\n{count(cell['claims'], 'claim')}, {count(cell['origins'], 'origin')}\n{who}", style="not bold dim")
    return text


def _said(cell: Json) -> dict[str, int]:
    found: dict[str, int] = {}
    for lane in cell["lanes"]:
        found[lane["group"]] = found.get(lane["group"], 0) + sum(1 + len(mark["repeats"]) for mark in lane["marks"])
    return found


def _fairness(fair: Json) -> Text:
    from rich.text import Text

    text = Text(fair["verdict"], style=_STYLES[fair["verdict"]])
    if fair["restriction"]:
        text.append(f"  {shown(fair['restriction'])}", style="default")
    for reason in fair["reasons"]:
        if reason["outcome"] in ("care", "no"):
            text.append(f"\n{reason['code']} {shown(reason['words'])}", style="default dim")
    return text
