"""RSS, Atom and RDF: the only door to feedparser."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from urllib.parse import urljoin

import feedparser
from feedparser.urls import resolve_relative_uris

from reader.feeds import dates
from reader.feeds.entry_text import as_markup, person_name, title_of, words_of
from reader.feeds.xml_text import decoded, is_cut_off, repaired, without_broken_end
from reader.model import Enclosure, Entry, Feed

_TAGS = 400_000
"""Tags beyond which a feed is cut off before it is parsed: a bomb, or a mistake."""
_MEDIA = re.compile(r"""xmlns:([\w-]+)\s*=\s*["']http://search\.yahoo\.com/mrss/?["']""")
_PICTURE = re.compile(r"<image\b[^>]*>.*?</image\s*>", re.DOTALL)
_PICTURE_PART = re.compile(r"<(/?)(title|link|description)\b")
_CAPTION, _CAPTION_TITLE = "media_caption", "media_heading"


def parse(body: bytes, *, url: str, media_type: str, charset: str | None) -> Feed | None:
    """Read a feed; None: this is none.

    Entries are made plain dictionaries: feedparser's own answer for keys that are not there, and warn.
    """
    if not body.strip() or body.count(b"<") > _TAGS:
        return None
    text = _with_captions_apart(repaired(decoded(body, charset)))
    is_cut = is_cut_off(text)
    text = without_broken_end(text) if is_cut else text
    try:
        result = feedparser.parse(
            io.BytesIO(text.encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception:  # noqa: BLE001 - 6.0.12 raises whatever it trips over (NUL in a URL, bad escapes): then it is no feed
        return None
    if not result.get("version") and not result.get("entries"):
        return None
    feed = _FeedReader(url, text, result).feed()
    return replace(feed, problem="it is cut off before its end") if is_cut else feed


def _with_captions_apart(text: str) -> str:
    """Rename titles and descriptions of pictures and films: feedparser takes them for those of the entry that holds them."""
    text = _PICTURE.sub(lambda found: _PICTURE_PART.sub(r"<\1image\2", found[0]), text)
    if not (found := _MEDIA.search(text)):
        return text
    prefix = re.escape(found[1])  # what has attributes has no text of its own in feedparser: they are left out
    text = re.sub(rf"<(/?{prefix}:)description(?:\s[^>]*?)?(/?)>", r"<\1caption\2>", text)
    return re.sub(rf"<(/?{prefix}:)title(?:\s[^>]*?)?(/?)>", r"<\1heading\2>", text)


class _FeedReader:
    """Makes a feed of what feedparser found."""

    def __init__(self, url: str, text: str, result: Mapping[str, object]) -> None:
        self._url = url
        self._text = text
        self._result = result
        self._head = _mapping(result.get("feed"))
        self._is_atom = _text(result, "version").startswith("atom")
        self._site = _resolved(url, _text(self._head, "link"))
        self._base = url if self._is_atom else self._site or url
        self._has_bases = "xml:base" in text

    def feed(self) -> Feed:
        return Feed(
            url=self._url,
            title=self._title(self._head),
            site_url=self._site,
            entries=tuple(self._entry(dict(entry)) for entry in _mappings(self._result.get("entries"))),
        )

    def _entry(self, entry: Mapping[str, object]) -> Entry:
        url = _resolved(self._base, _text(entry, "link"))
        content = self._content(entry, url)
        summary = words_of(_text(_mapping(entry.get("summary_detail")), "value") or _text(entry, "summary"))
        return Entry(
            guid=_text(entry, "id"),
            url=url,
            title=self._title(entry) or _text(entry, _CAPTION_TITLE),
            byline=self._byline(entry),
            published=_date(entry),
            summary=summary or _text(entry, _CAPTION),
            content=content,
            enclosures=tuple(_enclosures(entry, url or self._base)),
            categories=tuple(_text(tag, "label") or _text(tag, "term") for tag in _mappings(entry.get("tags"))),
            comments_url=_resolved(self._base, _text(entry, "comments")),
        )

    def _title(self, values: Mapping[str, object]) -> str:
        detail = _mapping(values.get("title_detail"))
        text, kind = _text(detail, "value") or _text(values, "title"), _text(detail, "type")
        if self._is_atom and kind == "text/plain":
            return text.replace("&amp;", "&")  # escaped once too often
        if self._is_atom or kind == "application/xhtml+xml":
            return words_of(text)
        return title_of(text)

    def _content(self, entry: Mapping[str, object], url: str) -> str:
        """Return the longest of the texts that an entry carries, as HTML; the caption of its film where it has no other."""
        details = [_mapping(entry.get("summary_detail")), *_mappings(entry.get("content"))]
        best = max(details, key=lambda detail: len(_text(detail, "value")))
        markup = as_markup(_text(best, "value") or _text(entry, "summary") or _text(entry, _CAPTION))
        base = _resolved(self._url, _text(best, "base"))
        if self._has_bases and base and base != url:
            return str(resolve_relative_uris(markup, base, "utf-8", "text/html"))
        return markup

    def _byline(self, entry: Mapping[str, object]) -> tuple[str, ...]:
        names = _authors(entry)
        if names or "<managingEditor" in self._text:  # who edits a feed has not written all of it
            return names
        return _authors(self._head)


def _authors(values: Mapping[str, object]) -> tuple[str, ...]:
    named = [_text(author, "name") or _text(author, "email") for author in _mappings(values.get("authors"))]
    if (
        len(named) < 2
    ):  # feedparser 6.0.12 cuts an address behind the fourth letter of its last part, and takes the rest for a name
        named = [_text(values, "author") or "".join(named)]
    return tuple(filter(None, map(person_name, named)))


def _date(entry: Mapping[str, object]) -> datetime | None:
    for name in ("published", "updated", "created"):
        if (text := _text(entry, name)) and (found := dates.parse(text)):
            return found
    return None


def _enclosures(entry: Mapping[str, object], base: str) -> Iterator[Enclosure]:
    """Yield what an entry carries, each address once."""
    links = [link for link in _mappings(entry.get("links")) if link.get("rel") == "enclosure"]
    seen: set[str] = set()
    for one in (*links, *_mappings(entry.get("media_content"))):
        address = _resolved(base, _text(one, "href") or _text(one, "url"))
        if address and address not in seen:
            seen.add(address)
            size = _text(one, "length") or _text(one, "filesize")
            kind = _text(one, "type") or _text(one, "medium")
            yield Enclosure(url=address, media_type=kind, bytes=int(size) if size.isdecimal() and len(size) < 16 else None)


def _resolved(base: str, url: str) -> str:
    try:
        return urljoin(base, url.strip()) if url.strip() else ""
    except ValueError:
        return ""


def _mapping(value: object) -> Mapping[str, object]:
    return dict(value) if isinstance(value, Mapping) else {}


def _mappings(value: object) -> list[Mapping[str, object]]:
    return [dict(one) for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _text(values: Mapping[str, object], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""
