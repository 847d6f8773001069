"""The headings of a page that may be its headline, and what each of them says.

A heading is printed to be read or to lead somewhere: one that stands in the navigation (the last crumb of a breadcrumb trail
is an `h1` in many newsrooms, with words for search engines), or that leads to the front page, is no headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape
from itertools import islice
from urllib.parse import urlsplit

from lxml import etree

from reader.extraction.hints import class_names
from reader.extraction.page.soup import INLINE
from reader.model.text import line

MOST = 80
"""Headings of a page that are looked at."""
LONGEST = 400
"""Characters."""
PROSE = 150
"""Characters of a paragraph that begins a story; a headline stands before it."""
MOST_INNER = 8
"""Elements in a heading of which one may be a line of its own."""

_AROUND = frozenset(("nav", "aside", "footer", "dialog", "li"))
_CRUMBS = re.compile(r"bread-?(?:crumb|bar)", re.I)
_STORY = frozenset(("article", "main", "body"))
_INNER = frozenset(("span", "strong", "small", "div", "p", "em", "b", "i", "a", "time"))
_KICKER = re.compile(
    r"kicker|overline|roof-?line|top-?line|dachzeile|spitzmarke|eyebrow|pre-?(?:title|headline)|over-?title|surtitre|vignette|antetitulo"
    r"|catchline",
    re.I,
)
_HIDDEN = re.compile(r"hidden|hide-text|sr-only", re.I)
_TITLE = re.compile(r"(?:entry|post|article|story|page)[-_]?(?:title|headline)|^headline$", re.I)
_EDGES = ":–—-|• "
_SILENT = frozenset(("rt", "rp", "script", "style", "noscript", "template", "svg", "iframe"))
"""Elements in a heading whose text is not of its words: how a word is read aloud, programs, the names of pictures."""
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,8});", re.I)


@dataclass(frozen=True, slots=True)
class Headline:
    """A heading that may be the headline."""

    text: str
    """Its words, without the line above them where its class names one."""
    whole: str
    """All its words."""
    parts: tuple[str, ...]
    """Its words without one of the elements in it, and those before it, for each of them."""
    level: int
    leads: bool
    """It stands in the navigation, or in a trail of crumbs."""
    over_story: bool
    """It stands before the first paragraph of prose; those of cookie banners and the like are none."""
    is_called_title: bool = False
    """Its class or its markup calls it the title of the story."""


def find(root: etree._Element, addresses: Iterable[str], *tags: str) -> list[Headline]:
    """Return some headings of a page, but for those that lead to the front page.

    Args:
        root: the page.
        addresses: URLs of the page, which tell its host.
        tags: `h1` and the like.
    """
    fronts = front_pages(addresses)
    found: list[Headline] = []
    over_story = True
    for element in root.iter("p", *tags):
        if element.tag == "p":
            over_story = over_story and (len(element.text or "") < PROSE or _is_notice(element))
        elif not _is_front(element, fronts) and (headline := _read(element, over_story=over_story)) is not None:
            found.append(headline)
            if len(found) == MOST:
                break
    return found


def _is_notice(element: etree._Element) -> bool:
    """Tell whether an element stands in a cookie banner or the like."""
    return any(class_names.of(around) & class_names.NOTICE for around in element.iterancestors() if around.tag not in _STORY)


def front_pages(addresses: Iterable[str]) -> frozenset[str]:
    """Return what a link to the front page of a site may say, one of whose addresses is known."""
    hosts = {host for url in addresses if (host := _host(url))}
    starts = [f"{scheme}://{host}" for host in hosts for scheme in ("http", "https")]
    return frozenset(("/", *starts, *(f"{start}/" for start in starts)))


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""


def _is_front(element: etree._Element, fronts: frozenset[str]) -> bool:
    around = element.getparent()
    links = [*element.iter("a"), *([around] if around is not None and around.tag == "a" else [])]
    return any((link.get("href") or "").strip() in fronts for link in links)


def _read(element: etree._Element, *, over_story: bool) -> Headline | None:
    whole = heading_words(element)
    if not whole or len(whole) >= LONGEST:
        return None
    text, parts = whole, []
    for inner in islice((one for one in element.iterdescendants() if one.tag in _INNER), MOST_INNER):
        own = heading_words(inner)
        if not any(map(str.isalnum, own)) or len(own) >= len(whole):
            continue
        before, _, after = whole.partition(own)
        rest = line(f"{before} {after}").strip(_EDGES)
        parts += [rest, before.strip(_EDGES)] if before else [rest]
        named = class_names.names_of(inner)
        if text is whole and named and (_HIDDEN.search(named) or (whole.startswith(own) and _KICKER.search(named))):
            text = rest
    return Headline(
        text, whole, tuple(parts), int(str(element.tag)[1]), _leads(element), over_story, _is_called_title(element)
    )


def _is_called_title(element: etree._Element) -> bool:
    marked = element.get("itemprop") or ""
    return "headline" in marked or bool(_TITLE.search(element.get("class") or ""))


def heading_words(element: etree._Element) -> str:
    """Return the words of a heading as they are read: parted where a line ends, without what is not of them."""
    found: list[str] = []
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        edge = "" if node.tag in INLINE else " "
        if event == "end":
            found += (edge, node.tail or "") if node is not element else ()
        elif node.tag in _SILENT:
            walk.skip_subtree()
        else:
            found += edge, node.text or ""
    return referred("".join(found))


def referred(text: str) -> str:
    """Return a text as one line, with the characters that are meant where a page has escaped it twice."""
    return line(_REFERENCE.sub(lambda found: unescape(found[0]), text) if "&" in text else text)


def _leads(element: etree._Element) -> bool:
    one: etree._Element | None = element
    while one is not None and one.tag not in _STORY:
        if one.tag in _AROUND or _CRUMBS.search(f"{one.get('class')} {one.get('id')}"):
            return True
        one = one.getparent()
    return False
