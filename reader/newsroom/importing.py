"""Lists of subscriptions into the library, and out of it."""

from __future__ import annotations

from dataclasses import dataclass

from reader.feeds import newsboat, opml
from reader.feeds.subscription_lists import Listed
from reader.library import Library, subscriptions
from reader.model import Page
from reader.model.address import display_url


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of a list."""

    new: int
    """Feeds that were not followed before."""
    known: int
    refused: tuple[tuple[str, str], ...]
    """What was not imported, and why."""


def import_list(library: Library, page: Page, source: str) -> Imported:
    """Follow the feeds of an OPML file or of newsboat's `urls`, told apart by their first character; nothing is fetched.

    Raises:
        FeedError: it is XML, but no OPML.
    """
    body = page.body.removeprefix(b"\xef\xbb\xbf").lstrip()
    is_xml = body.startswith(b"<") or body[:2] in (b"\xff\xfe", b"\xfe\xff")
    listed = opml.read(page.body, source) if is_xml else newsboat.read(body.decode("utf-8", "replace"))
    with library.writing():
        known = {feed.url for feed in subscriptions.feeds(library)}
        for feed in listed.feeds:
            subscriptions.subscribe(library, feed.url, title=feed.title, folder=feed.folder, tags=feed.tags)
    new = sum(feed.url not in known for feed in listed.feeds)
    return Imported(new=new, known=len(listed.feeds) - new, refused=listed.refused)


def export_opml(library: Library) -> str:
    """Return the subscriptions as OPML, with folders and tags; names and passwords stay here."""
    return opml.write(
        Listed(url=display_url(feed.url), title=feed.title, folder=feed.folder, tags=feed.tags)
        for feed in subscriptions.feeds(library)
    )
