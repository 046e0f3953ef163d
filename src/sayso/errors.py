"""Errors: what went wrong with a call, and the way out."""

__all__ = ["ConfigError", "DataError", "GazetteerError", "LedgerError", "ReadError", "SaysoError"]


class SaysoError(Exception):
    """Base of every error that sayso raises on purpose; its text is fit to show to a user."""


class ReadError(SaysoError):
    """A file could not be turned into documents; the text is the reason, without the file's name."""


class LedgerError(SaysoError):
    """A ledger file is missing, locked, damaged or of another version."""


class GazetteerError(SaysoError):
    """The gazetteer could not be built, opened or extended."""


class ConfigError(SaysoError):
    """`sayso.toml` or an option holds something that cannot be used."""


class DataError(SaysoError):
    """A file of the project's own data breaks its format; names the file and the row."""
