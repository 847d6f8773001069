"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/), which feedparser does not read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from html import escape
from urllib.parse import urljoin

from reader.model import Entry, Feed

_SIGN = "https://jsonfeed.org/version/"
_SIGNS = (_SIGN, _SIGN.replace("https://", "https://www."), _SIGN.replace("https", "http"))


def is_json(body: bytes) -> bool:
    """Say whether some bytes are a JSON object, as far as their beginning tells."""
    return body[:512].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def parse(body: bytes, *, url: str, media_type: str, charset: str | None) -> Feed | None:
    """Read a feed; None: this is none.  JSON is UTF-8 (RFC 8259), whatever the server says."""
    try:
        # A surrogate that is left alone by an escape passes the gate later; one in the bytes is replaced here.
        document = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict) or not _text(document, "version").startswith(_SIGNS):
        return None
    items = document.get("items")
    entries = [_entry(item, url) for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return Feed(
        url=url,
        title=_text(document, "title"),
        site_url=_resolved(url, _text(document, "home_page_url")),
        entries=tuple(entries),
    )


def _entry(item: Mapping[str, object], base: str) -> Entry:
    identity = item.get("id")
    text, markup = _text(item, "content_text"), _text(item, "content_html")
    return Entry(
        guid=str(identity) if isinstance(identity, str | int | float) else "",
        url=_resolved(base, _text(item, "url") or _text(item, "external_url")),
        title=_text(item, "title"),
        byline=_byline(item),
        published=_time(_text(item, "date_published")) or _time(_text(item, "date_modified")),
        summary=_text(item, "summary") or text[:500],
        content=markup or "".join(f"<p>{escape(part)}</p>" for part in text.split("\n\n") if part.strip()),
    )


def _byline(item: Mapping[str, object]) -> tuple[str, ...]:
    authors = item.get("authors")
    people = authors if isinstance(authors, list) else [item.get("author")]
    return tuple(filter(None, (_text(person, "name") for person in people if isinstance(person, dict))))


def _text(values: Mapping[str, object], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""


def _time(text: str) -> datetime | None:
    try:
        time = datetime.fromisoformat(text)
        return (time if time.tzinfo else time.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _resolved(base: str, url: str) -> str:
    """Resolve a URL; one that is broken is empty."""
    try:
        return urljoin(base, url) if url else ""
    except ValueError:
        return ""
