"""A list of any length of which only the visible rows are ever drawn: entries, outline, people, quotes, help, commands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Final

from textual import events
from textual.binding import BindingsMap, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from reader.tui.keys.actions import LISTS, Group
from reader.tui.layout.columns import Column, RowStyle
from reader.tui.theme.symbols import UNICODE, Symbols
from reader.tui.typesetting.bidi import arranged
from reader.tui.widgets.cell_rows import CellRows, RowSource
from reader.tui.widgets.item_rows import Item, ItemRows
from reader.tui.widgets.motions import MotionPane

_KEPT: Final = 4_000  # rows that are kept drawn


class VirtualList(MotionPane):
    """Entries with a cursor on one of them; they are told apart by their index in the sequence that was handed in."""

    BINDINGS: ClassVar[list[BindingType]] = [*LISTS.bindings]

    class Told(Message):
        """Something has happened to an entry."""

        def __init__(self, pane: VirtualList, index: int = -1) -> None:
            """Take the list, and the entry's index; -1: no entry in particular."""
            super().__init__()
            self.pane, self.index = pane, index

        @property
        def control(self) -> Widget:
            """The list."""
            return self.pane

    class Pointed(Told):
        """The cursor stands on another entry."""

    class Chosen(Told):
        """An entry is to be opened."""

    class Left(Told):
        """The reader goes back to where they came from."""

    class FilterWanted(Told):
        """The reader wants to type a filter."""

    def __init__(
        self,
        *columns: Column,
        id: str,  # noqa: A002 -- Textual's name
        symbols: Symbols = UNICODE,
        actions: Group | None = None,
    ) -> None:
        """Make an empty list.

        Args:
            columns: of its rows.
            id: its name.
            symbols: the signs to use.
            actions: what its entries have of their own, carried out by the screen.
        """
        super().__init__(id=id)
        if actions:  # Textual takes bindings from classes alone
            self._bindings = BindingsMap.merge([self._bindings, BindingsMap(actions.bindings)])
        self._columns, self._symbols = columns, symbols
        self._source: RowSource = CellRows(columns, ())
        self._cursor = 0
        self._drawn: dict[tuple[tuple[int, int], str], Strip] = {}
        self.words = ""
        """What the rows are filtered by."""

    def __len__(self) -> int:
        """Return the number of rows that are shown."""
        return len(self._source)

    @property
    def index(self) -> int:
        """The index of the entry under the cursor; -1: there is none."""
        return self._source.entry_at(self._cursor)[0]

    def show(self, rows: Sequence[Sequence[str]], *, at: int | None = None) -> None:
        """Show other rows of cells, with the cursor on one of them; None: where it was, as far as that goes."""
        self._show(CellRows(self._columns, rows), self.index if at is None else at)

    def show_items(self, items: Sequence[Item], *, at: int = 0) -> None:
        """Show items of several rows, with the cursor on one of them."""
        self._show(ItemRows(items), at)

    def _show(self, source: RowSource, index: int) -> None:
        self._source = source
        if self.words:
            self._source.keep(self.words)
        self.forget_rows()
        self._grow()
        self.point(index, tell=False)

    def filter_rows(self, words: str) -> None:
        """Show only the rows that hold all of some words; none: show them all."""
        here = self.index
        self.words = words
        self._source.keep(words)
        self._grow()
        self.point(here, tell=False)
        self.refresh()

    def point(self, index: int, *, tell: bool = True) -> None:
        """Put the cursor on an entry, or on the next one if that is filtered out."""
        self._go(self._source.row_of(index), tell=tell)

    def move_by(self, rows: int) -> None:
        """Move the cursor by rows."""
        self._go(self._cursor + rows)

    def move_to(self, row: int | None) -> None:
        """Move the cursor to a row."""
        self._go(len(self._source) - 1 if row is None else row)

    def step(self, lines: int) -> None:
        """Move the cursor by entries."""
        self._go(self._source.step(self._cursor, lines))

    def action_open(self) -> None:
        """Open the entry under the cursor."""
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
        """Point at the entry that is clicked; a second click opens it."""
        row = round(self.scroll_y) + event.y
        if row < len(self._source):
            if event.chain > 1:
                self.action_open()
            else:
                self._go(row)

    def on_resize(self, _event: events.Resize) -> None:
        """Set the columns for another width."""
        self.forget_rows()
        self._grow()
        self._go(self._cursor, tell=False)

    def forget_rows(self) -> None:
        """Draw every row anew."""
        self._drawn.clear()
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one row of the view."""
        entry = self._source.entry_at(round(self.scroll_y) + y)
        if entry[0] < 0:
            return Strip.blank(self.size.width, self.theme_styles.base)
        state = ("cursor" if self.has_focus else "cursor-away") if entry[0] == self.index else ""
        strip = self._drawn.get((entry, state))
        if strip is None:
            if len(self._drawn) > _KEPT:
                self._drawn.clear()
            order = arranged if self.reorder else str
            style = RowStyle(self.size.width, self.theme_styles, self._symbols, order)
            strip = self._drawn[entry, state] = self._source.draw(entry, state, style)
        return strip

    def _grow(self) -> None:
        self.virtual_size = Size(self.size.width, len(self._source))

    def _go(self, row: int, *, tell: bool = True) -> None:
        """Put the cursor on the entry of a row, and have all of it in view."""
        before, old = self.index, self._cursor
        last = max(len(self._source) - 1, 0)
        self._cursor, end = self._source.extent(min(max(row, 0), last))
        first, height = round(self.scroll_y), self.page
        if self._cursor == old and first <= old and end <= first + height:
            return
        if self._cursor < first or self._cursor >= first + height:
            near = self._cursor - height + 1 if self._cursor == first + height else self._cursor
            near = near if abs(self._cursor - old) <= 1 else self._cursor - height // 2
            self._scroll(near)
        if end - round(self.scroll_y) > height > end - self._cursor:
            self._scroll(end - height)
        for top in (old, self._cursor):
            self.refresh_lines(top, max(end - self._cursor, 1))
        if tell and self.index != before:
            self.post_message(self.Pointed(self, self.index))

    def _scroll(self, row: int) -> None:
        self.scroll_to(y=min(max(row, 0), max(len(self._source) - self.page, 0)), animate=False, force=True)
