"""Items of several rows each, for a list: search hits with their passages, quotes with their sources."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from reader.model.text import line
from reader.model.wrap import clip, width
from reader.tui.layout.columns import RowStyle


class TextPart(NamedTuple):
    """Words of one row that are set alike."""

    words: str
    style: str = "main"
    """`main`, `aside`, `mark` or `strong`."""


Item = tuple[tuple[TextPart, ...], ...]
"""The rows of one item; one whose first row is blank is a heading, which the cursor passes over."""


class ItemRows:
    """The rows of some items."""

    def __init__(self, items: Sequence[Item]) -> None:
        """Count the rows."""
        self._items = items
        self._tops: list[int] = []
        self._of: list[int] = []
        """The item of each row."""
        for number, item in enumerate(items):
            self._tops.append(len(self._of))
            self._of += [number] * len(item)
        self._stops = [number for number, item in enumerate(items) if item[0]]

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self._of)

    def entry_at(self, row: int) -> tuple[int, int]:
        """Return the item of a row, and which of its rows it is."""
        if not 0 <= row < len(self._of):
            return -1, 0
        return self._of[row], row - self._tops[self._of[row]]

    def row_of(self, index: int) -> int:
        """Return the first row of an item; the top, if there is no such item."""
        return self._tops[index] if index < len(self._tops) else 0

    def extent(self, row: int) -> tuple[int, int]:
        """Return the rows of a row's item; instead of a heading the item below it, or above it at the end."""
        if not self._of:
            return 0, 0
        number = self._of[row]
        if not self._items[number][0]:
            number += 1 if number + 1 < len(self._items) else -1
        top = self._tops[max(number, 0)]
        return top, top + len(self._items[max(number, 0)])

    def step(self, row: int, entries: int) -> int:
        """Return the row to which so many items lead, headings not counted."""
        if not self._stops:
            return row
        here = bisect_left(self._stops, self._of[row])
        return self._tops[self._stops[min(max(here + entries, 0), len(self._stops) - 1)]]

    def keep(self, words: str) -> None:
        """Show all items: they cannot be filtered."""

    def draw(self, entry: tuple[int, int], state: str, style: RowStyle) -> Strip:
        """Draw a row of an item."""
        number, inner = entry
        styles = style.theme_styles
        base = styles.base + styles[f"list--{state}"] if state else styles.base
        lead = style.symbols.here if state and not inner else " "
        segments = [Segment(lead, base + styles["list--mark"])]
        room = style.width - 2
        for part in self._items[number][inner]:
            text = style.order(clip(_spaced(part.words), max(room, 0), ellipsis=style.symbols.ellipsis))
            segments.append(Segment(text, base + styles[f"list--{part.style}"]))
            room -= width(text)
        return Strip(segments).adjust_cell_length(style.width, base)


def _spaced(words: str) -> str:
    """Pass words through the gate, in one line, and keep the spaces at their ends."""
    inner = line(words)
    if not inner:
        return " " * len(words)
    return " " * (len(words) - len(words.lstrip(" "))) + inner + " " * (len(words) - len(words.rstrip(" ")))
