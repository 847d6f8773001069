"""The words of the house: what a page, an article, a block, a person and a quote are.

Every type is a frozen dataclass with slots and keyword arguments; sequences are tuples, so an article can be shared, cached
and sent to another process without a thought.  Text that a page does not give is the empty string; `None` stands only where
the absence says something, and then the field's docstring says what.

Two rules hold everywhere:

- Positions (`Span`) are half-open and count characters of one block's `.text`.
- Text from outside passes `text.plain` (or `text.line`) on its way in, and again on its way out.

`text` (the gate) and `wrap` (display width, graphemes, lines) are modules of functions and are used by their own names.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from reader.model.article import Article, Decision, Section
from reader.model.blocks import (
    Block,
    Figure,
    Footnote,
    Heading,
    Item,
    Listing,
    Paragraph,
    Post,
    Preformatted,
    Quotation,
    Run,
    Style,
    Table,
)
from reader.model.page import NotModified, Page
from reader.model.people import Person, Quote, QuoteKind, Span, Speaker, SpeakerKind

if TYPE_CHECKING:
    from reader.model.feed import Enclosure, Entry, Feed, Saved, Subscription

__all__ = [
    "Article",
    "Block",
    "Decision",
    "Enclosure",
    "Entry",
    "Feed",
    "Figure",
    "Footnote",
    "Heading",
    "Item",
    "Listing",
    "NotModified",
    "Page",
    "Paragraph",
    "Person",
    "Post",
    "Preformatted",
    "Quotation",
    "Quote",
    "QuoteKind",
    "Run",
    "Saved",
    "Section",
    "Span",
    "Speaker",
    "SpeakerKind",
    "Style",
    "Subscription",
    "Table",
]


def __getattr__(name: str) -> object:
    """Load what feeds are made of when somebody asks for it: an article is read and shown without."""
    if name not in ("Enclosure", "Entry", "Feed", "Saved", "Subscription"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module("reader.model.feed"), name)
