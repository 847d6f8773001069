"""Sketches of texts, by which those with nearly the same words find each other.

A text's sketch is the smallest hashes of its five-word passages (bottom-k sketch; Broder, "On the resemblance and containment
of documents", 1997).
"""

from __future__ import annotations

import sqlite3
from zlib import crc32

from reader.library.fulltext import indexed
from reader.library.store import Library

SKETCH = 8
"""Hashes of a sketch."""
_PASSAGE = 5
"""Words."""
_ONE_IN_FOUR = 3
_WEEK = 604_800
"""Seconds."""
_SHORTEST = 40
"""Words of the shortest text that is compared."""
_ALIKE = """
SELECT b.entry_id, count(*) FROM sketches a JOIN sketches b ON b.value IN (a.value - ?2, a.value, a.value + ?2)
WHERE a.entry_id = ?1 AND b.entry_id <> ?1 GROUP BY b.entry_id
"""


def sketch(text: str) -> tuple[int, ...]:
    """Return the sketch of a text; empty if it is too short to be compared."""
    words = indexed(text.lower()).split()
    if len(words) < _SHORTEST:
        return ()
    # A quarter of the passages, chosen by a letter of their own, tells as much as all of them.
    starts = [at for at, word in enumerate(words) if not ord(word[-1]) & _ONE_IN_FOUR]
    hashes = {crc32(" ".join(words[at : at + _PASSAGE]).encode("utf-8", "replace")) for at in starts}
    return tuple(sorted(hashes)[:SKETCH])


def remember(connection: sqlite3.Connection, identity: int, text: str) -> None:
    """Keep the sketch of an entry's text.

    The week goes before each hash, so that what is kept in one day lies together in the file: a thousand hashes strewn over
    all of it were a thousand pages to be written.
    """
    week = (identity >> 20) // _WEEK << 32
    connection.executemany(
        "INSERT OR IGNORE INTO sketches VALUES (?, ?)", [(week | value, identity) for value in sketch(text)]
    )


def similar_entries(library: Library, identity: int) -> dict[int, int]:
    """Return the entries of the same week, the one before and the one after that share hashes with an entry: how many."""
    return dict(map(tuple, library.rows(_ALIKE, (identity, 1 << 32))))
