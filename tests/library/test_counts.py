from __future__ import annotations

from datetime import datetime

from reader.library import Library, actions, entries, subscriptions
from reader.library.counts import tag_names, unread_by_query, unread_by_tag
from reader.model import Entry


def _filled(library: Library, now: datetime) -> tuple[int, ...]:
    feed = subscriptions.subscribe(library, "https://courier.example/rss", tags=["Local"])
    ids = entries.take_in(library, feed, [Entry(guid=str(n), title=f"Harbour {n}") for n in range(4)], now)
    actions.tag(library, ids[:2], "sea", now)
    actions.tag(library, ids[1:2], "ash", now)
    return ids


def test_tags_of_entries_and_of_feeds_stand_in_one_alphabet(library: Library, now: datetime) -> None:
    _filled(library, now)
    assert tag_names(library) == ("ash", "Local", "sea")


def test_unread_entries_are_counted_under_their_own_tags_and_their_feeds(library: Library, now: datetime) -> None:
    ids = _filled(library, now)
    assert unread_by_tag(library) == {"ash": 1, "Local": 4, "sea": 2}
    actions.mark_read(library, ids[1:2], now)
    actions.delete(library, ids[3:], now)
    assert unread_by_tag(library) == {"ash": 0, "Local": 2, "sea": 1}


def test_a_query_that_cannot_be_read_is_counted_nowhere(library: Library, now: datetime) -> None:
    ids = _filled(library, now)
    actions.mark_read(library, ids[:1], now)
    assert unread_by_query(library, {"all": "", "sea": "tag:sea", "broken": "(sea"}, now) == {"all": 3, "sea": 1}
