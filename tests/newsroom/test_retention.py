from __future__ import annotations

from datetime import datetime, timedelta

from reader.library import Library, actions, entries, search, subscriptions
from reader.library.query import parse
from reader.model import Entry
from reader.newsroom.retention import delete_expired


def test_what_has_expired_goes_and_does_not_come_back(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, "https://courier.example/rss")
    subscriptions.keep_for(library, feed, 7)
    listed = [Entry(guid=str(n), title=f"harbour {n}") for n in range(4)]
    ids = entries.take_in(library, feed, listed, now)
    actions.mark_read(library, ids[:3], now)
    actions.star(library, ids[:1], now)
    actions.tag(library, ids[1:2], "sea", now)
    later = now + timedelta(days=8)
    assert delete_expired(library, later) == 1
    assert [saved.entry.title for saved in search.entries(library, parse("harbour", later))] == [
        "harbour 0",
        "harbour 1",
        "harbour 3",
    ]
    assert entries.take_in(library, feed, listed, later) == ()


def test_nothing_goes_where_feeds_keep_for_ever(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, "https://courier.example/rss")
    actions.mark_read(library, entries.take_in(library, feed, [Entry(guid="1")], now), now)
    assert delete_expired(library, now + timedelta(days=9000)) == 0
