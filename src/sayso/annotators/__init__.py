"""Annotators: spans with values, one module for each kind."""
