"""Article to str.

Room not furnished yet; its face stands.
"""

from __future__ import annotations

from reader.model import Article


def to_text(article: Article, width: int = 80) -> str:
    """Give the article as plain text, wrapped by display width; 0 wraps nothing."""
    raise NotImplementedError


def to_markdown(article: Article) -> str:
    """Give the article as Markdown."""
    raise NotImplementedError


def to_html(article: Article) -> str:
    """Give the article as an HTML document."""
    raise NotImplementedError


def to_json(article: Article) -> str:
    """Give the article as JSON, schema 1."""
    raise NotImplementedError


def from_json(text: str) -> Article:
    """Give back the article that `to_json` wrote."""
    raise NotImplementedError
