"""The pieces an article is made of: a closed union, handled by `match` with `assert_never`.

Every block answers `.text`: its words without any markup, the text that spans count in.  Runs say the same words with their
links and emphasis; joined, they are the text.  Markup is made from runs by `formats/`, and only when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal

Numbering = Literal["1", "a", "A", "i", "I"]
LARGEST_ROMAN = 4000
_ROMAN = tuple(
    zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "m cm d cd c xc l xl x ix v iv i".split(), strict=True)
)


class Style(StrEnum):
    """How a run is set."""

    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    DELETED = "deleted"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    REFERENCE = "reference"
    """The mark of a footnote: its label in square brackets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words that are set alike and lead to the same place."""

    text: str
    """White space is collapsed; in paragraphs and quotations a newline is a line end that the author set."""
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
    levels: tuple[int, ...] = ()
    """How deep each paragraph stands, 1 for the quotation itself, 2 for one inside it; empty if all stand at 1."""
    posted: datetime | None = None
    """When a post was posted, aware; None: it is no post, or it does not say."""
    url: str = ""
    """Absolute address of a post; empty if there is none."""

    @property
    def text(self) -> str:
        """The paragraphs, a line each."""
        return "\n".join(joined(runs) for runs in self.paragraphs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a list, with the lists that stand inside it."""

    runs: tuple[Run, ...]
    inner: tuple[Listing, ...] = ()
    value: int | None = None
    """The number from which a numbered list goes on here; None: the next."""

    @property
    def text(self) -> str:
        """The item's own words, then those of the lists inside it, a line each."""
        return "\n".join(map(joined, _walked([self])))


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A list, numbered or not."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1
    """The first number."""
    reversed: bool = False
    """It counts down."""
    numbering: Numbering = "1"
    """Of a numbered list, as in HTML: numbers, letters, or Roman numerals."""

    @property
    def text(self) -> str:
        """The items, a line each, without marks or numbers."""
        return "\n".join(map(joined, self.lines))

    @property
    def labels(self) -> tuple[str, ...]:
        """The number of each item as it is printed, without a full stop; empty strings if the list is not numbered."""
        if not self.ordered:
            return ("",) * len(self.items)
        found: list[str] = []
        number = self.start
        for item in self.items:
            number = number if item.value is None else item.value
            found.append(numeral(number, self.numbering))
            number += -1 if self.reversed else 1
        return tuple(found)

    @property
    def lines(self) -> Iterator[tuple[Run, ...]]:
        """The words of all items, also of those in lists inside it, in reading order."""
        return _walked([self])


def numeral(number: int, numbering: Numbering) -> str:
    """Return a number as a list prints it; those that have no letters or Roman numerals in figures."""
    if numbering == "1" or not 0 < number < LARGEST_ROMAN:
        return str(number)
    text = ""
    if numbering in "aA":
        while number:
            number, letter = divmod(number - 1, 26)
            text = chr(ord("a") + letter) + text
    else:
        for value, sign in _ROMAN:
            times, number = divmod(number, value)
            text += sign * times
    return text.upper() if numbering.isupper() else text


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
class Footnote:
    """A note that the text refers to, at the end or in the margin."""

    label: str
    """What its mark says, without brackets.  Not part of `.text`."""
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        """The words of the note."""
        return joined(self.runs)


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


Block = Heading | Paragraph | Quotation | Listing | Table | Figure | Preformatted | Post | Footnote
