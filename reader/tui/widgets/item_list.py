"""A list whose items take several rows each: search hits with their passages, quotes with their sources."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from reader.model.text import line
from reader.model.wrap import clip, width
from reader.tui.typesetting.bidi import arranged
from reader.tui.widgets.virtual_list import VirtualList


class TextPart(NamedTuple):
    """Words of one row that are set alike."""

    words: str
    style: str = "main"
    """`main`, `aside`, `mark` or `strong`."""


ItemRows = tuple[tuple[TextPart, ...], ...]


class ItemList(VirtualList):
    """Items of several rows; the cursor stands on an item, and passes over one that begins with a blank row: a heading."""

    items: Sequence[ItemRows] = ()
    _tops: Sequence[int] = ()
    """The first row of each item."""
    _of: Sequence[int] = ()
    """The item of each row."""

    def show_items(self, items: Sequence[ItemRows], *, at: int = 0) -> None:
        """Show other items, with the cursor on one of them."""
        self.items = items
        tops: list[int] = []
        of: list[int] = []
        rows: list[tuple[TextPart, ...]] = []
        for number, item in enumerate(items):
            tops.append(len(rows))
            rows += item
            of += [number] * len(item)
        self._tops, self._of = tops, of
        self.show([tuple(part.words for part in row) for row in rows], at=tops[at] if at < len(tops) else 0)

    @property
    def item(self) -> int:
        """The item under the cursor; -1: there is none."""
        return self._of[self._cursor] if self._cursor < len(self._of) else -1

    def item_of(self, row: int) -> int:
        """Give the item that a row belongs to; -1: there is no such row."""
        return self._of[row] if 0 <= row < len(self._of) else -1

    def action_down(self) -> None:
        """Down by items."""
        self._step(self.take_count())

    def action_up(self) -> None:
        """Up by items."""
        self._step(-self.take_count())

    def _step(self, items: int) -> None:
        """Move by items, headings not counted."""
        stops = [at for at, item in enumerate(self.items) if item[0]]
        if stops:
            here = bisect_left(stops, self.item)
            self._go(self._tops[stops[min(max(here + items, 0), len(stops) - 1)]])

    def _go(self, place: int, *, tell: bool = True) -> None:
        """Go to the first row of a row's item, and have all of the item in view."""
        rows = len(self._of)
        number = self._of[min(max(place, 0), rows - 1)] if rows else 0
        if rows and not self.items[number][0]:  # a heading: what is below it is meant, or above it at the end
            number += 1 if number + 1 < len(self.items) else -1
        top = self._tops[max(number, 0)] if rows else 0
        before = self.item
        super()._go(top, tell=tell)
        end = top + (len(self.items[self.item]) if self.item >= 0 else 0)
        if end - round(self.scroll_y) > self.page and end - top < self.page:
            self.scroll_to(y=end - self.page, animate=False, force=True)
        if self.item != before:
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one row of the view."""
        row = round(self.scroll_y) + y
        if row >= len(self._of):
            return self.blank_row()
        is_here = self._of[row] == self.item
        state = ("cursor" if self.has_focus else "cursor-away") if is_here else ""
        key = (row, state)
        strip = self._drawn.get(key)
        if strip is None:
            strip = self._drawn[key] = self._draw(*key)
        return strip

    def _draw(self, index: int, state: str) -> Strip:
        number = self._of[index]
        base = self.theme_styles.base + self.theme_styles[f"list--{state}"] if state else self.theme_styles.base
        lead = self._symbols.here if state and index == self._tops[number] else " "
        segments = [Segment(lead, base + self.theme_styles["list--mark"])]
        room = self.size.width - 2
        for part in self.items[number][index - self._tops[number]]:
            text = clip(_spaced(part.words), max(room, 0), ellipsis=self._symbols.ellipsis)
            text = arranged(text) if self.reorder else text
            segments.append(Segment(text, base + self.theme_styles[f"list--{part.style}"]))
            room -= width(text)
        return Strip(segments).adjust_cell_length(self.size.width, base)


def _spaced(words: str) -> str:
    """Pass words through the gate, in one line, and keep the spaces at their ends."""
    inner = line(words)
    if not inner:
        return " " * len(words)
    return " " * (len(words) - len(words.lstrip(" "))) + inner + " " * (len(words) - len(words.rstrip(" ")))
