from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime

from reader.library import Library, actions, articles, duplicates, entries, search, subscriptions
from reader.library.query import parse
from reader.model import Article, Entry


def _words(seed: int, count: int) -> str:
    chance = random.Random(seed)
    return " ".join(f"word{chance.randrange(5000)}" for _ in range(count))


def _keep(library: Library, now: datetime, feed: int, url: str, article: Article) -> int:
    (identity,) = entries.take_in(library, feed, [Entry(guid=url, url=url, title=article.title)], now)
    articles.keep(library, identity, article, '{"schema": 1}', now)
    return identity


def test_of_two_entries_of_one_story_the_kept_one_has_all_marks_and_addresses(
    library: Library, now: datetime, story: Callable[..., Article]
) -> None:
    first, second = (subscriptions.subscribe(library, f"https://{name}.example/rss") for name in "ab")
    wire = _words(3, 200)
    one = _keep(library, now, first, "https://a.example/1", story("Wire", wire))
    two = _keep(library, now, second, "https://b.example/1", story("Wire", wire))
    actions.mark_read(library, [two], now)
    actions.star(library, [two], now)
    actions.tag(library, [two], "sea", now)
    duplicates.merge_into(library, one, two)
    (saved,) = search.entries(library, parse("", now))
    assert (saved.id, saved.starred, saved.tags, saved.read_at) == (one, True, ("sea",), now)
    assert entries.at(library, "https://b.example/1") == one
    assert [feed.unread for feed in subscriptions.feeds(library)] == [0, 0]
    assert entries.take_in(library, second, [Entry(guid="https://b.example/1", url="https://b.example/1")], now) == ()


def test_two_reports_of_one_paper_are_two_stories_however_alike(
    library: Library, now: datetime, story: Callable[..., Article]
) -> None:
    feed = subscriptions.subscribe(library, "https://a.example/rss")
    for number in range(2):
        identity = _keep(library, now, feed, f"https://a.example/{number}", story(f"Markets {number}", _words(4, 300)))
    assert duplicates.find_duplicates(library, identity) == ()
