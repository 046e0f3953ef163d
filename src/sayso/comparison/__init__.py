"""Comparison: situations side by side, and whether they can be compared at all."""

from sayso.comparison.payload import payload
from sayso.comparison.situation import Wanted, resolve
from sayso.comparison.table import compare

__all__ = ["Wanted", "compare", "payload", "resolve"]
