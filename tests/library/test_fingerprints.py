from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime

from reader.library import Library, articles, duplicates, entries, fingerprints, search, subscriptions
from reader.library.query import parse
from reader.model import Article, Entry


def _words(seed: int, count: int) -> str:
    chance = random.Random(seed)
    return " ".join(f"word{chance.randrange(5000)}" for _ in range(count))


def _keep(library: Library, now: datetime, feed: int, url: str, article: Article) -> int:
    (identity,) = entries.take_in(library, feed, [Entry(guid=url, url=url, title=article.title)], now)
    articles.keep(library, identity, article, '{"schema": 1}', now)
    return identity


def test_nearly_the_same_text_is_the_same_story(library: Library, now: datetime, story: Callable[..., Article]) -> None:
    first, second = (
        subscriptions.subscribe(library, "https://a.example/rss"),
        subscriptions.subscribe(library, "https://b.example/rss"),
    )
    wire = _words(1, 400)
    one = _keep(library, now, first, "https://a.example/1", story("Wire", wire))
    two = _keep(library, now, second, "https://b.example/1", story("Wire copy", wire + " With reporting by our desk."))
    _keep(library, now, second, "https://b.example/2", story("Another", _words(2, 400)))
    assert duplicates.find_duplicates(library, two) == (one,)
    duplicates.merge_into(library, one, two)
    (saved,) = (saved for saved in search.entries(library, parse("", now)) if saved.id == one)
    assert len(saved.feeds) == 2
    assert [feed.unread for feed in subscriptions.feeds(library)] == [1, 2]


def test_short_texts_are_never_the_same_story() -> None:
    assert fingerprints.sketch("the same few words") == ()


def test_texts_in_scripts_without_spaces_are_compared_too() -> None:
    text = "東京都は新しい防災計画を発表した。港の壁は来年の春までに高くなる。市長は住民の声を聞くと話した。" * 2
    assert len(fingerprints.sketch(text)) == fingerprints.SKETCH
    assert len(set(fingerprints.sketch(text)) & set(fingerprints.sketch(text + "以上。"))) >= duplicates.SAME
