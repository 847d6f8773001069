"""Adding what the user points at, from servers on loopback."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

import pytest

from reader.errors import FeedError, NoArticleError, ReaderError, StatusError
from reader.feeds import Parser
from reader.library import Library, subscriptions
from reader.model import Feed, Page
from reader.newsroom.adding import AddRequest, Kept, Subscribed, _feed_of, add


class Web(Protocol):
    requests: list[bytes]

    def url(self, path: str = "/") -> str: ...
    def page(self, path: str, body: bytes, *, headers: dict[str, str] | None = None) -> str: ...
    def redirect(self, path: str, location: str, *, status: int = 302) -> str: ...


Adding = Callable[..., Subscribed | Kept]


@pytest.fixture
def adding(library: Library, now: datetime) -> Adding:
    def run(
        source: str, *, as_feed: bool = False, as_article: bool = False, folder: str = "", tags: tuple[str, ...] = ()
    ) -> Subscribed | Kept:
        wanted = AddRequest(
            source=source,
            as_feed=as_feed,
            as_article=as_article,
            folder=folder,
            tags=tags,
            timeout=5,
            pause=0,
            clock=lambda: now,
        )
        return add(library, wanted)

    return run


def test_a_feeds_own_address_is_followed_and_asked_once(
    web: Web, library: Library, feed: bytes, adding: Adding, now: datetime
) -> None:
    url = web.page("/rss", feed, headers={"Content-Type": "application/rss+xml", "ETag": '"v1"'})
    done = adding(url, folder="Local", tags=("sea",))
    assert isinstance(done, Subscribed)
    assert (done.feed.url, done.feed.title, done.feed.folder, done.feed.tags) == (url, "Courier", "Local", ("sea",))
    assert (done.feed.unread, done.feed.etag, len(done.new), done.was_followed) == (2, '"v1"', 2, False)
    assert len(web.requests) == 1
    assert subscriptions.due(library, now) == ()


def test_following_twice_is_told(web: Web, feed: bytes, adding: Adding) -> None:
    url = web.page("/rss", feed)
    adding(url)
    again = adding(url)
    assert isinstance(again, Subscribed)
    assert again.was_followed
    assert again.new == ()


def test_a_feed_is_found_from_any_page_that_names_it(web: Web, feed: bytes, page: bytes, adding: Adding) -> None:
    web.page("/rss", feed)
    web.page("/broken", b"<html>no feed</html>")
    links = b"".join(
        b'<link rel="alternate" type="application/rss+xml" href="%s">' % path for path in (b"/broken", b"/rss", b"/other")
    )
    done = adding(web.page("/news/story", page.replace(b"<head>", b"<head>" + links)))
    assert isinstance(done, Subscribed)
    assert done.feed.url == web.url("/rss")
    assert done.others == (web.url("/broken"), web.url("/other"))


def test_a_sites_feed_is_looked_for_in_the_usual_places(web: Web, feed: bytes, adding: Adding) -> None:
    web.page("/", b"<html><body><p>Welcome to the Courier.</p></body></html>")
    web.page("/feed.xml", feed)
    done = adding(web.url("/"))
    assert isinstance(done, Subscribed)
    assert done.feed.url == web.url("/feed.xml")


def test_a_page_that_names_no_feed_is_kept(web: Web, page: bytes, adding: Adding) -> None:
    done = adding(web.page("/news/story", page), tags=("sea",))
    assert isinstance(done, Kept)
    assert (done.saved.entry.title, done.saved.has_article, done.saved.tags) == ("Harbour wall falls", True, ("sea",))
    assert done.saved.feeds == ()
    assert len(web.requests) == 1


def test_a_page_is_kept_as_an_article_if_the_user_says_so(web: Web, page: bytes, adding: Adding) -> None:
    link = b'<head><link rel="alternate" type="application/rss+xml" href="/rss">'
    done = adding(web.page("/story", page.replace(b"<head>", link)), as_article=True)
    assert isinstance(done, Kept)


def test_a_file_is_kept_and_stays_one_entry_however_often(
    tmp_path: Path, page: bytes, adding: Adding, library: Library
) -> None:
    path = tmp_path / "story.html"
    path.write_bytes(page)
    first, again = adding(str(path)), adding(str(path))
    assert isinstance(first, Kept)
    assert isinstance(again, Kept)
    assert first.saved.id == again.saved.id
    assert library.value("SELECT count(*) FROM entries") == 1


def test_the_charset_of_the_header_counts_for_a_kept_page(web: Web, page: bytes, adding: Adding) -> None:
    body = page.decode().replace("Harbour wall falls", "Причал обрушился").encode("cp1251")
    done = adding(web.page("/story", body, headers={"Content-Type": "text/html; charset=windows-1251"}))
    assert isinstance(done, Kept)
    assert done.saved.entry.title == "Причал обрушился"


def test_what_is_neither_is_told(web: Web, adding: Adding, library: Library) -> None:
    with pytest.raises(FeedError, match="no feed was found"):
        adding(web.page("/", b"<html><body></body></html>"))
    with pytest.raises(FeedError, match="no feed was found"):
        adding(web.page("/x", b"<html><body><p>Hello.</p></body></html>"), as_feed=True)
    with pytest.raises(NoArticleError):
        adding(web.page("/y", b"<html><body></body></html>"))
    with pytest.raises(StatusError):
        adding(web.url("/missing"))
    assert library.value("SELECT count(*) FROM feeds") == 0


def test_a_feed_that_has_moved_for_good_is_followed_where_it_is(web: Web, feed: bytes, adding: Adding) -> None:
    url = web.page("/new", feed)
    done = adding(web.redirect("/old", url, status=301))
    assert isinstance(done, Subscribed)
    assert done.feed.url == url


class Slow(Parser):
    def parse(self, body: bytes, *, url: str = "", media_type: str = "", charset: str | None = None) -> Feed:
        raise FeedError("it cannot be read within 5 seconds")


def test_a_feed_that_is_too_slow_to_read_is_no_article(feed: bytes, now: datetime) -> None:
    wanted = AddRequest(source="https://courier.example/rss", pause=0)
    page = Page(url=wanted.source, final_url=wanted.source, body=feed, fetched_at=now)
    with Slow() as parser:
        with pytest.raises(FeedError, match="within 5 seconds"):
            _feed_of(parser, page, wanted)
        assert _feed_of(parser, replace(page, body=b"<h1>Wall falls</h1><p>It fell in the night.</p>"), wanted) is None


def test_a_name_longer_than_any_file_is_a_site_that_is_not_there(adding: Adding) -> None:
    with pytest.raises(ReaderError):
        adding("x" * 5000 + ".invalid")


def test_a_feed_may_be_asked_again_where_it_was_reached(web: Web, feed: bytes, adding: Adding) -> None:
    done = adding(web.page("/rss", feed, headers={"Content-Type": "application/rss+xml"}))
    assert isinstance(done, Subscribed)
    assert done.feed.is_private


def test_a_page_whose_feed_cannot_be_had_is_not_kept_instead(web: Web, library: Library, adding: Adding, page: bytes) -> None:
    link = b"<link rel=alternate type=application/rss+xml href=/not-there>"
    url = web.page("/a", page.replace(b"</head>", link + b"</head>"), headers={"Content-Type": "text/html"})
    with pytest.raises(FeedError, match=r"not-there: its feed cannot be had: the server says 404"):
        adding(url)
    assert library.value("SELECT count(*) FROM entries") == 0
    assert isinstance(adding(url, as_article=True), Kept)
