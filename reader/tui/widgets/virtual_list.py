"""A list of any length of which only the visible rows are ever drawn: entries, outline, people, quotes, help, commands.

Rows are given as a sequence, which may make them when they are asked for; 100,000 rows cost no more than 40.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.widget import Widget

from reader.tui.keys.actions import LISTS
from reader.tui.state.row_filter import RowFilter
from reader.tui.widgets.virtual_rows import VirtualRows


class VirtualList(VirtualRows):
    """Rows of cells with a cursor; rows are told apart by their index in the sequence that was handed in."""

    BINDINGS: ClassVar[list[BindingType]] = [*LISTS.bindings]

    class Told(Message):
        """Something has happened to a row."""

        def __init__(self, pane: VirtualList, index: int = -1) -> None:
            """Take the list, and the row as an index into all rows; -1: no row in particular."""
            super().__init__()
            self.pane, self.index = pane, index

        @property
        def control(self) -> Widget:
            """The list."""
            return self.pane

    class Pointed(Told):
        """The cursor stands on another row."""

    class Chosen(Told):
        """A row is to be opened."""

    class Left(Told):
        """The reader goes back to where they came from."""

    class FilterWanted(Told):
        """The reader wants to type a filter."""

    def show(self, rows: Sequence[Sequence[str]], *, at: int | None = None) -> None:
        """Show other rows, with the cursor on one of them; None: where it was, as far as that goes."""
        here = self.index if at is None else at
        self._rows, self._sieve = rows, None
        self._shown = range(len(rows))
        if self.words:
            self.sift(self.words)
        self.forget_rows()
        self._grow()
        self.point(here, tell=False)

    def sift(self, words: str) -> None:
        """Show only the rows that hold all of some words; none: show them all."""
        here = self.index
        self.words = words
        if words and self._sieve is None:
            self._sieve = RowFilter(self._rows)
        self._shown = self._sieve.matching(words) if words and self._sieve else range(len(self._rows))
        self._grow()
        self.point(here, tell=False)
        self.refresh()

    def point(self, index: int, *, tell: bool = True) -> None:
        """Put the cursor on a row, or on the next one if that is filtered out."""
        place = 0
        if isinstance(self._shown, range):
            place = index
        else:
            place = next((at for at, shown in enumerate(self._shown) if shown >= index), len(self._shown) - 1)
        self._go(place, tell=tell)

    def move_by(self, rows: int) -> None:
        """Move the cursor."""
        self._go(self._cursor + rows)

    def move_to(self, row: int | None) -> None:
        """Move the cursor to a row."""
        self._go(len(self._shown) - 1 if row is None else row)

    def action_open(self) -> None:
        """Open the row under the cursor."""
        self.count = 0
        if self.index >= 0:
            self.post_message(self.Chosen(self, self.index))

    def action_leave(self) -> None:
        """Go back."""
        self.post_message(self.Left(self))

    def action_filter(self) -> None:
        """Ask for a filter."""
        self.post_message(self.FilterWanted(self))

    def on_click(self, event: events.Click) -> None:
        """Point at the row that is clicked; a second click opens it."""
        row = round(self.scroll_y) + event.y
        if row < len(self._shown):
            if event.chain > 1:
                self.action_open()
            else:
                self._go(row)

    def on_resize(self, _event: events.Resize) -> None:
        """Set the columns for another width."""
        self.forget_rows()
        self._grow()
        self._go(self._cursor, tell=False)

    def _go(self, place: int, *, tell: bool = True) -> None:
        before = self.index
        old, self._cursor = self._cursor, min(max(place, 0), max(len(self._shown) - 1, 0))
        top, height = round(self.scroll_y), self.page
        if self._cursor == old and top <= old < top + height:
            return
        if self._cursor < top or self._cursor >= top + height:
            near = self._cursor - height + 1 if self._cursor == top + height else self._cursor
            near = near if abs(self._cursor - old) <= 1 else self._cursor - height // 2
            self.scroll_to(y=min(max(near, 0), max(len(self._shown) - height, 0)), animate=False, force=True)
        self.refresh_lines(old)
        self.refresh_lines(self._cursor)
        if tell and self.index != before:
            self.post_message(self.Pointed(self, self.index))
