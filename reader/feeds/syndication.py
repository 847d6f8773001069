"""RSS, Atom and RDF: the only door to feedparser."""

from __future__ import annotations

import io
from calendar import timegm
from collections.abc import Mapping
from datetime import UTC, datetime
from time import struct_time

import feedparser
from lxml import etree, html

from reader.model import Entry, Feed
from reader.model.text import plain

_TAGS = 400_000
"""Tags beyond which a feed is cut off before it is parsed: a bomb, or a mistake."""


def parse(body: bytes, *, url: str, media_type: str, charset: str | None) -> Feed | None:
    """Read a feed; None: this is none.

    Entries are made plain dictionaries: feedparser's own answer for keys that are not there, and warn.
    """
    if not body.strip() or body.count(b"<") > _TAGS:
        return None
    content_type = f"{media_type or 'application/xml'}{f'; charset={charset}' if charset else ''}"
    try:
        result = feedparser.parse(
            io.BytesIO(body),
            response_headers={"content-type": content_type, "content-location": url},
            sanitize_html=False,
            resolve_relative_uris=True,
        )
    except Exception:  # noqa: BLE001 - 6.0.12 raises whatever it trips over (NUL in a URL, bad escapes): then it is no feed
        return None
    if not result.get("version") and not result.get("entries"):
        return None
    head = result.get("feed", {})
    return Feed(
        url=url,
        title=_words(head.get("title_detail") or head.get("title")),
        site_url=_text(head, "link"),
        entries=tuple(_entry(dict(entry)) for entry in result["entries"]),
    )


def _entry(entry: Mapping[str, object]) -> Entry:
    content = _content(entry)
    return Entry(
        guid=_text(entry, "id"),
        url=_text(entry, "link"),
        title=_words(entry.get("title_detail") or entry.get("title")),
        byline=_byline(entry),
        published=_time(entry.get("published_parsed")) or _time(entry.get("updated_parsed")),
        summary=_words(entry.get("summary_detail") or entry.get("summary")),
        content=content,
    )


def _content(entry: Mapping[str, object]) -> str:
    """Return the longest of the texts that an entry carries, as HTML."""
    found = [_text(entry, "summary")]
    contents = entry.get("content")
    if isinstance(contents, list):
        found += [_text(one, "value") for one in contents if isinstance(one, Mapping)]
    return max(found, key=len)


def _byline(entry: Mapping[str, object]) -> tuple[str, ...]:
    authors = entry.get("authors")
    names = [_text(author, "name") for author in authors if isinstance(author, Mapping)] if isinstance(authors, list) else []
    return tuple(name for name in names if name) or tuple(filter(None, (_text(entry, "author"),)))


def _text(values: Mapping[str, object], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""


def _words(value: object) -> str:
    """Return the plain words of a text construct, which may be HTML, or say that it is plain and be HTML all the same."""
    text = _text(value, "value") if isinstance(value, Mapping) else value if isinstance(value, str) else ""
    if "<" not in text and "&" not in text:
        return text
    try:
        root = html.fragment_fromstring(text, create_parent="div")
    except (etree.LxmlError, ValueError):
        return text
    for unseen in root.iter("script", "style"):
        unseen.clear(keep_tail=True)
    for block in root.iter("p", "br", "div", "li", "tr", "td", "h1", "h2", "h3", "h4", "blockquote", "figure"):
        block.tail = f" {plain(block.tail or '')}"  # lxml reads `&#1;`, and takes it for no text to be written
    return "".join(map(str, root.itertext()))


def _time(value: object) -> datetime | None:
    if not isinstance(value, struct_time):
        return None
    try:
        return datetime.fromtimestamp(timegm(value), UTC)
    except (ValueError, OverflowError, OSError):
        return None
