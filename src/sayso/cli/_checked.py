"""The check of an article for people, on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sayso.cli._table import when
from sayso.cli._words import shown

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["show"]

_STYLES = {"in line": "green", "differs": "yellow", "both": "yellow", "near": "cyan", "nothing found": "dim"}
_MOST = 4  # claims told of one relation; JSON and the report have all
_TOLD = ("differs", "in line", "same origin")
_NEAR = "near"  # told after those that can be compared, with what differs
Json = dict[str, Any]  # Any: JSON of docs/report-payload.md


def show(whole: Json) -> None:
    """Print the payload of a check as a table to stdout, in reading order."""
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold", show_lines=True)
    for name in ("figure", "on", "said by", "about", "what else was found"):
        table.add_column(name, overflow="fold")
    for one in whole["check"]["claims"]:
        table.add_row(*_cells(one, whole))
    Console(highlight=False).print(table)


def _cells(one: Json, whole: Json) -> tuple[str | Text, ...]:
    from datetime import date

    claim = whole["claims"][one["claim"]]
    days = (date.fromisoformat(day) if day else None for day in (claim["since"], claim["until"]))
    about = ", ".join(part for part in (claim["place"], when(*days)) if part)
    return shown(claim["text"]), ", ".join(claim["dimensions"]), shown(claim["speaker"]), shown(about), _found(one, whole)


def _found(one: Json, whole: Json) -> Text:
    from rich.text import Text

    text = Text(one["verdict"], style=_STYLES[one["verdict"]])
    text.append(f"  {shown(one['words'])}", style="default dim")
    for relation in _TOLD:
        for other in [against for against in one["against"] if against["relation"] == relation][:_MOST]:
            claim = whole["claims"][other["claim"]]
            name = whole["documents"][claim["document"]]["name"]
            text.append(f"\n{relation}: {shown(claim['text'])}, {shown(claim['speaker'])} ({shown(name)})", style="default")
    for other in [against for against in one["against"] if against["relation"] == _NEAR][:_MOST]:
        claim = whole["claims"][other["claim"]]
        text.append(f"\nnear: {shown(claim['text'])}, {shown(claim['speaker'])}: {shown(other['words'])}", style="default dim")
    return text
