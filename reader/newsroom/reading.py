"""A source goes in, an article that has been read and annotated comes out.

A stage is imported when it is first needed: asking for a bundled page loads no network, a page without an article loads no
names, and the app's own process, which asks only for `Request` and `Reading`, loads none of them.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass, replace
from typing import Literal

from reader import extraction, sources
from reader.errors import FetchError, NoArticleError
from reader.model import Article, Decision, Figure, Heading, NotModified, Page
from reader.model.address import display_url

_LOG = logging.getLogger(__name__)
_HEAD = 4096
_MEDIA_TYPES = {"html": "text/html", "text": "text/plain"}
_FEED = re.compile(rb"(?:[\xef\xbb\xbf\s]|<\?[^>]*>|<!--.*?-->)*<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL)
_JSON_FEED = b"://jsonfeed.org/version/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to read, and how."""

    source: str
    """A URL, a file, `-` or `seed:NAME`."""
    body: bytes | None = None
    """The page itself, where the caller has read it already (standard input); None: fetch it."""
    base: str = ""
    """URL that relative links are resolved against; empty: the page's own."""
    kind: Literal["auto", "html", "text", "feed"] = "auto"
    """What to take the page for; `auto`: what it says it is; `feed`: its entries are the article."""
    timeout: float = 30.0
    """Seconds, everything included."""
    offline: bool = False
    """Refuse to open a connection."""
    linked: bool = False
    """A page or a feed names the source, not the user: only public addresses on the web are good."""
    leaves_trace: bool = True
    """Where the reader stood in it may be written down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article, and how it came about."""

    page: Page
    article: Article
    decisions: tuple[Decision, ...]


def read(source: str) -> Article:
    """Fetch a page, extract its article and annotate it.

    Raises:
        SourceError: the source gave no page.
        NoArticleError: there is no article in the page.
        UsageError: there is no such bundled page.
    """
    return read_annotated(Request(source=source)).article


def read_annotated(request: Request) -> Reading:
    """Do as `read_article`, and find people and quotes.

    Raises:
        SourceError: the source gave no page.
        NoArticleError: there is no article in the page.
        UsageError: there is no such bundled page.
    """
    return annotate_reading(read_article(request))


def annotate_reading(reading: Reading) -> Reading:
    """Find the people and quotes of an article that has been read without."""
    from reader.language import annotate  # noqa: PLC0415 - see the module

    return replace(reading, article=annotate(reading.article))


def read_article(request: Request, page: Page | None = None) -> Reading:
    """Do as `read_page`, and refuse what has no article.

    Raises:
        SourceError: the source gave no page.
        NoArticleError: there is no article in the page.
        UsageError: there is no such bundled page.
    """
    reading = read_page(request, page)
    if request.kind == "auto" and looks_like_feed(reading.page.body):
        advice = "reader add follows it, --from feed prints its entries"
        raise NoArticleError("this is a feed, not an article", source=display_url(request.source), advice=advice)
    if has_story(reading.article):
        return reading
    raise NoArticleError(
        "no article in this page", source=display_url(request.source), advice="reader explain tells what was dropped"
    )


def read_page(request: Request, page: Page | None = None) -> Reading:
    """Fetch a page and extract its article, be there nothing in it, and keep what was decided of each piece of it.

    Args:
        request: what and how.
        page: the page, if it has been fetched already.

    Raises:
        SourceError: the source gave no page.
        FeedError: the page was to be a feed, and is none.
        UsageError: there is no such bundled page.
    """
    page = page or _fetched(request)
    url = request.base or page.final_url
    if request.kind == "feed":
        from reader.newsroom.feed_article import read_feed  # noqa: PLC0415 - see the module

        return Reading(page=page, article=read_feed(page, url=url or page.url), decisions=())
    media_type = _media_type(request, page)
    result = extraction.examine(page.body, url=url, media_type=media_type, charset=page.charset)
    kept = sum(decision.kept for decision in result.decisions)
    dropped = len(result.decisions) - kept
    _LOG.info("%s: %d bytes of %s, %d pieces kept, %d dropped", page.url or "-", len(page.body), media_type, kept, dropped)
    return Reading(page=page, article=result.article, decisions=result.decisions)


def has_story(article: Article) -> bool:
    """Return whether an article has words of a story: more than headlines and pictures."""
    return any(block.text.strip() for block in article.blocks if not isinstance(block, Heading | Figure))


def looks_like_feed(body: bytes) -> bool:
    """Return whether a page begins as RSS, Atom, RDF or a JSON Feed does."""
    head = body[:_HEAD]
    return bool(_FEED.match(head)) or (head.lstrip().startswith(b"{") and _JSON_FEED in head)


def _fetched(request: Request) -> Page:
    if request.body is not None:
        return sources.page_from_bytes(request.body, source=request.source)
    page = sources.fetch(request.source, timeout=request.timeout, offline=request.offline, linked=request.linked)
    if isinstance(page, NotModified):  # no validators were sent
        raise FetchError("the server answers that nothing has changed", source=request.source, advice="try again later")
    return page


def _media_type(request: Request, page: Page) -> str:
    if request.kind in _MEDIA_TYPES:
        return _MEDIA_TYPES[request.kind]
    if page.media_type in ("", "application/octet-stream"):
        return sources.media_type_of(page.body)
    return page.media_type
