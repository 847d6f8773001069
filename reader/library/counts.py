"""Counts for a front page: how much is unread in each tag, and under each saved query."""

from __future__ import annotations

from datetime import datetime

from reader.errors import QueryError
from reader.library import search
from reader.library.query import All, Flag, parse
from reader.library.store import Library
from reader.model.text import line

_TAGS = """
SELECT tag, count(DISTINCT entry_id) FROM (
    SELECT t.tag AS tag, e.id AS entry_id FROM tags t
    LEFT JOIN entries e ON e.id = t.entry_id AND e.read_at IS NULL AND e.hidden IS NULL
    UNION ALL
    SELECT f.tag, e.id FROM feed_tags f
    LEFT JOIN appearances a ON a.feed_id = f.feed_id
    LEFT JOIN entries e ON e.id = a.entry_id AND e.read_at IS NULL AND e.hidden IS NULL
) GROUP BY tag COLLATE NOCASE ORDER BY tag COLLATE NOCASE
"""
UNREAD = Flag("unread")


def tag_names(library: Library) -> tuple[str, ...]:
    """Return all tags, of entries and of feeds, in the order of the alphabet."""
    rows = library.rows(
        "SELECT tag FROM (SELECT DISTINCT tag FROM tags UNION SELECT DISTINCT tag FROM feed_tags) "
        "GROUP BY tag COLLATE NOCASE ORDER BY tag COLLATE NOCASE"
    )
    return tuple(line(row[0]) for row in rows)


def unread_by_tag(library: Library) -> dict[str, int]:
    """Return how many entries of each tag are unread: those that have it themselves, or by a feed of theirs."""
    return {line(tag): count for tag, count in library.rows(_TAGS)}


def unread_by_query(library: Library, queries: dict[str, str], now: datetime) -> dict[str, int]:
    """Return how many unread entries each saved query selects, by its name; none for one that cannot be read."""
    counts = {}
    for name, text in queries.items():
        try:
            counts[name] = search.count(library, All((*parse(text, now).terms, UNREAD)))
        except QueryError:
            continue
    return counts
