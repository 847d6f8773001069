"""Articles that are kept: their document, their words, their people and quotes; and deleting entries with all that is theirs.

The document is what `formats` writes as JSON, compressed: its schema number makes it readable by every later version.  It
comes as text, since rooms of one floor know nothing of each other.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime

from reader.library import fingerprints, identities
from reader.library.entries import time
from reader.library.fulltext_writer import packed, unpacked
from reader.library.history.versions import is_wall, remember
from reader.library.store import Library
from reader.model import Article, Figure

_HELD = ("articles", "mentions", "quotes", "sketches")


def keep(
    library: Library, identity: int, article: Article, document: str, now: datetime, *, replacing: bool = False
) -> int | None:
    """Keep an entry's article.

    Another text that was kept of it before stays as a version; what is less than half as long takes no story's place.

    Args:
        library: where.
        identity: the entry's id.
        article: annotated.
        document: the same article as JSON.
        now: when.
        replacing: take the place of what was kept, however short, and leave no version of it.

    Returns:
        The id of the version that what was kept before is now; None: there is none.
    """
    body = words_of(article)
    with library.writing() as connection:
        version = None
        kept = _kept_words(connection, identity)
        if kept and kept != body and not replacing:
            if is_wall(body, kept):
                return None
            version = remember(connection, identity, now)
        before = _forget(connection, identity)
        connection.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?)",
            (identity, packed(document), article.language, int(now.timestamp())),
        )
        library.index.put(connection, identity, article.title, body, article.language)
        people = identities.record(connection, identity, article.people)
        identities.tidy(connection, before.difference(people))
        _enter_quotes(connection, identity, article, people)
        fingerprints.remember(connection, identity, body)
    return version


def document(library: Library, identity: int) -> str:
    """Return the document of an entry's article; empty if none is kept."""
    return unpacked(library.value("SELECT document FROM articles WHERE entry_id = ?", (identity,)))


def saved_at(library: Library, identity: int) -> datetime | None:
    """Return when an entry's page was read and kept; None: it was not."""
    return time(library.value("SELECT saved_at FROM articles WHERE entry_id = ?", (identity,)))


def remove(library: Library, entries: Iterable[int]) -> None:
    """Delete entries for good, with everything that hangs on them."""
    going = tuple(entries)
    with library.writing() as connection:
        named = {
            row[0]
            for row in connection.execute(
                "SELECT DISTINCT person_id FROM mentions WHERE entry_id IN (SELECT value FROM json_each(?))",
                (json.dumps(going),),
            )
        }
        for identity in sorted(going):
            library.index.take_out(connection, identity)
            connection.execute("DELETE FROM entries WHERE id = ?", (identity,))
        identities.tidy(connection, named)


def words_of(article: Article) -> str:
    """Return the words of a story that are searched: its blocks without title and pictures, a line each."""
    return "\n".join(block.text for block in article.blocks[1:] if not isinstance(block, Figure))


def _enter_quotes(connection: sqlite3.Connection, identity: int, article: Article, people: Sequence[int]) -> None:
    connection.executemany(
        "INSERT INTO quotes (entry_id, person_id, position, kind, text, confidence) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                identity,
                people[quote.speaker.person] if quote.speaker and quote.speaker.person is not None else None,
                position,
                quote.kind,
                article.words(quote.where),
                quote.confidence,
            )
            for position, quote in enumerate(article.quotes)
        ],
    )


def _kept_words(connection: sqlite3.Connection, identity: int) -> str:
    sql = "SELECT t.body FROM texts t JOIN articles a ON a.entry_id = t.entry_id WHERE t.entry_id = ?"
    row = connection.execute(sql, (identity,)).fetchone()
    return unpacked(row[0]) if row else ""


def _forget(connection: sqlite3.Connection, identity: int) -> set[int]:
    """Delete what was kept of an entry's article; return who was named in it."""
    if connection.execute("SELECT 1 FROM articles WHERE entry_id = ?", (identity,)).fetchone() is None:
        return set()
    named = {row[0] for row in connection.execute("SELECT person_id FROM mentions WHERE entry_id = ?", (identity,))}
    for table in _HELD:
        connection.execute(f"DELETE FROM {table} WHERE entry_id = ?", (identity,))
    return named
