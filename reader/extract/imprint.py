"""Who wrote an article, and when: from what the page states, else from what it prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import cast

from lxml import etree

from reader.extract import bylines, classes, dates, jsonld, titles
from reader.extract.head import Head, words
from reader.model.text import line

_AUTHORS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "citation_author",
)
SHORT_DATE = 70
"""Characters of a line that prints a date and little else."""
NEAR = 25
"""Pieces of text behind the headline among which its date is looked for."""
LONGEST_BYLINE = 120
"""Characters."""
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


def times(root: etree._Element, head: Head, url: str) -> tuple[datetime | None, datetime | None]:
    """Give when an article was published and when it was changed, in the zone that the page states."""
    published = _first_date(
        [head.stated("datePublished"), *(head.meta(name) for name in _PUBLISHED), head.stated("dateCreated")]
    )
    modified = _first_date([head.stated("dateModified"), *(head.meta(name) for name in _MODIFIED)])
    if published is None:
        published = _first_date(_times(root)) or dates.in_url(url) or _near_headline(root) or modified
    return published, modified


def _near_headline(root: etree._Element) -> datetime | None:
    """Give the date printed right before or behind the headline."""
    heading = next(root.iter("h1", "h2"), None)
    if heading is None:
        return None
    behind = heading.xpath(f"following::text()[normalize-space()][position() <= {NEAR}]")
    before = heading.xpath("preceding::text()[normalize-space()][position() <= 4]")
    for text in [*cast("list[str]", behind), *cast("list[str]", before)]:
        if len(short := line(str(text))) < SHORT_DATE and (found := dates.parse_words(short)):
            return found
    return None


def _first_date(texts: list[str] | Iterator[str]) -> datetime | None:
    return next((found for text in texts if text and (found := dates.parse(text))), None)


def _times(root: etree._Element) -> Iterator[str]:
    """Give the texts of elements that may state when the article was published, the most certain first."""
    marked = [e for e in root.iter("time", "span", "div", "p", "abbr") if "datepublished" in (e.get("itemprop") or "").lower()]
    for element in marked:
        yield element.get("datetime") or element.get("content") or words(element)
    for element in root.iter("time"):
        yield element.get("datetime") or words(element)
    for element in root.iter("span", "div", "p", "li", "td"):
        if (named := classes.names_of(element)) and classes.read(named) & classes.BYLINE and len(element) < 5:
            text = words(element)
            if len(text) < 200:
                yield text


def byline(root: etree._Element, head: Head, site: str) -> tuple[str, ...]:
    """Give who wrote it; the site itself only where nobody else is named."""
    stated = [bylines.clean(jsonld.strings(thing.get("author"), "name")) for thing in head.things]
    stated += [bylines.clean(head.metas.get(name, ())) for name in _AUTHORS]
    found = [names for names in stated if names]
    own = {titles.letters(name) for name in (site, head.stated("publisher", "name")) if name}
    for names in found:
        if people := tuple(name for name in names if not bylines.is_site(name, own)):
            return people
    return _marked(root, own) or _printed(root, own) or next(iter(found), ())


def _marked(root: etree._Element, own: set[str]) -> tuple[str, ...]:
    """Give the names in elements that are marked as the author's."""
    for element in root.iter("a", "span", "div", "p", "address"):
        is_marked = element.get("rel") == "author" or "author" in (element.get("itemprop") or "").lower()
        if is_marked and (found := _others(_names(element), own)):
            return found
    return ()


def _printed(root: etree._Element, own: set[str]) -> tuple[str, ...]:
    """Give the names in elements whose class calls them a byline; there only what looks like people's names is one."""
    for element in root.iter("a", "span", "div", "p", "address", "li"):
        if (named := classes.names_of(element)) and classes.read(named) & classes.BYLINE and len(element) < 6:
            found = _others(_names(element), own)
            if found and all(map(bylines.is_person, found)):
                return found
    return ()


def _names(element: etree._Element) -> list[str]:
    """Give the texts of the links in a byline, or all its words where it has none."""
    links = [text for link in element.iter("a") if (text := words(link))]
    text = words(element)
    return links or ([text] if len(text) < LONGEST_BYLINE else [])


def _others(names: Iterable[str], own: set[str]) -> tuple[str, ...]:
    return tuple(name for name in bylines.clean(names) if not bylines.is_site(name, own))
