"""Broadsheet, a news reader for the terminal: the public face.

    read(source) -> Article                                   fetch, extract, annotate
    extract(body, *, url="", media_type="text/html", charset=None) -> Article
    from_text(text) -> Article                                cuts paragraphs and strips nothing
    annotate(article) -> Article                              quotes and people
    to_text(article, width=80), to_markdown, to_html, to_json, from_json

Every name is looked up when it is first used, so that importing one room of the house imports no other: printing a page never
loads the app, and the app's own process never loads the parser.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.errors import ReaderError
    from reader.extraction import extract, from_text
    from reader.formats import from_json, to_html, to_json, to_markdown, to_text
    from reader.language import annotate
    from reader.model import Article, Page, Person, Quote
    from reader.newsroom import read
    from reader.resources import __version__

_HOMES = {
    "__version__": "reader.resources",
    "Article": "reader.model",
    "Page": "reader.model",
    "Person": "reader.model",
    "Quote": "reader.model",
    "ReaderError": "reader.errors",
    "annotate": "reader.language",
    "extract": "reader.extraction",
    "from_json": "reader.formats",
    "from_text": "reader.extraction",
    "read": "reader.newsroom",
    "to_html": "reader.formats",
    "to_json": "reader.formats",
    "to_markdown": "reader.formats",
    "to_text": "reader.formats",
}

__all__ = [
    "Article",
    "Page",
    "Person",
    "Quote",
    "ReaderError",
    "__version__",
    "annotate",
    "extract",
    "from_json",
    "from_text",
    "read",
    "to_html",
    "to_json",
    "to_markdown",
    "to_text",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
