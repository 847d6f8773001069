"""Articles of the library by what a command line says: `id:NUMBER`, or the address of a page that cannot be had now."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from reader.errors import LibraryError, NotFoundError, ReaderError
from reader.library import Library, articles, entries
from reader.newsroom.entry_reading import as_reading
from reader.newsroom.keeping import feed_text, request_for, stored
from reader.newsroom.reading import Reading, Request, annotate_reading, has_story, read_annotated

_ENTRY = re.compile(r"id:(\d{1,18})")


def entry_number(source: str) -> int | None:
    """Return the number in `id:NUMBER`; None: the source is something else."""
    found = _ENTRY.fullmatch(source)
    return int(found[1]) if found else None


def read_entry(library: Library, request: Request, *, fresh: bool = False) -> tuple[Reading, ReaderError | None]:
    """Return what there is to read of an entry, and what stood in the way of more; None: nothing did.

    What is kept is read; else its page is fetched, and not kept; else the feed's own text is read.

    Args:
        library: where the entry is.
        request: its source is `id:NUMBER`.
        fresh: fetch the page also where an article is kept.

    Raises:
        NotFoundError: there is no such entry.
        LibraryError: the library cannot be used.
        SourceError: the page cannot be fetched, and there is nothing else to read.
        NoArticleError: there is no article in it, and nothing else to read.
    """
    identity = expect_entry(library, request.source)
    kept = stored(library, identity)
    known = as_reading(kept, articles.saved_at(library, identity) or datetime.now().astimezone()) if kept else None
    if known and not fresh:
        return known, None
    try:
        return read_annotated(page_request(library, request)), None
    except LibraryError:
        raise
    except ReaderError as error:
        own = known or annotate_reading(as_reading(feed_text(library, identity), datetime.now().astimezone()))
        if not has_story(own.article):
            raise
        return own, error


def read_kept(library: Library, url: str) -> Reading | None:
    """Return the article that is kept of a page; None: none is.

    Raises:
        LibraryError: the library cannot be used.
    """
    identity = entries.at(library, url)
    article = stored(library, identity) if identity is not None else None
    if identity is None or article is None:
        return None
    return as_reading(article, articles.saved_at(library, identity) or datetime.now().astimezone())


def page_request(library: Library, request: Request) -> Request:
    """Return the request for the page of an entry.

    Args:
        library: where the entry is.
        request: its source is `id:NUMBER`.

    Raises:
        NotFoundError: there is no such entry.
        NoArticleError: the entry has no page of its own.
    """
    page = request_for(library, expect_entry(library, request.source), timeout=request.timeout, offline=request.offline)
    return replace(request, source=page.source, linked=page.linked)


def expect_entry(library: Library, source: str) -> int:
    """Return the number of an entry that is there.

    Raises:
        NotFoundError: there is no such entry.
    """
    identity = entry_number(source)
    if identity is None or not entries.several(library, [identity]):
        raise NotFoundError("there is no such entry", source=source, advice="reader list prints the numbers in a pipe")
    return identity
