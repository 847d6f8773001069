from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime

from reader.library import Library, articles, entries, search, sketches, stories, subscriptions
from reader.library.query import parse
from reader.model import Article, Entry


def _words(seed: int, count: int) -> str:
    chance = random.Random(seed)
    return " ".join(f"word{chance.randrange(5000)}" for _ in range(count))


def _keep(library: Library, now: datetime, feed: int, url: str, article: Article) -> int:
    (identity,) = entries.take_in(library, feed, [Entry(guid=url, url=url, title=article.title)], now)
    articles.keep(library, identity, article, '{"schema": 1}', now)
    return identity


def test_a_document_comes_back_as_it_was(library: Library, now: datetime, story: Callable[..., Article]) -> None:
    identity = _keep(
        library, now, subscriptions.subscribe(library, "https://a.example/rss"), "https://a.example/1", story("T", "p")
    )
    assert articles.document(library, identity) == '{"schema": 1}'
    assert articles.document(library, identity + 1) == ""


def test_nearly_the_same_text_is_the_same_story(library: Library, now: datetime, story: Callable[..., Article]) -> None:
    first, second = (
        subscriptions.subscribe(library, "https://a.example/rss"),
        subscriptions.subscribe(library, "https://b.example/rss"),
    )
    wire = _words(1, 400)
    one = _keep(library, now, first, "https://a.example/1", story("Wire", wire))
    two = _keep(library, now, second, "https://b.example/1", story("Wire copy", wire + " With reporting by our desk."))
    _keep(library, now, second, "https://b.example/2", story("Another", _words(2, 400)))
    assert stories.same_story(library, two) == (one,)
    stories.unite(library, one, two)
    (saved,) = (saved for saved in search.entries(library, parse("", now)) if saved.id == one)
    assert len(saved.feeds) == 2
    assert [feed.unread for feed in subscriptions.feeds(library)] == [1, 2]


def test_short_texts_are_never_the_same_story() -> None:
    assert sketches.sketch("the same few words") == ()
