"""Copies of the library: writing one while others write, and putting one back."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from reader.errors import LibraryError
from reader.library.store import Library
from reader.library.verification import verify

_BESIDE = ("", "-wal", "-shm", "-journal")
"""Endings of the files that make up a library."""
_FORGET_PLACES = "UPDATE feeds SET is_private = 0"


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

    It may have come from anybody: none of its feeds may be asked in the user's own network until the user follows it there.

    Returns:
        Where the library that was there lies now; None: there was none.

    Raises:
        LibraryError: the copy is no library, is damaged, newer than the program, or cannot be put in place.
    """
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _unfinished(path) as fresh:
        _copy_sound(copy, fresh)
        with Library(fresh) as library, library.writing() as connection:
            connection.execute(_FORGET_PLACES)
        aside = _move_aside(path, now)
        fresh.replace(path)
    return aside


@contextmanager
def _unfinished(path: Path) -> Iterator[Path]:
    """Yield a fresh file beside another, of a name that nobody can guess and for its owner alone; it is gone in the end."""
    try:
        with tempfile.TemporaryDirectory(prefix=".reader-", dir=path.parent) as folder:  # 0700
            yield Path(folder) / "unfinished"
    except OSError as error:
        raise LibraryError(f"it cannot be written: {(error.strerror or '').lower()}", source=str(path)) from error
    except ValueError as error:  # a NUL in the name, or letters that no file's name can hold
        raise LibraryError("it cannot be written: no such file", source=str(path)) from error


def _copy_sound(copy: Path, fresh: Path) -> None:
    if not copy.is_file():
        raise LibraryError("no such file", source=str(copy))
    try:
        with closing(_opened(copy)) as source:
            verify(source, str(copy))
            with closing(sqlite3.connect(fresh)) as target:
                fresh.chmod(0o600)
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
        source = sqlite3.connect(f"{address}?mode=ro&immutable=1", uri=True)
    source.execute("PRAGMA trusted_schema = OFF")
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
