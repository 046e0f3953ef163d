"""sayso: a ledger of the claims that reports make, each tied to its sentence."""

__version__ = "0.1.0"
