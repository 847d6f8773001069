"""Exports of what somebody has put by to read: Pocket, Instapaper, wallabag, Readeck, Omnivore, and browsers' bookmarks.

Each is HTML with links that have dates and tags (Netscape's bookmark file, which Pocket's is one of), a table whose first line
names its columns, or a JSON list of objects.  What is read of them is addresses, titles, tags and dates; what they hold of the
pages themselves is left, since the pages are fetched when they are opened.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from lxml import etree, html

from reader.feeds import dates
from reader.feeds.xml_text import decoded
from reader.model.text import line

_MOST = 100_000
_TAGS = 500_000
_BOOKMARKS = re.compile(r"<!doctype\s+netscape-bookmark-file|<title>\s*pocket export|\stime_added=|<dt>\s*<a\s", re.IGNORECASE)
_URL = ("url", "given_url", "resolved_url", "link", "href", "uri")
_TITLE = ("title", "given_title", "resolved_title", "name")
_ADDED = ("time_added", "timestamp", "created_at", "created", "savedat", "saved_at", "date_added", "added", "add_date", "date")
_LABELS = ("tags", "labels", "tag")
_STARS = ("is_starred", "starred", "favorite", "is_marked")
_READ_STATES = frozenset({"archive", "archived", "read", "1", "true"})
_STATES = frozenset({"", "unread", "reading", "starred", "succeeded", *_READ_STATES})
"""What stands where a folder does and is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedLink:
    """An article that was put by elsewhere."""

    url: str
    """Absolute http or https URL."""
    title: str = ""
    tags: tuple[str, ...] = ()
    added: datetime | None = None
    """UTC; None: the export does not say."""
    is_read: bool = False
    is_starred: bool = False


def read(body: bytes) -> tuple[SavedLink, ...] | None:
    """Read an export, each address once; None: this is none."""
    text = decoded(body, None).lstrip()
    reader = _reader_of(text)
    if reader is None:
        return None
    found: dict[str, SavedLink] = {}
    for one in reader(text):
        if one.url.lower().startswith(("http://", "https://")) and len(found) < _MOST:
            found.setdefault(one.url, one)
    return tuple(found.values())


def _reader_of(text: str) -> Callable[[str], Iterable[SavedLink]] | None:
    if text[:1] in "[{":
        return _from_json if _records(text) else None
    if text.startswith("<"):
        return _from_bookmarks if _BOOKMARKS.search(text[:5_000]) and text.count("<") < _TAGS else None
    names = {name.strip(' "').lower() for name in text.partition("\n")[0].split(",")}
    return _from_table if len(names) > 1 and names & {*_URL} and names & {*_TITLE, *_ADDED} else None


def _from_bookmarks(text: str) -> Iterator[SavedLink]:
    try:
        root = html.document_fromstring(text)
    except (etree.LxmlError, ValueError):
        return
    folder, is_archive = "", False
    for node in root.iter("h1", "h3", "a"):
        words = line("".join(map(str, node.itertext())))
        if node.tag != "a":
            folder, is_archive = ("", "archive" in words.lower()) if node.tag == "h1" else (words, is_archive)
            continue
        tags = _tags(node.get("tags") or "")
        yield SavedLink(
            url=line(node.get("href") or ""),
            title=words,
            tags=tuple(dict.fromkeys([*([folder] if folder else []), *tags])),
            added=dates.parse(node.get("time_added") or node.get("add_date") or ""),
            is_read=is_archive or node.get("toread") == "0",
        )


def _from_table(text: str) -> Iterator[SavedLink]:
    try:
        for row in csv.DictReader(io.StringIO(text)):
            values = {str(name).strip().lower(): value for name, value in row.items() if isinstance(value, str)}
            yield _link(values)
    except csv.Error:
        return


def _from_json(text: str) -> Iterator[SavedLink]:
    for record in _records(text):
        yield _link({str(name).lower(): value for name, value in record.items()})


def _records(text: str) -> list[Mapping[str, object]]:
    """Return the objects of a JSON list, or of the first list in an object, that have an address and a title."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return []
    lists = [value] if isinstance(value, list) else [one for one in value.values() if isinstance(one, list)]
    records = [one for one in lists[0] if isinstance(one, dict)] if lists else []
    is_feed = isinstance(value, dict) and "version" in value
    return [one for one in records if {*_URL} & {str(name).lower() for name in one}] if not is_feed else []


def _link(values: Mapping[str, object]) -> SavedLink:
    folder = _first(values, ("folder", "state", "status")).lower()
    stands_in = [] if folder.isdecimal() or folder in _STATES else [folder]
    labels = next((values[name] for name in _LABELS if values.get(name)), "")
    return SavedLink(
        url=_first(values, _URL),
        title=_first(values, _TITLE),
        tags=tuple(dict.fromkeys([*stands_in, *_tags(labels)])),
        added=dates.parse(_first(values, _ADDED)),
        is_read=folder in _READ_STATES or _first(values, ("is_archived", "archived")).lower() in _READ_STATES,
        is_starred=folder == "starred"
        or _first(values, ("is_starred", "starred", "favorite", "is_marked")).lower() in {"1", "true"},
    )


def _first(values: Mapping[str, object], names: Iterable[str]) -> str:
    found = (values[name] for name in names if values.get(name) not in (None, "", []))
    return line(str(next(found, "")))


def _tags(value: object) -> list[str]:
    """Return tags, which are a list, a list in JSON, or text parted by commas or bars."""
    if isinstance(value, str) and value.startswith("["):
        try:
            value = json.loads(value)
        except (ValueError, RecursionError):
            return []
    if isinstance(value, list):
        named = [one.get("label") or one.get("name") if isinstance(one, dict) else one for one in value]
        return [line(str(name)) for name in named if name]
    return [tag for part in re.split("[,|]", str(value)) if (tag := line(part))]
