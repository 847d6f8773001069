"""The journal: what each action changed, with what it takes to put things back.

Each action is one row, written in the transaction that carries the action out: both are kept, or neither.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime

from reader.library.articles import remove
from reader.library.store import Library

LENGTH = 200
"""Actions that can be undone; what older ones deleted goes for good."""
COLUMNS = ("read_at", "starred", "hidden")
"""Of an entry, that an action may set."""


def note(connection: sqlite3.Connection, label: str, now: datetime, step: Mapping[str, object]) -> None:
    """Write an action down.

    Args:
        connection: inside the action's transaction.
        label: what it did, as the user calls it.
        now: when.
        step: how to put things back: `column` and `values` (pairs of entry and value); `tag`, `tagged` and `ids`; `feed` (its
            row), `feed_tags` and `appearances` (pairs of guid and entry); `saved_query` and `query`.
    """
    connection.execute(
        "INSERT INTO journal (done_at, label, undo) VALUES (?, ?, ?)", (int(now.timestamp()), label, json.dumps(step))
    )


def undo(library: Library) -> str:
    """Put back what the last action changed; give its label, empty if there is nothing to undo."""
    with library.writing() as connection:
        row = connection.execute("SELECT id, label, undo FROM journal ORDER BY id DESC LIMIT 1").fetchone()
        if row is None:
            return ""
        step = json.loads(row["undo"])
        if step.get("column") in COLUMNS:
            write(connection, step["column"], [(value, identity) for identity, value in step["values"]])
        if "tag" in step:
            write_tags(connection, step["tag"], step["ids"], tagged=step["tagged"])
        if "feed" in step:
            _bring_back(connection, step)
        if "saved_query" in step:
            connection.execute("INSERT OR IGNORE INTO saved_queries VALUES (?, ?)", (step["saved_query"], step["query"]))
        connection.execute("DELETE FROM journal WHERE id = ?", (row["id"],))
        return str(row["label"])


def forget(library: Library) -> int:
    """Let the journal forget its oldest actions, and delete for good what they hid; give how many entries went."""
    with library.writing() as connection:
        connection.execute("DELETE FROM journal WHERE id <= (SELECT max(id) FROM journal) - ?", (LENGTH,))
        undoable = {
            identity
            for (step,) in connection.execute('SELECT undo FROM journal WHERE undo LIKE \'%"column": "hidden"%\'')
            for identity, _ in json.loads(step)["values"]
        }
        hidden = {row[0] for row in connection.execute("SELECT id FROM entries WHERE hidden IS NOT NULL")}
        remove(library, hidden - undoable)
    return len(hidden - undoable)


def write(connection: sqlite3.Connection, column: str, values: Sequence[tuple[int | None, int]]) -> None:
    """Set one of `COLUMNS` of some entries: pairs of value and entry."""
    assert column in COLUMNS
    connection.executemany(f"UPDATE entries SET {column} = ? WHERE id = ?", values)


def write_tags(connection: sqlite3.Connection, tag: str, entries: Sequence[int], *, tagged: bool) -> None:
    """Give entries a tag, or take it away."""
    if tagged:
        sql = "INSERT OR IGNORE INTO tags SELECT ?, id FROM entries WHERE id = ?"
    else:
        sql = "DELETE FROM tags WHERE tag = ? AND entry_id = ?"
    connection.executemany(sql, [(tag, identity) for identity in entries])


def _bring_back(connection: sqlite3.Connection, step: Mapping[str, object]) -> None:
    """Follow a feed again that was unsubscribed; if the user has done so meanwhile, that one stays."""
    feed, tags, appearances = step["feed"], step["feed_tags"], step["appearances"]
    assert isinstance(feed, dict)
    assert isinstance(tags, list)
    assert isinstance(appearances, list)
    columns = [row[1] for row in connection.execute("PRAGMA table_info(feeds)") if row[1] in feed]
    changed = connection.execute(
        f"INSERT OR IGNORE INTO feeds ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",
        [0 if column == "unread" else feed[column] for column in columns],  # the triggers count them again
    ).rowcount
    if not changed:
        return
    connection.executemany("INSERT OR IGNORE INTO feed_tags VALUES (?, ?)", [(feed["id"], tag) for tag in tags])
    connection.executemany(
        "INSERT OR IGNORE INTO appearances SELECT ?, ?, id FROM entries WHERE id = ?",
        [(feed["id"], guid, identity) for guid, identity in appearances],
    )
