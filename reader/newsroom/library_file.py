"""Where the library lies, and opening it: nothing is written before the user keeps something."""

from __future__ import annotations

from pathlib import Path

from reader import library
from reader.settings import Folders

_FILE = "library.db"


def path_of(place: Folders) -> Path:
    """Return the library's file, be it there or not."""
    return place.data / _FILE


def has_library(place: Folders) -> bool:
    """Return whether there is a library with anything in it: a feed that is followed, an article that is kept.

    Raises:
        LibraryError: the file cannot be used.
    """
    if not path_of(place).exists():
        return False
    with to_read(place) as opened:
        return opened.value("SELECT 1 FROM feeds UNION ALL SELECT 1 FROM entries LIMIT 1") is not None


def to_read(place: Folders) -> library.Library:
    """Open the library for looking something up; an empty one, of which no file is made, if there is none yet.

    Raises:
        LibraryError: the file cannot be used.
    """
    path = path_of(place)
    return library.Library(path if path.exists() else ":memory:")


def to_keep(place: Folders) -> library.Library:
    """Open the library for keeping something; the first time, the file is made.

    Raises:
        LibraryError: the file cannot be used.
    """
    return library.Library(path_of(place))
