"""What all parts of the reading screen share: its widgets, and the story that is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Final

from textual.screen import Screen

from reader.model import Article
from reader.tui.layout.columns import Column
from reader.tui.state.open_articles import OpenArticle, OpenArticles
from reader.tui.state.pane_rows import COLUMNS, Entry
from reader.tui.theme.styles import NO_STYLES, ThemeStyles
from reader.tui.theme.symbols import Symbols
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.key_catcher import KeyCatcher
from reader.tui.widgets.pane_grid import PaneGrid
from reader.tui.widgets.passage_list import PassageList
from reader.tui.widgets.status_line import StatusLine
from reader.tui.widgets.virtual_list import VirtualList

PASSAGES: Final = ("people", "quotes")
"""The lists whose rows stand for passages of the text."""
WAITING: Final = "Reading {} …"


class ReadingBase(Screen[None]):
    """The panes, and what stands in them."""

    AUTO_FOCUS = None
    LISTS: ClassVar[Mapping[str, tuple[Column, ...]]] = COLUMNS
    """The lists beside the text, with their columns."""
    theme_styles: ThemeStyles = NO_STYLES

    def __init__(self, shelf: OpenArticles, *, symbols: Symbols, column: int) -> None:
        """Make the panes, empty as yet."""
        super().__init__()
        self.shelf = shelf
        self.symbols = symbols
        self.view = ArticleView(id="article", column=column, symbols=symbols)
        self.lists = {
            name: (PassageList if name in PASSAGES else VirtualList)(*columns, id=name, symbols=symbols)
            for name, columns in self.LISTS.items()
        }
        self.entries: dict[str, tuple[Entry, ...]] = dict.fromkeys(self.LISTS, ())
        self.status = StatusLine(id="status", symbols=symbols)
        self.grid = PaneGrid(self.view, *self.lists.values(), self.status, KeyCatcher(), id="desk", symbols=symbols)
        self.percent = 0
        self.here = 0
        """Index of the block at the top of the text."""

    def restyle(self, theme_styles: ThemeStyles) -> None:
        """Draw everything in other inks."""
        self.theme_styles = theme_styles
        for pane in (self.grid, self.view, self.status, *self.lists.values()):
            pane.restyle(theme_styles)

    @property
    def story(self) -> OpenArticle:
        """The story that is shown."""
        return self.shelf.stories[self.shelf.here]

    @property
    def article(self) -> Article:
        """The article that is shown; an empty one while there is none."""
        return self.story.article or Article()

    @property
    def pane(self) -> ArticleView | VirtualList:
        """The pane in which the keys work."""
        focused = self.focused
        return focused if isinstance(focused, ArticleView | VirtualList) else self.view

    def tell_place(self) -> None:
        """Write around the text where the reader stands; the screen knows how."""
        raise NotImplementedError

    def say(self, message: str) -> None:
        """Say something on the line of state, until the next key."""
        self.status.say(message)

    def take_count(self, default: int = 1) -> int:
        """Give the count typed in whichever pane has the keys."""
        return self.pane.take_count(default)
