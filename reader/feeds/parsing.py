"""The bytes of a feed to a Feed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from reader.errors import FeedError
from reader.feeds import jsonfeed, syndication
from reader.model import Entry, Feed
from reader.model.text import line

MOST = 5_000
"""Entries that are read of one feed."""
_LONGEST = 2_000
"""Characters of the longest title or name."""
_LONGEST_SUMMARY = 10_000
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def parse(body: bytes, *, url: str = "", media_type: str = "", charset: str | None = None) -> Feed:
    """Read a feed.

    Args:
        body: as it came.
        url: where it came from; relative links are resolved against it.
        media_type: as the server said, without parameters.
        charset: as the server said; None: look into the bytes.

    Raises:
        FeedError: this is no feed.
    """
    read = jsonfeed.parse if jsonfeed.is_json(body) else syndication.parse
    feed = read(body, url=url, media_type=media_type, charset=charset)
    if feed is None:
        raise FeedError("this is no feed", source=url, advice="give the address of a feed, or of a page that names one")
    entries = sorted((_clean(entry) for entry in feed.entries[:MOST]), key=_date, reverse=True)
    return replace(feed, title=line(feed.title)[:_LONGEST], site_url=_address(feed.site_url), entries=tuple(entries))


def _clean(entry: Entry) -> Entry:
    """Pass an entry through the gate; its HTML passes it in `extract`."""
    url = _address(entry.url)
    published = entry.published.astimezone(UTC) if entry.published else None
    return replace(
        entry,
        url=url,
        guid=line(entry.guid) or url or line(entry.title),
        title=line(entry.title)[:_LONGEST],
        byline=tuple(dict.fromkeys(name for name in (line(name)[:_LONGEST] for name in entry.byline) if name)),
        published=published,
        summary=line(entry.summary)[:_LONGEST_SUMMARY],
    )


def _address(url: str) -> str:
    """Return a URL without control characters; empty if it is no http or https URL."""
    cleaned = "".join(line(url).split())
    return cleaned if cleaned.lower().startswith(("http://", "https://")) else ""


def _date(entry: Entry) -> datetime:
    return entry.published or _LONG_AGO
