"""A screen of the library that holds one list of items: search, a person's page, who is in the news."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen
from textual.widgets import Label

from reader.tui.library_browser.scopes import Scope
from reader.tui.theme.styles import ThemeStyles
from reader.tui.theme.symbols import Symbols
from reader.tui.widgets.item_rows import Item
from reader.tui.widgets.motions import MotionPane
from reader.tui.widgets.status_line import StatusLine
from reader.tui.widgets.virtual_list import VirtualList

Result = TypeVar("Result")
Where = tuple[Scope, int]
"""A list of entries, and the id of the one that is to be opened."""


class ItemScreen(Screen[Result]):
    """A title, a list of items, and a line of state."""

    AUTO_FOCUS = None

    def __init__(self, title: str, symbols: Symbols, theme_styles: ThemeStyles) -> None:
        """Make the screen, empty as yet."""
        super().__init__()
        self._title, self.symbols = title, symbols
        self.item_list = VirtualList(id="item-list", symbols=symbols)
        self.status = StatusLine(id="item-status", symbols=symbols)
        self.item_list.restyle(theme_styles)
        self.status.restyle(theme_styles)

    def compose(self) -> ComposeResult:
        """The title, the items, and the line of state."""
        yield Label(self._title, id="item-title", markup=False)
        yield self.item_list
        yield self.status

    def on_mount(self) -> None:
        """Show what there is."""
        self.begin()

    def begin(self) -> None:
        """Show the items, with the keys in their list."""
        self.lay_out()
        self.set_focus(self.item_list)

    def on_resize(self, _event: events.Resize) -> None:
        """Set the items for another width."""
        self.lay_out(at=max(self.item_list.index, 0))

    def lay_out(self, *, at: int = 0) -> None:
        """Show the items as they are for the present width."""
        self.item_list.show_items(self.items(max(self.size.width - 4, 20)), at=at)

    def items(self, columns: int) -> Sequence[Item]:
        """Return the items, set in so many columns."""
        raise NotImplementedError

    def leave(self, result: Result | None) -> None:
        """Close, once: a key that was typed ahead may ask for it again."""
        if self.is_current:
            self.dismiss(result)

    def say(self, message: str) -> None:
        """Say something on the line of state."""
        self.status.say(message)

    def action_back(self) -> None:
        """Go back to where the reader came from."""
        self.leave(None)

    def on_virtual_list_left(self) -> None:
        """Go back as well."""
        self.leave_list()

    def leave_list(self) -> None:
        """Go back from the list."""
        self.leave(None)

    def on_motion_pane_counting(self, event: MotionPane.Counting) -> None:
        """Show the count that is being typed."""
        self.say(str(event.count) if event.count else "")
