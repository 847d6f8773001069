from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from reader.errors import LibraryError
from reader.library import Library, articles, backup, entries, subscriptions
from reader.library.fulltext_writer import LARGEST
from reader.library.schema import VERSION, create
from reader.model import Article, Entry, Heading, Paragraph, Run


@pytest.fixture
def copy(tmp_path: Path, now: datetime) -> Path:
    path = tmp_path / "copy.db"
    with Library(path) as library:
        feed = subscriptions.subscribe(library, "https://courier.example/rss", is_private=True)
        listed = [
            Entry(guid=str(n), url=f"https://courier.example/{n}", title=f"Story {n}", content="<p>x</p>" * 99) for n in "12"
        ]
        ids = entries.take_in(library, feed, listed, now)
        blocks = (Heading(runs=(Run(text="Wall"),), level=1), Paragraph(runs=(Run(text="It fell in the night. " * 60),)))
        articles.keep(library, ids[0], Article(title="Wall", blocks=blocks), '{"schema": 1}' + " " * 999, now)
    return path


EVIL = (
    "CREATE TRIGGER evil AFTER UPDATE OF read_at ON entries BEGIN DELETE FROM entries WHERE id <> new.id; END",
    "CREATE TEMP TABLE x (y); CREATE VIEW shown AS SELECT * FROM entries",
    "CREATE TABLE extra (a)",
    "ALTER TABLE entries ADD COLUMN extra TEXT",
    "CREATE INDEX extra ON entries (lower(title))",
    "DROP TRIGGER is_read",
    "DROP TRIGGER is_read; CREATE TRIGGER is_read AFTER UPDATE OF read_at, hidden ON entries BEGIN DELETE FROM feeds; END",
    "DROP TABLE texts",
    "UPDATE entries SET title = 7.5; UPDATE entries SET title = x'00ff'",
    "UPDATE feeds SET unread = 'many'",
    "UPDATE feeds SET url = 'file:///etc/passwd'",
    "UPDATE feeds SET url = 'seed:ferry'",
    "UPDATE articles SET saved_at = 'yesterday'",
    "UPDATE texts SET title = NULL; UPDATE texts SET body = 5",
    f"PRAGMA user_version = {VERSION + 1}",
    "PRAGMA user_version = 0",
    "PRAGMA user_version = -1",
)


@pytest.mark.parametrize("sql", EVIL)
def test_a_copy_of_anothers_making_is_refused_and_the_library_stays(
    tmp_path: Path, copy: Path, now: datetime, sql: str
) -> None:
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        if "texts SET title = NULL" in sql:
            sql = sql.partition("; ")[2]
        connection.executescript(sql)
    path = tmp_path / "library.db"
    with Library(path) as library:
        entries.take_in(library, None, [Entry(guid="", url="https://x.example/", title="mine")], now)
    before = path.read_bytes()
    with pytest.raises(LibraryError):
        backup.restore(path, copy, now)
    assert path.read_bytes() == before
    assert not [one for one in tmp_path.iterdir() if one.name.endswith(".old") or one.name.startswith(".")]


@pytest.mark.parametrize("table", ["articles SET document", "texts SET body", "contents SET content"])
def test_a_text_that_unpacks_without_end_is_refused(tmp_path: Path, copy: Path, now: datetime, table: str) -> None:
    bomb = zlib.compress(bytes(LARGEST + 1), 9)
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute(f"UPDATE {table} = ?", (bomb,))
    with pytest.raises(LibraryError, match="larger than 64 MiB"):
        backup.restore(tmp_path / "library.db", copy, now)


def test_an_own_copy_is_put_back_and_none_of_its_feeds_is_trusted_in_the_own_network(
    tmp_path: Path, copy: Path, now: datetime
) -> None:
    backup.restore(tmp_path / "library.db", copy, now)
    with Library(tmp_path / "library.db") as library:
        (feed,) = subscriptions.feeds(library)
        assert (feed.unread, feed.is_private) == (2, False)


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_copy_of_any_earlier_version_is_put_back_and_brought_up_to_date(tmp_path: Path, now: datetime, version: int) -> None:
    with closing(sqlite3.connect(tmp_path / "old.db", isolation_level=None)) as connection:
        create(connection, version)
    backup.restore(tmp_path / "library.db", tmp_path / "old.db", now)
    with Library(tmp_path / "library.db") as library:
        assert library.value("PRAGMA user_version") == VERSION
        assert library.value("PRAGMA trusted_schema") == 0
