"""Lists, walked by a loop.

Pages nest lists deeper than Python nests calls, and markdownify recurses: what lies deeper than `DEEPEST` joins the list at
that depth, behind the item that it belongs to.  Items without a word, of their own or inside them, are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.formats.run_cleanup import tidied
from reader.model import Item, Listing, Run
from reader.model.blocks import numeral
from reader.model.text import plain

DEEPEST = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One item of a list, or of a list inside it."""

    runs: tuple[Run, ...]
    depth: int
    """0: an item of the outermost list."""
    label: str
    """Its number as printed; empty if the list is not numbered."""
    opens: bool
    """It is the first of its list."""
    listing: Listing
    """The list that it stands in."""
    value: int | None = None
    """The number from which its list goes on here; None: the next."""


@dataclass(slots=True)
class _Tally:
    listing: Listing
    number: int
    count: int = 0

    def label(self, item: Item) -> str:
        """Return the number of the next item."""
        self.count += 1
        if not self.listing.ordered:
            return ""
        number = self.number if item.value is None else item.value
        self.number = number + (-1 if self.listing.reversed else 1)
        return numeral(number, self.listing.numbering)


@dataclass(slots=True)
class _Level:
    items: Iterator[Item]
    depth: int
    tally: _Tally


def rows(listing: Listing) -> Iterator[Row]:
    """Return the items of a list and of those inside it, in reading order."""
    walk = [_Level(iter(listing.items), 0, _Tally(listing, listing.start))]
    worded: set[int] | None = None
    while walk:
        level = walk[-1]
        item = next(level.items, None)
        if item is None:
            walk.pop()
            continue
        runs = tidied(item.runs)
        if not runs:
            worded = _with_words(listing) if worded is None else worded
            if id(item) not in worded:
                continue
        tally = level.tally
        label = tally.label(item)
        yield Row(runs, level.depth, label, tally.count == 1, tally.listing, item.value)
        walk.extend(_inner(inner, level) for inner in reversed(item.inner))


def _inner(listing: Listing, outer: _Level) -> _Level:
    if outer.depth == DEEPEST:
        return _Level(iter(listing.items), DEEPEST, outer.tally)
    return _Level(iter(listing.items), outer.depth + 1, _Tally(listing, listing.start))


def _with_words(listing: Listing) -> set[int]:
    """Return the ids of all items that have a word, of their own or inside them: once for all, since each asks for its own."""
    found: list[Item] = []
    waiting = [*listing.items]
    while waiting:
        item = waiting.pop()
        found.append(item)
        waiting += (deeper for inner in item.inner for deeper in inner.items)
    worded: set[int] = set()
    for item in reversed(found):  # what lies inside an item was found after it
        inside = (id(deeper) for inner in item.inner for deeper in inner.items)
        if any(plain(run.text) for run in item.runs) or any(one in worded for one in inside):
            worded.add(id(item))
    return worded
