from __future__ import annotations

from datetime import datetime

from reader.library import Library, actions, entries, journal, search, subscriptions
from reader.library.query import parse
from reader.model import Entry


def _three(library: Library, now: datetime) -> tuple[int, tuple[int, ...]]:
    feed = subscriptions.subscribe(library, "https://a.example/rss", title="A")
    return feed, entries.take_in(library, feed, [Entry(guid=str(i), title=f"harbour {i}") for i in range(3)], now)


def test_an_action_that_changes_nothing_is_not_in_the_journal(library: Library, now: datetime) -> None:
    _, ids = _three(library, now)
    actions.star(library, ids, now)
    assert actions.star(library, ids, now) == 0
    assert actions.undo(library) == "star"
    assert not any(saved.starred for saved in search.entries(library, parse("", now)))


def test_what_the_journal_forgets_is_deleted_for_good(library: Library, now: datetime) -> None:
    _, ids = _three(library, now)
    actions.delete(library, ids[:1], now)
    assert journal.forget(library) == 0
    for _ in range(journal.LENGTH):
        actions.star(library, ids[1:2], now, starred=not entries.entry(library, ids[1]).starred)
    assert journal.forget(library) == 1
    assert library.value("SELECT count(*) FROM entries") == 2
    assert library.value("SELECT count(*) FROM texts") == 2
