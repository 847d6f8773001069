"""What a page says of its article outside the text: JSON-LD, OpenGraph, meta tags, marked elements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import SplitResult, urlsplit

from lxml import etree

from reader.extraction.metadata import head as heads
from reader.extraction.metadata import heading_candidates, jsonld, titles
from reader.extraction.metadata.authorship import Authorship
from reader.extraction.metadata.head import Head, words
from reader.extraction.segments.inline import absolute
from reader.model.text import line

KINDS = ("", "og:article", "webpage", "recipe", "article", "blogposting", "newsarticle", "liveblog", "forumposting")
"""What pages say that they are, by a part of the name of their type."""


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
    kind: int = 0
    """Place in `KINDS` of what the page says that it is; 0: it does not say."""


def read(root: etree._Element, url: str) -> Facts:
    """Return what a page says of its article; the tree must still have its scripts."""
    head = heads.read(root, url)
    base = _base(root, url)
    facts = Facts(base=base)
    facts.url = _canonical(root, head, base)
    named = _site(head) or _site_in_title(root, head.url)
    facts.site = named or _host(head.url)
    facts.title = _title(root, head, named, facts.url)
    facts.language = _language(root, head)
    authorship = Authorship(root, head, facts.title, facts.language)
    facts.published, facts.modified = authorship.times(facts.url)
    facts.byline = authorship.byline(facts.site)
    facts.summary = line(head.meta("og:description", "description", "twitter:description") or head.stated("description"))
    image = head.meta("og:image", "og:image:url", "twitter:image", "twitter:image:src") or head.stated("image", "url", "@id")
    facts.lead_image = absolute(base, image) or ""
    facts.truncated = any(str(thing.get("isAccessibleForFree")).lower() == "false" for thing in head.things)
    facts.body = max((jsonld.first(thing.get("articleBody")) for thing in head.things), key=len, default="")
    facts.kind = _kind(head)
    return facts


def _kind(head: Head) -> int:
    """Return what the page says that it is: the most particular of what it states."""
    stated = " ".join(jsonld.kind(thing) for thing in head.things).lower()
    found = next((at for at in range(len(KINDS) - 1, 1, -1) if KINDS[at] in stated), 0)
    return found or int(head.meta("og:type").lower() == "article")


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
    return line(named) if len(named) < 80 else ""


def _site_in_title(root: etree._Element, url: str) -> str:
    """Return the name at the end of the page's title, where the host or a link to the front page confirms it."""
    name = titles.behind_bar(next((words(element) for element in root.iter("title")), ""))
    letters = titles.letters(name)
    if not letters:
        return ""
    if len(letters) > 2 and letters in titles.letters(_host(url)):
        return name
    addresses = heading_candidates.front_pages((url,))
    fronts = (words(link) for link in root.iter("a") if (link.get("href") or "").strip() in addresses)
    return name if any(titles.letters(front) == letters for front in fronts) else ""


def _host(url: str) -> str:
    return (_authority(url).hostname or "").removeprefix("www.")


def _authority(url: str) -> SplitResult:
    """Return the parts of an address; one that is none (a feed may name `http://[x`) has none."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def _title(root: etree._Element, head: Head, site: str, url: str) -> str:
    firsts = heading_candidates.find(root, (url, head.url), "h1")
    stated = [head.meta("og:title", "twitter:title", "dc.title"), head.stated("headline")]
    stated = [heading_candidates.referred(text) for text in stated if text]
    page_title = heading_candidates.referred(next((words(element) for element in root.iter("title")), ""))
    return titles.pick(firsts, lambda: heading_candidates.find(root, (url, head.url), "h2", "h3"), stated, page_title, site)


def _language(root: etree._Element, head: Head) -> str:
    given = root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or head.stated("inLanguage", "name")
    given = line(given or head.meta("og:locale", "content-language", "language")).replace("_", "-")
    parts = given.split(",")[0].split("-")
    if not parts[0].isalpha() or not 2 <= len(parts[0]) <= 3:
        return ""
    region = [part.upper() if len(part) == 2 else part for part in parts[1:3] if part.isalnum()]
    return "-".join([parts[0].lower(), *region])
