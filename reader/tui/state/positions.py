"""Where the reader stood in each article: kept in the state folder, read when the app starts, written when it ends.

A position is a block and a character of it, so that it outlives another width and another window.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import Final

_FILE: Final = "positions.tsv"
"""A line an article: block, character, address, parted by tabs."""
_MOST: Final = 2_000
"""Articles whose position is kept; the ones read longest ago are forgotten."""
_LOG = logging.getLogger(__name__)

Place = tuple[int, int]


class Positions:
    """Reading positions by the article's address."""

    def __init__(self, folder: Path | None) -> None:
        """Read the positions of a state folder; None: keep nothing.  A damaged file is as good as none."""
        self._path = folder / _FILE if folder else None
        self._places: dict[str, Place] = {}
        self._is_changed = False
        if self._path:
            self._places = _read(self._path)

    def of(self, key: str) -> Place:
        """Return where the reader stood; the top, if that is not known."""
        return self._places.get(key, (0, 0))

    def keep(self, key: str, place: Place) -> None:
        """Remember where the reader stands; the top needs no remembering."""
        if not key or not key.isprintable() or self.of(key) == place:
            return
        self._is_changed = True
        self._places.pop(key, None)
        if place != (0, 0):
            self._places[key] = place

    def save(self) -> None:
        """Write the positions, if any has changed; a full disk is no reason to fail."""
        if not self._path or not self._is_changed:
            return
        newest = dict(list(self._places.items())[-_MOST:])
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._path.with_suffix(f".{os.getpid()}")
            lines = [f"{block}\t{offset}\t{key}\n" for key, (block, offset) in newest.items()]
            fresh.write_text("".join(lines), encoding="utf-8")
            fresh.replace(self._path)
        except OSError as error:
            _LOG.warning("%s: the reading positions cannot be written: %s", self._path, error)
        self._is_changed = False


def _read(path: Path) -> dict[str, Place]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    places: dict[str, Place] = {}
    for line in lines:
        block, _, rest = line.partition("\t")
        offset, _, key = rest.partition("\t")
        if block.isdecimal() and offset.isdecimal() and key:
            places[key] = (int(block), int(offset))
    return places
