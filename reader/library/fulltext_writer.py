"""The full-text index: an entry's words go in, and out again.

Its writes wait until the end of the transaction, and go in the order of the ids: FTS5 writes out what it holds in memory
whenever it meets a smaller id, and whenever a statement that may be taken back (every one that fires a trigger) comes between
two of its own.  Kept apart, the same articles went in twice as fast.
"""

from __future__ import annotations

import sqlite3
import zlib
from dataclasses import dataclass

from reader.library.fulltext import indexed
from reader.library.terms.folding import fold, plainly
from reader.library.terms.stems import stem_of, words_of

LARGEST = 64 * 1024 * 1024
"""Bytes that a stored text may unpack to: a page of 20 MiB, as a document."""
_SHORT = 300
"""Bytes below which compressing saves little and costs as much as writing."""
_DELETE = "INSERT INTO words (words, rowid, title, body) VALUES ('delete', ?, ?, ?)"


@dataclass(frozen=True, slots=True)
class _Text:
    title: str
    body: str

    def row(self, identity: int) -> tuple[int, str, str]:
        return identity, indexed(self.title), indexed(self.body)


class Index:
    """What is to change in the index by the end of a transaction."""

    def __init__(self) -> None:
        """Start with nothing waiting."""
        self._waiting: dict[int, tuple[_Text | None, _Text | None]] = {}
        """By entry, what stands in the index and what is to stand there."""
        self._known: dict[str, set[str]] = {}
        """By language, the words whose stems are written down."""

    def put(self, connection: sqlite3.Connection, identity: int, title: str, body: str, language: str = "") -> None:
        """Put an entry's words into the index, in the place of those that stand there."""
        self._waiting[identity] = (self._standing(connection, identity), _Text(title, body))
        self._note_forms(connection, f"{title} {body}", language or ("en" if title.isascii() else ""))
        connection.execute("INSERT OR REPLACE INTO texts VALUES (?, ?, ?)", (identity, title, packed(body)))

    def take_out(self, connection: sqlite3.Connection, identity: int) -> None:
        """Take an entry's words out of the index."""
        self._waiting[identity] = (self._standing(connection, identity), None)
        connection.execute("DELETE FROM texts WHERE entry_id = ?", (identity,))

    def write(self, connection: sqlite3.Connection) -> None:
        """Write what waits."""
        for identity, (old, new) in sorted(self._waiting.items()):
            if old:
                # It keeps no text of its own, and must be told what it holds.
                connection.execute(_DELETE, old.row(identity))
            if new:
                connection.execute("INSERT INTO words (rowid, title, body) VALUES (?, ?, ?)", new.row(identity))
        self.drop()

    def drop(self) -> None:
        """Forget what waits."""
        self._waiting.clear()

    def undo(self) -> None:
        """Forget what waits, and which words were written down: the transaction has been taken back."""
        self.drop()
        self._known.clear()

    def _note_forms(self, connection: sqlite3.Connection, text: str, language: str) -> None:
        """Write down the words of a text that have not been met yet, each under its stem."""
        known = self._known.setdefault(language, set())
        fresh = words_of(text) - known
        known |= fresh
        connection.executemany(
            "INSERT OR IGNORE INTO word_forms VALUES (?, ?, ?)",
            [(language, stem, fold(plainly(word))) for word in fresh if (stem := stem_of(word, language))],
        )

    def _standing(self, connection: sqlite3.Connection, identity: int) -> _Text | None:
        if identity in self._waiting:
            return self._waiting[identity][0]
        row = connection.execute("SELECT title, body FROM texts WHERE entry_id = ?", (identity,)).fetchone()
        return _Text(row[0], unpacked(row[1])) if row else None


def packed(text: str) -> bytes | str:
    """Return text as it is stored: compressed, if that saves something; a lone surrogate, which cannot be stored, replaced."""
    data = text.encode("utf-8", "replace")
    return zlib.compress(data, 1) if len(data) > _SHORT else data.decode()


def unpacked(kept: object) -> str:
    """Return stored text; empty where there is none, and where the file is damaged there."""
    if not isinstance(kept, bytes):
        return kept if isinstance(kept, str) else ""
    try:
        return zlib.decompressobj().decompress(kept, LARGEST).decode("utf-8", "replace")
    except zlib.error:
        return ""


def unpacked_size(kept: object) -> int:
    """Return the bytes that a stored text unpacks to; one more than `LARGEST` stands for all that is larger."""
    if not isinstance(kept, bytes):
        return len(str(kept))
    unpacking, size = zlib.decompressobj(), 0
    while kept and size <= LARGEST:
        try:
            size += len(unpacking.decompress(kept, 1 << 20))
        except zlib.error:
            break
        kept = unpacking.unconsumed_tail
    return size
