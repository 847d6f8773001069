"""One story in several places: articles with nearly the same text become one entry with several sources.

Texts that share most of their sketches (`sketches`) share most of their words.  Only what comes from different feeds within a
week is one story: a paper's own daily reports resemble each other too.
"""

from __future__ import annotations

from reader.library import articles, fingerprints
from reader.library.store import Library

SAME = 6
"""Hashes that the sketches of one story share: an estimated resemblance of three quarters."""
_WEEK = 7 * 86_400 << 20
"""Of entry ids, which begin with the time."""

_SHOWN_ELSEWHERE = """
SELECT id FROM entries WHERE id = ?1 AND hidden IS NULL AND NOT EXISTS (
    SELECT 1 FROM appearances x JOIN appearances y ON y.feed_id = x.feed_id WHERE x.entry_id = ?1 AND y.entry_id = ?2
)
"""


def find_duplicates(library: Library, identity: int) -> tuple[int, ...]:
    """Return the entries of other feeds with nearly the same text, published within a week of this one, oldest first."""
    shared = fingerprints.similar_entries(library, identity)
    near = (other for other, values in shared.items() if values >= SAME and abs(other - identity) <= _WEEK)
    return tuple(other for other in sorted(near) if library.rows(_SHOWN_ELSEWHERE, (other, identity)))


def merge_into(library: Library, kept: int, other: int) -> None:
    """Make two entries of one story one, and let the other go.

    Its sources, addresses and tags become the kept one's; a star or a mark of either is the kept one's too.
    """
    with library.writing() as connection:
        connection.execute(
            "UPDATE entries SET starred = max(entries.starred, o.starred), read_at = coalesce(entries.read_at, o.read_at) "
            "FROM (SELECT starred, read_at FROM entries WHERE id = ?2) AS o WHERE id = ?1",
            (kept, other),
        )
        connection.execute("UPDATE OR IGNORE tags SET entry_id = ? WHERE entry_id = ?", (kept, other))
        connection.execute("UPDATE addresses SET entry_id = ? WHERE entry_id = ?", (kept, other))
        # Moved by deleting and inserting, so that the triggers count the feeds' unread entries.
        sources = connection.execute("SELECT feed_id, guid FROM appearances WHERE entry_id = ?", (other,)).fetchall()
        connection.execute("DELETE FROM appearances WHERE entry_id = ?", (other,))
        connection.executemany(
            "INSERT OR IGNORE INTO appearances VALUES (?, ?, ?)", [(feed, guid, kept) for feed, guid in sources]
        )
        articles.remove(library, [other])
