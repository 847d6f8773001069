"""Rows of which only those in view are ever drawn; 100,000 cost no more than 40."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual.geometry import Region, Size
from textual.strip import Strip

from reader.tui.layout.columns import Column, RowRenderer, column_widths
from reader.tui.state.row_filter import RowFilter
from reader.tui.theme.symbols import UNICODE, Symbols
from reader.tui.widgets.motions import MotionPane

_KEPT: Final = 4_000  # rows that are kept drawn


class VirtualRows(MotionPane):
    """Rows of cells, some of which may be filtered out, with a cursor on one of them."""

    def __init__(self, *columns: Column, id: str, symbols: Symbols = UNICODE) -> None:  # noqa: A002 -- Textual's name
        """Make an empty list with such columns."""
        super().__init__(id=id)
        self._columns, self._symbols = columns, symbols
        self._rows: Sequence[Sequence[str]] = ()
        self._sieve: RowFilter | None = None
        self._shown: Sequence[int] = ()
        self._cursor = 0
        self._drawn: dict[tuple[int, str], Strip] = {}
        self._pen: RowRenderer | None = None
        self.words = ""
        """What the rows are filtered by."""

    def __len__(self) -> int:
        """Give the number of rows that are shown."""
        return len(self._shown)

    @property
    def index(self) -> int:
        """The row under the cursor, as an index into all rows; -1: there is none."""
        return self._shown[self._cursor] if self._cursor < len(self._shown) else -1

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the rows that are asked for."""
        rows = [self.render_line(y) for y in range(crop.y, crop.bottom)]
        return rows if crop.x == 0 and crop.width >= self.size.width else [row.crop(crop.x, crop.right) for row in rows]

    def render_line(self, y: int) -> Strip:
        """Draw one row of the view."""
        place = round(self.scroll_y) + y
        if place >= len(self._shown):
            return self.blank_row()
        state = ("cursor" if self.has_focus else "cursor-away") if place == self._cursor else ""
        key = (self._shown[place], state)
        strip = self._drawn.get(key)
        if strip is None:
            if len(self._drawn) > _KEPT:
                self._drawn.clear()
            strip = self._drawn[key] = self._draw(*key)
        return strip

    def _draw(self, index: int, state: str) -> Strip:
        if self._pen is None:
            widths = column_widths(self._columns, self._rows, self.size.width)
            self._pen = RowRenderer(self._columns, widths, self.size.width, self.theme_styles, self._symbols, self.order)
        return self._pen.draw(self._rows[index], state)

    def forget_rows(self) -> None:
        """Draw every row anew."""
        self._drawn.clear()
        self._pen = None
        self.refresh()

    def _grow(self) -> None:
        self.virtual_size = Size(self.size.width, len(self._shown))
