from __future__ import annotations

from datetime import datetime

from reader.library import Library, actions, entries, search, subscriptions
from reader.library.query import parse
from reader.model import Entry


def _three(library: Library, now: datetime) -> tuple[int, tuple[int, ...]]:
    feed = subscriptions.subscribe(library, "https://a.example/rss", title="A")
    return feed, entries.take_in(library, feed, [Entry(guid=str(i), title=f"harbour {i}") for i in range(3)], now)


def _unread(library: Library) -> int:
    return subscriptions.feeds(library)[0].unread


def test_marking_read_counts_what_changed_and_is_undone_whole(library: Library, now: datetime) -> None:
    _, ids = _three(library, now)
    assert actions.mark_read(library, ids[:1], now) == 1
    assert actions.mark_read(library, ids, now) == 2
    assert _unread(library) == 0
    assert actions.undo(library) == "mark read"
    assert _unread(library) == 2
    assert entries.entry(library, ids[0]).read_at == now
    assert actions.undo(library) == "mark read"
    assert _unread(library) == 3
    assert actions.undo(library) == ""


def test_tags_come_and_go(library: Library, now: datetime) -> None:
    _, ids = _three(library, now)
    assert actions.tag(library, ids[:2], "sea", now) == 2
    assert actions.tag(library, ids, "sea", now) == 1
    actions.undo(library)
    assert set(search.ids(library, parse("tag:sea", now))) == set(ids[:2])


def test_a_deleted_entry_is_gone_everywhere_and_comes_back(library: Library, now: datetime) -> None:
    _, ids = _three(library, now)
    actions.delete(library, ids[:1], now)
    assert ids[0] not in search.ids(library, parse("", now))
    assert ids[0] not in search.ids(library, parse("harbour", now))
    assert _unread(library) == 2
    actions.undo(library)
    assert ids[0] in search.ids(library, parse("harbour", now))
    assert _unread(library) == 3


def test_a_feed_that_is_followed_again_has_its_entries_again(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, "https://a.example/rss")
    listed = [Entry(guid="1", url="https://a.example/1", title="A")]
    (identity,) = entries.take_in(library, feed, listed, now)
    subscriptions.unsubscribe(library, feed, now)
    again = subscriptions.subscribe(library, "https://a.example/rss")
    entries.take_in(library, again, listed, now)
    assert search.ids(library, parse("", now)) == (identity,)
    assert subscriptions.feed(library, again).unread == 1
    actions.undo(library)
    assert [one.id for one in subscriptions.feeds(library)] == [again]
