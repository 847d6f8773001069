"""What the user does to entries: read, star, tag, delete.

All of an action happens in one transaction, with its row of the `journal`: what was answered is kept, also if the process is
killed in the next moment.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from reader.library import journal
from reader.library.store import Library
from reader.library.undo import undo

__all__ = ["delete", "mark_read", "open_up", "star", "tag", "undo"]


def open_up(library: Library, identity: int, now: datetime) -> bool:
    """Mark an entry as read because it is opened; say whether it was unread.

    No undo reaches this: who takes something back means what they did on purpose.
    """
    with library.writing() as connection:
        changed = connection.execute(
            "UPDATE entries SET read_at = ? WHERE id = ? AND read_at IS NULL", (int(now.timestamp()), identity)
        )
    return changed.rowcount > 0


def mark_read(library: Library, entries: Iterable[int], now: datetime, *, read: bool = True) -> int:
    """Mark entries as read or unread; return how many that changed."""
    if read:
        change = _Change("mark read", "read_at", "read_at IS NULL", int(now.timestamp()))
    else:
        change = _Change("mark unread", "read_at", "read_at IS NOT NULL", None)
    return _carry_out(library, change, entries, now)


def star(library: Library, entries: Iterable[int], now: datetime, *, starred: bool = True) -> int:
    """Star entries, or take the star away; return how many that changed."""
    change = _Change("star", "starred", "NOT starred", 1) if starred else _Change("unstar", "starred", "starred", 0)
    return _carry_out(library, change, entries, now)


def delete(library: Library, entries: Iterable[int], now: datetime) -> int:
    """Delete entries; return how many that were.  Until the journal forgets it, it can be undone."""
    return _carry_out(library, _Change("delete", "hidden", "hidden IS NULL", int(now.timestamp())), entries, now)


def tag(library: Library, entries: Iterable[int], name: str, now: datetime, *, tagged: bool = True) -> int:
    """Tag entries, or take the tag away; return how many that changed."""
    with library.writing() as connection:
        marked = {row[0] for row in connection.execute("SELECT entry_id FROM tags WHERE tag = ?", (name,))}
        changed = [identity for identity in dict.fromkeys(entries) if (identity in marked) != tagged]
        if changed:
            journal.write_tags(connection, name, changed, tagged=tagged)
            label = f"tag {name}" if tagged else f"untag {name}"
            journal.note(connection, label, now, {"tag": name, "tagged": not tagged, "ids": changed})
    return len(changed)


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
        if rows:
            journal.write(connection, change.column, [(change.value, row["id"]) for row in rows])
            values = [(row["id"], row[change.column]) for row in rows]
            journal.note(connection, change.label, now, {"column": change.column, "values": values})
    return len(rows)
