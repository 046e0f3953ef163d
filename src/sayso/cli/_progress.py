"""Progress: a bar on stderr, drawn only where stderr is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID

__all__ = ["Progress"]

Thing = TypeVar("Thing")


class Progress:
    """A bar whose total grows as documents are found."""

    def __init__(self, what: str) -> None:
        """Name what is being done: "extracting"."""
        self._what = what
        self._found = 0
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Progress:
        """Start drawing, on a terminal."""
        if sys.stderr.isatty():
            self._bar = _bar()
            self._bar.start()
            self._task = self._bar.add_task(self._what, total=None, name="")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Stop drawing and leave the line clean."""
        if self._bar:
            self._bar.stop()

    def finding(self, things: Iterable[Thing]) -> Iterator[Thing]:
        """Yield the things, counting each as found and to be done."""
        for thing in things:
            self._found += 1
            if self._bar and self._task is not None:
                self._bar.update(self._task, total=self._found)
            yield thing

    def expect(self, number: int) -> None:
        """Say how many things there are to do."""
        if self._bar and self._task is not None:
            self._bar.update(self._task, total=number)

    def reach(self, share: float, name: str) -> None:
        """Show a share done, from 0 to 1, and what is being done."""
        if self._bar and self._task is not None:
            self._bar.update(self._task, total=100, completed=round(100 * share), name=name)

    def step(self, name: str) -> None:
        """Count one thing as done, and show its name."""
        if self._bar and self._task is not None:
            self._bar.update(self._task, advance=1, name=name)


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar
    from rich.table import Column

    name = TextColumn("{task.fields[name]}", table_column=Column(no_wrap=True, ratio=1), markup=False)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(), name)
    return Bar(*columns, console=Console(stderr=True), transient=True)
