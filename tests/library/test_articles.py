from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from reader.library import Library, articles, entries, subscriptions
from reader.model import Article, Entry


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
