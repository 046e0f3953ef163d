"""Lines: those of a text file or of the one in a zip archive, with how far the reading is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO

from sayso.errors import GazetteerError

__all__ = ["Told", "lines"]

_STEP = 20_000  # lines between two words on how far it is
_TEXTS = (".txt", ".csv", ".tsv")

Told = Callable[[float, str], None]


def lines(file: Path, told: Told | None = None) -> Iterator[str]:
    """Yield the lines of a UTF-8 text file or of the largest text in a zip archive, as they come; `told` hears the share read.

    Raises GazetteerError where the file is missing, damaged or not UTF-8.
    """
    try:
        with ExitStack() as open_files:
            stream, size = _opened(file, open_files)
            read = 0
            for number, line in enumerate(io.TextIOWrapper(stream, "utf-8-sig", newline="")):
                read += len(line)
                if told and not number % _STEP:
                    told(min(1.0, read / size), file.name)
                yield line
    except UnicodeDecodeError as error:
        raise GazetteerError(f"{file}: not UTF-8 text ({error.reason}); save it as UTF-8") from error
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError) as error:
        raise GazetteerError(f"{file}: a damaged or locked archive ({error}); fetch it again") from error
    except OSError as error:
        raise GazetteerError(f"{file}: cannot be read ({error.strerror or error})") from error


def _opened(file: Path, open_files: ExitStack) -> tuple[IO[bytes], int]:
    if file.suffix.lower() != ".zip":
        return open_files.enter_context(file.open("rb")), max(1, file.stat().st_size)
    archive = open_files.enter_context(zipfile.ZipFile(file))
    texts = [item for item in archive.infolist() if item.filename.lower().endswith(_TEXTS) and "readme" not in item.filename.lower()]
    if not texts:
        raise GazetteerError(f"{file}: no {', '.join(_TEXTS)} file in it")
    largest = max(texts, key=lambda item: item.file_size)
    return open_files.enter_context(archive.open(largest)), max(1, largest.file_size)
