"""Entries: taking them in from feeds and by hand, one row a story, and giving them back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from reader.errors import LibraryError
from reader.library import canonical_urls
from reader.library.fulltext_writer import packed, unpacked
from reader.library.store import Library
from reader.model import Entry, Saved
from reader.model.text import line

COLUMNS = "e.id, e.url, e.title, e.byline, e.published, e.summary, e.read_at, e.starred"
_DAY = 86_400
"""Seconds that a date may lie ahead of the fetch: clocks and zones differ."""
HIDDEN = "SELECT id FROM entries WHERE hidden IS NOT NULL"
_WANTED = "(SELECT value FROM json_each(?))"
_FEEDS_OF = f"""
SELECT DISTINCT a.entry_id, coalesce(nullif(f.own_title, ''), nullif(f.title, ''), f.url)
FROM appearances a JOIN feeds f ON f.id = a.feed_id
WHERE a.entry_id IN {_WANTED} ORDER BY a.entry_id, f.id
"""
_KNOWN = """
SELECT e.id, e.title, e.summary FROM appearances a JOIN entries e ON e.id = a.entry_id WHERE a.feed_id = ? AND a.guid = ?
"""


def take_in(library: Library, feed: int | None, entries: Iterable[Entry], now: datetime) -> tuple[int, ...]:
    """Keep entries that are not kept yet.

    An entry whose address is known already, from another feed, is the same story: it gets one more source, not one more row.
    Within one feed that holds only if its title is the same too: a board has one address for all its notices.
    What the user deleted stays away as long as the feed lists it.

    Args:
        library: where.
        feed: id of the feed they stand in; None: kept by hand.
        entries: what, newest first.
        now: when.

    Returns:
        The ids of the new rows, in the order of the entries.
    """
    listed: dict[str, Entry] = {}
    for number, entry in enumerate(entries):
        listed.setdefault(entry.guid if feed is not None else str(number), entry)
    new = []
    with library.writing() as connection:
        departed = _departed(connection, feed, listed)
        for entry in reversed(listed.values()):
            if feed is None or (entry.guid not in departed and not _is_known(library, feed, entry)):
                is_other = feed is not None and _is_other(connection, feed, entry, listed)
                identity, is_new = (
                    (_insert(connection, entry, now), True)
                    if is_other
                    else _story(connection, entry, now, by_hand=feed is None)
                )
                if is_new:
                    new.append(identity)
                    library.index.put(connection, identity, entry.title, entry.summary)
                if feed is not None:
                    connection.execute("INSERT OR IGNORE INTO appearances VALUES (?, ?, ?)", (feed, entry.guid, identity))
    return tuple(reversed(new))


def _is_other(connection: sqlite3.Connection, feed: int, entry: Entry, listed: Mapping[str, Entry]) -> bool:
    """Return whether a feed has another entry at the same address: with another title, or listed beside this one."""
    known = canonical_urls.find(connection, entry.url) if entry.url else None
    rows = connection.execute(
        "SELECT a.guid, e.title FROM appearances a JOIN entries e ON e.id = a.entry_id WHERE a.entry_id = ? AND a.feed_id = ?",
        (known, feed),
    )
    return any(row["guid"] in listed or row["title"] != entry.title for row in rows)


def _departed(connection: sqlite3.Connection, feed: int | None, listed: Iterable[str]) -> set[str]:
    """Return what is gone of a feed though the feed still lists it; what it lists no longer need not be known any more."""
    rows = {row[0] for row in connection.execute("SELECT guid FROM departed WHERE feed_id = ?", (feed,))}
    over = rows.difference(listed)
    connection.executemany("DELETE FROM departed WHERE feed_id = ? AND guid = ?", [(feed, guid) for guid in over])
    return rows - over


def _is_known(library: Library, feed: int, entry: Entry) -> bool:
    """Return whether a feed's entry is here already, and update its title and summary."""
    with library.writing() as connection:
        row = connection.execute(_KNOWN, (feed, entry.guid)).fetchone()
        if row is not None and entry.title and (entry.title, entry.summary) != (row["title"], row["summary"]):
            _revise(library, connection, row["id"], entry)
    return row is not None


def _revise(library: Library, connection: sqlite3.Connection, identity: int, entry: Entry) -> None:
    connection.execute("UPDATE entries SET title = ?, summary = ? WHERE id = ?", (entry.title, entry.summary, identity))
    connection.execute("DELETE FROM contents WHERE entry_id = ?", (identity,))
    _keep_content(connection, identity, entry)
    if connection.execute("SELECT 1 FROM articles WHERE entry_id = ?", (identity,)).fetchone() is None:
        library.index.put(connection, identity, entry.title, entry.summary)


def _story(connection: sqlite3.Connection, entry: Entry, now: datetime, *, by_hand: bool) -> tuple[int, bool]:
    """Return the row of an entry's story, and whether it is new."""
    known = canonical_urls.find(connection, entry.url) if entry.url else None
    if known is None:
        return _insert(connection, entry, now), True
    # Hidden and in no feed: it went with a feed that was unsubscribed, and is wanted again.
    connection.execute(
        "UPDATE entries SET hidden = NULL WHERE id = ?1 AND hidden IS NOT NULL "
        "AND (?2 OR NOT EXISTS (SELECT 1 FROM appearances WHERE entry_id = ?1))",
        (known, by_hand),
    )
    return known, False


def _insert(connection: sqlite3.Connection, entry: Entry, now: datetime) -> int:
    seen = int(now.timestamp())
    published = int(entry.published.timestamp()) if entry.published else None
    if published is not None and published > seen + _DAY:
        published = seen
    # A date in the future would stand on top of the list for ever, one before 1970 has no place in it.
    identity = max(0, min(published if published is not None else seen, seen)) << 20
    last = connection.execute(
        "SELECT max(id) FROM entries WHERE id >= ? AND id < ?", (identity, identity + (1 << 20))
    ).fetchone()[0]
    if last is not None:
        identity = last + 1
    connection.execute(
        "INSERT INTO entries (id, url, title, byline, published, seen_at, summary) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (identity, entry.url, entry.title, json.dumps(entry.byline), published, seen, entry.summary),
    )
    canonical_urls.add(connection, entry.url, identity)
    _keep_content(connection, identity, entry)
    return identity


def _keep_content(connection: sqlite3.Connection, identity: int, entry: Entry) -> None:
    if entry.content:
        connection.execute("INSERT INTO contents VALUES (?, ?)", (identity, packed(entry.content)))


def saved(library: Library, rows: Sequence[sqlite3.Row]) -> tuple[Saved, ...]:
    """Make rows with `COLUMNS` into entries, with their feeds and tags; three queries, however many rows there are.

    Words pass the gate here once more: a file may have been written by an older version, or by another hand.
    """
    wanted = (json.dumps([row["id"] for row in rows]),)
    feeds = _grouped(library.rows(_FEEDS_OF, wanted))
    tags = _grouped(library.rows(f"SELECT entry_id, tag FROM tags WHERE entry_id IN {_WANTED} ORDER BY entry_id, tag", wanted))
    kept = {row[0] for row in library.rows(f"SELECT entry_id FROM articles WHERE entry_id IN {_WANTED}", wanted)}
    return tuple(
        Saved(
            id=row["id"],
            entry=Entry(
                guid=line(row["url"]),
                url=line(row["url"]),
                title=line(row["title"]),
                byline=_byline(row["byline"]),
                published=time(row["published"]),
                summary=line(row["summary"]),
            ),
            feeds=feeds.get(row["id"], ()),
            read_at=time(row["read_at"]),
            starred=bool(row["starred"]),
            tags=tags.get(row["id"], ()),
            has_article=row["id"] in kept,
        )
        for row in rows
    )


def entry(library: Library, identity: int) -> Saved:
    """Return one entry.

    Raises:
        LibraryError: it is not there.
    """
    found = saved(library, library.rows(f"SELECT {COLUMNS} FROM entries e WHERE e.id = ? AND e.hidden IS NULL", (identity,)))
    if not found:
        raise LibraryError(f"there is no entry {identity}", source=library.path)
    return found[0]


def several(library: Library, wanted: Sequence[int]) -> tuple[Saved, ...]:
    """Return some entries, newest first; those that are not there any more are left out."""
    rows = library.rows(
        f"SELECT {COLUMNS} FROM entries e WHERE e.id IN {_WANTED} AND e.hidden IS NULL ORDER BY e.id DESC",
        (json.dumps(list(wanted)),),
    )
    return saved(library, rows)


def at(library: Library, url: str) -> int | None:
    """Return the entry that is known under an address, if the user has not deleted it; None: there is none."""
    found = library.value(
        "SELECT a.entry_id FROM addresses a JOIN entries e ON e.id = a.entry_id WHERE a.canonical = ? AND e.hidden IS NULL",
        (canonical_urls.canonical(url),),
    )
    return found if isinstance(found, int) else None


def content(library: Library, identity: int) -> str:
    """Return the feed's own text of an entry, as HTML that came from outside; empty if the feed gave none."""
    return unpacked(library.value("SELECT content FROM contents WHERE entry_id = ?", (identity,)))


def time(seconds: object) -> datetime | None:
    """Return a stored time, seconds since 1970; None for none, and for one that no calendar has."""
    try:
        return datetime.fromtimestamp(seconds, UTC) if isinstance(seconds, int) else None
    except (ValueError, OverflowError, OSError):
        return None


def _byline(kept: str) -> tuple[str, ...]:
    if kept == "[]":
        return ()
    try:
        return tuple(line(str(name)) for name in json.loads(kept))
    except (ValueError, TypeError):  # the file is damaged there
        return ()


def _grouped(rows: Iterable[sqlite3.Row]) -> dict[int, tuple[str, ...]]:
    groups: dict[int, list[str]] = {}
    for identity, value in rows:
        groups.setdefault(identity, []).append(line(value))
    return {identity: tuple(values) for identity, values in groups.items()}
