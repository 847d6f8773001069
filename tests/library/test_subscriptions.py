from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from reader.errors import LibraryError
from reader.library import Library, actions, entries, search, subscriptions
from reader.library.query import parse
from reader.library.subscriptions import Outcome
from reader.model import Entry

URL = "https://courier.example/rss"


def test_following_twice_is_following_once(library: Library) -> None:
    first = subscriptions.subscribe(library, URL, title="Courier", folder="Local", tags=["sea"])
    assert subscriptions.subscribe(library, URL, tags=["port"]) == first
    (feed,) = subscriptions.feeds(library)
    assert (feed.title, feed.folder, feed.tags) == ("Courier", "Local", ("port", "sea"))


def test_a_feed_is_not_asked_before_its_time(library: Library, now: datetime) -> None:
    identity = subscriptions.subscribe(library, URL)
    assert [feed.id for feed in subscriptions.due(library, now)] == [identity]
    subscriptions.note(library, identity, Outcome(next_fetch=now + timedelta(hours=1), etag='W/"x"', title="Courier"))
    assert subscriptions.due(library, now) == ()
    (feed,) = subscriptions.due(library, now + timedelta(hours=1))
    assert (feed.etag, feed.title) == ('W/"x"', "Courier")


def test_a_clock_that_was_set_back_keeps_no_feed_from_being_asked(library: Library, now: datetime) -> None:
    identity = subscriptions.subscribe(library, URL)
    subscriptions.note(library, identity, Outcome(next_fetch=now + timedelta(hours=1)))
    assert subscriptions.due(library, now - timedelta(days=20)) == ()
    assert [feed.id for feed in subscriptions.due(library, now - timedelta(days=400))] == [identity]


def test_what_a_refresh_did_not_learn_stays(library: Library, now: datetime) -> None:
    identity = subscriptions.subscribe(library, URL)
    subscriptions.note(library, identity, Outcome(next_fetch=now, etag="a", last_modified="b", body_hash="c"))
    subscriptions.note(library, identity, Outcome(next_fetch=now, error="timed out", failures=2))
    feed = subscriptions.feed(library, identity)
    assert (feed.etag, feed.last_modified, feed.body_hash, feed.error, feed.failures) == ("a", "b", "c", "timed out", 2)


def test_a_feed_that_is_gone_is_never_asked_again(library: Library, now: datetime) -> None:
    identity = subscriptions.subscribe(library, URL)
    subscriptions.note(library, identity, Outcome(next_fetch=now, gone=True))
    assert subscriptions.due(library, now + timedelta(days=999)) == ()


def test_an_address_changes_after_three_identical_moves(library: Library, now: datetime) -> None:
    identity = subscriptions.subscribe(library, URL)
    for moved_to in ("https://a.example/", "https://b.example/", "https://b.example/"):
        subscriptions.note(library, identity, Outcome(next_fetch=now, moved_to=moved_to))
        assert subscriptions.feed(library, identity).url == URL
    subscriptions.note(library, identity, Outcome(next_fetch=now, moved_to="https://b.example/"))
    assert subscriptions.feed(library, identity).url == "https://b.example/"


def test_only_read_entries_expire_and_never_what_is_starred_or_tagged(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, URL)
    subscriptions.keep_for(library, feed, 7)
    ids = entries.take_in(library, feed, [Entry(guid=str(i)) for i in range(5)], now)
    actions.mark_read(library, ids[:4], now)
    actions.star(library, ids[1:2], now)
    actions.tag(library, ids[2:3], "keep", now)
    assert subscriptions.expired(library, now + timedelta(days=7)) == ()
    assert subscriptions.expired(library, now + timedelta(days=8)) == (ids[3], ids[0])


def test_an_entry_expires_only_when_all_its_feeds_let_it(library: Library, now: datetime) -> None:
    first, second = subscriptions.subscribe(library, URL), subscriptions.subscribe(library, "https://b.example/rss")
    subscriptions.keep_for(library, first, 1)
    (identity,) = entries.take_in(library, first, [Entry(guid="1", url="https://x.example/1")], now)
    entries.take_in(library, second, [Entry(guid="1", url="https://x.example/1")], now)
    actions.mark_read(library, [identity], now)
    assert subscriptions.expired(library, now + timedelta(days=9)) == ()
    subscriptions.keep_for(library, second, 2)
    assert subscriptions.expired(library, now + timedelta(days=9)) == (identity,)


def test_saved_queries_have_names(library: Library, now: datetime) -> None:
    subscriptions.save_query(library, "today", "unread newer:1d")
    assert subscriptions.saved_queries(library) == {"today": "unread newer:1d"}
    assert subscriptions.forget_query(library, "yesterday", now) == 0
    assert subscriptions.forget_query(library, "today", now) == 1
    assert subscriptions.saved_queries(library) == {}
    assert actions.undo(library) == "forget today"
    assert subscriptions.saved_queries(library) == {"today": "unread newer:1d"}


def test_a_feed_that_is_not_there_is_told(library: Library, now: datetime) -> None:
    with pytest.raises(LibraryError, match="no feed 7"):
        subscriptions.unsubscribe(library, 7, now)


def _three(library: Library, now: datetime) -> tuple[int, tuple[int, ...]]:
    feed = subscriptions.subscribe(library, "https://a.example/rss", title="A")
    return feed, entries.take_in(library, feed, [Entry(guid=str(i), title=f"harbour {i}") for i in range(3)], now)


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
