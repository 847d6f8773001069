"""Articles that are kept: their document, their words, their people and quotes, and the stories that are the same.

The document is what `formats` writes as JSON, compressed: its schema number makes it readable by every later version.  It
comes as text, since rooms of one floor know nothing of each other.
"""

from __future__ import annotations

import zlib
from collections import Counter
from datetime import datetime

from reader.library import names
from reader.library.entries import forget, index
from reader.library.store import Library
from reader.model import Article, Figure

SKETCH = 8
"""Values of a text's sketch: the smallest hashes of its five-word passages (bottom-k sketch, Broder 1997)."""
SAME = 6
"""Values that two texts share when they are one story: an estimated resemblance of three quarters."""
_PASSAGE = 5
_DAYS = 7 * 86_400 << 20
_SHORTEST = 40
"""Words of the shortest text that is compared."""


def keep(library: Library, identity: int, article: Article, document: str, now: datetime) -> None:
    """Keep an entry's article, in the place of what was kept of it before.

    Args:
        library: where.
        identity: the entry's id.
        article: annotated.
        document: the same article as JSON.
        now: when.
    """
    body = words_of(article)
    with library.writing() as connection:
        for table in ("articles", "mentions", "quotes", "sketches"):
            connection.execute(f"DELETE FROM {table} WHERE entry_id = ?", (identity,))
        connection.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?)",
            (identity, zlib.compress(document.encode(), 3), article.language, int(now.timestamp())),
        )
        index(connection, identity, article.title, body)
        people = names.record(connection, identity, article.people)
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
        connection.executemany("INSERT OR IGNORE INTO sketches VALUES (?, ?)", [(value, identity) for value in sketch(body)])


def document(library: Library, identity: int) -> str:
    """Give the document of an entry's article; empty if none is kept."""
    kept = library.value("SELECT document FROM articles WHERE entry_id = ?", (identity,))
    return zlib.decompress(kept).decode() if isinstance(kept, bytes) else ""


def same_story(library: Library, identity: int) -> tuple[int, ...]:
    """Give the ids of other entries with nearly the same text, published within a week of this one, oldest first."""
    rows = library.rows(
        "SELECT b.entry_id FROM sketches a JOIN sketches b ON b.value = a.value "
        "WHERE a.entry_id = ?1 AND b.entry_id <> ?1 AND abs(b.entry_id - ?1) < ?2",
        (identity, _DAYS),
    )
    shared = Counter(row[0] for row in rows)
    return tuple(sorted(other for other, values in shared.items() if values >= SAME))


def unite(library: Library, kept: int, other: int) -> None:
    """Make two entries of one story one: the other's sources, tags and star become the kept one's, and it goes."""
    with library.writing() as connection:
        connection.execute("UPDATE OR IGNORE appearances SET entry_id = ? WHERE entry_id = ?", (kept, other))
        connection.execute("UPDATE OR IGNORE tags SET entry_id = ? WHERE entry_id = ?", (kept, other))
        connection.execute(
            "UPDATE entries SET starred = 1 WHERE id = ? AND (SELECT starred FROM entries WHERE id = ?)", (kept, other)
        )
        remove(library, other)


def remove(library: Library, identity: int) -> None:
    """Delete an entry for good, with everything that hangs on it."""
    with library.writing() as connection:
        old = connection.execute("SELECT title, body FROM texts WHERE entry_id = ?", (identity,)).fetchone()
        if old:
            forget(connection, identity, old)
        connection.execute("DELETE FROM entries WHERE id = ?", (identity,))


def words_of(article: Article) -> str:
    """Give the words of a story that are searched: its blocks without title and pictures, a line each."""
    return "\n".join(block.text for block in article.blocks[1:] if not isinstance(block, Figure))


def sketch(text: str) -> tuple[int, ...]:
    """Give the sketch of a text; empty if it is too short to be compared."""
    words = text.lower().split()
    if len(words) < _SHORTEST:
        return ()
    passages = (" ".join(words[i : i + _PASSAGE]) for i in range(len(words) - _PASSAGE + 1))
    return tuple(sorted({zlib.crc32(passage.encode()) for passage in passages})[:SKETCH])
