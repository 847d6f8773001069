"""Asking the feeds that are due, and keeping what is new in them.

Requests run in threads, everything else (parsing's answers, the library) in the caller's: SQLite's connection stays where it
was opened.  A failure is a value in the stream, so that one broken feed stops no other.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from reader import sources
from reader.errors import FetchError, ReaderError
from reader.feeds import Parser
from reader.formats.entry_markup import with_enclosures
from reader.library import Library, entries, subscriptions
from reader.model import NotModified, Page, Subscription
from reader.model.address import display_url, with_credentials
from reader.newsroom.host_queue import PAUSE, HostQueue, HostTask
from reader.newsroom.keeping import file_story, request_for
from reader.newsroom.reading import Reading, Request, read_annotated
from reader.newsroom.rules import Rule, RuleHit, apply_rules
from reader.newsroom.schedule import after_answer, after_failure, host_wait


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """A feed answered; what was new in it is kept."""

    feed: Subscription
    new: tuple[int, ...]
    """Ids of the new entries; empty: nothing is new, or the feed has not changed at all."""
    hits: tuple[RuleHit, ...] = ()
    """What the user's rules selected among them."""
    problem: str = ""
    """What is wrong with the feed though it could be read; empty if nothing is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAhead:
    """The page of a new entry was fetched and is kept, or could not be."""

    entry: int
    error: ReaderError | None = None
    """None: it is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """A feed gave nothing; when it is asked again is noted."""

    feed: Subscription
    error: ReaderError


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    feed: Subscription
    result: Page | NotModified | ReaderError


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    entry: int
    result: Reading | ReaderError


@dataclass(frozen=True, slots=True, kw_only=True)
class RefreshOptions:
    """On what terms feeds are asked."""

    timeout: float = 30.0
    """Seconds for one feed or page."""
    pause: float = PAUSE
    """Seconds between two requests to one host."""
    rules: tuple[Rule, ...] = ()
    """What is done with entries as they arrive."""
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    chance: Callable[[], float] = random.random


def refresh(
    library: Library,
    chosen: Sequence[int] | None = None,
    *,
    options: RefreshOptions | None = None,
) -> Iterator[Refreshed | ReadAhead | Failed]:
    """Ask feeds what is new, and keep it.

    Args:
        library: where.
        chosen: ids of the feeds that the user wants now: those are asked before their time too, unless their server has
            asked to be left alone.  None: all that are due.
        options: on what terms.

    Yields:
        One `Refreshed` or `Failed` for each feed that was asked, as they come, and a `ReadAhead` for each page.
    """
    options = options or RefreshOptions()
    wanted = feeds_to_ask(library, chosen, options.clock())
    for feed in _forbidden(library, chosen, options.clock()):
        yield Failed(feed=feed, error=_left_alone(feed))
    with Parser() as parser:
        queue = HostQueue([_feed_task(feed, options) for feed in wanted], pause=options.pause)
        for result in queue:
            match result:
                case _Read():
                    yield _keep_page(library, result, options)
                case _Answer(feed=feed, result=ReaderError() as error):
                    yield _fail(library, queue, feed, error, options)
                case _Answer(feed=feed, result=Page() | NotModified() as answer):
                    try:
                        new = _take_in(library, parser, feed, answer, options)
                    except ReaderError as error:
                        yield _fail(library, queue, feed, error, options)
                        continue
                    hits = apply_rules(library, options.rules, new, options.clock())
                    hidden = {one for hit in hits if "hide" in hit.rule.actions for one in hit.entries}
                    new = tuple(one for one in new if one not in hidden)
                    if feed.read_ahead:
                        _read_ahead(library, queue, new, options)
                    yield Refreshed(feed=feed, new=new, hits=hits, problem=subscriptions.feed(library, feed.id).error)


def host_of(url: str) -> str:
    """Return the host that a request goes to, for counting requests."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def feeds_to_ask(library: Library, chosen: Sequence[int] | None, now: datetime) -> list[Subscription]:
    """Return the feeds that `refresh` asks."""
    due = list(subscriptions.due(library, now))
    if chosen is None:
        return due
    known = {feed.id: feed for feed in subscriptions.feeds(library)}
    wanted = [known[identity] for identity in dict.fromkeys(chosen) if identity in known]
    forbidden = {feed.id for feed in _forbidden(library, chosen, now)}
    return [feed for feed in wanted if feed.id not in forbidden and not feed.gone]


def _forbidden(library: Library, chosen: Sequence[int] | None, now: datetime) -> list[Subscription]:
    """Return the feeds that the user names, and whose server wants to be left alone."""
    wanted = set(chosen or ())
    return [feed for feed in subscriptions.feeds(library) if feed.id in wanted and feed.not_before and feed.not_before > now]


def _left_alone(feed: Subscription) -> FetchError:
    until = _local(feed.not_before) if feed.not_before else "later"
    return FetchError(
        f"the server wants to be left alone until {until}", source=display_url(feed.url), advice="try again then"
    )


def _local(time: datetime) -> str:
    return f"{time.astimezone():%Y-%m-%d %H:%M}"


def _feed_task(feed: Subscription, options: RefreshOptions) -> HostTask[_Answer | _Read]:
    def run() -> _Answer:
        try:
            page = sources.fetch(
                feed.url,
                timeout=options.timeout,
                linked=not (feed.is_private and sources.is_url(feed.url)),
                etag=feed.etag,
                last_modified=feed.last_modified,
            )
        except ReaderError as error:
            return _Answer(feed=feed, result=error)
        except Exception as error:  # noqa: BLE001 - a fault of ours with one feed must not end the round of all
            return _Answer(feed=feed, result=FetchError(f"an unexpected {type(error).__name__}", source=display_url(feed.url)))
        return _Answer(feed=feed, result=replace(page, moved_to=with_credentials(page.moved_to, of=feed.url)))

    return HostTask(host_of(feed.url), run)


def _take_in(
    library: Library, parser: Parser, feed: Subscription, answer: Page | NotModified, options: RefreshOptions
) -> tuple[int, ...]:
    now = options.clock()
    if isinstance(answer, NotModified):
        subscriptions.note(library, feed.id, after_answer(answer, None, feed.body_hash, now))
        return ()
    body_hash = hashlib.blake2b(answer.body, digest_size=16).hexdigest()
    if body_hash == feed.body_hash:
        subscriptions.note(library, feed.id, after_answer(answer, None, body_hash, now))
        return ()
    parsed = parser.parse(answer.body, url=answer.final_url, media_type=answer.media_type, charset=answer.charset)
    with library.writing():
        new = entries.take_in(library, feed.id, [replace(one, content=with_enclosures(one)) for one in parsed.entries], now)
        subscriptions.note(library, feed.id, after_answer(answer, parsed, body_hash, now))
    return new


def _fail(
    library: Library, queue: HostQueue[_Answer | _Read], feed: Subscription, error: ReaderError, options: RefreshOptions
) -> Failed:
    now = options.clock()
    outcome = after_failure(feed, error, now, options.chance())
    subscriptions.note(library, feed.id, outcome)
    if not outcome.gone:
        error.advice = f"{error.advice}; next try {_local(outcome.next_fetch)}".removeprefix("; ")
    wait = host_wait(error)
    if wait is not None:
        host = host_of(feed.url)
        queue.drop(host)
        others = [one.id for one in subscriptions.feeds(library) if host_of(one.url) == host]
        subscriptions.postpone(library, others, now + wait)
    return Failed(feed=feed, error=error)


def _read_ahead(library: Library, queue: HostQueue[_Answer | _Read], new: Sequence[int], options: RefreshOptions) -> None:
    for identity in new:
        if entries.entry(library, identity).entry.url:
            queue.add(_page_task(identity, request_for(library, identity, timeout=options.timeout)))


def _page_task(identity: int, request: Request) -> HostTask[_Answer | _Read]:
    url = request.source

    def run() -> _Read:
        try:
            return _Read(entry=identity, result=read_annotated(request))
        except ReaderError as error:
            return _Read(entry=identity, result=error)
        except Exception as error:  # noqa: BLE001 - as above
            return _Read(entry=identity, result=FetchError(f"an unexpected {type(error).__name__}", source=url))

    return HostTask(host_of(url), run)


def _keep_page(library: Library, read: _Read, options: RefreshOptions) -> ReadAhead:
    if isinstance(read.result, ReaderError):
        return ReadAhead(entry=read.entry, error=read.result)
    file_story(library, read.entry, read.result.article, options.clock())
    return ReadAhead(entry=read.entry)
