"""Page to Article.

Room not furnished yet; its face stands.
"""

from __future__ import annotations

from dataclasses import dataclass

from reader.model import Article, Decision


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """An article, and what was decided of each piece of its page."""

    article: Article
    decisions: tuple[Decision, ...]


def examine(body: bytes | str, *, url: str = "", media_type: str = "text/html", charset: str | None = None) -> Extraction:
    """Extract an article and keep every decision; never raises."""
    raise NotImplementedError


def extract(body: bytes | str, *, url: str = "", media_type: str = "text/html", charset: str | None = None) -> Article:
    """Extract the article of a page; never raises: a bad page gives an article with less in it."""
    return examine(body, url=url, media_type=media_type, charset=charset).article


def from_text(text: str) -> Article:
    """Cut plain text into an article, title first; strips nothing."""
    raise NotImplementedError
