from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from reader.errors import LibraryError
from reader.library import Library, subscriptions
from reader.library.remote import accounts

NOW = datetime(2026, 11, 23, tzinfo=UTC)
URL = "https://rss.example"


@pytest.fixture
def library() -> Iterator[Library]:
    with Library(":memory:") as opened:
        yield opened


def follow(library: Library, account: int, remote: str = "feed/1", url: str = "https://a.example/rss") -> int:
    feed = subscriptions.subscribe(library, url)
    accounts.follow(library, account, remote, feed, title="Courier", site_url="https://a.example/")
    return feed


def test_an_account_is_one_user_of_one_server(library: Library) -> None:
    first = accounts.add(library, URL, "ada")
    assert accounts.add(library, URL, "ada") == first
    assert accounts.add(library, URL, "bo") != first
    assert [one.user for one in accounts.accounts(library)] == ["ada", "bo"]
    accounts.remove(library, first)
    with pytest.raises(LibraryError):
        accounts.account(library, first)


def test_a_failure_leaves_the_time_of_the_last_good_sync(library: Library) -> None:
    account = accounts.add(library, URL, "ada")
    accounts.note(library, account, synced_at=NOW)
    accounts.note(library, account, error="no answer")
    told = accounts.account(library, account)
    assert (told.synced_at, told.error) == (NOW, "no answer")
    accounts.note(library, account, synced_at=NOW)
    assert accounts.account(library, account).error == ""


def test_a_feed_keeps_the_title_that_it_had(library: Library) -> None:
    account = accounts.add(library, URL, "ada")
    own = subscriptions.subscribe(library, "https://b.example/rss", title="My own")
    accounts.follow(library, account, "feed/2", own, title="Theirs", site_url="")
    feed = follow(library, account)
    assert {one.id: one.title for one in subscriptions.feeds(library)} == {own: "My own", feed: "Courier"}
    assert accounts.feeds(library, account) == {"feed/1": feed, "feed/2": own}


def test_what_is_left_here_waits_until_the_server_has_left_it(library: Library) -> None:
    account = accounts.add(library, URL, "ada")
    subscriptions.unsubscribe(library, follow(library, account), NOW)
    assert accounts.departures(library, account) == ("feed/1",)
    assert accounts.account(library, account).pending == 1
    accounts.acknowledge_departure(library, account, "feed/1")
    assert accounts.account(library, account).pending == 0


def test_what_is_left_there_stays_as_long_as_another_server_has_it(library: Library) -> None:
    ada, bo = (accounts.add(library, URL, user) for user in ("ada", "bo"))
    follow(library, ada)
    follow(library, bo, "feed/9")
    assert accounts.leave(library, ada, ["feed/1"], accounts.feeds(library, ada), NOW) == 0
    assert len(subscriptions.feeds(library)) == 1
    assert accounts.leave(library, bo, ["feed/9"], accounts.feeds(library, bo), NOW) == 1
    assert subscriptions.feeds(library) == ()
    assert accounts.departures(library, ada) == accounts.departures(library, bo) == ()
