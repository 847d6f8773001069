"""The servers with which the library is kept in step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from reader.errors import LibraryError
from reader.library import subscriptions
from reader.library.entries import time
from reader.library.store import Library
from reader.model.text import line


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """A user of a server."""

    id: int
    url: str
    """Where its protocol begins, without a slash at the end."""
    user: str
    synced_at: datetime | None = None
    """UTC; None: never yet."""
    error: str = ""
    """Why the last sync failed; empty if it went well."""
    pending: int = 0
    """Changes of which the server does not know."""


_ACCOUNTS = """
SELECT *, (SELECT count(*) FROM outbox WHERE account_id = accounts.id)
    + (SELECT count(*) FROM departures WHERE account_id = accounts.id) AS pending
FROM accounts ORDER BY id
"""


def add(library: Library, url: str, user: str) -> int:
    """Keep an account, and return its id; adding it twice changes nothing."""
    with library.writing() as connection:
        connection.execute("INSERT OR IGNORE INTO accounts (url, user) VALUES (?, ?)", (url, user))
        return int(connection.execute("SELECT id FROM accounts WHERE url = ? AND user = ?", (url, user)).fetchone()[0])


def accounts(library: Library) -> tuple[Account, ...]:
    """Return all accounts."""
    return tuple(
        Account(
            id=row["id"],
            url=line(row["url"]),
            user=line(row["user"]),
            synced_at=time(row["synced_at"]),
            error=line(row["error"]),
            pending=row["pending"],
        )
        for row in library.rows(_ACCOUNTS)
    )


def account(library: Library, identity: int) -> Account:
    """Return one account.

    Raises:
        LibraryError: there is none.
    """
    found = next((one for one in accounts(library) if one.id == identity), None)
    if found is None:
        raise LibraryError(f"there is no account {identity}", source=library.path)
    return found


def remove(library: Library, identity: int) -> None:
    """Forget an account; its feeds and entries stay, and the feeds are asked from here again."""
    with library.writing() as connection:
        connection.execute("DELETE FROM accounts WHERE id = ?", (identity,))


def note(library: Library, identity: int, *, synced_at: datetime | None = None, error: str = "") -> None:
    """Write down how a sync ended; without a time it failed, and the time of the last good one stays."""
    seconds = int(synced_at.timestamp()) if synced_at else None
    with library.writing() as connection:
        connection.execute(
            "UPDATE accounts SET synced_at = coalesce(?, synced_at), error = ? WHERE id = ?", (seconds, error, identity)
        )


def feeds(library: Library, identity: int) -> dict[str, int]:
    """Return the ids of an account's feeds by what the server calls them."""
    return dict(map(tuple, library.rows("SELECT remote, feed_id FROM account_feeds WHERE account_id = ?", (identity,))))


def departures(library: Library, identity: int) -> tuple[str, ...]:
    """Return the feeds that the user has left, of which the server does not know yet."""
    return tuple(row[0] for row in library.rows("SELECT remote FROM departures WHERE account_id = ?", (identity,)))


def acknowledge_departure(library: Library, identity: int, remote: str) -> None:
    """Note that the server has left a feed."""
    with library.writing() as connection:
        connection.execute("DELETE FROM departures WHERE account_id = ? AND remote = ?", (identity, remote))


def follow(library: Library, identity: int, remote: str, feed: int, *, title: str, site_url: str) -> None:
    """Note which feed of ours a feed of the server is; what the server calls it counts where we know no title."""
    with library.writing() as connection:
        connection.execute("INSERT OR REPLACE INTO account_feeds VALUES (?, ?, ?)", (identity, remote, feed))
        connection.execute(
            "UPDATE feeds SET title = iif(title = '', ?, title), site_url = iif(site_url = '', ?, site_url) WHERE id = ?",
            (title, site_url, feed),
        )


def leave(library: Library, identity: int, remotes: Iterable[str], known: Mapping[str, int], now: datetime) -> int:
    """Unfollow feeds that were left at the server, and return how many; a feed of another account too stays."""
    left = 0
    for remote in remotes:
        with library.writing() as connection:
            connection.execute("DELETE FROM account_feeds WHERE account_id = ? AND remote = ?", (identity, remote))
            feed = known[remote]
            if connection.execute("SELECT 1 FROM account_feeds WHERE feed_id = ?", (feed,)).fetchone() is None:
                subscriptions.unsubscribe(library, feed, now)
                left += 1
    return left
