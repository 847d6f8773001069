"""The feeds that the user follows, and what the library remembers of each between two refreshes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from reader.errors import LibraryError
from reader.library import journal
from reader.library.entries import time
from reader.library.store import Library
from reader.model import Subscription
from reader.model.address import display_url
from reader.model.text import line

_FURTHEST = timedelta(days=31)
"""The longest that a feed is left alone: a server may ask for 30 days."""
MOVES = 3
"""Identical permanent redirects after which the new address is the feed's (one alone may be a mistake of the server's)."""

_ONLY_HERE = """
SELECT DISTINCT a.entry_id FROM appearances a JOIN entries e ON e.id = a.entry_id
WHERE a.feed_id = ?1 AND e.hidden IS NULL AND NOT e.starred AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.entry_id = e.id)
AND NOT EXISTS (SELECT 1 FROM appearances o WHERE o.entry_id = e.id AND o.feed_id <> ?1)
"""
_EXPIRED = """
SELECT e.id FROM entries e JOIN appearances a ON a.entry_id = e.id JOIN feeds f ON f.id = a.feed_id
WHERE e.hidden IS NULL AND e.read_at IS NOT NULL AND NOT e.starred
AND NOT EXISTS (SELECT 1 FROM tags t WHERE t.entry_id = e.id)
GROUP BY e.id HAVING count(f.keep_days) = count(*) AND max(f.keep_days) * 86400 < ? - e.read_at
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a refresh learnt about a feed itself; what it does not name stays as it was."""

    title: str | None = None
    site_url: str | None = None
    error: str = ""
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    next_fetch: datetime
    """UTC."""
    failures: int = 0
    moved_to: str = ""
    """Where a permanent redirect pointed; empty if there was none."""
    gone: bool = False
    not_before: datetime | None = None
    """UTC; until when the server has asked to be left alone; None: it has not."""


def subscribe(
    library: Library, url: str, *, title: str = "", folder: str = "", tags: Iterable[str] = (), is_private: bool | None = None
) -> int:
    """Follow a feed, and return its id; following it twice changes nothing but adds the tags.

    Args:
        library: where.
        url: its address.
        title: the user's own for it.
        folder: names parted by `/`.
        tags: of its entries.
        is_private: whether it was reached in the user's own network; None: it has not been asked, and may not be there.
    """
    with library.writing() as connection:
        connection.execute(
            "INSERT INTO feeds (url, own_title, folder) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", (url, title, folder)
        )
        identity = int(connection.execute("SELECT id FROM feeds WHERE url = ?", (url,)).fetchone()[0])
        if is_private is not None:
            connection.execute("UPDATE feeds SET is_private = ? WHERE id = ?", (int(is_private), identity))
        connection.executemany("INSERT OR IGNORE INTO feed_tags VALUES (?, ?)", [(identity, tag) for tag in tags])
    return identity


def unsubscribe(library: Library, identity: int, now: datetime) -> int:
    """Unfollow a feed; return how many entries go with it.

    Entries that are starred or tagged, and those that stand in another feed too, stay.  All of it can be undone.

    Raises:
        LibraryError: there is no such feed.
    """
    known = feed(library, identity)
    with library.writing() as connection:
        row = connection.execute("SELECT * FROM feeds WHERE id = ?", (identity,)).fetchone()
        appearances = connection.execute("SELECT guid, entry_id FROM appearances WHERE feed_id = ?", (identity,)).fetchall()
        going = [one[0] for one in connection.execute(_ONLY_HERE, (identity,))]
        journal.write(connection, "hidden", [(int(now.timestamp()), one) for one in going])
        connection.execute("DELETE FROM feeds WHERE id = ?", (identity,))
        step = {
            "column": "hidden",
            "values": [(one, None) for one in going],
            "feed": dict(row),
            "feed_tags": known.tags,
            "appearances": [tuple(one) for one in appearances],
        }
        journal.note(connection, f"unsubscribe {known.title}", now, step)
    return len(going)


def feeds(library: Library) -> tuple[Subscription, ...]:
    """Return all feeds, by folder and title, each with its number of unread entries."""
    tags: dict[int, list[str]] = {}
    for identity, tag in library.rows("SELECT feed_id, tag FROM feed_tags ORDER BY feed_id, tag"):
        tags.setdefault(identity, []).append(tag)
    rows = library.rows("SELECT * FROM feeds ORDER BY folder, iif(own_title <> '', own_title, title) COLLATE NOCASE, id")
    return tuple(_subscription(row, tags.get(row["id"], ())) for row in rows)


def feed(library: Library, identity: int) -> Subscription:
    """Return one feed.

    Raises:
        LibraryError: there is no such feed.
    """
    rows = library.rows("SELECT * FROM feeds WHERE id = ?", (identity,))
    if not rows:
        raise LibraryError(f"there is no feed {identity}", source=library.path)
    return _subscription(rows[0], [row[0] for row in library.rows("SELECT tag FROM feed_tags WHERE feed_id = ?", (identity,))])


def tags(library: Library) -> tuple[str, ...]:
    """Return all tags, of entries and of feeds."""
    return tuple(map(str, (row[0] for row in library.rows("SELECT tag FROM tags UNION SELECT tag FROM feed_tags"))))


def of_entry(library: Library, entry: int) -> tuple[Subscription, ...]:
    """Return the feeds in which an entry stands."""
    rows = library.rows(
        "SELECT DISTINCT f.* FROM appearances a JOIN feeds f ON f.id = a.feed_id WHERE a.entry_id = ?", (entry,)
    )
    return tuple(_subscription(row, ()) for row in rows)


def unread(library: Library) -> dict[int, int]:
    """Return the number of unread entries of each feed by its id; the triggers count them, nobody else does."""
    return dict(map(tuple, library.rows("SELECT id, unread FROM feeds")))


def due(library: Library, now: datetime) -> tuple[Subscription, ...]:
    """Return the feeds that may be asked now, the longest overdue first; those that a server asks for us are not.

    A time further ahead than any that is ever set was noted while the clock was wrong.
    """
    elsewhere = {row[0] for row in library.rows("SELECT feed_id FROM account_feeds")}
    return tuple(
        sorted(
            (
                one
                for one in feeds(library)
                if not one.gone
                and one.id not in elsewhere
                and (one.next_fetch is None or not now < one.next_fetch <= now + _FURTHEST)
            ),
            key=lambda one: (one.next_fetch is not None, one.next_fetch, one.id),
        )
    )


def note(library: Library, identity: int, outcome: Outcome) -> None:
    """Write down what a refresh learnt about a feed."""
    values: dict[str, object] = {
        "error": outcome.error,
        "next_fetch": int(outcome.next_fetch.timestamp()),
        "failures": outcome.failures,
        "gone": int(outcome.gone),
        "not_before": int(outcome.not_before.timestamp()) if outcome.not_before else None,
    }
    for column in ("title", "site_url", "etag", "last_modified", "body_hash"):
        if (learnt := getattr(outcome, column)) is not None:
            values[column] = learnt
    with library.writing() as connection:
        connection.execute(
            f"UPDATE feeds SET {', '.join(f'{column} = ?' for column in values)} WHERE id = ?", (*values.values(), identity)
        )
        _note_move(connection, identity, outcome.moved_to)


def postpone(library: Library, feeds: Iterable[int], until: datetime) -> None:
    """Ask no feed of these before a time, since their server wants it; one that is to be asked later still stays so."""
    seconds = int(until.timestamp())
    with library.writing() as connection:
        connection.executemany(
            "UPDATE feeds SET next_fetch = max(coalesce(next_fetch, 0), ?1), not_before = ?1 WHERE id = ?2",
            [(seconds, identity) for identity in feeds],
        )


def _note_move(connection: sqlite3.Connection, identity: int, moved_to: str) -> None:
    row = connection.execute("SELECT moved_to, moved_count FROM feeds WHERE id = ?", (identity,)).fetchone()
    if row is None:
        return
    times = row["moved_count"] + 1 if moved_to and moved_to == row["moved_to"] else int(bool(moved_to))
    connection.execute("UPDATE feeds SET moved_to = ?, moved_count = ? WHERE id = ?", (moved_to, times, identity))
    if times >= MOVES:
        # Another subscription may live there already: then this one stays where it is.
        connection.execute(
            "UPDATE OR IGNORE feeds SET url = ?, moved_to = '', moved_count = 0 WHERE id = ?", (moved_to, identity)
        )


def arrange(
    library: Library, identity: int, *, title: str | None = None, folder: str | None = None, tags: Sequence[str] | None = None
) -> None:
    """Set a feed's own title, folder or tags; None leaves it as it is."""
    with library.writing() as connection:
        if title is not None:
            connection.execute("UPDATE feeds SET own_title = ? WHERE id = ?", (title, identity))
        if folder is not None:
            connection.execute("UPDATE feeds SET folder = ? WHERE id = ?", (folder, identity))
        if tags is not None:
            connection.execute("DELETE FROM feed_tags WHERE feed_id = ?", (identity,))
            connection.executemany("INSERT OR IGNORE INTO feed_tags VALUES (?, ?)", [(identity, tag) for tag in tags])


def keep_for(library: Library, identity: int, days: int | None) -> None:
    """Set for how many days a feed's read entries are kept; None: for ever."""
    with library.writing() as connection:
        connection.execute("UPDATE feeds SET keep_days = ? WHERE id = ?", (days, identity))


def read_ahead(library: Library, identity: int, *, ahead: bool) -> None:
    """Set whether the pages of a feed's new entries are fetched at refresh."""
    with library.writing() as connection:
        connection.execute("UPDATE feeds SET read_ahead = ? WHERE id = ?", (int(ahead), identity))


def expired(library: Library, now: datetime) -> tuple[int, ...]:
    """Return the entries that no feed of theirs wants to keep any longer: read, neither starred nor tagged."""
    if library.value("SELECT 1 FROM feeds WHERE keep_days IS NOT NULL LIMIT 1") is None:
        return ()
    return tuple(row[0] for row in library.rows(_EXPIRED, (int(now.timestamp()),)))


def save_query(library: Library, name: str, query: str) -> None:
    """Keep a query under a name; one that had the name before goes."""
    with library.writing() as connection:
        connection.execute("INSERT OR REPLACE INTO saved_queries VALUES (?, ?)", (name, query))


def forget_query(library: Library, name: str, now: datetime) -> int:
    """Forget a saved query; return how many that were: 1, or 0 if there is none of that name.  It can be undone."""
    with library.writing() as connection:
        row = connection.execute("SELECT query FROM saved_queries WHERE name = ?", (name,)).fetchone()
        if row is None:
            return 0
        connection.execute("DELETE FROM saved_queries WHERE name = ?", (name,))
        journal.note(connection, f"forget {name}", now, {"saved_query": name, "query": row["query"]})
    return 1


def saved_queries(library: Library) -> dict[str, str]:
    """Return all saved queries by name."""
    return {row["name"]: row["query"] for row in library.rows("SELECT name, query FROM saved_queries ORDER BY name")}


def _subscription(row: sqlite3.Row, tags: Sequence[str]) -> Subscription:
    return Subscription(
        id=row["id"],
        url=row["url"],
        title=line(row["own_title"] or row["title"] or display_url(row["url"])),
        folder=line(row["folder"]),
        tags=tuple(map(line, tags)),
        unread=row["unread"],
        error=line(row["error"]),
        etag=row["etag"],
        last_modified=row["last_modified"],
        body_hash=row["body_hash"],
        next_fetch=time(row["next_fetch"]),
        failures=row["failures"],
        gone=bool(row["gone"]),
        read_ahead=bool(row["read_ahead"]),
        keep_days=row["keep_days"],
        is_private=bool(row["is_private"]),
        not_before=time(row["not_before"]),
    )
