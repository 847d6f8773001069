"""Rows of cells in columns, for a list: one row an entry, some of which may be filtered out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from textual.strip import Strip

from reader.tui.layout.columns import Column, RowStyle, column_widths, draw_cells
from reader.tui.state.row_filter import RowFilter


class RowSource(Protocol):
    """What a list shows, in rows of the screen; each belongs to an entry, which is known by its index."""

    def __len__(self) -> int:
        """Return the number of rows."""

    def entry_at(self, row: int) -> tuple[int, int]:
        """Return the index of a row's entry, and which of the entry's rows it is; (-1, 0): there is no such row."""

    def row_of(self, index: int) -> int:
        """Return the first row of an entry, or of the next one if it is not shown."""

    def extent(self, row: int) -> tuple[int, int]:
        """Return the first row, and the one behind the last, of the entry to which the cursor goes from a row."""

    def step(self, row: int, entries: int) -> int:
        """Return the row to which so many entries lead from a row."""

    def keep(self, words: str) -> None:
        """Show only the entries that hold all of some words; none: show all."""

    def draw(self, entry: tuple[int, int], state: str, style: RowStyle) -> Strip:
        """Draw a row of an entry; `state` is `cursor` or `cursor-away` where the cursor stands."""


class CellRows:
    """Rows of cells; they may be made when they are asked for, so that 100,000 cost no more than 40."""

    def __init__(self, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
        """Take the columns, and all rows."""
        self._columns, self._rows = columns, rows
        self._shown: Sequence[int] = range(len(rows))
        self._filter: RowFilter | None = None
        self._widths: tuple[int, list[int]] = (-1, [])
        """The width that the columns were fitted to, and their cells."""

    def __len__(self) -> int:
        """Return the number of rows that are shown."""
        return len(self._shown)

    def entry_at(self, row: int) -> tuple[int, int]:
        """Return the row's index into all rows."""
        return (self._shown[row], 0) if 0 <= row < len(self._shown) else (-1, 0)

    def row_of(self, index: int) -> int:
        """Return where an entry stands, or the next one that is shown, or the last."""
        if isinstance(self._shown, range):
            return index
        return next((at for at, shown in enumerate(self._shown) if shown >= index), len(self._shown) - 1)

    def extent(self, row: int) -> tuple[int, int]:
        """Return the row itself."""
        return row, row + 1

    def step(self, row: int, entries: int) -> int:
        """Return the row that so many rows lead to."""
        return row + entries

    def keep(self, words: str) -> None:
        """Show only the rows that hold all of some words."""
        if words and self._filter is None:
            self._filter = RowFilter(self._rows)
        self._shown = self._filter.matching(words) if words and self._filter else range(len(self._rows))

    def draw(self, entry: tuple[int, int], state: str, style: RowStyle) -> Strip:
        """Draw a row, its columns fitted to the first rows."""
        if self._widths[0] != style.width:
            self._widths = style.width, column_widths(self._columns, self._rows, style.width)
        return draw_cells(self._rows[entry[0]], self._columns, self._widths[1], style, state)
