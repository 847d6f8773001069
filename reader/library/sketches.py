"""Sketches of texts, by which those with nearly the same words find each other.

A text's sketch is the smallest hashes of its five-word passages (bottom-k sketch; Broder, "On the resemblance and containment
of documents", 1997).
"""

from __future__ import annotations

import sqlite3
from zlib import crc32

from reader.library.words import indexed

SKETCH = 8
"""Hashes of a sketch."""
_PASSAGE = 5
"""Words."""
_ONE_IN_FOUR = 3
_SHORTEST = 40
"""Words of the shortest text that is compared."""


def sketch(text: str) -> tuple[int, ...]:
    """Give the sketch of a text; empty if it is too short to be compared."""
    words = indexed(text.lower()).split()
    if len(words) < _SHORTEST:
        return ()
    # A quarter of the passages, chosen by a letter of their own, tells as much as all of them.
    starts = [at for at, word in enumerate(words) if not ord(word[-1]) & _ONE_IN_FOUR]
    hashes = {crc32(" ".join(words[at : at + _PASSAGE]).encode("utf-8", "replace")) for at in starts}
    return tuple(sorted(hashes)[:SKETCH])


def remember(connection: sqlite3.Connection, identity: int, text: str) -> None:
    """Keep the sketch of an entry's text."""
    connection.executemany("INSERT OR IGNORE INTO sketches VALUES (?, ?)", [(value, identity) for value in sketch(text)])
