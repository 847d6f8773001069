"""Feeds and their entries, as published and as kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """A recording, film or picture that an entry carries."""

    url: str
    """Absolute http or https URL."""
    media_type: str = ""
    """As the feed says it, `audio/mpeg`, or only what it is, `audio`; empty if it does not say."""
    bytes: int | None = None
    """None: the feed does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed, as the feed gives it."""

    guid: str
    """What the feed calls the entry; its URL where it gives no name."""
    url: str = ""
    """Absolute http or https URL of the entry's page; empty if the entry has none."""
    title: str = ""
    byline: tuple[str, ...] = ()
    published: datetime | None = None
    """UTC; None: the feed gives no date."""
    summary: str = ""
    """Plain, one line."""
    content: str = ""
    """The feed's own text as HTML, as it came: it passes `extract` before anybody sees it."""
    enclosures: tuple[Enclosure, ...] = ()
    categories: tuple[str, ...] = ()
    """As the feed names them."""
    comments_url: str = ""
    """Where readers talk about it; empty if the feed does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed that has been parsed."""

    url: str
    title: str = ""
    site_url: str = ""
    """Absolute URL of the site that it belongs to; empty if the feed does not say."""
    entries: tuple[Entry, ...] = ()
    """Newest first, as far as the dates tell."""
    problem: str = ""
    """What is wrong with the feed though it could be read; empty if nothing is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A feed in the library."""

    id: int
    url: str
    title: str
    """The user's own title for it, else the feed's."""
    folder: str = ""
    """Folder names parted by `/`; empty at the top."""
    tags: tuple[str, ...] = ()
    unread: int = 0
    error: str = ""
    """The last refresh's error line; empty if it went well."""
    etag: str = ""
    last_modified: str = ""
    body_hash: str = ""
    """Of the body that was parsed last: an unchanged one is not parsed again."""
    next_fetch: datetime | None = None
    """UTC; None: now.  No request is made before."""
    failures: int = 0
    """Refreshes that failed in a row."""
    gone: bool = False
    """The server said 410: it is not asked again."""
    read_ahead: bool = False
    """Fetch and read the pages of new entries at refresh, not when they are opened."""
    keep_days: int | None = None
    """Days that read entries are kept; None: for ever."""
    not_before: datetime | None = None
    """UTC; until when its server has asked to be left alone; None: it has not."""
    is_private: bool = False
    """The user has followed it on this machine or in the user's own network: it may be asked there.  Others may not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """An entry that is kept, and what the user has done with it."""

    id: int
    """Ids grow with the time of publication: sorting by id sorts by date."""
    entry: Entry
    feeds: tuple[str, ...] = ()
    """Titles of the feeds in which the story stands; empty for an article kept by hand."""
    read_at: datetime | None = None
    """UTC; None: unread."""
    starred: bool = False
    tags: tuple[str, ...] = ()
    has_article: bool = False
    """Its page has been read and is kept: it opens offline."""
