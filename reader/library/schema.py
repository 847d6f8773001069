"""The library's tables, and how an older library becomes a newer one.

`PRAGMA user_version` counts the migrations that a file has seen.  Each stands here for ever, as it was: a library of any age
is brought up to date by running those it lacks, in one transaction, after an online backup beside the file.  They may call two
functions of ours: `indexed` (what of a text goes into the full-text index) and `unpacked` (a compressed text).

Ids of entries grow with the time of publication (seconds since 1970, shifted by 20 bits, and a counter), so that newest first
is the order of the primary key, and of the full-text index too: a common word's newest hits are found without sorting.

The full-text index is contentless: what it indexed stands compressed in `texts`, a tenth of its size, and is read for snippets
and when a row is taken out of the index again.

What the user deletes is hidden first (`entries.hidden` is when) and goes for good when the journal forgets it; that it was
there stays known (`departed`) as long as its feed lists it, or it would come back as new.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from reader.library.fulltext import indexed
from reader.library.fulltext_writer import unpacked

_FIRST = """
CREATE TABLE feeds (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL DEFAULT '',
    own_title TEXT NOT NULL DEFAULT '',
    site_url TEXT NOT NULL DEFAULT '',
    folder TEXT NOT NULL DEFAULT '',
    unread INTEGER NOT NULL DEFAULT 0,
    error TEXT NOT NULL DEFAULT '',
    etag TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    body_hash TEXT NOT NULL DEFAULT '',
    next_fetch INTEGER,
    failures INTEGER NOT NULL DEFAULT 0,
    moved_to TEXT NOT NULL DEFAULT '',
    moved_count INTEGER NOT NULL DEFAULT 0,
    gone INTEGER NOT NULL DEFAULT 0,
    read_ahead INTEGER NOT NULL DEFAULT 0,
    keep_days INTEGER
);
CREATE TABLE feed_tags (
    feed_id INTEGER NOT NULL REFERENCES feeds ON DELETE CASCADE,
    tag TEXT NOT NULL,
    PRIMARY KEY (feed_id, tag)
) WITHOUT ROWID;

CREATE TABLE entries (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL DEFAULT '',
    canonical TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    byline TEXT NOT NULL DEFAULT '[]',
    published INTEGER,
    seen_at INTEGER NOT NULL,
    summary TEXT NOT NULL DEFAULT '',
    content BLOB,
    read_at INTEGER,
    starred INTEGER NOT NULL DEFAULT 0,
    place TEXT NOT NULL DEFAULT '',
    hidden INTEGER
);
CREATE UNIQUE INDEX entries_by_address ON entries (canonical) WHERE canonical <> '';
CREATE INDEX entries_unread ON entries (id) WHERE read_at IS NULL AND hidden IS NULL;
CREATE INDEX entries_starred ON entries (id) WHERE starred AND hidden IS NULL;
CREATE INDEX entries_hidden ON entries (hidden) WHERE hidden IS NOT NULL;

CREATE TABLE appearances (
    feed_id INTEGER NOT NULL REFERENCES feeds ON DELETE CASCADE,
    guid TEXT NOT NULL,
    entry_id INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
    PRIMARY KEY (feed_id, guid)
) WITHOUT ROWID;
CREATE INDEX appearances_by_entry ON appearances (entry_id, feed_id);
CREATE INDEX appearances_by_feed ON appearances (feed_id, entry_id);

CREATE TABLE tags (
    tag TEXT NOT NULL,
    entry_id INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
    PRIMARY KEY (tag, entry_id)
) WITHOUT ROWID;
CREATE INDEX tags_by_entry ON tags (entry_id);

CREATE TABLE articles (
    entry_id INTEGER PRIMARY KEY REFERENCES entries ON DELETE CASCADE,
    document BLOB NOT NULL,
    language TEXT NOT NULL DEFAULT '',
    saved_at INTEGER NOT NULL
);
CREATE TABLE sketches (
    value INTEGER NOT NULL,
    entry_id INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
    PRIMARY KEY (value, entry_id)
) WITHOUT ROWID;
CREATE INDEX sketches_by_entry ON sketches (entry_id);

CREATE TABLE people (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    pinned INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE aliases (
    folded TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    alias TEXT NOT NULL,
    PRIMARY KEY (folded, person_id)
) WITHOUT ROWID;
CREATE INDEX aliases_by_person ON aliases (person_id);
CREATE TABLE mentions (
    person_id INTEGER NOT NULL REFERENCES people ON DELETE CASCADE,
    entry_id INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (person_id, entry_id, name)
) WITHOUT ROWID;
CREATE INDEX mentions_by_entry ON mentions (entry_id, person_id);
CREATE TABLE quotes (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
    person_id INTEGER REFERENCES people ON DELETE SET NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    confidence REAL NOT NULL
);
CREATE INDEX quotes_by_person ON quotes (person_id, entry_id DESC, position);
CREATE INDEX quotes_by_entry ON quotes (entry_id);

CREATE TABLE texts (
    entry_id INTEGER PRIMARY KEY REFERENCES entries ON DELETE CASCADE,
    title TEXT NOT NULL,
    body BLOB NOT NULL
);
CREATE VIRTUAL TABLE words USING fts5 (
    title, body, content='', tokenize="unicode61 remove_diacritics 2", prefix='2 3'
);

CREATE TABLE journal (
    id INTEGER PRIMARY KEY,
    done_at INTEGER NOT NULL,
    label TEXT NOT NULL,
    undo TEXT NOT NULL
);
CREATE TABLE saved_queries (
    name TEXT PRIMARY KEY,
    query TEXT NOT NULL
) WITHOUT ROWID;

CREATE TRIGGER appears AFTER INSERT ON appearances
WHEN NOT EXISTS (SELECT 1 FROM appearances WHERE feed_id = new.feed_id AND entry_id = new.entry_id AND guid <> new.guid) BEGIN
    UPDATE feeds SET unread = unread + (SELECT read_at IS NULL AND hidden IS NULL FROM entries WHERE id = new.entry_id)
    WHERE id = new.feed_id;
END;
CREATE TRIGGER vanishes AFTER DELETE ON appearances
WHEN NOT EXISTS (SELECT 1 FROM appearances WHERE feed_id = old.feed_id AND entry_id = old.entry_id) BEGIN
    UPDATE feeds
    SET unread = unread - coalesce((SELECT read_at IS NULL AND hidden IS NULL FROM entries WHERE id = old.entry_id), 0)
    WHERE id = old.feed_id;
END;
CREATE TRIGGER is_read AFTER UPDATE OF read_at, hidden ON entries
WHEN (old.read_at IS NULL AND old.hidden IS NULL) <> (new.read_at IS NULL AND new.hidden IS NULL) BEGIN
    UPDATE feeds SET unread = unread + iif(new.read_at IS NULL AND new.hidden IS NULL, 1, -1)
    WHERE id IN (SELECT feed_id FROM appearances WHERE entry_id = new.id);
END;
CREATE TRIGGER is_deleted BEFORE DELETE ON entries BEGIN
    DELETE FROM appearances WHERE entry_id = old.id;
END;
"""

# 2: Rows of `entries` hold no long text, or every list would read past it to the columns behind; all ids are read from an
# index of nothing else, a fortieth of the table, and unread ones are counted in theirs.  A story may have several addresses,
# and what has gone is not new again.  Aliases go with the articles that use them.  The full-text index has no index of
# beginnings: it doubled the cost of a write.
_SECOND = """
CREATE TABLE contents (
    entry_id INTEGER PRIMARY KEY REFERENCES entries ON DELETE CASCADE,
    content BLOB NOT NULL
);
INSERT INTO contents SELECT id, content FROM entries WHERE content IS NOT NULL;
ALTER TABLE entries DROP COLUMN content;

CREATE TABLE addresses (
    canonical TEXT PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE
) WITHOUT ROWID;
INSERT INTO addresses SELECT canonical, id FROM entries WHERE canonical <> '';
CREATE INDEX addresses_by_entry ON addresses (entry_id);
DROP INDEX entries_by_address;
ALTER TABLE entries DROP COLUMN canonical;
CREATE INDEX entries_by_id ON entries (id);
DROP INDEX entries_unread;
CREATE INDEX entries_unread ON entries (id, read_at, hidden) WHERE read_at IS NULL AND hidden IS NULL;

CREATE TABLE departed (
    feed_id INTEGER NOT NULL REFERENCES feeds ON DELETE CASCADE,
    guid TEXT NOT NULL,
    PRIMARY KEY (feed_id, guid)
) WITHOUT ROWID;
DROP TRIGGER is_deleted;
CREATE TRIGGER is_deleted BEFORE DELETE ON entries BEGIN
    INSERT OR IGNORE INTO departed SELECT feed_id, guid FROM appearances WHERE entry_id = old.id;
    DELETE FROM appearances WHERE entry_id = old.id;
END;

UPDATE sketches SET value = value | (((entry_id >> 20) / 604800) << 32);

ALTER TABLE mentions ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]';
UPDATE mentions SET aliases = (SELECT json_group_array(alias) FROM aliases WHERE person_id = mentions.person_id);

DROP TABLE words;
CREATE VIRTUAL TABLE words USING fts5 (title, body, content='', tokenize="unicode61 remove_diacritics 2");
INSERT INTO words (rowid, title, body) SELECT entry_id, indexed(title), indexed(unpacked(body)) FROM texts ORDER BY entry_id;
"""

# 3: Whether a feed may be asked in the user's own network is kept with it; of those that were followed before, the ones whose
# address says itself that it is there, and that have answered.
_THIRD = """
ALTER TABLE feeds ADD COLUMN is_private INTEGER NOT NULL DEFAULT 0;
UPDATE feeds SET is_private = 1 WHERE body_hash <> '' AND (
    url GLOB 'http*://127.*' OR url GLOB 'http*://10.*' OR url GLOB 'http*://192.168.*' OR url GLOB 'http*://localhost[:/]*'
    OR url GLOB 'http*://172.1[6-9].*' OR url GLOB 'http*://172.2[0-9].*' OR url GLOB 'http*://172.3[01].*'
    OR url GLOB 'http*://[[]*'
);
"""

# 4: Servers that keep the reading state too.  What changes here is written to the outbox by the transaction that changes it; a
# later change of the same state takes the place of an earlier one, under a new id.
_FOURTH = """
CREATE TABLE accounts (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL,
    user TEXT NOT NULL,
    synced_at INTEGER,
    error TEXT NOT NULL DEFAULT '',
    UNIQUE (url, user)
);
CREATE TABLE account_feeds (
    account_id INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
    remote TEXT NOT NULL,
    feed_id INTEGER NOT NULL REFERENCES feeds ON DELETE CASCADE,
    PRIMARY KEY (account_id, remote)
) WITHOUT ROWID;
CREATE INDEX account_feeds_by_feed ON account_feeds (feed_id);
CREATE TABLE remote_items (
    account_id INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
    remote INTEGER NOT NULL,
    entry_id INTEGER REFERENCES entries ON DELETE SET NULL,
    PRIMARY KEY (account_id, remote)
) WITHOUT ROWID;
CREATE INDEX remote_items_by_entry ON remote_items (entry_id);
CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account_id INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
    remote INTEGER NOT NULL,
    state TEXT NOT NULL,
    value INTEGER NOT NULL,
    UNIQUE (account_id, remote, state)
);
CREATE TABLE departures (
    account_id INTEGER NOT NULL REFERENCES accounts ON DELETE CASCADE,
    remote TEXT NOT NULL,
    url TEXT NOT NULL,
    PRIMARY KEY (account_id, remote)
) WITHOUT ROWID;
CREATE TRIGGER reading_is_told AFTER UPDATE OF read_at ON entries
WHEN (old.read_at IS NULL) <> (new.read_at IS NULL) BEGIN
    INSERT OR REPLACE INTO outbox (account_id, remote, state, value)
    SELECT account_id, remote, 'read', new.read_at IS NOT NULL FROM remote_items WHERE entry_id = new.id;
END;
CREATE TRIGGER starring_is_told AFTER UPDATE OF starred ON entries WHEN old.starred <> new.starred BEGIN
    INSERT OR REPLACE INTO outbox (account_id, remote, state, value)
    SELECT account_id, remote, 'starred', new.starred FROM remote_items WHERE entry_id = new.id;
END;
CREATE TRIGGER leaving_is_told BEFORE DELETE ON feeds BEGIN
    INSERT OR IGNORE INTO departures SELECT account_id, remote, old.url FROM account_feeds WHERE feed_id = old.id;
END;
CREATE TRIGGER leaving_is_taken_back AFTER INSERT ON feeds BEGIN
    DELETE FROM departures WHERE url = new.url;
END;
"""

# 5: The index is made anew, its letters folded; the words of new articles are written down under their stems.
_FIFTH = """
CREATE TABLE word_forms (
    language TEXT NOT NULL,
    stem TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (language, stem, word)
) WITHOUT ROWID;
DROP TABLE words;
CREATE VIRTUAL TABLE words USING fts5 (title, body, content='', tokenize="unicode61 remove_diacritics 2");
INSERT INTO words (rowid, title, body) SELECT entry_id, indexed(title), indexed(unpacked(body)) FROM texts ORDER BY entry_id;
"""

# 6: What was kept of an entry before it was kept anew; until when a server has asked to be left alone.
_SIXTH = """
CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    entry_id INTEGER NOT NULL REFERENCES entries ON DELETE CASCADE,
    replaced_at INTEGER NOT NULL,
    kept BLOB NOT NULL
);
CREATE INDEX versions_by_entry ON versions (entry_id);
ALTER TABLE feeds ADD COLUMN not_before INTEGER;
"""

MIGRATIONS: tuple[str, ...] = (_FIRST, _SECOND, _THIRD, _FOURTH, _FIFTH, _SIXTH)
"""Migration n brings a library from version n to n + 1."""

VERSION = len(MIGRATIONS)


def create(connection: sqlite3.Connection, version: int = VERSION) -> None:
    """Bring a database up to a version, from whichever it has; all of it happens in the caller's transaction."""
    connection.create_function("indexed", 1, indexed, deterministic=True)
    connection.create_function("unpacked", 1, unpacked, deterministic=True)
    before = int(connection.execute("PRAGMA user_version").fetchone()[0])
    for migration in MIGRATIONS[before:version]:
        for statement in _statements(migration):
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {version}")


def _statements(script: str) -> Iterator[str]:
    """Cut a script into statements: `executescript` would end the transaction that they must all stand in."""
    waiting = ""
    for line in script.splitlines():
        waiting += line + "\n"
        if sqlite3.complete_statement(waiting):
            yield waiting
            waiting = ""
