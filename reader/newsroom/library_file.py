"""Where the library lies, and opening it: nothing is written before the user keeps something."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.settings import Folders

if TYPE_CHECKING:
    from reader.library import Library

_FILE = "library.db"


def path_of(place: Folders) -> Path:
    """Give the library's file, be it there or not."""
    return place.data / _FILE


def has_library(place: Folders) -> bool:
    """Say whether there is a library with anything in it: a feed that is followed, an article that is kept.

    Raises:
        LibraryError: the file cannot be used.
    """
    if not path_of(place).exists():
        return False
    with to_read(place) as library:
        return library.value("SELECT 1 FROM feeds UNION ALL SELECT 1 FROM entries LIMIT 1") is not None


def to_read(place: Folders) -> Library:
    """Open the library for looking something up; an empty one, of which no file is made, if there is none yet.

    Raises:
        LibraryError: the file cannot be used.
    """
    from reader.library import Library  # noqa: PLC0415 - who only asks where it lies needs no database

    path = path_of(place)
    return Library(path if path.exists() else ":memory:")


def to_keep(place: Folders) -> Library:
    """Open the library for keeping something; the first time, the file is made.

    Raises:
        LibraryError: the file cannot be used.
    """
    from reader.library import Library  # noqa: PLC0415 - see above

    return Library(path_of(place))
