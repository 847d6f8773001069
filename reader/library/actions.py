"""What the user does to entries: read, star, tag, delete; and undoing it.

Each action is one row of the journal, with what it takes to put things back, and all of it happens in one transaction: what
was answered is kept, also if the power fails in the next moment.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from reader.library.articles import remove
from reader.library.store import Library

JOURNAL = 200
"""Actions that can be undone; what older ones deleted goes for good."""


def mark_read(library: Library, entries: Iterable[int], now: datetime, *, read: bool = True) -> int:
    """Mark entries as read or unread; give how many that changed."""
    if read:
        change = _Change("mark read", "read_at", "read_at IS NULL", int(now.timestamp()))
    else:
        change = _Change("mark unread", "read_at", "read_at IS NOT NULL", None)
    return _carry_out(library, change, entries, now)


def star(library: Library, entries: Iterable[int], now: datetime, *, starred: bool = True) -> int:
    """Star entries, or take the star away; give how many that changed."""
    change = _Change("star", "starred", "NOT starred", 1) if starred else _Change("unstar", "starred", "starred", 0)
    return _carry_out(library, change, entries, now)


def delete(library: Library, entries: Iterable[int], now: datetime) -> int:
    """Delete entries; give how many that were.  Until the journal forgets it, it can be undone."""
    return _carry_out(library, _Change("delete", "hidden", "hidden IS NULL", int(now.timestamp())), entries, now)


def tag(library: Library, entries: Iterable[int], name: str, now: datetime, *, tagged: bool = True) -> int:
    """Give entries a tag, or take it away; give how many that changed."""
    with library.writing() as connection:
        marked = {row[0] for row in connection.execute("SELECT entry_id FROM tags WHERE tag = ?", (name,))}
        changed = [identity for identity in dict.fromkeys(entries) if (identity in marked) != tagged]
        _write_tags(connection, [(name, identity) for identity in changed], tagged=tagged)
        label = f"tag {name}" if tagged else f"untag {name}"
        _note(connection, label, now, {"tag": name, "tagged": not tagged, "ids": changed})
    return len(changed)


def undo(library: Library) -> str:
    """Put back what the last action changed; give its label, empty if there is nothing to undo."""
    with library.writing() as connection:
        row = connection.execute("SELECT id, label, undo FROM journal ORDER BY id DESC LIMIT 1").fetchone()
        if row is None:
            return ""
        step = json.loads(row["undo"])
        if "tag" in step:
            _write_tags(connection, [(step["tag"], identity) for identity in step["ids"]], tagged=step["tagged"])
        else:
            _SETTERS[step["column"]](connection, [(value, identity) for identity, value in step["values"]])
        connection.execute("DELETE FROM journal WHERE id = ?", (row["id"],))
        return str(row["label"])


@dataclass(frozen=True, slots=True)
class _Change:
    label: str
    column: str
    test: str
    """Which entries it changes at all."""
    value: int | None


def _carry_out(library: Library, change: _Change, entries: Iterable[int], now: datetime) -> int:
    with library.writing() as connection:
        rows = connection.execute(
            f"SELECT id, {change.column} FROM entries WHERE id IN (SELECT value FROM json_each(?)) AND {change.test}",
            (json.dumps(list(entries)),),
        ).fetchall()
        _SETTERS[change.column](connection, [(change.value, row["id"]) for row in rows])
        step: dict[str, object] = {"column": change.column, "values": [(row["id"], row[change.column]) for row in rows]}
        _note(connection, change.label, now, step)
    return len(rows)


def _setter(column: str) -> Callable[[sqlite3.Connection, Sequence[tuple[int | None, int]]], None]:
    def set_all(connection: sqlite3.Connection, values: Sequence[tuple[int | None, int]]) -> None:
        connection.executemany(f"UPDATE entries SET {column} = ? WHERE id = ?", values)

    return set_all


_SETTERS = {column: _setter(column) for column in ("read_at", "starred", "hidden")}


def _write_tags(connection: sqlite3.Connection, tags: Sequence[tuple[str, int]], *, tagged: bool) -> None:
    if tagged:
        connection.executemany("INSERT OR IGNORE INTO tags SELECT ?, id FROM entries WHERE id = ?", tags)
    else:
        connection.executemany("DELETE FROM tags WHERE tag = ? AND entry_id = ?", tags)


def _note(connection: sqlite3.Connection, label: str, now: datetime, step: dict[str, object]) -> None:
    if not step.get("values") and not step.get("ids"):
        return
    connection.execute(
        "INSERT INTO journal (done_at, label, undo) VALUES (?, ?, ?)", (int(now.timestamp()), label, json.dumps(step))
    )


def forget(library: Library) -> int:
    """Let the journal forget its oldest actions, and delete for good what they hid; give how many entries went."""
    with library.writing() as connection:
        connection.execute("DELETE FROM journal WHERE id NOT IN (SELECT id FROM journal ORDER BY id DESC LIMIT ?)", (JOURNAL,))
        undoable = {
            identity
            for (step,) in connection.execute("SELECT undo FROM journal WHERE label = 'delete'")
            for identity, _ in json.loads(step)["values"]
        }
        gone = [
            row[0] for row in connection.execute("SELECT id FROM entries WHERE hidden IS NOT NULL") if row[0] not in undoable
        ]
        for identity in gone:
            remove(library, identity)
    return len(gone)
