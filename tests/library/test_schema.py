"""A library that an earlier version wrote is brought up to date with all that is in it."""

from __future__ import annotations

import sqlite3
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from reader.library import Library, articles, duplicates, entries, fingerprints, identities, profiles, search, subscriptions
from reader.library.query import parse
from reader.library.schema import MIGRATIONS
from reader.model import Entry

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
LONG = " ".join(f"word{n % 70}" for n in range(300))
ID = int(NOW.timestamp()) << 20


@pytest.fixture
def first(tmp_path: Path) -> Path:
    """Give a library of version 1: a feed with an entry that has been read, its article, a person with a quote."""
    path = tmp_path / "library.db"
    body = "東京都 and the wall of Brackwater"
    with sqlite3.connect(path) as old:
        old.executescript(MIGRATIONS[0])
        old.execute("PRAGMA user_version = 1")
        old.execute("INSERT INTO feeds (id, url, title) VALUES (7, 'https://a.example/rss', 'Courier')")
        old.execute(
            "INSERT INTO entries (id, url, canonical, title, seen_at, content, starred) VALUES (?, ?, ?, 'Wall', 0, ?, 1)",
            (ID, "http://www.a.example/1", "https://a.example/1", zlib.compress(b"<p>as the feed has it</p>")),
        )
        old.execute("INSERT INTO appearances VALUES (7, 'g', ?)", (ID,))
        old.execute("INSERT INTO tags VALUES ('sea', ?)", (ID,))
        old.execute("INSERT INTO articles VALUES (?, ?, 'en', 0)", (ID, zlib.compress(b'{"schema": 1}')))
        old.execute("INSERT INTO texts VALUES (?, 'Wall', ?)", (ID, zlib.compress(body.encode())))
        old.execute("INSERT INTO words (rowid, title, body) VALUES (?, 'Wall', 'stale')", (ID,))
        old.execute("INSERT INTO people (id, name) VALUES (3, 'Ada Ferreira')")
        old.executemany("INSERT INTO aliases VALUES (?, 3, ?)", [("ada ferreira", "Ada Ferreira"), ("ferreira", "Ferreira")])
        old.execute("INSERT INTO mentions VALUES (3, ?, 'Ada Ferreira', 'mayor', 2)", (ID,))
        old.execute("INSERT INTO quotes VALUES (1, ?, 3, 0, 'direct', 'It stands', 0.9)", (ID,))
        old.executemany("INSERT INTO sketches VALUES (?, ?)", [(hashed, ID) for hashed in fingerprints.sketch(LONG)])
    old.close()
    return path


def test_all_that_is_in_it_stays(first: Path) -> None:
    with Library(first) as library:
        (saved,) = search.entries(library, parse("starred tag:sea feed:courier kept", NOW))
        assert saved.entry.title == "Wall"
        assert entries.content(library, ID) == "<p>as the feed has it</p>"
        assert articles.document(library, ID) == '{"schema": 1}'
        assert entries.at(library, "https://a.example/1?utm_source=x") == ID
        assert subscriptions.feeds(library)[0].unread == 1
        (quote,) = profiles.quotes(library, 3)
        assert (quote.text, quote.url) == ("It stands", "http://www.a.example/1")
        assert library.value("PRAGMA integrity_check") == "ok"
        assert library.rows("PRAGMA foreign_key_check") == []


def test_its_words_are_indexed_anew(first: Path) -> None:
    with Library(first) as library:
        assert search.ids(library, parse("brackwater", NOW)) == (ID,)
        assert search.ids(library, parse("東京", NOW)) == (ID,)
        assert search.ids(library, parse("stale", NOW)) == ()


def test_a_person_keeps_every_name_as_long_as_the_article_stands(first: Path) -> None:
    with Library(first) as library:
        assert identities.find(library, "Ferreira") == (3,)
        with library.writing() as connection:
            identities.tidy(connection, [3])
        assert identities.find(library, "Ferreira") == (3,)
        articles.remove(library, [ID])
        assert identities.find(library, "Ada Ferreira") == ()


def test_a_copy_of_the_old_one_stays_beside_it(first: Path) -> None:
    Library(first).close()
    with sqlite3.connect(f"{first}.v1.bak") as copy:
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)
        assert copy.execute("SELECT title FROM entries").fetchone() == ("Wall",)
    copy.close()


def test_its_stories_are_found_alike(first: Path) -> None:
    with Library(first) as library:
        feed = subscriptions.subscribe(library, "https://b.example/rss")
        (other,) = entries.take_in(library, feed, [Entry(guid="1", published=NOW - timedelta(days=6))], NOW)
        with library.writing() as connection:
            fingerprints.remember(connection, other, LONG)
        assert duplicates.find_duplicates(library, other) == (ID,)
