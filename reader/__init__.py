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

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.errors import ReaderError
    from reader.extraction import extract, from_text
    from reader.formats import from_json, to_html, to_json, to_markdown, to_text
    from reader.language import annotate
    from reader.model import Article, Page, Person, Quote
    from reader.newsroom import read
    from reader.resources import __version__
else:
    from reader.lazy_import import lazy_names

    _HOMES = {
        "reader.errors": ("ReaderError",),
        "reader.extraction": ("extract", "from_text"),
        "reader.formats": ("from_json", "to_html", "to_json", "to_markdown", "to_text"),
        "reader.language": ("annotate",),
        "reader.model": ("Article", "Page", "Person", "Quote"),
        "reader.newsroom": ("read",),
        "reader.resources": ("__version__",),
    }
    __getattr__ = lazy_names(__name__, {name: home for home, names in _HOMES.items() for name in names})

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
