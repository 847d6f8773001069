"""What a page says of its article outside the text: JSON-LD, OpenGraph, meta tags, marked elements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from lxml import etree

from reader.extract import bylines, classes, dates, jsonld, titles
from reader.extract.inline import absolute
from reader.model.text import line


@dataclass(slots=True)
class Facts:
    """All that is known of an article but its text."""

    url: str = ""
    base: str = ""
    """What relative links lead from."""
    title: str = ""
    byline: tuple[str, ...] = ()
    published: datetime | None = None
    modified: datetime | None = None
    site: str = ""
    language: str = ""
    summary: str = ""
    lead_image: str = ""
    truncated: bool = False
    body: str = ""
    """The article's text as the page states it for machines; empty on most pages."""


@dataclass(slots=True)
class Head:
    """The page's own statements, as found."""

    url: str
    metas: dict[str, list[str]] = field(default_factory=dict)
    things: list[jsonld.Thing] = field(default_factory=list)

    def meta(self, *names: str) -> str:
        """Give the first value of the first of some meta tags that has one."""
        return next((values[0] for name in names if (values := self.metas.get(name))), "")

    def stated(self, name: str, *inner: str) -> str:
        """Give the first string that the JSON-LD objects have under a name."""
        return next((found for thing in self.things if (found := jsonld.first(thing.get(name), *inner))), "")


def read(root: etree._Element, url: str) -> Facts:
    """Give what a page says of its article; the tree must still have its scripts."""
    head = Head(url, _metas(root), jsonld.read(root))
    base = _base(root, url)
    facts = Facts(base=base)
    facts.url = _canonical(root, head, base)
    facts.site = _site(head)
    facts.title = _title(root, head, facts.site)
    facts.published, facts.modified = _dates(root, head)
    facts.byline = _byline(root, head)
    facts.language = _language(root, head)
    facts.summary = line(head.meta("og:description", "description", "twitter:description") or head.stated("description"))
    image = head.meta("og:image", "og:image:url", "twitter:image", "twitter:image:src") or head.stated("image", "url", "@id")
    facts.lead_image = absolute(base, image) or ""
    facts.truncated = any(str(thing.get("isAccessibleForFree")).lower() == "false" for thing in head.things)
    facts.body = max((jsonld.first(thing.get("articleBody")) for thing in head.things), key=len, default="")
    return facts


def _metas(root: etree._Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        content = meta.get("content")
        if content and not content.isspace():
            for attribute in ("property", "name", "itemprop"):
                if name := meta.get(attribute):
                    found.setdefault(name.strip().lower(), []).append(line(content))
    return found


def _base(root: etree._Element, url: str) -> str:
    for element in root.iter("base"):
        if found := absolute(url, element.get("href")):
            return found
    return url


def _canonical(root: etree._Element, head: Head, base: str) -> str:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (found := absolute(base, link.get("href"))):
            return found
    return absolute(base, head.meta("og:url")) or absolute(base, head.url) or ""


def _site(head: Head) -> str:
    named = (
        head.meta("og:site_name")
        or head.stated("publisher", "name")
        or head.meta("application-name", "twitter:app:name:iphone")
    )
    if named and len(named) < 80:
        return line(named)
    host = urlsplit(head.url).hostname if head.url else ""
    return (host or "").removeprefix("www.")


def _title(root: etree._Element, head: Head, site: str) -> str:
    headings = [text for element in root.iter("h1") if (text := _words(element)) and len(text) < 400]
    stated = [line(text) for text in (head.stated("headline"), head.meta("og:title", "twitter:title", "dc.title")) if text]
    page_title = next((_words(element) for element in root.iter("title")), "")
    return titles.pick(headings, stated, page_title, site)


def _words(element: etree._Element) -> str:
    return line("".join(map(str, element.itertext())))


_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "article.published",
    "cxenseparse:recs:publishtime",
    "last-modified-date",
    "datecreated",
    "og:published_time",
    "published_time",
)
_MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod")


def _dates(root: etree._Element, head: Head) -> tuple[datetime | None, datetime | None]:
    published = _first_date(
        [head.stated("datePublished"), *(head.meta(name) for name in _PUBLISHED), head.stated("dateCreated")]
    )
    modified = _first_date([head.stated("dateModified"), *(head.meta(name) for name in _MODIFIED)])
    if published is None:
        published = _first_date(_times(root)) or dates.in_url(head.url) or modified
    return published, modified


def _first_date(texts: list[str] | Iterator[str]) -> datetime | None:
    return next((found for text in texts if text and (found := dates.parse(text))), None)


def _times(root: etree._Element) -> Iterator[str]:
    """Give the texts of elements that may state when the article was published, the most certain first."""
    marked = [e for e in root.iter("time", "span", "div", "p", "abbr") if "datepublished" in (e.get("itemprop") or "").lower()]
    for element in marked:
        yield element.get("datetime") or element.get("content") or _words(element)
    for element in root.iter("time"):
        yield element.get("datetime") or _words(element)
    for element in root.iter("span", "div", "p", "li", "td"):
        if len(element) < 5 and classes.read(classes.names(classes.attributes(element))) & classes.BYLINE:
            text = _words(element)
            if len(text) < 200:
                yield text


def _byline(root: etree._Element, head: Head) -> tuple[str, ...]:
    for thing in head.things:
        if found := bylines.clean(jsonld.strings(thing.get("author"), "name"), split=True):
            return found
    for name in (
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "byl",
        "twitter:creator",
    ):
        if found := bylines.clean(head.metas.get(name, ())):
            return found
    return _printed_byline(root)


def _printed_byline(root: etree._Element) -> tuple[str, ...]:
    for element in root.iter("a", "span", "div", "p", "address"):
        marked = element.get("rel") == "author" or "author" in (element.get("itemprop") or "").lower()
        if marked and (found := bylines.clean([_words(element)])):
            return found
    for element in root.iter("a", "span", "div", "p", "address", "li"):
        if len(element) < 6 and classes.read(classes.names(classes.attributes(element))) & classes.BYLINE:
            text = _words(element)
            if len(text) < 120 and dates.parse_words(text) is None and (found := bylines.clean([text])):
                return found
    return ()


def _language(root: etree._Element, head: Head) -> str:
    given = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or head.stated("inLanguage", "name")
    given = line(given or head.meta("og:locale", "content-language", "language")).replace("_", "-")
    parts = given.split(",")[0].split("-")
    if not parts[0].isalpha() or not 2 <= len(parts[0]) <= 3:
        return ""
    region = [part.upper() if len(part) == 2 else part for part in parts[1:3] if part.isalnum()]
    return "-".join([parts[0].lower(), *region])
