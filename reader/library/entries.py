"""Entries: taking them in from feeds and by hand, one row a story, and giving them back."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from reader.errors import LibraryError
from reader.library.store import Library
from reader.library.words import indexed
from reader.model import Entry, Saved

COLUMNS = "e.id, e.url, e.title, e.byline, e.published, e.summary, e.read_at, e.starred"
_WANTED = "(SELECT value FROM json_each(?))"
_FEEDS_OF = f"""
SELECT DISTINCT a.entry_id, coalesce(nullif(f.own_title, ''), nullif(f.title, ''), f.url)
FROM appearances a JOIN feeds f ON f.id = a.feed_id
WHERE a.entry_id IN {_WANTED} ORDER BY a.entry_id, f.id
"""
# Query parameters that say where a reader came from, not what is to be read.
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "cmpid", "ito", "ref_src", "igshid", "at_medium", "at_campaign")


def canonical(url: str) -> str:
    """Give the form of a URL under which a story is known: no fragment, no tracking, no `www.`, no trailing slash.

    What is no http or https URL, or a broken one, is given back as it is.
    """
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port and parts.port not in (80, 443) else ""
    except ValueError:
        return url
    if parts.scheme not in ("http", "https"):
        return url
    query = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not name.lower().startswith(_TRACKING)
    ]
    host = (parts.hostname or "").removeprefix("www.")
    return urlunsplit(("https", host + port, parts.path.rstrip("/") or "/", urlencode(query), ""))


def take_in(library: Library, feed: int | None, entries: Iterable[Entry], now: datetime) -> tuple[int, ...]:
    """Keep entries that are not kept yet.

    An entry whose address is known already, from this feed or another, is the same story: it gets one more source, not one
    more row.

    Args:
        library: where.
        feed: id of the feed they stand in; None: kept by hand.
        entries: what.
        now: when.

    Returns:
        The ids of the new rows, in the order of the entries.
    """
    new = []
    with library.writing() as connection:
        for entry in entries:
            if feed is not None and _known(connection, feed, entry.guid):
                continue
            address = canonical(entry.url)
            row = connection.execute("SELECT id FROM entries WHERE canonical = ?", (address,)).fetchone() if address else None
            identity = row["id"] if row else _insert(connection, entry, address, now)
            if not row:
                new.append(identity)
            if feed is not None:
                connection.execute("INSERT OR IGNORE INTO appearances VALUES (?, ?, ?)", (feed, entry.guid, identity))
    return tuple(new)


def _known(connection: sqlite3.Connection, feed: int, guid: str) -> bool:
    return connection.execute("SELECT 1 FROM appearances WHERE feed_id = ? AND guid = ?", (feed, guid)).fetchone() is not None


def _insert(connection: sqlite3.Connection, entry: Entry, address: str, now: datetime) -> int:
    seen = int(now.timestamp())
    published = int(entry.published.timestamp()) if entry.published else None
    # A date in the future would stand on top of the list for ever, one before 1970 has no place in it.
    identity = max(0, min(published if published is not None else seen, seen)) << 20
    last = connection.execute(
        "SELECT max(id) FROM entries WHERE id >= ? AND id < ?", (identity, identity + (1 << 20))
    ).fetchone()[0]
    if last is not None:
        identity = last + 1
    content = zlib.compress(entry.content.encode()) if entry.content else None
    connection.execute(
        "INSERT INTO entries (id, url, canonical, title, byline, published, seen_at, summary, content) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (identity, entry.url, address, entry.title, json.dumps(entry.byline), published, seen, entry.summary, content),
    )
    index(connection, identity, entry.title, entry.summary)
    return identity


def index(connection: sqlite3.Connection, identity: int, title: str, body: str) -> None:
    """Put an entry's words into the full-text index, in the place of those that stood there."""
    old = connection.execute("SELECT title, body FROM texts WHERE entry_id = ?", (identity,)).fetchone()
    if old:
        forget(connection, identity, old)
    connection.execute("INSERT INTO texts VALUES (?, ?, ?)", (identity, title, zlib.compress(body.encode(), 1)))
    connection.execute("INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", (identity, indexed(title), indexed(body)))


def forget(connection: sqlite3.Connection, identity: int, old: sqlite3.Row) -> None:
    """Take an entry's words out of the full-text index; a contentless one must be told what it holds."""
    connection.execute(
        "INSERT INTO words (words, rowid, title, body) VALUES ('delete', ?, ?, ?)",
        (identity, indexed(old["title"]), indexed(zlib.decompress(old["body"]).decode())),
    )
    connection.execute("DELETE FROM texts WHERE entry_id = ?", (identity,))


def saved(library: Library, rows: Sequence[sqlite3.Row]) -> tuple[Saved, ...]:
    """Make rows with `COLUMNS` into entries, with their feeds and tags; three queries, however many rows there are."""
    wanted = (json.dumps([row["id"] for row in rows]),)
    feeds = _grouped(library.rows(_FEEDS_OF, wanted))
    tags = _grouped(library.rows(f"SELECT entry_id, tag FROM tags WHERE entry_id IN {_WANTED} ORDER BY entry_id, tag", wanted))
    kept = {row[0] for row in library.rows(f"SELECT entry_id FROM articles WHERE entry_id IN {_WANTED}", wanted)}
    return tuple(
        Saved(
            id=row["id"],
            entry=Entry(
                guid=row["url"],
                url=row["url"],
                title=row["title"],
                byline=tuple(json.loads(row["byline"])),
                published=time(row["published"]),
                summary=row["summary"],
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
    """Give one entry.

    Raises:
        LibraryError: it is not there.
    """
    found = saved(library, library.rows(f"SELECT {COLUMNS} FROM entries e WHERE e.id = ? AND e.hidden IS NULL", (identity,)))
    if not found:
        raise LibraryError(f"there is no entry {identity}", source=library.path)
    return found[0]


def content(library: Library, identity: int) -> str:
    """Give the feed's own text of an entry, as HTML; empty if the feed gave none."""
    kept = library.value("SELECT content FROM entries WHERE id = ?", (identity,))
    return zlib.decompress(kept).decode() if isinstance(kept, bytes) else ""


def time(seconds: int | None) -> datetime | None:
    """Give a stored time; None for none."""
    return datetime.fromtimestamp(seconds, UTC) if seconds is not None else None


def _grouped(rows: Iterable[sqlite3.Row]) -> dict[int, tuple[str, ...]]:
    groups: dict[int, list[str]] = {}
    for identity, value in rows:
        groups.setdefault(identity, []).append(value)
    return {identity: tuple(values) for identity, values in groups.items()}
