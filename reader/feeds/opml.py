"""OPML 2.0 (https://opml.org/spec2.opml): subscriptions with folders, in and out.

It is XML: read without entities, without the network, and without trusting its depth.  Only http and https addresses come in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from reader.errors import FeedError
from reader.feeds.subscription_lists import Imported, Listed
from reader.feeds.xml_text import decoded, repaired
from reader.model.text import line

_DEEPEST = 40
_FEED_TYPES = ("rss", "atom", "rss1", "feed")
_SCHEME = re.compile(r"^feed:(?://)?(?=https?:)", re.IGNORECASE)
_TAGS = 200_000


def read(body: bytes, source: str = "") -> Imported:
    """Read a list of subscriptions; tags and attributes may be written in any case and namespace, and the body may be missing.

    Raises:
        FeedError: this is no OPML.
    """
    root = _root(body) if body.count(b"<") <= _TAGS else None
    if root is None or _name(root) != "opml":
        raise FeedError("this is no OPML file", source=source)
    feeds: dict[str, Listed] = {}
    refused: list[tuple[str, str]] = []
    body_element = next((child for child in root if _name(child) == "body"), root)
    waiting: list[tuple[etree._Element, tuple[str, ...]]] = [(child, ()) for child in reversed(_outlines(body_element))]
    while waiting:
        outline, folders = waiting.pop()
        given = {str(name).rpartition("}")[2].lower(): str(value) for name, value in outline.attrib.items()}
        title = line(given.get("title") or given.get("text") or "")
        url = _SCHEME.sub("", line(given.get("xmlurl") or given.get("feedurl") or ""))
        site = line(given.get("htmlurl") or given.get("url") or "")
        inside = _outlines(outline)
        if url.lower().startswith(("http://", "https://")):
            feeds.setdefault(
                url, Listed(url=url, title=title, folder="/".join(folders), tags=_tags(given.get("category", "")))
            )
        elif url:
            refused.append((url, "only http and https addresses are followed"))
        elif not inside and (site or given.get("type", "").lower() in _FEED_TYPES):
            refused.append((site or title, "it names no feed"))
        inner = folders if url or not title else (*folders, title.replace("/", "-"))[:_DEEPEST]
        waiting += [(child, inner) for child in reversed(inside)]
    return Imported(feeds=tuple(feeds.values()), refused=tuple(refused))


def _root(body: bytes) -> etree._Element | None:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(repaired(decoded(body, None)).encode(), parser)
    except (etree.LxmlError, ValueError):
        return None


def write(feeds: Iterable[Listed], title: str = "Broadsheet") -> str:
    """Write a list of subscriptions, a folder an outline."""
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = _words(title)
    folders: dict[tuple[str, ...], etree._Element] = {(): etree.SubElement(root, "body")}
    for feed in feeds:
        parent = _folder(folders, tuple(name for part in feed.folder.split("/") if (name := _words(part))))
        name, url = _words(feed.title), "".join(_words(feed.url).split())
        outline = etree.SubElement(parent, "outline", type="rss", text=name or url, title=name, xmlUrl=url)
        if feed.tags:
            outline.set("category", ",".join(_words(tag.replace(",", " ")) for tag in feed.tags))
    return etree.tostring(root, pretty_print=True, xml_declaration=True, encoding="UTF-8").decode()


def _folder(folders: dict[tuple[str, ...], etree._Element], path: tuple[str, ...]) -> etree._Element:
    if path not in folders:
        folders[path] = etree.SubElement(_folder(folders, path[:-1]), "outline", text=path[-1], title=path[-1])
    return folders[path]


def _words(text: str) -> str:
    """Return text that XML can hold (https://www.w3.org/TR/xml/#charsets), through the gate."""
    return line(text.translate({0xFFFE: None, 0xFFFF: None}))


def _outlines(parent: etree._Element) -> list[etree._Element]:
    return [child for child in parent if _name(child) == "outline"]


def _name(element: etree._Element) -> str:
    """Return an element's name without its namespace, in lower case; that of a comment is no name."""
    return str(element.tag).rpartition("}")[2].lower()


def _tags(category: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (line(tag).strip("/") for tag in category.split(",")))))
