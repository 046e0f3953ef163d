"""The rule extractor: measures, times, places and statements put together into claims."""

from sayso.extractors.rules.claims import extract

__all__ = ["extract"]
