"""The widgets that the article pane is made of, and what everything in it may ask of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget

from reader.tui.keys.actions import PASSAGES
from reader.tui.layout.columns import Column
from reader.tui.theme.styles import ThemeStyles
from reader.tui.theme.symbols import Symbols
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.key_catcher import KeyCatcher
from reader.tui.widgets.pane_grid import PaneGrid
from reader.tui.widgets.status_line import StatusLine
from reader.tui.widgets.styled_widget import Styled
from reader.tui.widgets.virtual_list import VirtualList

_PASSAGES: Final = ("people", "quotes")
"""The lists whose rows stand for passages of the text."""


class PaneWidgets:
    """The text, the lists around it, and the line of state, in a grid."""

    def __init__(
        self, screen: Screen[None], columns: Mapping[str, tuple[Column, ...]], *, symbols: Symbols, text_width: int
    ) -> None:
        """Make the widgets of a screen, empty as yet: the text, and the lists with their columns."""
        self.screen = screen
        self.symbols = symbols
        self.view = ArticleView(id="article", column=text_width, symbols=symbols)
        self.lists = {
            name: VirtualList(*cells, id=name, symbols=symbols, actions=PASSAGES if name in _PASSAGES else None)
            for name, cells in columns.items()
        }
        self.status = StatusLine(id="status", symbols=symbols)
        self.key_catcher = KeyCatcher()
        self.grid = PaneGrid(self.view, *self.lists.values(), self.status, self.key_catcher, id="panes", symbols=symbols)

    @property
    def focused(self) -> ArticleView | VirtualList:
        """The pane in which the keys work."""
        focused = self.screen.focused
        return focused if isinstance(focused, ArticleView | VirtualList) else self.view

    def focus(self, widget: Widget) -> None:
        """Let a widget have the keys."""
        self.screen.set_focus(widget)

    def post(self, message: Message) -> None:
        """Tell the screen and the app something."""
        self.screen.post_message(message)

    def say(self, message: str) -> None:
        """Say something on the line of state, until the next key."""
        self.status.say(message)

    def take_count(self, default: int = 1) -> int:
        """Return the count typed in whichever pane has the keys, and forget it."""
        return self.focused.take_count(default)

    def restyle(self, styles: ThemeStyles) -> None:
        """Draw everything in other styles."""
        panes: tuple[Styled, ...] = (self.grid, self.view, self.status, *self.lists.values())
        for pane in panes:
            pane.restyle(styles)

    def set_reorder(self, *, reorder: bool) -> None:
        """Order right-to-left text here, or leave it to the terminal."""
        self.view.move_column(reorder=reorder)
        panes: tuple[Styled, ...] = (self.grid, self.status, *self.lists.values())
        for pane in panes:
            pane.reorder = reorder
            pane.forget_rows()
