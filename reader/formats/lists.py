"""Lists, walked by a loop.

Pages nest lists deeper than Python nests calls, and markdownify recurses: what lies deeper than `DEEPEST` joins the list at
that depth, behind the item that it belongs to.  Items without a word, of their own or inside them, are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from reader.formats.runs import tidied
from reader.model import Item, Listing, Run

DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One item of a list, or of a list inside it."""

    runs: tuple[Run, ...]
    depth: int
    """0: an item of the outermost list."""
    number: int | None
    """Counted from 1 in its list; None: the list is not numbered."""
    opens: bool
    """It is the first of its list."""


@dataclass(slots=True)
class _Tally:
    ordered: bool
    count: int = 0


@dataclass(slots=True)
class _Level:
    items: Iterator[Item]
    depth: int
    tally: _Tally = field(default_factory=lambda: _Tally(ordered=False))


def rows(listing: Listing) -> Iterator[Row]:
    """Give the items of a list and of those inside it, in reading order."""
    walk = [_Level(iter(listing.items), 0, _Tally(listing.ordered))]
    while walk:
        level = walk[-1]
        item = next(level.items, None)
        if item is None:
            walk.pop()
            continue
        runs = tidied(item.runs)
        if not runs and not _has_words(item):
            continue
        tally = level.tally
        tally.count += 1
        yield Row(runs, level.depth, tally.count if tally.ordered else None, tally.count == 1)
        walk.extend(_inner(inner, level) for inner in reversed(item.inner))


def _inner(listing: Listing, outer: _Level) -> _Level:
    if outer.depth == DEEPEST:
        return _Level(iter(listing.items), DEEPEST, outer.tally)
    return _Level(iter(listing.items), outer.depth + 1, _Tally(listing.ordered))


def _has_words(item: Item) -> bool:
    search = [item]
    while search:
        item = search.pop()
        if tidied(item.runs):
            return True
        search.extend(deeper for listing in item.inner for deeper in listing.items)
    return False
