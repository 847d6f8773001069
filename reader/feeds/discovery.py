"""Which feeds a page names, and where a site's feed would stand if it names none."""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from lxml import etree, html

from reader.model.text import line

_TYPE = re.compile(r"(?:application|text)/(?:(?:x-)?(?:rss|atom|rdf)\+?(?:xml)?|feed\+json|xml|json|x\.(?:rss|atom)\+xml)")
_FEED_TYPE = re.compile(r"(?:application|text)/.*(?:rss|atom|rdf|feed)")
"""Types that are those of feeds and of nothing else."""
_PATH = re.compile(
    r"(?:\.(?:rss|atom|rdf)|(?:rss|feed|atom|index)\.(?:xml|json|php|rdf)|/(?:rss|atom|feeds?)(?:/\w*)?/?"
    r"|[?&](?:feed|format|type)=(?:rss2?|atom|feed))$"
)
_WORDS = re.compile(r"\b(?:rss|atom|feeds?|web ?feed|newsfeed|xml ?feed|json ?feed)\b", re.IGNORECASE)
_OTHER = re.compile(r"comments?|kommentare?|commentaires?|oembed|wp-json|opensearch|manifest|sitemap", re.IGNORECASE)
_SCHEME = re.compile(r"^\s*(?:feed|pcast|itpc|podcast|rss):(?://)?(?=https?:|[^/])", re.IGNORECASE)
_USUAL = ("/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml", "/feed.json", "/feeds/posts/default")
_TAGS = 200_000
_MOST = 40
_LABEL = 40
"""Characters of the longest words of a link that are its name, and no sentence."""


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
    linked = sorted(
        (rank, number, node.get("href", ""), "".join(map(str, node.itertext())) or node.get("title", ""))
        for number, node in enumerate(root.iter("a", "area"))
        if (rank := _rank_of_link(node)) is not None
    )
    found: dict[str, str] = {}
    for href, title in (*named, *((href, title) for _, _, href, title in linked)):
        address = _resolved(base, href)
        if address and address != url:
            found.setdefault(address, line(title))
    ranked = sorted(found.items(), key=lambda one: _OTHER.search(f"{one[0]} {one[1]}") is not None)
    return tuple(ranked[:_MOST])


def candidates(url: str) -> tuple[str, ...]:
    """Return the addresses where sites usually keep a feed: beside the page first, then at the site's root."""
    parts = urlsplit(url)
    root = f"{parts.scheme}://{parts.netloc}"
    here = f"{root}{parts.path.rstrip('/')}"
    beside = [f"{here}{path}" for path in _USUAL[:2]] if here != root else []
    return tuple(dict.fromkeys([*beside, *(root + path for path in _USUAL)]))


def _names_a_feed(node: html.HtmlElement) -> bool:
    """Say whether a `link` in a page's head leads to a feed, by its relation, its type or, where it has none, its words."""
    relations = (node.get("rel") or "").lower().split()
    kind = (node.get("type") or "").lower().partition(";")[0].strip()
    href = node.get("href") or ""
    if not href or "stylesheet" in relations:
        return False
    if "feed" in relations or _SCHEME.match(href):
        return True
    if "alternate" not in relations or (kind and not _TYPE.fullmatch(kind)):
        return False
    if kind:
        return not kind.endswith("/json") or _OTHER.search(href) is None
    has_words = _WORDS.search(node.get("title") or "") is not None and not node.get("hreflang")
    return has_words or _PATH.search(href.lower()) is not None


def _rank_of_link(node: html.HtmlElement) -> int | None:
    """Return how sure it is that a link in a page's text leads to a feed, 0 the surest; None: nothing speaks for it."""
    href = (node.get("href") or "").partition("#")[0]
    kind = (node.get("type") or "").lower()
    if not href or href.lower().startswith(("mailto:", "javascript:")):
        return None
    if _SCHEME.match(href) or _FEED_TYPE.match(kind) or "feed" in (node.get("rel") or "").lower().split():
        return 0
    if _PATH.search(href.lower()):
        return 1
    words = line("".join(map(str, node.itertext()))) or node.get("title") or node.get("aria-label") or _picture_words(node)
    return 2 if len(words) < _LABEL and _WORDS.search(words) else None


def _picture_words(node: html.HtmlElement) -> str:
    return " ".join(str(picture.get("alt") or "") for picture in node.iter("img"))


def _resolved(base: str, href: str) -> str:
    try:
        address = urljoin(base, _SCHEME.sub(_with_scheme, "".join(line(href).split())))
    except ValueError:
        return ""
    return address if address.startswith(("http://", "https://")) else ""


def _with_scheme(found: re.Match[str]) -> str:
    return "" if found.string[found.end() :].lower().startswith(("http:", "https:")) else "http://"
