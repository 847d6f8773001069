"""Copies of the library: writing one while others write, and putting one back."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from reader.errors import LibraryError
from reader.library.store import Library, create_private

_BESIDE = ("", "-wal", "-shm")
"""Endings of the files that make up a library."""
_TABLES = {"feeds", "entries", "articles", "people"}


def back_up(path: Path, copy: Path) -> None:
    """Write a copy of a library; what stood under the copy's name is replaced when the copy is whole.

    Raises:
        LibraryError: there is no library, or the copy cannot be written.
    """
    if not path.exists():
        raise LibraryError("there is no library yet", source=str(path), advice="reader add makes one")
    with _unfinished(copy) as unfinished, Library(path) as library:
        library.backup(unfinished)
        unfinished.replace(copy)


def restore(path: Path, copy: Path, now: datetime) -> Path | None:
    """Put a copy in a library's place; it is looked through first, and what was there is moved aside.

    Returns:
        Where the library that was there lies now; None: there was none.

    Raises:
        LibraryError: the copy is no library, is damaged, or cannot be put in place.
    """
    with _unfinished(path) as fresh:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _copy_sound(copy, fresh)
        aside = _move_aside(path, now)
        fresh.replace(path)
    return aside


@contextmanager
def _unfinished(path: Path) -> Iterator[Path]:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        yield beside
    except OSError as error:
        raise LibraryError(f"it cannot be written: {(error.strerror or '').lower()}", source=str(path)) from error
    except ValueError as error:  # a NUL in the name, or letters that no file's name can hold
        raise LibraryError("it cannot be written: no such file", source=str(path)) from error
    finally:
        for ending in _BESIDE:
            with suppress(OSError, ValueError):
                Path(f"{beside}{ending}").unlink(missing_ok=True)


def _copy_sound(copy: Path, fresh: Path) -> None:
    if not copy.is_file():
        raise LibraryError("no such file", source=str(copy))
    try:
        with closing(_opened(copy)) as source:
            tables = {row[0] for row in source.execute("SELECT name FROM sqlite_master")}
            if not tables >= _TABLES or source.execute("PRAGMA quick_check").fetchone()[0] != "ok":
                raise LibraryError("this is no library, or it is damaged", source=str(copy), advice="try an older copy")
            with closing(sqlite3.connect(create_private(fresh))) as target:
                source.backup(target)
    except sqlite3.Error as error:
        raise LibraryError("this is no library, or it is damaged", source=str(copy), advice="try an older copy") from error


def _opened(copy: Path) -> sqlite3.Connection:
    """Open a copy for reading, also where no file may be made beside it."""
    address = copy.absolute().as_uri()
    try:
        source = sqlite3.connect(f"{address}?mode=ro", uri=True)
        source.execute("SELECT 1 FROM sqlite_master")
    except sqlite3.OperationalError:
        return sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True)
    return source


def _move_aside(path: Path, now: datetime) -> Path | None:
    if not path.exists():
        return None
    aside = path.with_name(f"{path.name}.{now:%Y%m%d-%H%M%S}.old")
    for ending in _BESIDE:
        beside = Path(f"{path}{ending}")
        if beside.exists():
            beside.replace(f"{aside}{ending}")
    return aside
