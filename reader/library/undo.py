"""The last action, taken back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

from reader.library import journal, merging
from reader.library.history import versions
from reader.library.store import Library


def undo(library: Library) -> str:
    """Put back what the last action changed; return its label, empty if there is nothing to undo."""
    with library.writing() as connection:
        row = connection.execute("SELECT id, label, undo FROM journal ORDER BY id DESC LIMIT 1").fetchone()
        if row is None:
            return ""
        step = json.loads(row["undo"])
        if step.get("column") in journal.COLUMNS:
            journal.write(connection, step["column"], [(value, identity) for identity, value in step["values"]])
        if "tag" in step:
            journal.write_tags(connection, step["tag"], step["ids"], tagged=step["tagged"])
        if "feed" in step:
            _bring_back(connection, step)
        if "saved_query" in step:
            connection.execute("INSERT OR IGNORE INTO saved_queries VALUES (?, ?)", (step["saved_query"], step["query"]))
        if "version" in step:
            versions.put_back(library, step["version"])
        if "merged" in step or "parted" in step:
            merging.take_back(connection, step)
        connection.execute("DELETE FROM journal WHERE id = ?", (row["id"],))
        return str(row["label"])


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
