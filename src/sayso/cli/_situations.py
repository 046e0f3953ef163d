"""Situations: what the command line and `sayso.toml` say about what is to be compared."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sayso.errors import ConfigError

if TYPE_CHECKING:
    from sayso.comparison import Wanted

__all__ = ["Asked", "parted", "wanted"]

_FEWEST = 2  # situations that can be compared
_SPEC = re.compile(r"(?P<name>.+?)(?::(?P<since>[\d-]*)\.\.(?P<until>[\d-]*))?")
_KEYS: dict[str, type | tuple[type, ...]] = {
    "place": (str, list),
    "radius": (int, float),
    "unit": bool,
    "since": date,
    "until": date,
    "as_of": date,
    "sides": dict,
}


class Asked:
    """What the options say for every situation, where it says nothing of its own."""

    def __init__(self, since: date | None, until: date | None, as_of: date | None, radius: float | None, unit: bool) -> None:
        """Take the options as they were given."""
        self.since, self.until, self.as_of, self.radius, self.unit = since, until, as_of, radius, unit


def parted(words: Sequence[str], configured: Mapping[str, Any]) -> tuple[list[str], tuple[Path, ...]]:
    """Return the situations and the paths among the arguments.

    The first two are situations; of the rest, whatever is a file or folder is read. Without arguments, or with paths only, all situations
    of `sayso.toml` are compared.
    """
    paths = [word for word in words if Path(word).exists() and word not in configured]
    if configured and len(paths) == len(words):
        return list(configured), tuple(map(Path, paths))
    if len(words) < _FEWEST or all(Path(word).exists() for word in words[:_FEWEST]):
        raise click.UsageError("name two situations: sayso compare Aleppo Mosul [PATH...], or set them in sayso.toml.")
    rest = [word for word in words[_FEWEST:] if word in paths]
    return [word for word in words if word not in rest], tuple(map(Path, rest))


def wanted(word: str, asked: Asked, configured: Mapping[str, Any]) -> Wanted:
    """Return the situation that a word asks for: one of `sayso.toml`, or a place with a period ("Aleppo:2016-07-01..2016-12-31")."""
    from sayso.comparison import Wanted

    match = _SPEC.fullmatch(word)
    name = match["name"] if match else word
    own = _checked(name, configured[name]) if name in configured else {}
    since, until = _day(match["since"] if match else None, word), _day(match["until"] if match else None, word)
    places = own.get("place", name)
    title = name if name not in configured or not name.islower() else name.replace("-", " ").title()
    return Wanted(
        title,
        (places,) if isinstance(places, str) else tuple(places),
        own.get("radius", asked.radius),
        since or own.get("since") or asked.since,
        until or own.get("until") or asked.until,
        own.get("as_of") or asked.as_of,
        own.get("unit", asked.unit),
        _sides(name, own.get("sides", {})),
    )


def _checked(name: str, values: object) -> Mapping[str, Any]:  # Any: values of TOML, checked here
    if not isinstance(values, dict):
        raise ConfigError(f"sayso.toml: situation.{name} should be a table, [situation.{name}]")
    for key, value in values.items():
        if key not in _KEYS:
            raise ConfigError(f"sayso.toml: '{key}' is no setting of a situation; there are {', '.join(_KEYS)}")
        if not isinstance(value, _KEYS[key]):
            raise ConfigError(f"sayso.toml: situation.{name}.{key} cannot be {value!r}")
    return values


def _sides(name: str, values: Mapping[str, Any]) -> tuple[Any, ...]:  # Any: `Side`, imported late
    from sayso.model import Side
    from sayso.parties import parties

    for party in (party for listed in values.values() for party in listed):
        if party not in parties():
            raise ConfigError(f"sayso.toml: situation.{name}.sides: '{party}' is no party; there are {', '.join(sorted(parties()))}")
    return tuple(Side(side, tuple(listed)) for side, listed in values.items())


def _day(words: str | None, whole: str) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        raise click.UsageError(f"'{whole}': '{words}' is no day; write a period as 2016-07-01..2016-12-31.") from None
