"""Which entry is which item of a server, and what the server says of its state."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from reader.library import entries
from reader.library.store import Library
from reader.model import Entry

_GIVEN = "(SELECT value FROM json_each(?))"
_UNTOLD = "SELECT remote FROM outbox WHERE account_id = ?1 AND state = ?2"
_LINKED = """
SELECT r.remote, r.entry_id FROM remote_items r JOIN entries e ON e.id = r.entry_id
WHERE r.account_id = ?1 AND {test} AND r.remote NOT IN ({untold})
"""
_OF_FEED = """
SELECT e.id, e.read_at, e.starred FROM entries e
WHERE e.id = iif(?1 IS NULL, ?3, (SELECT entry_id FROM appearances WHERE feed_id = ?1 AND guid = ?2))
"""
_TESTS = {"read": "e.read_at IS NOT NULL", "starred": "e.starred"}


def known(library: Library, account: int) -> set[int]:
    """Return the items that have been fetched, those that are deleted here too."""
    return {row[0] for row in library.rows("SELECT remote FROM remote_items WHERE account_id = ?", (account,))}


def take_in(library: Library, account: int, feed: int | None, items: Mapping[int, Entry], now: datetime) -> int:
    """Keep items of a feed, and return how many are new here.

    A story that is here already is linked; what the user did with it before is told to the server.

    Args:
        library: where.
        account: of the server.
        feed: in which they stand; None: in none that is followed, as a story that was starred before its feed was left.
        items: entries by what the server calls them.
        now: when.
    """
    with library.writing() as connection:
        new = entries.take_in(library, feed, items.values(), now)
        for remote, entry in items.items():
            row = connection.execute(_OF_FEED, (feed, entry.guid, entries.at(library, entry.url))).fetchone()
            connection.execute(
                "INSERT OR REPLACE INTO remote_items VALUES (?, ?, ?)", (account, remote, row["id"] if row else None)
            )
            untold = (("read", row["read_at"] is not None), ("starred", bool(row["starred"]))) if row else ()
            connection.executemany(
                "INSERT OR IGNORE INTO outbox (account_id, remote, state, value) VALUES (?, ?, ?, 1)",
                [(account, remote, state) for state, holds in untold if holds],
            )
    return len(new)


def having(library: Library, account: int, state: str, *, value: bool) -> set[int]:
    """Return the items that have a state here, or have it not, and of which the server has nothing to be told."""
    test = _TESTS[state] if value else f"NOT ({_TESTS[state]})"
    sql = _LINKED.format(test=test, untold=_UNTOLD)
    return {row["remote"] for row in library.rows(sql, (account, state))}


def set_state(library: Library, account: int, state: str, items: Collection[int], now: datetime, *, value: bool) -> int:
    """Give entries a state that the server has for them, and return how many changed.

    What the user has changed meanwhile stays as the user wants it, and the server is not told its own words.
    """
    with library.writing() as connection:
        before = connection.execute("SELECT coalesce(max(id), 0) FROM outbox").fetchone()[0]
        sql = _LINKED.format(test=f"({_TESTS[state]}) <> ?3 AND r.remote IN (SELECT value FROM json_each(?4))", untold=_UNTOLD)
        rows = connection.execute(sql, (account, state, int(value), json.dumps(list(items)))).fetchall()
        ids = json.dumps([row["entry_id"] for row in rows])
        if state == "read":
            seconds = int(now.timestamp()) if value else None
            connection.execute(f"UPDATE entries SET read_at = ? WHERE id IN {_GIVEN}", (seconds, ids))
        else:
            connection.execute(f"UPDATE entries SET starred = ? WHERE id IN {_GIVEN}", (int(value), ids))
        connection.execute("DELETE FROM outbox WHERE id > ? AND account_id = ?", (before, account))
    return len(rows)


def forget(library: Library, account: int, items: Iterable[int]) -> None:
    """Forget items that are gone here and at the server."""
    with library.writing() as connection:
        connection.executemany(
            "DELETE FROM remote_items WHERE account_id = ? AND remote = ? AND entry_id IS NULL",
            [(account, remote) for remote in items],
        )
