"""What the user says about who is one person: two are merged, one is split, and either is taken back.

What is taken back is what was moved, row by row: articles that have come since stay where they are.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime

from reader.errors import LibraryError
from reader.library import journal
from reader.library.identities import tidy
from reader.library.person_names import key
from reader.library.store import Library

_MOVE = """
INSERT INTO mentions SELECT ?1, entry_id, name, role, count, aliases FROM mentions WHERE person_id = ?2
ON CONFLICT DO UPDATE SET count = count + excluded.count
"""
_TAKE = """
UPDATE mentions SET count = count - ?4 WHERE person_id = ?1 AND entry_id = ?2 AND name = ?3
"""


def merge(library: Library, kept: int, other: int, now: datetime) -> None:
    """Make two people one; the second's names, mentions and quotes become the first's.  It can be undone.

    Raises:
        LibraryError: one of them is not there, or they are the same.
    """
    _must_exist(library, kept, other)
    with library.writing() as connection:
        step = _moved(connection, other)
        before = connection.execute("SELECT pinned FROM people WHERE id = ?", (kept,)).fetchone()[0]
        own = [row[0] for row in connection.execute("SELECT folded FROM aliases WHERE person_id = ?", (kept,))]
        name = connection.execute("SELECT name FROM people WHERE id = ?", (other,)).fetchone()[0]
        step |= {"merged": other, "into": kept, "pinned": before, "own": own}
        journal.note(connection, f"merge {name}", now, step)
        connection.execute("UPDATE OR IGNORE aliases SET person_id = ? WHERE person_id = ?", (kept, other))
        connection.execute(_MOVE, (kept, other))
        connection.execute("UPDATE quotes SET person_id = ? WHERE person_id = ?", (kept, other))
        connection.execute("DELETE FROM people WHERE id = ?", (other,))
        connection.execute("UPDATE people SET pinned = 1 WHERE id = ?", (kept,))


def split(library: Library, identity: int, entries: Sequence[int], now: datetime) -> int:
    """Split a person: in some of the articles it is another one of the same name.  Return the new person's id.

    It can be undone.

    Raises:
        LibraryError: the person is not there, or is named in none of the articles.
    """
    _must_exist(library, identity)
    chosen = json.dumps(list(entries))
    with library.writing() as connection:
        rows = connection.execute(
            "SELECT name, aliases FROM mentions WHERE person_id = ? AND entry_id IN (SELECT value FROM json_each(?))",
            (identity, chosen),
        ).fetchall()
        if not rows:
            raise LibraryError(f"person {identity} is named in none of these articles", source=library.path)
        before = connection.execute("SELECT name, pinned FROM people WHERE id = ?", (identity,)).fetchone()
        name = max((row["name"] for row in rows), key=len)
        new = connection.execute("INSERT INTO people (name, pinned) VALUES (?, 1)", (name,)).lastrowid
        assert new is not None
        step = {"parted": new, "from": identity, "name": before["name"], "pinned": before["pinned"]}
        journal.note(connection, f"split {name}", now, step)
        aliases = dict.fromkeys(alias for row in rows for alias in (row["name"], *json.loads(row["aliases"])))
        connection.executemany(
            "INSERT OR IGNORE INTO aliases VALUES (?, ?, ?)", [(key(alias), new, alias) for alias in aliases]
        )
        for table in ("mentions", "quotes"):
            connection.execute(
                f"UPDATE {table} SET person_id = ? WHERE person_id = ? AND entry_id IN (SELECT value FROM json_each(?))",
                (new, identity, chosen),
            )
        tidy(connection, [identity])
        connection.execute("UPDATE people SET pinned = 1 WHERE id = ?", (identity,))
    return new


def take_back(connection: sqlite3.Connection, step: Mapping[str, object]) -> None:
    """Take back a merge or a split that the journal knows of."""
    if "merged" in step:
        _part_again(connection, step)
    else:
        _join_again(connection, step)


def _moved(connection: sqlite3.Connection, person: int) -> dict[str, object]:
    row = connection.execute("SELECT * FROM people WHERE id = ?", (person,)).fetchone()
    mentions = connection.execute("SELECT entry_id, name, role, count, aliases FROM mentions WHERE person_id = ?", (person,))
    aliases = connection.execute("SELECT folded, alias FROM aliases WHERE person_id = ?", (person,))
    quotes = connection.execute("SELECT id FROM quotes WHERE person_id = ?", (person,))
    return {
        "people": dict(row),
        "mentions": [tuple(one) for one in mentions],
        "aliases": [tuple(one) for one in aliases],
        "quotes": [tuple(one) for one in quotes],
    }


def _part_again(connection: sqlite3.Connection, step: Mapping[str, object]) -> None:
    person, kept = step["people"], step["into"]
    assert isinstance(person, dict)
    connection.execute("INSERT OR IGNORE INTO people (id, name, pinned) VALUES (:id, :name, :pinned)", person)
    for entry, name, role, count, aliases in _listed(step, "mentions"):
        if connection.execute(_TAKE, (kept, entry, name, count)).rowcount:
            connection.execute(
                "INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?, ?)", (person["id"], entry, name, role, count, aliases)
            )
    connection.execute("DELETE FROM mentions WHERE person_id = ? AND count <= 0", (kept,))
    connection.executemany(
        "INSERT OR IGNORE INTO aliases VALUES (?, ?, ?)",
        [(folded, person["id"], alias) for folded, alias in _listed(step, "aliases")],
    )
    connection.executemany(
        "UPDATE quotes SET person_id = ? WHERE id = ? AND person_id = ?",
        [(person["id"], quote, kept) for (quote,) in _listed(step, "quotes")],
    )
    connection.executemany(
        "DELETE FROM aliases WHERE person_id = ? AND folded = ?",
        [(kept, folded) for folded, _ in _listed(step, "aliases") if folded not in step["own"]],  # type: ignore[operator]
    )
    connection.execute("UPDATE people SET pinned = ? WHERE id = ?", (step["pinned"], kept))


def _join_again(connection: sqlite3.Connection, step: Mapping[str, object]) -> None:
    new, old = step["parted"], step["from"]
    connection.execute("UPDATE OR IGNORE aliases SET person_id = ? WHERE person_id = ?", (old, new))
    connection.execute(_MOVE, (old, new))
    connection.execute("UPDATE quotes SET person_id = ? WHERE person_id = ?", (old, new))
    connection.execute("DELETE FROM people WHERE id = ?", (new,))
    connection.execute("UPDATE people SET name = ?, pinned = ? WHERE id = ?", (step["name"], step["pinned"], old))


def _listed(step: Mapping[str, object], name: str) -> list[list[object]]:
    rows = step[name]
    assert isinstance(rows, list)
    return rows


def _must_exist(library: Library, *people: int) -> None:
    for identity in people:
        if library.value("SELECT 1 FROM people WHERE id = ?", (identity,)) is None:
            raise LibraryError(f"there is no person {identity}", source=library.path)
    if len(set(people)) < len(people):
        raise LibraryError("a person cannot be merged with itself", source=library.path)
