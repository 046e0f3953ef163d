"""sayso: a ledger of the claims that reports make, each tied to its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from sayso.ledger import Ledger

__all__ = ["__version__", "open_ledger", "read"]

__version__ = "0.1.0"


def read(*paths: str | Path, ledger: str | Path | None = None, workers: int = 1) -> Ledger:
    """Return a ledger of what files and folders say: `.documents`, `.claims`, and `.unread` with the reasons.

    The ledger is in memory, or in the file `ledger`, made if it is not there; what is in it already is not extracted again.
    `workers` is the number of processes; with more than one, a script needs its `if __name__ == "__main__":`.
    Raises LedgerError where the ledger file cannot be used, GazetteerError where there is no gazetteer and none can be built.
    """
    from sayso.ledger import Ledger, fill

    opened = Ledger(ledger, create=ledger is not None)
    fill(opened, paths, workers)
    return opened


def open_ledger(path: str | Path) -> Ledger:
    """Return the ledger of a file; raises LedgerError, with a way out, where it cannot be used."""
    from sayso.ledger import Ledger

    return Ledger(path)
