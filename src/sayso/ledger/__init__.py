"""The ledger: documents, claims and judgements that stay, in one SQLite file."""

from sayso.ledger.adding import Run, fill
from sayso.ledger.audit import Audit, Fault, audit
from sayso.ledger.store import Counts, Entry, Filter, Ledger, LoggedRun

__all__ = ["Audit", "Counts", "Entry", "Fault", "Filter", "Ledger", "LoggedRun", "Run", "audit", "fill"]
