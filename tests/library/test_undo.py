from __future__ import annotations

from datetime import datetime

from reader.library import Library, actions, entries, subscriptions
from reader.model import Entry


def _three(library: Library, now: datetime) -> tuple[int, tuple[int, ...]]:
    feed = subscriptions.subscribe(library, "https://a.example/rss", title="A")
    return feed, entries.take_in(library, feed, [Entry(guid=str(i), title=f"harbour {i}") for i in range(3)], now)


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
