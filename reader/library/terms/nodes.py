"""What a query is made of once it has been read: a small tree of frozen nodes."""

from __future__ import annotations

from dataclasses import dataclass

FLAGS = ("unread", "read", "starred", "kept")
ORDERS = ("newest", "oldest", "arrived", "title", "longest")
HAS = ("audio", "video", "picture", "quotes", "people", "text")


@dataclass(frozen=True, slots=True)
class Flag:
    """One of `FLAGS`."""

    name: str


@dataclass(frozen=True, slots=True)
class Named:
    """A field with a name: `feed`, `tag`, `person`, `quoted`, `author`, `site`, `link`, `lang`, `has`; or an entry's `id`."""

    field: str
    name: str


@dataclass(frozen=True, slots=True)
class InFeeds:
    """In one of some feeds, by their ids: what is chosen from a list needs no name."""

    feeds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words in the text: one word, its beginning, or a phrase."""

    text: str
    prefix: bool = False
    title: bool = False
    """Only in the title."""
    forms: tuple[str, ...] = ()
    """Other words of the same stem, any of which will do."""


@dataclass(frozen=True, slots=True)
class Published:
    """Published in a half-open span of time, in seconds since 1970; None: open on that side."""

    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Arrived:
    """Taken into the library in a half-open span of time, in seconds since 1970; None: open on that side."""

    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Length:
    """A text of so many words, both ends included; None: open on that side."""

    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression that stands in a line of the title or the text."""

    text: str


@dataclass(frozen=True, slots=True)
class Sort:
    """In which order: one of `ORDERS`; it selects nothing."""

    order: str


@dataclass(frozen=True, slots=True)
class Not:
    """What must not hold."""

    term: Node


@dataclass(frozen=True, slots=True)
class All:
    """What must all hold; nothing holds always."""

    terms: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Of which at least one must hold."""

    terms: tuple[Node, ...]


Node = Flag | Named | InFeeds | Words | Published | Arrived | Length | Pattern | Sort | Not | All | Any
