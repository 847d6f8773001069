"""The bytes of a feed to a Feed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import blake2b

from reader.errors import FeedError
from reader.feeds import jsonfeed, syndication
from reader.feeds.entry_text import first_words, words_of
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
    entries = sorted(_with_identities([_clean(entry) for entry in feed.entries[:MOST]]), key=_date, reverse=True)
    return replace(feed, title=line(feed.title)[:_LONGEST], site_url=_address(feed.site_url), entries=tuple(entries))


def _clean(entry: Entry) -> Entry:
    """Pass an entry through the gate; its HTML passes it in `extract`."""
    summary = line(entry.summary)[:_LONGEST_SUMMARY]
    enclosures = (replace(one, url=_address(one.url), media_type=line(one.media_type)) for one in entry.enclosures)
    return replace(
        entry,
        url=_address(entry.url),
        guid=line(entry.guid),
        title=line(entry.title)[:_LONGEST] or first_words(summary or words_of(entry.content)),
        byline=_named(entry.byline),
        summary=summary,
        enclosures=tuple(one for one in enclosures if one.url),
        categories=_named(entry.categories),
        comments_url=_address(entry.comments_url),
    )


def _named(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in (line(name)[:_LONGEST] for name in names) if name))


def _with_identities(entries: Sequence[Entry]) -> list[Entry]:
    """Give each entry a name of its own.

    A name that several entries share names none of them, nor does an address alone: a board has one address for all its
    notices.  Then address, title and, where they are alike too, date and text tell entries apart.
    """
    shared = Counter(entry.guid for entry in entries)
    named = [entry if shared[entry.guid] == 1 and entry.guid else replace(entry, guid=_guid(entry)) for entry in entries]
    alike = Counter(entry.guid for entry in named)
    return [entry if alike[entry.guid] == 1 else replace(entry, guid=f"{entry.guid} {_fingerprint(entry)}") for entry in named]


def _guid(entry: Entry) -> str:
    date = entry.published.isoformat() if entry.published and not entry.url else ""
    return line(f"{entry.guid} {entry.url or date} {entry.title}")


def _fingerprint(entry: Entry) -> str:
    words = f"{entry.published} {entry.summary} {entry.content}"
    return blake2b(words.encode("utf-8", "replace"), digest_size=8).hexdigest()


def _address(url: str) -> str:
    """Return a URL without control characters; empty if it is no http or https URL."""
    cleaned = "".join(line(url).split())
    return cleaned if cleaned.lower().startswith(("http://", "https://")) else ""


def _date(entry: Entry) -> datetime:
    return entry.published or _LONG_AGO
