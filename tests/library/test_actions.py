from __future__ import annotations

from datetime import datetime

from reader.library import Library, actions, entries, journal, search, subscriptions
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


def test_an_action_that_changes_nothing_is_not_in_the_journal(library: Library, now: datetime) -> None:
    _, ids = _three(library, now)
    actions.star(library, ids, now)
    assert actions.star(library, ids, now) == 0
    assert actions.undo(library) == "star"
    assert not any(saved.starred for saved in search.entries(library, parse("", now)))


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


def test_what_the_journal_forgets_is_deleted_for_good(library: Library, now: datetime) -> None:
    _, ids = _three(library, now)
    actions.delete(library, ids[:1], now)
    assert journal.forget(library) == 0
    for _ in range(journal.LENGTH):
        actions.star(library, ids[1:2], now, starred=not entries.entry(library, ids[1]).starred)
    assert journal.forget(library) == 1
    assert library.value("SELECT count(*) FROM entries") == 2
    assert library.value("SELECT count(*) FROM texts") == 2


def test_unsubscribing_leaves_what_is_starred_tagged_or_in_another_feed(library: Library, now: datetime) -> None:
    feed, ids = _three(library, now)
    other = subscriptions.subscribe(library, "https://b.example/rss")
    entries.take_in(library, other, [Entry(guid="b", url="https://s.example/1", title="shared")], now)
    entries.take_in(library, feed, [Entry(guid="9", url="https://s.example/1", title="shared")], now)
    actions.star(library, ids[:1], now)
    actions.tag(library, ids[1:2], "sea", now)
    assert subscriptions.unsubscribe(library, feed, now) == 1
    assert {saved.entry.title for saved in search.entries(library, parse("", now))} == {"harbour 0", "harbour 1", "shared"}
    actions.undo(library)
    assert search.count(library, parse("", now)) == 4


def test_unsubscribing_is_undone_with_the_feeds_settings_and_its_count(library: Library, now: datetime) -> None:
    feed, ids = _three(library, now)
    subscriptions.arrange(library, feed, title="My Courier", folder="Local", tags=["sea"])
    subscriptions.keep_for(library, feed, 30)
    actions.mark_read(library, ids[:1], now)
    before = subscriptions.feed(library, feed)
    subscriptions.unsubscribe(library, feed, now)
    assert subscriptions.feeds(library) == ()
    assert actions.undo(library) == "unsubscribe My Courier"
    assert subscriptions.feeds(library) == (before,)
    assert entries.take_in(library, feed, [Entry(guid="0", title="harbour 0")], now) == ()


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
