from __future__ import annotations

import random
from collections.abc import Callable
from datetime import datetime

from reader.library import Library, actions, articles, duplicates, entries, fingerprints, search, subscriptions
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
    assert duplicates.find_duplicates(library, two) == (one,)
    duplicates.merge_into(library, one, two)
    (saved,) = (saved for saved in search.entries(library, parse("", now)) if saved.id == one)
    assert len(saved.feeds) == 2
    assert [feed.unread for feed in subscriptions.feeds(library)] == [1, 2]


def test_short_texts_are_never_the_same_story() -> None:
    assert fingerprints.sketch("the same few words") == ()


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


def test_texts_in_scripts_without_spaces_are_compared_too() -> None:
    text = "東京都は新しい防災計画を発表した。港の壁は来年の春までに高くなる。市長は住民の声を聞くと話した。" * 2
    assert len(fingerprints.sketch(text)) == fingerprints.SKETCH
    assert len(set(fingerprints.sketch(text)) & set(fingerprints.sketch(text + "以上。"))) >= duplicates.SAME
