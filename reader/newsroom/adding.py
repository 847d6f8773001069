"""What the user points at becomes a subscription or a kept article: a feed is found from any page of a site, or its name."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from reader import sources
from reader.errors import FeedError, FetchError, NoArticleError, ReaderError
from reader.feeds import Parser, candidates, discover, read_later
from reader.formats.entry_markup import with_enclosures
from reader.library import Library, actions, entries, subscriptions
from reader.model import Feed, Page, Saved, Subscription
from reader.model.address import display_url, with_credentials
from reader.newsroom.host_queue import PAUSE
from reader.newsroom.keeping import keep_article, stored
from reader.newsroom.reading import Request, annotate_reading, looks_like_feed, read_article
from reader.newsroom.schedule import after_answer

_MOST = 5
"""Feeds of one page that are tried, until one of them is a feed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddRequest:
    """What the user points at, and what to make of it."""

    source: str
    """A URL, a site's bare name, a file, or `seed:NAME`."""
    as_feed: bool = False
    """Never keep it as an article."""
    as_article: bool = False
    """Look for no feed."""
    folder: str = ""
    tags: tuple[str, ...] = ()
    """Of the feed, or of the article."""
    replacing: bool = False
    """Take the place of what was kept of the same page before, and leave no version of it."""
    timeout: float = 30.0
    """Seconds for each request."""
    pause: float = PAUSE
    """Seconds between two requests to the site."""
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscribed:
    """A feed is followed now."""

    feed: Subscription
    new: tuple[int, ...]
    """Ids of its entries that were not in the library."""
    was_followed: bool
    others: tuple[str, ...] = ()
    """Addresses of further feeds that the page names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An article is in the library now."""

    saved: Saved
    is_older: bool = False
    """What was kept before stays: the page has less than half of its words now."""


def add(library: Library, wanted: AddRequest) -> Subscribed | Kept:
    """Subscribe to a feed, or keep an article.

    A feed is subscribed to, and so is the first that a page names; a page that names none is kept as an article, unless it
    is a site's front page: there a feed is looked for where sites usually keep one.

    Raises:
        ReaderError: it cannot be fetched, or is neither.
    """
    source = _with_scheme(wanted.source)
    if wanted.as_article or not sources.is_url(source):
        return _keep(library, wanted, source, None)
    page = _fetched(source, wanted)
    with Parser() as parser:
        found = _feed_of(parser, page, wanted)
    if found is not None:
        return _subscribe(library, wanted, *found)
    if wanted.as_feed or _is_front(page):
        raise FeedError("no feed was found there", source=display_url(wanted.source), advice="give the feed's own address")
    return _keep(library, wanted, source, page)


def _with_scheme(source: str) -> str:
    name = source.partition("/")[0].partition(":")[0]
    if ":" in source.partition("/")[0] and not source.partition(":")[2][:1].isdecimal():
        return source
    is_name = "." in name.strip(".") and " " not in source and name.rpartition(".")[2].isalpha()
    return f"https://{source}" if is_name and not os.path.exists(source) else source  # noqa: PTH110 - a Path raises on long names


def _fetched(url: str, wanted: AddRequest, *, linked: bool = False) -> Page:
    page = sources.fetch(url, timeout=wanted.timeout, linked=linked)
    if not isinstance(page, Page):  # no validators were sent
        raise FetchError("the server says that nothing has changed since never", source=url, advice="try again later")
    return page


def _feed_of(parser: Parser, page: Page, wanted: AddRequest) -> tuple[Page, Feed, tuple[str, ...]] | None:
    """Return the feed that a page is or names, with its own page, and the further ones that it names."""
    try:
        return page, _parsed(parser, page), ()
    except FeedError:
        if looks_like_feed(page.body):  # too slow to read, or broken: but no article
            raise
    named = [address for address, _ in discover(page.body, page.final_url)]
    tried = named[:_MOST] or (candidates(page.final_url) if wanted.as_feed or _is_front(page) else ())
    failure: ReaderError | None = None
    for address in tried:
        time.sleep(wanted.pause)
        try:
            # What stands on the user's own machine or network may lead there, as the user did; a stranger's page may not.
            its_own = with_credentials(address, of=_with_scheme(wanted.source))
            answer = _fetched(its_own, wanted, linked=not page.is_private or _host(address) != _host(page.final_url))
            return answer, _parsed(parser, answer), tuple(other for other in named if other != address)
        except ReaderError as error:
            failure = failure or error
    if named and failure is not None:
        problem = f"its feed cannot be had: {failure.problem}"
        raise FeedError(problem, source=display_url(named[0]), advice="--article keeps the page itself") from failure
    return None


def _parsed(parser: Parser, page: Page) -> Feed:
    return parser.parse(page.body, url=page.final_url, media_type=page.media_type, charset=page.charset)


def _subscribe(library: Library, wanted: AddRequest, page: Page, feed: Feed, others: tuple[str, ...]) -> Subscribed:
    now, address = wanted.clock(), with_credentials(page.moved_to or page.url, of=_with_scheme(wanted.source))
    with library.writing():
        was_followed = any(one.url == address for one in subscriptions.feeds(library))
        identity = subscriptions.subscribe(
            library, address, folder=wanted.folder, tags=wanted.tags, is_private=page.is_private
        )
        new = entries.take_in(library, identity, [replace(one, content=with_enclosures(one)) for one in feed.entries], now)
        body_hash = hashlib.blake2b(page.body, digest_size=16).hexdigest()
        subscriptions.note(library, identity, after_answer(page, feed, body_hash, now))
    known = subscriptions.feed(library, identity)
    return Subscribed(feed=known, new=new, was_followed=was_followed, others=others)


def _keep(library: Library, wanted: AddRequest, source: str, page: Page | None) -> Kept:
    try:
        reading = annotate_reading(read_article(Request(source=source, timeout=wanted.timeout), page))
    except NoArticleError as error:
        raise NoArticleError("there is no article in it, nor a feed", source=display_url(wanted.source)) from error
    if not sources.is_url(source) and read_later.read(reading.page.body) is not None:
        raise NoArticleError("this is a list of saved pages, no article", source=source, advice=f"reader import {source}")
    identity = keep_article(library, reading.article, wanted.clock(), source=source, replacing=wanted.replacing)
    for tag in wanted.tags:
        actions.tag(library, [identity], tag, wanted.clock())
    is_older = stored(library, identity) != reading.article
    return Kept(saved=entries.entry(library, identity), is_older=is_older)


def _is_front(page: Page) -> bool:
    try:
        return urlsplit(page.final_url).path in ("", "/")
    except ValueError:
        return False


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
