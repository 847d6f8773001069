"""Lists of subscriptions into the library, and out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from reader.feeds import newsboat, opml, read_later
from reader.feeds.read_later import SavedLink
from reader.feeds.subscription_lists import Listed
from reader.library import Library, actions, entries, subscriptions
from reader.model import Entry, Page
from reader.model.address import display_url


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of a list."""

    new: int = 0
    """Feeds that were not followed before."""
    known: int = 0
    refused: tuple[tuple[str, str], ...] = ()
    """What was not imported, and why."""
    articles: int | None = None
    """Articles that are to be read now, of an export of saved pages; None: it is a list of feeds."""


def import_list(library: Library, page: Page, source: str, now: datetime) -> Imported:
    """Follow the feeds of an OPML file or of newsboat's `urls`, or take in an export of saved pages; nothing is fetched.

    They are told apart by their contents.

    Raises:
        FeedError: it is XML, but no OPML.
    """
    if (links := read_later.read(page.body)) is not None:
        return _import_links(library, links, now)
    body = page.body.removeprefix(b"\xef\xbb\xbf").lstrip()
    is_xml = body.startswith(b"<") or body[:2] in (b"\xff\xfe", b"\xfe\xff")
    listed = opml.read(page.body, source) if is_xml else newsboat.read(body.decode("utf-8", "replace"))
    with library.writing():
        known = {feed.url for feed in subscriptions.feeds(library)}
        for feed in listed.feeds:
            subscriptions.subscribe(library, feed.url, title=feed.title, folder=feed.folder, tags=feed.tags)
    new = sum(feed.url not in known for feed in listed.feeds)
    return Imported(new=new, known=len(listed.feeds) - new, refused=listed.refused)


def _import_links(library: Library, links: Sequence[SavedLink], now: datetime) -> Imported:
    """Take in saved pages as articles whose pages are fetched when they are opened; those that are there keep their state."""
    new = 0
    with library.writing():
        for link in links:
            entry = Entry(guid=link.url, url=link.url, title=link.title or link.url, published=link.added)
            taken = entries.take_in(library, None, [entry], now)
            new += len(taken)
            if link.is_read:
                actions.mark_read(library, taken, now)
            if link.is_starred:
                actions.star(library, taken, now)
            for tag in link.tags:
                actions.tag(library, taken, tag, now)
    return Imported(articles=new, known=len(links) - new)


def export_opml(library: Library) -> str:
    """Return the subscriptions as OPML, with folders and tags; names and passwords stay here."""
    return opml.write(
        Listed(url=display_url(feed.url), title=feed.title, folder=feed.folder, tags=feed.tags)
        for feed in subscriptions.feeds(library)
    )
