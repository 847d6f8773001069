"""The screen on which articles are read that were asked for by their sources."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from reader.tui.article_pane.pane import ArticlePane
from reader.tui.article_pane.widgets import PaneWidgets
from reader.tui.commands.article_commands import article_commands
from reader.tui.keys.actions import LIBRARY, PANES, READING
from reader.tui.messages import ArticleWanted
from reader.tui.state import pane_rows, status_text
from reader.tui.state.open_articles import OpenArticles
from reader.tui.theme.symbols import Symbols
from reader.tui.typesetting.block_layout import ArticleContent
from reader.tui.widgets.virtual_list import VirtualList


class ArticleScreen(Screen[None]):
    """An article pane, and the list of the articles that are open."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [*READING.bindings, *PANES.bindings, *LIBRARY.bindings]

    def __init__(self, opened: OpenArticles, *, symbols: Symbols, text_width: int) -> None:
        """Make the screen for some open articles."""
        super().__init__()
        widgets = PaneWidgets(self, pane_rows.COLUMNS, symbols=symbols, text_width=text_width)
        self.pane = ArticlePane(self, opened, widgets)
        self.commands = article_commands(self.pane)

    def compose(self) -> ComposeResult:
        """The article pane."""
        yield self.pane

    def on_mount(self) -> None:
        """Show what there is, with the keys in the text."""
        self.show_articles(self.pane.opened)
        self.set_focus(self.pane.view)

    def show_articles(self, opened: OpenArticles, *, place: tuple[int, int] = (0, 0)) -> None:
        """Show another state of the open articles, with a passage of the one that is shown on top."""
        self.pane.lists["entries"].show(pane_rows.stories(opened, self.pane.symbols), at=opened.here)
        self.pane.show_articles(opened, place=place)

    def arrange_panes(self) -> None:
        """Lay out the panes that have something to show."""
        pane = self.pane
        wanted = {name for name in pane.lists if pane.has_rows(name)}
        pane.grid.arrange_panes(wanted, pane.overlay if pane.is_narrow else "", is_zen=pane.is_zen)

    def decorate(self, content: ArticleContent) -> ArticleContent:
        """Return an article as it is."""
        return content

    def update_titles(self) -> None:
        """Write over the panes what they hold, and on the last row where the reader is."""
        pane, opened, symbols = self.pane, self.pane.opened, self.pane.symbols
        framed, linear = pane.grid.is_framed, pane.grid.is_linear
        progress = "" if linear else status_text.progress(opened, pane.percent, is_framed=framed)
        pane.grid.set_title("article", status_text.heading(opened, symbols, is_framed=framed), progress)
        pane.grid.set_title("entries", pane_rows.title(opened, "entries", len(opened.stories), symbols))
        told = pane.search.summary or pane.waits_for
        left, right = told, ""
        if not told and opened.is_first_run:
            left = status_text.first_run(self.size.width)
        elif not told:
            left, right = status_text.rest(pane.article, symbols, pane.passages.section, is_framed=framed, is_linear=linear)
            right = f"{pane.percent}%" if pane.is_zen and right else right
        pane.status.rest(left, right, is_ruled=framed, is_told=bool(told))

    def show_progress(self, words: str, _entries: int) -> None:
        """Say how far a job is; it brings nothing that is shown here."""
        if words:
            self.pane.say(words)

    def on_resize(self, _event: events.Resize) -> None:
        """Lay out the panes for another size."""
        self.arrange_panes()
        self.call_after_refresh(self.update_titles)

    @on(VirtualList.Chosen, "#entries")
    def _open_article(self, event: VirtualList.Chosen) -> None:
        self.post_message(ArticleWanted(event.index))
        self.pane.to_text()

    @on(VirtualList.Left, "#entries")
    def _leave_list(self) -> None:
        self.pane.to_text()

    @on(VirtualList.FilterWanted)
    async def _ask_filter(self, event: VirtualList.FilterWanted) -> None:
        await self.pane.ask_filter(event.pane)
