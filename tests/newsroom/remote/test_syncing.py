"""Syncing with a server that has faults: nothing that was acknowledged is lost, and nothing is marked that nobody marked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from reader.errors import ReaderError
from reader.library import Library, actions, entries, search, subscriptions
from reader.library.query import parse
from reader.library.remote import accounts, outbox
from reader.model import Entry, Saved
from reader.newsroom.remote.syncing import SyncOptions, SyncProgress, find_server, sync
from tests.sync.fake_server import FAULTS, URL, FakeServer, broken, cut_off, unanswered

NOW = datetime(2026, 11, 23, tzinfo=UTC)


class Device:
    """A library that is kept in step with a server."""

    def __init__(self, server: FakeServer) -> None:
        self.server = server
        self.library = Library(":memory:")
        self.account = accounts.add(self.library, URL, "ada")

    def sync(self) -> SyncProgress:
        account = accounts.account(self.library, self.account)
        options = SyncOptions(clock=lambda: NOW, call=self.server.call)
        return list(sync(self.library, account, "secret", options))[-1]

    def try_sync(self) -> None:
        try:
            self.sync()
        except ReaderError:
            return

    def entry(self, title: str) -> Saved:
        return {one.entry.title: one for one in search.entries(self.library, parse("", NOW), limit=1_000)}[title]

    def read(self, number: int, *, read: bool = True) -> None:
        actions.mark_read(self.library, [self.entry(f"Story {number}").id], NOW, read=read)

    def star(self, number: int, *, starred: bool = True) -> None:
        actions.star(self.library, [self.entry(f"Story {number}").id], NOW, starred=starred)

    def states(self) -> dict[str, tuple[bool, bool]]:
        found = search.entries(self.library, parse("", NOW), limit=1_000)
        return {one.entry.title: (one.read_at is not None, one.starred) for one in found}


@pytest.fixture
def server() -> FakeServer:
    made = FakeServer()
    for number in range(1, 6):
        made.put(number)
    return made


@pytest.fixture
def device(server: FakeServer) -> Iterator[Device]:
    made = Device(server)
    yield made
    made.library.close()


def test_the_first_sync_brings_feeds_and_what_is_unread_or_starred(server: FakeServer, device: Device) -> None:
    server.items[1].read = True
    server.items[2].read = server.items[2].starred = True
    done = device.sync()
    assert (done.new, done.fetched) == (4, 4)
    assert device.states() == {
        "Story 2": (True, True),
        **{f"Story {number}": (False, False) for number in (3, 4, 5)},
    }
    (feed,) = subscriptions.feeds(device.library)
    assert (feed.url, feed.title) == ("https://courier.example/rss", "Feed feed/1")
    assert entries.content(device.library, device.entry("Story 3").id) == "<p>It was story 3.</p>"


def test_a_servers_feeds_are_asked_by_the_server_alone(device: Device) -> None:
    own = subscriptions.subscribe(device.library, "https://own.example/rss")
    device.sync()
    assert [feed.id for feed in subscriptions.due(device.library, NOW)] == [own]
    accounts.remove(device.library, device.account)
    assert len(subscriptions.due(device.library, NOW)) == 2
    assert len(device.states()) == 5


def test_an_idle_sync_fetches_nothing_and_asks_three_lists(server: FakeServer, device: Device) -> None:
    device.sync()
    server.calls.clear()
    device.sync()
    assert server.calls == ["ClientLogin", "token", "subscription/list", "stream/items/ids", "stream/items/ids"]
    assert sorted(server.contents) == [1, 2, 3, 4, 5]


def test_what_is_done_here_is_told_and_what_is_done_there_is_learnt(server: FakeServer, device: Device) -> None:
    device.sync()
    device.read(1)
    device.star(2)
    server.items[3].read = True
    server.items[4].starred = True
    assert device.sync().told == 2
    assert (server.items[1].read, server.items[2].starred) == (True, True)
    assert device.states()["Story 3"] == (True, False)
    assert device.states()["Story 4"] == (False, True)
    server.items[1].read = server.items[2].starred = False
    device.sync()
    assert device.states()["Story 1"] == device.states()["Story 2"] == (False, False)
    assert outbox.pending(device.library, device.account) == ()


def test_what_is_taken_back_is_told_too(server: FakeServer, device: Device) -> None:
    device.sync()
    device.read(1)
    device.sync()
    actions.undo(device.library)
    device.sync()
    assert not server.items[1].read
    assert device.states()["Story 1"] == (False, False)


def test_a_change_and_its_row_of_the_outbox_are_one_transaction(device: Device) -> None:
    device.sync()
    identity = device.entry("Story 1").id
    with suppress(ZeroDivisionError), device.library.writing():
        actions.mark_read(device.library, [identity], NOW)
        assert len(outbox.pending(device.library, device.account)) == 1
        raise ZeroDivisionError
    assert outbox.pending(device.library, device.account) == ()
    assert device.states()["Story 1"] == (False, False)


def test_a_change_made_while_the_lists_come_wins(server: FakeServer, device: Device) -> None:
    device.sync()
    server.items[2].read = True

    def meanwhile(_: str, answer: bytes) -> bytes:
        device.read(1)
        device.star(2)
        return answer

    server.faults = [lambda _, answer: answer] * 3 + [meanwhile]
    device.sync()
    assert device.states()["Story 1"] == (True, False)
    assert device.states()["Story 2"] == (True, True)
    device.sync()
    assert (server.items[1].read, server.items[2].starred) == (True, True)


def test_an_unanswered_push_is_sent_again(server: FakeServer, device: Device) -> None:
    device.sync()
    device.read(1)
    server.faults = [lambda _, answer: answer] * 2 + [unanswered]
    with pytest.raises(ReaderError):
        device.sync()
    assert len(outbox.pending(device.library, device.account)) == 1
    assert accounts.account(device.library, device.account).error == "no full answer within 30 seconds"
    device.sync()
    assert server.items[1].read
    assert accounts.account(device.library, device.account) == accounts.Account(
        id=device.account, url=URL, user="ada", synced_at=NOW
    )


@pytest.mark.parametrize("at", range(6))
@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
def test_nothing_is_concluded_from_a_faulty_answer(server: FakeServer, device: Device, at: int, fault: object) -> None:
    device.sync()
    server.put(6)
    before = device.states()
    server.faults = [*[lambda _, answer: answer] * at, fault]  # type: ignore[list-item]
    device.try_sync()
    assert {title: state for title, state in device.states().items() if title != "Story 6"} == before
    server.faults = []
    device.sync()
    assert device.states() == before | {"Story 6": (False, False)}


def test_lists_of_many_pages_are_read_to_their_end(server: FakeServer, device: Device) -> None:
    server.page = 2
    device.sync()
    assert len(device.states()) == 5
    server.faults = [lambda _, answer: answer] * 4 + [cut_off]
    server.items[5].read = True
    with pytest.raises(ReaderError):
        device.sync()
    assert device.states()["Story 1"] == (False, False)


def test_an_item_that_the_server_forgot_is_not_marked_as_read(server: FakeServer, device: Device) -> None:
    device.sync()
    del server.items[1]
    server.items[2].read = True
    device.sync()
    assert device.states()["Story 1"] == (False, False)
    assert device.states()["Story 2"] == (True, False)


def test_a_first_sync_that_is_stopped_goes_on_where_it_stood(server: FakeServer, device: Device) -> None:
    for number in range(6, 251):
        server.put(number)
    server.faults = [lambda _, answer: answer] * 6 + [broken]
    with pytest.raises(ReaderError):
        device.sync()
    assert len(device.states()) == 100
    device.sync()
    assert len(device.states()) == 250
    assert len(server.contents) == 250 + 100  # the hundred that were lost on their way


def test_a_story_that_was_read_here_before_stays_read(server: FakeServer, device: Device) -> None:
    feed = subscriptions.subscribe(device.library, "https://elsewhere.example/rss")
    story = Entry(guid="x", url="https://courier.example/1", title="Story 1")
    (known,) = entries.take_in(device.library, feed, [story], NOW)
    actions.mark_read(device.library, [known], NOW)
    device.sync()
    assert device.states()["Story 1"] == (True, False)
    device.sync()
    assert server.items[1].read


def test_a_feed_that_is_left_on_one_side_is_left_on_the_other(server: FakeServer, device: Device) -> None:
    server.feeds["feed/2"] = "https://herald.example/rss"
    device.sync()
    ids = {feed.url: feed.id for feed in subscriptions.feeds(device.library)}
    subscriptions.unsubscribe(device.library, ids["https://courier.example/rss"], NOW)
    device.sync()
    assert list(server.feeds) == ["feed/2"]
    server.feeds = {"feed/3": "https://post.example/rss"}
    device.sync()
    assert [feed.url for feed in subscriptions.feeds(device.library)] == ["https://post.example/rss"]


def test_leaving_that_is_taken_back_is_not_told(server: FakeServer, device: Device) -> None:
    device.sync()
    (feed,) = subscriptions.feeds(device.library)
    subscriptions.unsubscribe(device.library, feed.id, NOW)
    actions.undo(device.library)
    device.sync()
    assert list(server.feeds) == ["feed/1"]
    assert len(device.states()) == 5


def test_a_list_of_no_feeds_leaves_none(server: FakeServer, device: Device) -> None:
    device.sync()
    server.feeds = {}
    device.sync()
    assert len(subscriptions.feeds(device.library)) == 1


def test_a_server_is_found_where_freshrss_has_it(server: FakeServer) -> None:
    def call(request: object) -> bytes:
        url = getattr(request, "url", "")
        return server.call(request) if "/api/greader.php" in url else b"<html>"  # type: ignore[arg-type]

    assert find_server(f"{URL}/", "ada", "secret", SyncOptions(call=call)) == f"{URL}/api/greader.php"
    with pytest.raises(ReaderError, match="login"):
        find_server(URL, "ada", "wrong", SyncOptions(call=call))


class Histories(RuleBasedStateMachine):
    """Two devices, faults at any answer; after both have synced twice all three hold the same states."""

    numbers = st.integers(1, 6)
    which = st.integers(0, 1)

    @initialize()
    def begin(self) -> None:
        self.server = FakeServer(page=3)
        for number in range(1, 7):
            self.server.put(number)
        self.devices = [Device(self.server), Device(self.server)]
        for device in self.devices:
            device.sync()
        self.read_by_somebody: set[int] = set()

    @rule(which=which, number=numbers, value=st.booleans())
    def mark(self, which: int, number: int, value: bool) -> None:
        self.devices[which].read(number, read=value)
        self.read_by_somebody |= {number} if value else set()

    @rule(which=which, number=numbers, value=st.booleans())
    def set_star(self, which: int, number: int, value: bool) -> None:
        self.devices[which].star(number, starred=value)

    @rule(which=which, faults=st.lists(st.sampled_from((None, *FAULTS)), max_size=10))
    def step(self, which: int, faults: list[object]) -> None:
        self.server.faults = [fault or (lambda _, answer: answer) for fault in faults]  # type: ignore[misc]
        self.devices[which].try_sync()
        self.server.faults = []

    def teardown(self) -> None:
        for device in self.devices * 2:
            device.sync()
        at_server = {item.title: (item.read, item.starred) for item in self.server.items.values()}
        for device in self.devices:
            assert device.states() == at_server
            device.library.close()
        read = {int(title.split()[1]) for title, (is_read, _) in at_server.items() if is_read}
        assert read <= self.read_by_somebody


Histories.TestCase.settings = settings(max_examples=60, stateful_step_count=15, deadline=None)
TestHistories = Histories.TestCase
