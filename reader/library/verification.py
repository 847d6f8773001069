"""Whether a file from elsewhere is a library: looked through before it becomes the user's, since anybody may have made it.

Its version, its schema (no trigger, view or table but ours), the types of its values, the addresses in it, and what its
compressed texts unpack to.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

from reader.errors import LibraryError
from reader.library.fulltext_writer import LARGEST, unpacked_size
from reader.library.schema import VERSION, create

_TYPES = {
    "INTEGER": ("integer",),
    "TEXT": ("text",),
    "REAL": ("real", "integer"),
    "BLOB": ("blob", "text"),  # a short text is not compressed
}
_SHADOWS = re.compile(r"words_\w+")
"""The tables that SQLite keeps behind the full-text index; how it writes their SQL is its own affair."""
_PACKED = (("articles", "document"), ("texts", "body"), ("contents", "content"))
_ADDRESSES = "SELECT url FROM feeds WHERE NOT (url LIKE 'http://%' OR url LIKE 'https://%') LIMIT 1"
_ADVICE = "try an older copy"


def verify(connection: sqlite3.Connection, source: str) -> None:
    """Look through a library that was opened for reading.

    Raises:
        LibraryError: it is damaged, newer than the program, or holds what no library of ours does.
        sqlite3.Error: it is no database.
    """
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        raise newer(version, source)
    if connection.execute("PRAGMA quick_check").fetchone()[0] != "ok":
        raise LibraryError("this is no library, or it is damaged", source=source, advice=_ADVICE)
    if version < 1 or _schema(connection) != _expected(version):
        raise LibraryError("this is no library: its tables are not those of one", source=source, advice=_ADVICE)
    for found in (_wrong_type(connection), _wrong_address(connection), _too_large(connection)):
        if found:
            raise LibraryError(f"this is no sound library: {found}", source=source, advice=_ADVICE)


def newer(version: int, source: str) -> LibraryError:
    """Return the error for a library of a later schema."""
    problem = f"it was written by a newer version (schema {version}, this is {VERSION})"
    return LibraryError(problem, source=source, advice="update Broadsheet")


def _schema(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    """Return what a database is made of: kind and name to SQL, without the spaces and marks that SQLite adds."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite~_%' ESCAPE '~'")
    return {
        (kind, name): "" if _SHADOWS.fullmatch(name) else re.sub(r"""[\s"'`\[\]]+""", "", sql or "").lower()
        for kind, name, sql in rows
    }


def _expected(version: int) -> dict[tuple[str, str], str]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        create(fresh, version)
        return _schema(fresh)


def _wrong_type(connection: sqlite3.Connection) -> str:
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'words%'")
    for (table,) in tables.fetchall():
        if table.startswith("sqlite_"):
            continue
        for _, column, kind, is_set, _, is_key in connection.execute(f"PRAGMA table_info({table})").fetchall():
            good = (*_TYPES[kind], *(() if is_set or is_key else ("null",)))
            marks = ",".join("?" * len(good))
            wrong = f"SELECT 1 FROM {table} WHERE typeof({column}) NOT IN ({marks}) LIMIT 1"
            if connection.execute(wrong, good).fetchone():
                return f"{table}.{column} holds what is no {kind.lower()}"
    return ""


def _wrong_address(connection: sqlite3.Connection) -> str:
    return "a feed of it is not on the web" if connection.execute(_ADDRESSES).fetchone() else ""


def _too_large(connection: sqlite3.Connection) -> str:
    for table, column in _PACKED:
        exists = connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        rows = connection.execute(f"SELECT {column} FROM {table}") if exists else ()
        if any(unpacked_size(packed) > LARGEST for (packed,) in rows):
            return f"a text of it is larger than {LARGEST >> 20} MiB"
    return ""
