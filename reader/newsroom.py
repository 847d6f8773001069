"""The only room where the stages meet: a source goes in, an article that has been read and annotated comes out.

source --sources--> Page --extract--> Article, Decisions --language--> Article
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reader.model import Article, Decision, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to read, and how."""

    source: str
    """A URL, a file, `-` or `seed:NAME`."""
    body: bytes | None = None
    """The page itself, where the caller has read it already (standard input); None: fetch it."""
    base: str = ""
    """URL that relative links are resolved against; empty: the page's own."""
    kind: Literal["auto", "html", "text"] = "auto"
    """What to take the page for; `auto`: what it says it is."""
    timeout: float = 30.0
    """Seconds, everything included."""
    offline: bool = False
    """Refuse to open a connection."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """An article, and how it came about."""

    page: Page
    article: Article
    decisions: tuple[Decision, ...]


def study(request: Request) -> Reading:
    """Fetch a page, extract its article and annotate it, and keep what was decided on the way.

    Raises:
        SourceError: the source gave no page.
        NoArticleError: there is no article in the page.
    """
    raise NotImplementedError


def read(source: str) -> Article:
    """Fetch a page, extract its article and annotate it.

    Raises:
        SourceError: the source gave no page.
        NoArticleError: there is no article in the page.
    """
    return study(Request(source=source)).article
