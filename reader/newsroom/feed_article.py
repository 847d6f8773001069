"""A feed as one article: its newest entries one after the other, each under a headline, as a paper is printed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reader.feeds import Parser
from reader.formats.entry_markup import with_enclosures
from reader.model import Article, Block, Entry, Feed, Heading, Page, Paragraph, Post, Run
from reader.newsroom.entry_content import entry_blocks

MOST = 100
"""Entries that are printed; cutting the markup of each takes some milliseconds."""


def read_feed(page: Page, *, url: str) -> Article:
    """Read a page as a feed, and give its entries as one article.

    Raises:
        FeedError: it is no feed, or one that cannot be read in time.
    """
    with Parser() as parser:
        feed = parser.parse(page.body, url=url, media_type=page.media_type, charset=page.charset)
    return feed_as_article(feed)


def feed_as_article(feed: Feed) -> Article:
    """Return a feed's newest entries as one article: a post each, its text, and where its page is."""
    title = feed.title or feed.url
    blocks: list[Block] = [Heading(runs=(Run(text=title),), level=1)]
    for entry in feed.entries[:MOST]:
        blocks += [Post(time=entry.published, title=entry.title or entry.url), *_blocks(entry)]
        if entry.url:
            blocks.append(Paragraph(runs=(Run(text=entry.url, href=entry.url),)))
    left = len(feed.entries) - MOST
    notes = (f"{left:,} older {'entry is' if left == 1 else 'entries are'} left out.",) if left > 0 else ()
    return Article(
        url=feed.site_url or feed.url,
        title=title,
        site=feed.title,
        published=_newest(feed.entries),
        blocks=tuple(blocks),
        notes=notes,
    )


def _blocks(entry: Entry) -> Sequence[Block]:
    return entry_blocks(with_enclosures(entry), url=entry.url, title=entry.title, summary=entry.summary)


def _newest(entries: Sequence[Entry]) -> datetime | None:
    return next((entry.published for entry in entries if entry.published), None)
