"""Articles into the library and out of it: kept under an entry, opened again without a network."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import urlsplit

from reader.errors import LibraryError, NoArticleError, ReaderError
from reader.formats import from_json, to_json
from reader.library import Library, actions, articles, duplicates, entries, journal, subscriptions
from reader.model import Article, Entry, Heading, Run, Saved
from reader.newsroom.entry_content import entry_blocks
from reader.newsroom.entry_reading import EntryRequest, as_reading
from reader.newsroom.reading import Reading, Request, annotate_reading, read_annotated
from reader.sources import SEED, STDIN, file_url, is_url


def file_story(library: Library, identity: int, article: Article, now: datetime, *, replacing: bool = False) -> int:
    """Keep an entry's article; the same story from other feeds becomes part of it.  Return the entry's id.

    What was kept of it before can be put back by `undo`, unless it is to be replaced.
    """
    with library.writing() as connection:
        version = articles.keep(library, identity, article, to_json(article, indent=None), now, replacing=replacing)
        if version is not None:
            journal.note(connection, f"keep {article.title} anew", now, {"version": version})
        for other in duplicates.find_duplicates(library, identity):
            duplicates.merge_into(library, identity, other)
    return identity


def keep_article(library: Library, article: Article, now: datetime, *, source: str = "", replacing: bool = False) -> int:
    """Keep an article that is in no feed; return its entry's id, the one that it has had if it was kept before.

    Args:
        library: where.
        article: annotated.
        now: when.
        source: where it is from.
        replacing: take the place of what was kept of it before, and leave no version of it.
    """
    url = _address(article, source)
    with library.writing():
        identity = entries.at(library, url) if url else None
        if identity is None:
            published = _in_utc(article.published)
            entry = Entry(
                guid=url, url=url, title=article.title, byline=article.byline, published=published, summary=article.summary
            )
            new = entries.take_in(library, None, [entry], now)
            identity = new[0] if new else entries.at(library, url)
        assert identity is not None
        return file_story(library, identity, article, now, replacing=replacing)


def _address(article: Article, source: str) -> str:
    """Return by what an article is known: its page's address, a file by its whole path, standard input by its words."""
    if source == STDIN:
        words = "\n".join(block.text for block in article.blocks)
        return article.url or f"text:{hashlib.blake2b(words.encode('utf-8', 'replace'), digest_size=16).hexdigest()}"
    if not source or is_url(source) or source.startswith(SEED):
        return article.url or source
    return file_url(source)


def _in_utc(published: datetime | None) -> datetime | None:
    try:
        return published.astimezone(UTC) if published else None
    except OverflowError:  # the first or the last day of the calendar
        return published


def keep_marked(
    library: Library, article: Article, now: datetime, *, source: str = "", star: bool = False, tag: str = ""
) -> int:
    """Do as `keep_article`, and star or tag the entry in the same step."""
    with library.writing():
        identity = keep_article(library, article, now, source=source)
        if star:
            actions.star(library, [identity], now)
        if tag:
            actions.tag(library, [identity], tag, now)
    return identity


def stored(library: Library, identity: int) -> Article | None:
    """Return the article that is kept of an entry; None: none is, or it cannot be read any more and must be fetched anew."""
    document = articles.document(library, identity)
    if not document:
        return None
    try:
        return from_json(document)
    except ReaderError:
        return None


def request_for(library: Library, identity: int, *, timeout: float = 30.0, offline: bool = False) -> Request:
    """Return what is to be read when an entry is opened.

    A feed named its address, so only public ones are good; but what stands beside a feed in the user's own network goes.

    Raises:
        LibraryError: there is no such entry.
        NoArticleError: the entry has no page.
    """
    saved = entries.entry(library, identity)
    if not is_url(saved.entry.url):
        raise NoArticleError("this entry has no page of its own", source=saved.entry.title, advice="read the feed's own text")
    feeds = subscriptions.of_entry(library, identity)
    is_beside = any(feed.is_private and _server(feed.url) == _server(saved.entry.url) for feed in feeds)
    return Request(source=saved.entry.url, timeout=timeout, offline=offline, linked=bool(feeds) and not is_beside)


def _server(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    return f"{parts.scheme}://{parts.netloc}".lower()


def read_entry_page(
    library: Library, identity: int, now: datetime, *, timeout: float = 30.0, offline: bool = False
) -> Reading:
    """Fetch an entry's page, read and keep it.

    Raises:
        LibraryError: there is no such entry, or it cannot be kept.
        SourceError: its page cannot be fetched.
        NoArticleError: there is no article in it.
    """
    reading = read_annotated(request_for(library, identity, timeout=timeout, offline=offline))
    file_story(library, identity, reading.article, now)
    return reading


def open_entry(request: EntryRequest, now: datetime) -> tuple[Reading, ReaderError | None]:
    """Return what there is to read of an entry, and what stood in the way of more; None: nothing did.

    A page that is fetched is kept.  Where none can be, the feed's own text is returned.

    Raises:
        LibraryError: there is no such entry, or the library cannot be used.
    """
    with Library(request.library) as library:
        failure = None
        if not request.own_text:
            kept = stored(library, request.entry)
            if kept is not None:
                return as_reading(kept, now), None
            try:
                return read_entry_page(library, request.entry, now, timeout=request.timeout, offline=request.offline), None
            except LibraryError:
                raise
            except ReaderError as error:
                failure = error
        return annotate_reading(as_reading(feed_text(library, request.entry), now)), failure


def entry_article(library: Library, identity: int, now: datetime, *, timeout: float = 30.0, offline: bool = False) -> Article:
    """Return an entry's article: the one that is kept, else its page, fetched, read and kept.

    Raises:
        LibraryError: there is no such entry, or it cannot be kept.
        SourceError: its page cannot be fetched.
        NoArticleError: there is no article in it.
    """
    return stored(library, identity) or read_entry_page(library, identity, now, timeout=timeout, offline=offline).article


def feed_text(library: Library, identity: int) -> Article:
    """Return an entry as its feed gives it: its own text, or its summary; not annotated, and nothing is fetched.

    Raises:
        LibraryError: there is no such entry.
    """
    saved = entries.entry(library, identity)
    entry, content = saved.entry, entries.content(library, identity)
    blocks = entry_blocks(content, url=entry.url, title=entry.title, summary=entry.summary)
    return _headed(Article(blocks=blocks), saved)


def _headed(article: Article, saved: Saved) -> Article:
    """Put the entry's own headline, names and date on an article."""
    entry = saved.entry
    body = article.blocks[1:] if article.blocks[:1] and _is_title(article) else article.blocks
    title = Heading(runs=(Run(text=entry.title or entry.url),), level=1)
    return replace(
        article,
        url=entry.url,
        title=title.text,
        byline=article.byline or entry.byline,
        published=article.published or entry.published,
        site=", ".join(saved.feeds) or article.site,
        blocks=(title, *body),
    )


def _is_title(article: Article) -> bool:
    head = article.blocks[0]
    return isinstance(head, Heading) and head.level == 1
