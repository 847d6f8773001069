from __future__ import annotations

from datetime import UTC, datetime

from reader.library import Library, actions, entries, subscriptions
from reader.library.remote import accounts, items, outbox
from reader.model import Entry

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def test_a_later_change_of_a_state_takes_the_place_of_an_earlier_one_and_outlives_its_acknowledgement() -> None:
    with Library(":memory:") as library:
        account = accounts.add(library, "https://rss.example", "ada")
        feed = subscriptions.subscribe(library, "https://a.example/rss")
        items.take_in(library, account, feed, {1: Entry(guid="1", url="https://a.example/1", title="Story")}, NOW)
        identity = entries.at(library, "https://a.example/1")
        assert identity is not None
        actions.mark_read(library, [identity], NOW)
        pushed = outbox.pending(library, account)
        actions.mark_read(library, [identity], NOW, read=False)
        actions.star(library, [identity], NOW)
        outbox.acknowledge(library, pushed)
        left = outbox.pending(library, account)
        assert [(one.state, one.value) for one in left] == [("read", False), ("starred", True)]
        outbox.acknowledge(library, left)
        assert outbox.pending(library, account) == ()


def test_opening_an_entry_is_told_too() -> None:
    with Library(":memory:") as library:
        account = accounts.add(library, "https://rss.example", "ada")
        feed = subscriptions.subscribe(library, "https://a.example/rss")
        items.take_in(library, account, feed, {1: Entry(guid="1", url="https://a.example/1", title="Story")}, NOW)
        identity = entries.at(library, "https://a.example/1")
        assert identity is not None
        actions.open_up(library, identity, NOW)
        assert [one.state for one in outbox.pending(library, account)] == ["read"]
