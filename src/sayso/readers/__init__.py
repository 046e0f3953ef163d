"""Readers: files and folders become documents, one module a file format, each with SUFFIXES and read(path)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

from sayso import plugins
from sayso.errors import ReadError
from sayso.model import Document, Unread
from sayso.readers._finish import finish

__all__ = ["read", "suffixes"]

_ABOUT = ("readme", "licence", "license")  # files about a folder are no reports


def read(paths: Iterable[str | Path]) -> Iterator[Document | Unread]:
    """Yield the documents of files and folders, and an Unread with its reason for each file or item that gave none.

    Folders are read with everything below them, sorted by name; what starts with a dot is left out, as are a folder's own readme
    and licence (name them to read them) and files seen before.
    One bad file never stops the others. A document's text is its reader's, unchanged; what the format does not say
    (title, author, day, publisher) is looked for in the text's own head.
    """
    seen: set[Path] = set()
    for path in map(Path, paths):
        for file in _files(path):
            if (place := file.resolve()) not in seen:
                seen.add(place)
                yield from _attempt(file)


def suffixes() -> tuple[str, ...]:
    """Return the suffixes of the files that can be read, sorted."""
    return tuple(sorted(_readers()))


@cache
def _readers() -> dict[str, ModuleType]:
    found: dict[str, ModuleType] = {}
    for module in plugins.modules("sayso.readers"):
        found.update(dict.fromkeys(module.SUFFIXES, module))
    return found


def _files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    try:
        children = sorted(path.iterdir(), key=lambda child: child.name)
    except OSError:
        yield path  # a folder that may not be opened: reported when it is read
        return
    for child in children:
        about = child.stem.lower() in _ABOUT and child.is_file()
        if not about and not child.name.startswith((".", "~$")) and not (child.is_symlink() and child.is_dir()):
            yield from _files(child)


def _attempt(file: Path) -> Iterator[Document | Unread]:
    if not file.exists() and not file.is_symlink():
        yield Unread(str(file), "there is no such file or folder")
        return
    try:
        yield from map(finish, _reader(file).read(file))
    except ReadError as error:
        yield Unread(str(file), str(error))
    except FileNotFoundError:
        yield Unread(str(file), "there is no such file")
    except OSError as error:
        yield Unread(str(file), f"cannot be opened: {error.strerror or error}")
    except Exception as error:  # a defect of a parser on one file must not cost the user the other files; it is reported
        yield Unread(str(file), f"reading failed ({type(error).__name__}: {error}); please report it")


def _reader(file: Path) -> ModuleType:
    name = file.name.lower()
    fitting = [suffix for suffix in _readers() if name.endswith(suffix)]
    if not fitting:
        kind = f"'{file.suffix}'" if file.suffix else "files without a suffix"
        raise ReadError(f"no reader for {kind}; there are {', '.join(suffixes())}")
    return _readers()[max(fitting, key=len)]
