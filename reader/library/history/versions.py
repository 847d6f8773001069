"""Texts that others took the place of: kept with their people and quotes, and put back row by row."""

from __future__ import annotations

import json
import sqlite3
from datetime import datetime

from reader.library import fingerprints
from reader.library.fulltext_writer import packed, unpacked
from reader.library.person_names import key
from reader.library.store import Library

_MENTIONS = """
SELECT m.person_id, p.name AS full_name, m.name, m.role, m.count, m.aliases
FROM mentions m JOIN people p ON p.id = m.person_id WHERE m.entry_id = ?
"""
_QUOTES = "SELECT person_id, position, kind, text, confidence FROM quotes WHERE entry_id = ?"
_WALL = 2
"""A text of less than one word in so many takes no story's place: it is the wall before it."""

_STORY = 40
"""Words from which on a text is a story that a wall could stand before."""


def is_wall(body: str, kept: str) -> bool:
    """Return whether a text is so much shorter than the one that is kept that it is what stands before the story."""
    words = len(kept.split())
    return words >= _STORY and len(body.split()) * _WALL < words


def remember(connection: sqlite3.Connection, identity: int, now: datetime) -> int:
    """Keep what is kept of an entry as a version, and return the version's id."""
    article = connection.execute(
        "SELECT document, language, saved_at FROM articles WHERE entry_id = ?", (identity,)
    ).fetchone()
    text = connection.execute("SELECT title, body FROM texts WHERE entry_id = ?", (identity,)).fetchone()
    kept = {
        "document": unpacked(article["document"]),
        "language": article["language"],
        "saved_at": article["saved_at"],
        "title": text["title"] if text else "",
        "body": unpacked(text["body"]) if text else "",
        "mentions": [tuple(row) for row in connection.execute(_MENTIONS, (identity,))],
        "quotes": [tuple(row) for row in connection.execute(_QUOTES, (identity,))],
    }
    sql = "INSERT INTO versions (entry_id, replaced_at, kept) VALUES (?, ?, ?)"
    version = connection.execute(sql, (identity, int(now.timestamp()), packed(json.dumps(kept)))).lastrowid
    assert version is not None
    return version


def put_back(library: Library, version: int) -> None:
    """Put a version in the place of what is kept of its entry now; a version that is gone changes nothing."""
    with library.writing() as connection:
        row = connection.execute("SELECT entry_id, kept FROM versions WHERE id = ?", (version,)).fetchone()
        if row is None:
            return
        identity, kept = row["entry_id"], json.loads(unpacked(row["kept"]))
        for table in ("articles", "mentions", "quotes", "sketches"):
            connection.execute(f"DELETE FROM {table} WHERE entry_id = ?", (identity,))
        connection.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?)",
            (identity, packed(kept["document"]), kept["language"], kept["saved_at"]),
        )
        library.index.put(connection, identity, kept["title"], kept["body"], kept["language"])
        for person, full_name, name, role, count, aliases in kept["mentions"]:
            connection.execute("INSERT OR IGNORE INTO people (id, name) VALUES (?, ?)", (person, full_name))
            connection.execute(
                "INSERT OR IGNORE INTO mentions VALUES (?, ?, ?, ?, ?, ?)", (person, identity, name, role, count, aliases)
            )
            named = [(key(alias), person, alias) for alias in json.loads(aliases)]
            connection.executemany("INSERT OR IGNORE INTO aliases VALUES (?, ?, ?)", named)
        connection.executemany(
            "INSERT INTO quotes (entry_id, person_id, position, kind, text, confidence) VALUES (?, ?, ?, ?, ?, ?)",
            [(identity, *quote) for quote in kept["quotes"]],
        )
        fingerprints.remember(connection, identity, kept["body"])
        connection.execute("DELETE FROM versions WHERE id = ?", (version,))


def count(library: Library, identity: int) -> int:
    """Return how many versions there are of an entry's text, beside the one that is kept."""
    return int(str(library.value("SELECT count(*) FROM versions WHERE entry_id = ?", (identity,))))
