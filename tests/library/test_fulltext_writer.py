from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from reader.library import Library, actions, articles, entries, search, subscriptions
from reader.library.query import parse
from reader.model import Article, Entry


@pytest.fixture
def shelf(library: Library, now: datetime, story: Callable[..., Article]) -> Library:
    """Four entries: two of the Courier's, one of the Herald's, one kept by hand in Japanese."""
    courier = subscriptions.subscribe(library, "https://courier.example/rss", title="Courier", tags=["local"])
    herald = subscriptions.subscribe(library, "https://herald.example/rss", title="Herald", folder="National")

    def add(feed: int | None, days: int, article: Article) -> int:
        entry = Entry(
            guid=article.title, title=article.title, url=f"https://x.example/{days}", published=now - timedelta(days=days)
        )
        (identity,) = entries.take_in(library, feed, [entry], now)
        articles.keep(library, identity, article, "{}", now)
        return identity

    ada = ("Ada Ferreira", "engineer")
    add(
        courier,
        1,
        story("Harbour wall falls", "Ada Ferreira said the wall had cracks.", people=[ada], said=[(0, "the wall had cracks")]),
    )
    read = add(courier, 3, story("Café opens", "A café by the harbour opens on Monday, Ada Ferreira hopes.", people=[ada]))
    star = add(herald, 40, story("Budget passed", "The harbour wall gets its money, and the bridge too."))
    add(None, 2, story("東京都の防災計画", "東京都は新しい防災計画を発表した。"))
    actions.mark_read(library, [read], now)
    actions.star(library, [star], now)
    actions.tag(library, [read], "food", now)
    return library


def test_words_that_stood_there_before_are_forgotten(shelf: Library, now: datetime, story: Callable[..., Article]) -> None:
    (found,) = search.ids(shelf, parse("cracks", now))
    articles.keep(shelf, found, story("Harbour wall falls", "Nothing new."), "{}", now)
    assert search.ids(shelf, parse("cracks", now)) == ()
    assert search.ids(shelf, parse("nothing", now)) == (found,)
