"""Parties: states, armed groups, authorities and alliances with their other names, from data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from sayso import lexicon
from sayso.errors import DataError

__all__ = ["Party", "parties"]


@dataclass(frozen=True, slots=True)
class Party:
    """A party: its name, whether it is a state, armed group, authority or alliance, its country, and other names for it.

    `adjectives` name it together with a word for one of its organs only ("Ruritanian army").
    """

    name: str
    kind: str
    country: str = ""
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    example: str = ""


@cache
def parties() -> dict[str, Party]:
    """Return every party by its name; raises DataError where a file breaks the format."""
    found: dict[str, Party] = {}
    for path in lexicon.data_files("parties", ".toml"):
        for values in lexicon.toml(path).get("party", ()):
            try:
                fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
                party = Party(**fields)
            except TypeError as error:
                raise DataError(f"data/{path}: {values.get('name', 'a party without a name')}: {error}") from error
            if party.name in found:
                raise DataError(f"data/{path}: {party.name} is there twice")
            found[party.name] = party
    return found
