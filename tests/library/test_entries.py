from __future__ import annotations

from datetime import datetime, timedelta

from reader.library import Library, actions, articles, entries, search, subscriptions
from reader.library.query import parse
from reader.model import Entry


def test_the_newest_entry_stands_first(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, "https://courier.example/rss")
    old = Entry(guid="1", title="Old", url="https://courier.example/1", published=now - timedelta(days=2))
    new = Entry(guid="2", title="New", url="https://courier.example/2", published=now - timedelta(days=1))
    entries.take_in(library, feed, [old, new], now)
    assert [saved.entry.title for saved in search.entries(library, parse("", now))] == ["New", "Old"]


def test_an_entry_is_taken_in_once(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, "https://courier.example/rss")
    entry = Entry(guid="1", title="One", url="https://courier.example/1")
    assert len(entries.take_in(library, feed, [entry, entry], now)) == 1
    assert entries.take_in(library, feed, [entry], now) == ()


def test_one_story_in_two_feeds_is_one_entry_with_two_sources(library: Library, now: datetime) -> None:
    first = subscriptions.subscribe(library, "https://a.example/rss", title="Courier")
    second = subscriptions.subscribe(library, "https://b.example/rss", title="Herald")
    entries.take_in(
        library, first, [Entry(guid="a", title="Storm", url="https://www.courier.example/storm/?utm_source=x")], now
    )
    entries.take_in(library, second, [Entry(guid="b", title="Storm", url="http://courier.example/storm#top")], now)
    (saved,) = search.entries(library, parse("", now))
    assert saved.feeds == ("Courier", "Herald")
    assert [feed.unread for feed in subscriptions.feeds(library)] == [1, 1]


def test_entries_without_an_address_are_told_apart_by_their_guid(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, "https://a.example/rss")
    assert len(entries.take_in(library, feed, [Entry(guid="a", title="A"), Entry(guid="b", title="B")], now)) == 2


def test_a_date_in_the_future_does_not_stay_on_top_for_ever(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, "https://a.example/rss")
    entries.take_in(library, feed, [Entry(guid="a", title="Tomorrow", published=now + timedelta(days=9000))], now)
    entries.take_in(library, feed, [Entry(guid="b", title="Later")], now + timedelta(hours=1))
    assert [saved.entry.title for saved in search.entries(library, parse("", now))] == ["Later", "Tomorrow"]


def test_the_feeds_own_text_is_kept(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, "https://a.example/rss")
    (identity,) = entries.take_in(library, feed, [Entry(guid="a", content="<p>Täglich</p>")], now)
    assert entries.content(library, identity) == "<p>Täglich</p>"


def test_entries_come_page_by_page(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, "https://a.example/rss")
    entries.take_in(
        library, feed, [Entry(guid=str(i), title=str(i), published=now - timedelta(hours=i)) for i in range(5)], now
    )
    first = search.entries(library, parse("", now), limit=2)
    second = search.entries(library, parse("", now), before=first[-1].id, limit=2)
    assert [saved.entry.title for saved in (*first, *second)] == ["0", "1", "2", "3"]


def test_what_was_deleted_for_good_is_not_new_again_while_its_feed_lists_it(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, "https://a.example/rss")
    listed = [Entry(guid="a", title="A", url="https://a.example/1"), Entry(guid="b", title="B")]
    first, _ = entries.take_in(library, feed, listed, now)
    articles.remove(library, [first])
    assert entries.take_in(library, feed, listed, now) == ()
    assert subscriptions.feed(library, feed).unread == 1
    entries.take_in(library, feed, listed[1:], now)
    assert library.value("SELECT count(*) FROM departed") == 0


def test_a_corrected_headline_is_taken_over_and_found(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, "https://a.example/rss")
    (identity,) = entries.take_in(library, feed, [Entry(guid="a", title="Strom hits coast", content="<p>old</p>")], now)
    entries.take_in(library, feed, [Entry(guid="a", title="Storm hits coast", content="<p>new</p>")], now)
    assert entries.entry(library, identity).entry.title == "Storm hits coast"
    assert entries.content(library, identity) == "<p>new</p>"
    assert search.ids(library, parse("strom", now)) == ()
    assert search.ids(library, parse("storm", now)) == (identity,)


def test_an_entry_that_the_user_deleted_comes_back_when_it_is_kept_by_hand(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, "https://a.example/rss")
    entry = Entry(guid="a", title="A", url="https://a.example/1")
    (identity,) = entries.take_in(library, feed, [entry], now)
    actions.delete(library, [identity], now)
    assert entries.at(library, entry.url) is None
    entries.take_in(library, None, [entry], now)
    assert entries.at(library, entry.url) == identity
    assert subscriptions.feed(library, feed).unread == 1


def test_undated_entries_stand_as_their_feed_lists_them(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, "https://a.example/rss")
    ids = entries.take_in(library, feed, [Entry(guid=str(i), title=str(i)) for i in range(4)], now)
    assert [saved.entry.title for saved in search.entries(library, parse("", now))] == ["0", "1", "2", "3"]
    assert ids == tuple(sorted(ids, reverse=True))


def test_entries_of_a_feed_with_one_address_are_entries_of_their_own(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, "https://a.example/rss")
    board = [Entry(guid=f"n{n}", title=f"Notice {n}", url=f"https://a.example/log#{n}") for n in range(3)]
    assert len(entries.take_in(library, feed, board, now)) == 3
    assert entries.take_in(library, feed, board, now) == ()
    assert len(entries.take_in(library, feed, [Entry(guid="n3", title="Notice 3", url="https://a.example/log")], now)) == 1
    alike = [Entry(guid=f"m{n}", title="Notice", url="https://a.example/log") for n in range(2)]
    assert len(entries.take_in(library, feed, alike, now)) == 2


def test_the_same_link_with_the_same_title_is_the_same_entry_though_its_id_changed(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, "https://a.example/rss")
    entries.take_in(library, feed, [Entry(guid="1#0", title="Storm", url="https://a.example/storm")], now)
    assert entries.take_in(library, feed, [Entry(guid="1#1", title="Storm", url="https://a.example/storm")], now) == ()


def test_a_date_far_ahead_of_the_fetch_is_the_day_of_the_fetch(library: Library, now: datetime) -> None:
    feed = subscriptions.subscribe(library, "https://a.example/rss")
    far = Entry(guid="1", title="Far", published=now + timedelta(days=900))
    near = Entry(guid="2", title="Near", published=now + timedelta(hours=20))
    entries.take_in(library, feed, [far, near], now)
    dates = {saved.entry.title: saved.entry.published for saved in search.entries(library, parse("", now))}
    assert dates == {"Far": now, "Near": now + timedelta(hours=20)}
