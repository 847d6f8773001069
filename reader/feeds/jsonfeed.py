"""JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/), which feedparser does not read."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html import escape
from urllib.parse import urljoin

from reader.feeds import dates
from reader.feeds.entry_text import as_markup, person_name, title_of
from reader.model import Enclosure, Entry, Feed

_SIGN = "https://jsonfeed.org/version/"
_SIGNS = (_SIGN, _SIGN.replace("https://", "https://www."), _SIGN.replace("https", "http"))


def is_json(body: bytes) -> bool:
    """Say whether some bytes are a JSON object, as far as their beginning tells."""
    return body[:512].removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")


def parse(body: bytes, *, url: str, media_type: str, charset: str | None) -> Feed | None:
    """Read a feed; None: this is none.  JSON is UTF-8 (RFC 8259), whatever the server says."""
    text = body.decode("utf-8-sig", "replace")  # a surrogate that is left alone by an escape passes the gate later
    problem = ""
    try:
        document = json.loads(text)
    except ValueError:
        document, problem = _beginning(text), "it is cut off before its end"
    except RecursionError:
        return None
    if not isinstance(document, dict) or not _text(document, "version").startswith(_SIGNS):
        return None
    items = document.get("items")
    authors = _authors(document)
    entries = [_entry(item, url, authors) for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    return Feed(
        url=url,
        title=title_of(_text(document, "title")),
        site_url=_resolved(url, _text(document, "home_page_url")),
        entries=tuple(entries),
        problem=problem,
    )


def _beginning(text: str) -> dict[str, object]:
    """Return what can be read of a document that breaks off: its head, and the items that are whole."""
    head, _, rest = text.partition('"items"')
    decoder = json.JSONDecoder()
    items: list[object] = []
    at = rest.find("{")
    document: object = None
    try:
        document = json.loads(head.rstrip().rstrip(",") + "}")
        while at >= 0:
            item, end = decoder.raw_decode(rest, at)
            items.append(item)
            at = rest.find("{", end)
    except (ValueError, RecursionError):
        pass
    return {**document, "items": items} if items and isinstance(document, dict) else {}


def _entry(item: Mapping[str, object], base: str, authors: tuple[str, ...]) -> Entry:
    identity = item.get("id")
    text, markup = _text(item, "content_text"), _text(item, "content_html")
    url = _resolved(base, _text(item, "url") or _text(item, "external_url"))
    tags = item.get("tags")
    return Entry(
        guid=str(identity) if isinstance(identity, str | int | float) else "",
        url=url,
        title=title_of(_text(item, "title")),
        byline=_authors(item) or authors,
        published=dates.parse(_text(item, "date_published")) or dates.parse(_text(item, "date_modified")),
        summary=_text(item, "summary") or text[:500],
        content=markup or as_markup(escape(text)),
        enclosures=tuple(_enclosures(item, url or base)),
        categories=tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
    )


def _authors(values: Mapping[str, object]) -> tuple[str, ...]:
    authors = values.get("authors")
    people = authors if isinstance(authors, list) else [values.get("author")]
    named = [person["name"] if isinstance(person, dict) and "name" in person else person for person in people]
    return tuple(person_name(name) for name in named if isinstance(name, str) and name)


def _enclosures(item: Mapping[str, object], base: str) -> Iterator[Enclosure]:
    attachments = item.get("attachments")
    for one in attachments if isinstance(attachments, list) else []:
        if isinstance(one, dict) and (url := _resolved(base, _text(one, "url"))):
            size = one.get("size_in_bytes")
            yield Enclosure(url=url, media_type=_text(one, "mime_type"), bytes=size if isinstance(size, int) else None)


def _text(values: Mapping[str, object], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""


def _resolved(base: str, url: str) -> str:
    try:
        return urljoin(base, url) if url else ""
    except ValueError:
        return ""
