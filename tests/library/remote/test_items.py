from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from reader.library import Library, actions, entries, subscriptions
from reader.library.remote import accounts, items, outbox
from reader.model import Entry

NOW = datetime(2026, 11, 23, tzinfo=UTC)


def entry(number: int) -> Entry:
    return Entry(guid=f"item/{number}", url=f"https://a.example/{number}", title=f"Story {number}")


class Kept:
    """A library with an account, a feed of it and three items."""

    def __init__(self) -> None:
        self.library = Library(":memory:")
        self.account = accounts.add(self.library, "https://rss.example", "ada")
        self.feed = subscriptions.subscribe(self.library, "https://a.example/rss")
        self.new = items.take_in(self.library, self.account, self.feed, {number: entry(number) for number in (1, 2, 3)}, NOW)

    def id_of(self, number: int) -> int:
        found = entries.at(self.library, f"https://a.example/{number}")
        assert found is not None
        return found

    def untold(self) -> list[tuple[int, str, bool]]:
        return [(one.remote, one.state, one.value) for one in outbox.pending(self.library, self.account)]


@pytest.fixture
def kept() -> Iterator[Kept]:
    made = Kept()
    yield made
    made.library.close()


def test_what_is_taken_in_is_known_and_tells_the_server_nothing(kept: Kept) -> None:
    assert kept.new == 3
    assert items.known(kept.library, kept.account) == {1, 2, 3}
    assert kept.untold() == []


def test_a_state_of_the_servers_is_set_and_not_told_to_it_again(kept: Kept) -> None:
    for state in ("read", "starred"):
        assert items.set_state(kept.library, kept.account, state, {1, 2}, NOW, value=True) == 2
        assert items.having(kept.library, kept.account, state, value=True) == {1, 2}
        assert items.having(kept.library, kept.account, state, value=False) == {3}
        assert items.set_state(kept.library, kept.account, state, {1, 2}, NOW, value=True) == 0
    assert kept.untold() == []


def test_what_the_user_changed_stays_as_the_user_wants_it(kept: Kept) -> None:
    actions.mark_read(kept.library, [kept.id_of(1)], NOW)
    actions.star(kept.library, [kept.id_of(2)], NOW)
    assert kept.untold() == [(1, "read", True), (2, "starred", True)]
    assert items.set_state(kept.library, kept.account, "read", {1, 2}, NOW, value=False) == 0
    assert items.set_state(kept.library, kept.account, "starred", {2, 3}, NOW, value=False) == 0
    assert items.having(kept.library, kept.account, "read", value=True) == set()
    assert kept.untold() == [(1, "read", True), (2, "starred", True)]


def test_what_one_server_says_is_told_to_the_other(kept: Kept) -> None:
    other = accounts.add(kept.library, "https://other.example", "ada")
    items.take_in(kept.library, other, kept.feed, {70: entry(1)}, NOW)
    items.set_state(kept.library, other, "read", {70}, NOW, value=True)
    assert kept.untold() == [(1, "read", True)]
    assert outbox.pending(kept.library, other) == ()


def test_a_story_without_a_followed_feed_is_kept_by_itself(kept: Kept) -> None:
    items.take_in(kept.library, kept.account, None, {9: entry(9)}, NOW)
    items.set_state(kept.library, kept.account, "starred", {9}, NOW, value=True)
    assert entries.entry(kept.library, kept.id_of(9)).starred


def test_what_is_gone_here_is_known_until_it_is_gone_there(kept: Kept) -> None:
    with kept.library.writing() as connection:
        connection.execute("DELETE FROM entries WHERE id = ?", (kept.id_of(1),))
    assert items.known(kept.library, kept.account) == {1, 2, 3}
    items.forget(kept.library, kept.account, [1, 2])
    assert items.known(kept.library, kept.account) == {2, 3}
