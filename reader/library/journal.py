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
            row), `feed_tags` and `appearances` (pairs of guid and entry); `saved_query` and `query`; what `merging` needs.
    """
    connection.execute(
        "INSERT INTO journal (done_at, label, undo) VALUES (?, ?, ?)", (int(now.timestamp()), label, json.dumps(step))
    )


def forget(library: Library) -> int:
    """Forget the oldest actions, and delete for good what they hid; return how many entries went."""
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
    """Tag entries, or take the tag away."""
    if tagged:
        sql = "INSERT OR IGNORE INTO tags SELECT ?, id FROM entries WHERE id = ?"
    else:
        sql = "DELETE FROM tags WHERE tag = ? AND entry_id = ?"
    connection.executemany(sql, [(tag, identity) for identity in entries])
