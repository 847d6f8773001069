"""Who wrote an article, and when: from what the page states, else from what it prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import cast

from lxml import etree

from reader.extraction.hints import class_names
from reader.extraction.metadata import bylines, dates, jsonld, titles
from reader.extraction.metadata.head import Head, words
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
_MARKED = ("a", "span", "div", "p", "li", "td", "address", "abbr", "time")
"""Elements that print an author or a date; below, which of them may be marked so, and which only called so by their class."""
_DATED = frozenset(("time", "span", "div", "p", "abbr"))
_AUTHORED = frozenset(("a", "span", "div", "p", "address"))
_CALLED_DATE = frozenset(("span", "div", "p", "li", "td"))
_CALLED_AUTHOR = frozenset(("a", "span", "div", "p", "li", "address"))
SHORT_DATE = 70
"""Characters of a line that prints a date and little else."""
NEAR = 25
"""Segments of text behind the headline among which its date is looked for."""
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


@dataclass(slots=True)
class MarkedElements:
    """Elements of a page that may print who wrote it, or when, in the order of the page."""

    dated: list[etree._Element] = field(default_factory=list)
    """Marked as its date."""
    authors: list[etree._Element] = field(default_factory=list)
    """Marked as its author."""
    signed: list[etree._Element] = field(default_factory=list)
    """Called a byline by their class."""


class Authorship:
    """What a page says of who wrote it, and when: its statements first, and only where those are silent what it prints."""

    def __init__(self, root: etree._Element, head: Head) -> None:
        """Start with what the page states; nothing has been looked for in its text."""
        self.root, self.head = root, head

    @cached_property
    def marks(self) -> MarkedElements:
        """Return the elements that may print it, found in one walk, which costs as much as all else here."""
        return _marks(self.root)

    def times(self, url: str) -> tuple[datetime | None, datetime | None]:
        """Return when an article was published and when it was changed, in the zone that the page states."""
        head = self.head
        published = _first_date(
            [head.stated("datePublished"), *(head.meta(name) for name in _PUBLISHED), head.stated("dateCreated")]
        )
        modified = _first_date([head.stated("dateModified"), *(head.meta(name) for name in _MODIFIED)])
        if published is None:
            published = _first_date(self._printed_times()) or dates.in_url(url) or _near_headline(self.root) or modified
        return published, modified

    def byline(self, site: str) -> tuple[str, ...]:
        """Return who wrote it; the site itself only where nobody else is named."""
        head = self.head
        stated = [bylines.clean(jsonld.strings(thing.get("author"), "name")) for thing in head.things]
        stated += [bylines.clean(head.metas.get(name, ())) for name in _AUTHORS]
        found = [names for names in stated if names]
        own = {titles.letters(name) for name in (site, head.stated("publisher", "name")) if name}
        for names in found:
            if people := tuple(name for name in names if not bylines.is_site(name, own)):
                return people
        return self._marked(own) or self._printed(own) or next(iter(found), ())

    def _printed_times(self) -> Iterator[str]:
        """Return the texts of elements that may state when the article was published, the most certain first."""
        for element in self.marks.dated:
            yield element.get("datetime") or element.get("content") or words(element)
        for element in self.root.iter("time"):
            yield element.get("datetime") or words(element)
        for element in self.marks.signed:
            if element.tag in _CALLED_DATE and len(element) < 5:
                text = words(element)
                if len(text) < 200:
                    yield text

    def _marked(self, own: set[str]) -> tuple[str, ...]:
        """Return the names in elements that are marked as the author's."""
        return next((found for element in self.marks.authors if (found := _others(_names(element), own))), ())

    def _printed(self, own: set[str]) -> tuple[str, ...]:
        """Return the names in elements whose class calls them a byline; there only what looks like people's names is one."""
        for element in self.marks.signed:
            if element.tag in _CALLED_AUTHOR and len(element) < 6:
                found = _others(_names(element), own)
                if found and all(map(bylines.is_person, found)):
                    return found
        return ()


def _marks(root: etree._Element) -> MarkedElements:
    found = MarkedElements()
    for element in root.iter(*_MARKED):
        named, is_author = "", False
        for name, value in cast("list[tuple[str, str]]", element.items()):
            if name == "class" or name in class_names.NAMING:
                named = f"{named} {value}"
            elif name == "rel":
                is_author = is_author or value == "author"
            elif name == "itemprop":
                is_author = is_author or "author" in value.lower()
                if "datepublished" in value.lower() and element.tag in _DATED:
                    found.dated.append(element)
        if is_author and element.tag in _AUTHORED:
            found.authors.append(element)
        if named and class_names.read(named[:300]) & class_names.BYLINE:
            found.signed.append(element)
    return found


def _near_headline(root: etree._Element) -> datetime | None:
    """Return the date printed right before or behind the headline."""
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


def _names(element: etree._Element) -> list[str]:
    """Return the texts of the links in a byline, or all its words where it has none."""
    links = [text for link in element.iter("a") if (text := words(link))]
    text = words(element)
    return links or ([text] if len(text) < LONGEST_BYLINE else [])


def _others(names: Iterable[str], own: set[str]) -> tuple[str, ...]:
    return tuple(name for name in bylines.clean(names) if not bylines.is_site(name, own))
