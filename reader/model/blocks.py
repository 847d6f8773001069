"""The pieces an article is made of: a closed union, handled by `match` with `assert_never`.

Every block answers `.text`: its words without any markup, the text that spans count in.  Runs say the same words with their
links and emphasis; joined, they are the text.  Markup is made from runs by `formats/`, and only when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Style(StrEnum):
    """How a run is set."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    DELETED = "deleted"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words that are set alike and lead to the same place."""

    text: str
    style: frozenset[Style] = frozenset()
    href: str | None = None
    """Absolute http, https or mailto URL; None: not a link."""


def joined(runs: Iterable[Run]) -> str:
    """Return the plain words of some runs."""
    return "".join([run.text for run in runs])


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A headline: level 1 is the title's, 2 to 6 are sub-headlines."""

    runs: tuple[Run, ...]
    level: int = 2

    @property
    def text(self) -> str:
        """The words of the headline."""
        return joined(self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph of the story."""

    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The words of the paragraph."""
        return joined(self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """A block quotation, or an embedded post of somebody's."""

    paragraphs: tuple[tuple[Run, ...], ...]
    author: str = ""
    """Who is quoted, as printed below it; empty if the page does not say.  Not part of `.text`."""

    @property
    def text(self) -> str:
        """The paragraphs, a line each."""
        return "\n".join(joined(runs) for runs in self.paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a list, with the lists that stand inside it."""

    runs: tuple[Run, ...]
    inner: tuple[Listing, ...] = ()

    @property
    def text(self) -> str:
        """The item's own words, then those of the lists inside it, a line each."""
        return "\n".join(map(joined, _walked([self])))


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list, numbered or not."""

    items: tuple[Item, ...]
    ordered: bool = False

    @property
    def text(self) -> str:
        """The items, a line each, without marks or numbers."""
        return "\n".join(map(joined, self.lines))

    @property
    def lines(self) -> Iterator[tuple[Run, ...]]:
        """The words of all items, also of those in lists inside it, in reading order."""
        return _walked([self])


def _walked(parts: Iterable[Item | Listing]) -> Iterator[tuple[Run, ...]]:
    """Yield the words of items in reading order; a loop, because lists nest deeper than Python's calls may."""
    waiting = [*parts]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Item):
            yield part.runs
            waiting += reversed(part.inner)
        elif part.items:
            waiting += reversed(part.items)
        else:
            yield ()  # a list of nothing is an empty line


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: cells are runs; rows may be of different lengths."""

    header: tuple[tuple[Run, ...], ...] = ()
    """The cells of the head row; empty if the table has none."""
    rows: tuple[tuple[tuple[Run, ...], ...], ...]

    @property
    def text(self) -> str:
        """A line a row, the head row first, cells parted by tabs."""
        rows = (self.header, *self.rows) if self.header else self.rows
        return "\n".join("\t".join(joined(cell) for cell in row) for row in rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture, drawing or film; its words are never paragraphs of the story."""

    image: str = ""
    """Absolute URL; empty if the page gives none."""
    alt: str = ""
    caption: str = ""
    credit: str = ""

    @property
    def text(self) -> str:
        """The caption."""
        return self.caption


@dataclass(frozen=True, slots=True, kw_only=True)
class Preformatted:
    """Text whose white space counts: code, verse, plain-text tables."""

    text: str
    language: str = ""
    """The programming language, if the page names it; else empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """The head of one post on a live page; it opens a section, as a heading of level 2 does."""

    time: datetime | None = None
    """Aware, in the page's own zone; None: the page prints no time that can be read."""
    title: str = ""

    @property
    def text(self) -> str:
        """The post's title; empty if it has none."""
        return self.title


Block = Heading | Paragraph | Quotation | Listing | Table | Figure | Preformatted | Post
