"""Who wrote an article, and when: from what the page states, else from what it prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import cast

from lxml import etree

from reader.extraction.hints import class_names
from reader.extraction.metadata import bylines, dates, headline_lines, jsonld, titles
from reader.extraction.metadata.head import Head, words

_AUTHORS = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "byline",
    "article_author",
    "article.author",
    "og:article:author",
    "cxenseparse:author",
    "citation_author",
)
_MARKED = ("a", "span", "div", "p", "li", "td", "address", "abbr", "time", "cite", "em")
"""Elements that print an author or a date; below, which of them may be marked so, and which only called so by their class."""
_DATED = frozenset(("time", "span", "div", "p", "abbr"))
_AUTHORED = frozenset(("a", "span", "div", "p", "address", "cite"))
_CALLED_DATE = frozenset(("span", "div", "p", "li", "td"))
_CALLED_AUTHOR = frozenset(("a", "span", "div", "p", "li", "address", "cite", "em"))
SHORT_DATE = 70
"""Characters of a line that prints a date and little else."""
MONTH_FIRST = ("en-US", "en-PH", "es-US")
"""Languages, as some countries write them, in which the month comes before the day."""
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

    def __init__(self, root: etree._Element, head: Head, title: str, language: str) -> None:
        """Start with what the page states; nothing has been looked for in its text."""
        self.root, self.head, self.title = root, head, title
        self.month_first = language.startswith(MONTH_FIRST)

    @cached_property
    def marks(self) -> MarkedElements:
        """Return the elements that may print it, found in one walk, which costs as much as all else here."""
        return _marks(self.root)

    @cached_property
    def lines(self) -> list[headline_lines.Line]:
        """Return the lines around the headline."""
        return headline_lines.around(self.root, self.title)

    def times(self, url: str) -> tuple[datetime | None, datetime | None]:
        """Return when an article was published and when it was changed, in the zone that the page states."""
        head = self.head
        published = self._first_date(
            [head.stated("datePublished"), *(head.meta(name) for name in _PUBLISHED), head.stated("dateCreated")]
        )
        modified = self._first_date([head.stated("dateModified"), *(head.meta(name) for name in _MODIFIED)])
        if published is None:
            published = self._first_date(self._printed_times()) or dates.in_url(url) or self._last_resort() or modified
        return published, modified

    def byline(self, site: str) -> tuple[str, ...]:
        """Return who wrote it; a house, the site itself even, only where no person is named."""
        head = self.head
        stated = [bylines.clean(jsonld.strings(thing.get("author"), "name")) for thing in head.things]
        stated += [bylines.clean(head.metas.get(name, ())) for name in _AUTHORS]
        found = [names for names in stated if names]
        own = {titles.letters(name) for name in (site, head.stated("publisher", "name")) if name}
        named = next((people for names in found if (people := _others(names, own))), ())
        if named and not all(map(bylines.is_house, named)):
            return named
        printed = self._marked(own) or self._under_headline(own)
        if named and not any(map(bylines.is_person, printed)):
            return named
        return printed or self._called_so(own) or self._behind_story(own) or next(iter(found), ())

    def _first_date(self, texts: Iterable[str]) -> datetime | None:
        found = (dates.parse(text, month_first=self.month_first) for text in texts if text)
        return next((date for date in found if date), None)

    def _printed_times(self) -> Iterator[str]:
        """Yield the texts of elements that may state when the article was published, the most certain first."""
        for element in self.marks.dated:
            yield element.get("datetime") or element.get("content") or element.get("title") or ""
            yield words(element)
        for one in self.lines:
            if one.stated or len(one.text) < SHORT_DATE or bylines.begins_with_by(one.text):
                yield one.stated
                yield one.text
        for element in self.root.iter("time"):
            if not headline_lines.is_other(element):
                yield element.get("datetime") or words(element)
        for element in self.marks.signed:
            if element.tag in _CALLED_DATE and len(element) < 5 and not headline_lines.is_other(element):
                text = words(element)
                if len(text) < 200:
                    yield text

    def _last_resort(self) -> datetime | None:
        """Return the first date in a short line of the page, or that in the address of its picture."""
        printed = self._first_date(headline_lines.short(self.root, SHORT_DATE))
        return printed or dates.in_url(self.head.meta("og:image", "twitter:image", "twitter:image:src"))

    def _marked(self, own: set[str]) -> tuple[str, ...]:
        """Return the names in elements that are marked as the author's and stand together."""
        names: list[str] = []
        around: etree._Element | None = None
        for element in self.marks.authors:
            if headline_lines.is_other(element) or (names and element.getparent() is not around):
                continue
            names += _others(_names(element), own)
            around = element.getparent() if names else None
        return tuple(dict.fromkeys(names))[: bylines.MOST]

    def _under_headline(self, own: set[str]) -> tuple[str, ...]:
        """Return the names in the line around the headline that begins with "by"; a link may name somebody by one word."""
        for one in self.lines:
            start = bylines.start(one.text)
            if len(one.text) > LONGEST_BYLINE or start < 0:
                continue
            if found := _people(one.parts if not start else [one.text[start:]], own):
                return found
            if names := _others([name for name in one.linked if " " not in name][:1], own):
                return names
        return ()

    def _called_so(self, own: set[str]) -> tuple[str, ...]:
        """Return the names in elements whose class calls them a byline; there only what looks like people's names is one."""
        for element in self.marks.signed:
            if element.tag in _CALLED_AUTHOR and len(element) < 6 and not headline_lines.is_other(element):
                found = _others(_names(element), own)
                is_told = not found or found[0] != found[0].lower() or bylines.begins_with_by(words(element))
                if found and is_told and all(map(bylines.is_person, found)):
                    return found
        return ()

    def _behind_story(self, own: set[str]) -> tuple[str, ...]:
        """Return the people in a line anywhere that begins with "by", as blogs print it behind a post."""
        for text in headline_lines.short(self.root, LONGEST_BYLINE):
            if bylines.begins_with_by(text) and (found := _people([text], own)):
                return found
        return ()


def _people(parts: list[str], own: set[str]) -> tuple[str, ...]:
    """Return the people whom a line names that begins with "by"; its parts may each be a name, without marks between them."""
    bare = [bare for part in parts if (bare := bylines.without_by(part))]
    names = [part for part in bare if bylines.is_person(part)]
    found = bylines.clean(names) if len(names) > 1 else bylines.signed(" ".join(parts))
    return tuple(name for name in found if bylines.is_person(name) and not bylines.is_site(name, own))


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


def _names(element: etree._Element) -> list[str]:
    """Return the texts of the links in a byline, or all its words where it has none."""
    links = [text for link in element.iter("a") if (text := words(link))]
    text = words(element)
    return links or ([text] if len(text) < LONGEST_BYLINE else [])


def _others(names: Iterable[str], own: set[str]) -> tuple[str, ...]:
    return tuple(name for name in bylines.clean(names) if not bylines.is_site(name, own))
