"""OPML 2.0 (https://opml.org/spec2.opml): subscriptions with folders, in and out.

It is XML: read without entities, without the network, and without trusting its depth.  Only http and https addresses come in.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from reader.errors import FeedError
from reader.feeds.subscription_lists import Imported, Listed
from reader.model.text import line

_DEEPEST = 40
_TAGS = 200_000


def read(body: bytes, source: str = "") -> Imported:
    """Read a list of subscriptions.

    Raises:
        FeedError: this is no OPML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(body, parser) if body.count(b"<") <= _TAGS else None
    except (etree.LxmlError, ValueError):
        root = None
    if root is None or str(root.tag).rpartition("}")[2].lower() != "opml":
        raise FeedError("this is no OPML file", source=source)
    feeds: dict[str, Listed] = {}
    refused: list[tuple[str, str]] = []
    waiting: list[tuple[etree._Element, tuple[str, ...]]] = [(child, ()) for child in reversed(_outlines(root.find("body")))]
    while waiting:
        outline, folders = waiting.pop()
        title = line(outline.get("title") or outline.get("text") or "")
        url = line(outline.get("xmlUrl") or outline.get("xmlurl") or "")
        if url.lower().startswith(("http://", "https://")):
            feeds.setdefault(url, Listed(url=url, title=title, folder="/".join(folders), tags=_tags(outline)))
        elif url:
            refused.append((url, "only http and https addresses are followed"))
        inner = folders if url or not title else (*folders, title.replace("/", "-"))[:_DEEPEST]
        waiting += [(child, inner) for child in reversed(_outlines(outline))]
    return Imported(feeds=tuple(feeds.values()), refused=tuple(refused))


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


def _outlines(parent: etree._Element | None) -> list[etree._Element]:
    return [] if parent is None else [child for child in parent if child.tag == "outline"]


def _tags(outline: etree._Element) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (line(tag).strip("/") for tag in (outline.get("category") or "").split(",")))))
