"""Which feeds a page names, and where a site's feed would stand if it names none."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from reader.model.text import line

_TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json")
_WORDS = ("rss", "atom", "feed")
_USUAL = ("/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json", "/feeds/posts/default")
_TAGS = 200_000
_MOST = 40


def discover(body: bytes, url: str) -> tuple[tuple[str, str], ...]:
    """Return the feeds that a page names: address and title of each, those of its head before those that it only links to.

    Feeds of comments come last, since nobody subscribes to them first.
    """
    if body.count(b"<") > _TAGS:
        return ()
    try:
        root = html.document_fromstring(body)
    except (etree.LxmlError, ValueError):
        return ()
    base = _resolved(url, next((str(node.get("href")) for node in root.iter("base") if node.get("href")), "")) or url
    named = [(node.get("href", ""), node.get("title", "")) for node in root.iter("link") if _names_a_feed(node)]
    linked = [
        (node.get("href", ""), "".join(map(str, node.itertext())))
        for node in root.iter("a")
        if _looks_like_a_feed(node.get("href", ""))
    ]
    found: dict[str, str] = {}
    for href, title in (*named, *linked):
        address = _resolved(base, href)
        if address:
            found.setdefault(address, line(title))
    ranked = sorted(found.items(), key=lambda one: "comment" in f"{one[0]} {one[1]}".lower())
    return tuple(ranked[:_MOST])


def candidates(url: str) -> tuple[str, ...]:
    """Return the addresses where sites usually keep a feed: beside the page first, then at the site's root."""
    parts = urlsplit(url)
    root = f"{parts.scheme}://{parts.netloc}"
    here = f"{root}{parts.path.rstrip('/')}"
    beside = [f"{here}{path}" for path in _USUAL[:2]] if here != root else []
    return tuple(dict.fromkeys([*beside, *(root + path for path in _USUAL)]))


def _names_a_feed(node: html.HtmlElement) -> bool:
    relations = (node.get("rel") or "").lower().split()
    kind = (node.get("type") or "").lower().partition(";")[0].strip()
    return bool(node.get("href")) and "alternate" in relations and kind in _TYPES


def _looks_like_a_feed(href: str) -> bool:
    path = href.lower().partition("#")[0]
    name = path.rstrip("/").rpartition("/")[2]
    return path.endswith((".rss", ".atom", "rss.xml", "feed.xml", "atom.xml", "feed.json")) or name in _WORDS


def _resolved(base: str, href: str) -> str:
    try:
        address = urljoin(base, "".join(line(href).split()))
    except ValueError:
        return ""
    return address if address.startswith(("http://", "https://")) else ""
