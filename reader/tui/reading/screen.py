"""The screen on which articles are read."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from reader.model import Article
from reader.tui.keys.actions import LIBRARY, PANES, READING
from reader.tui.messages import UndoWanted
from reader.tui.reading import status
from reader.tui.reading.listening import ListeningActions
from reader.tui.state import pane_rows
from reader.tui.state.open_articles import OpenArticles
from reader.tui.theme.symbols import Symbols
from reader.tui.typesetting import byline
from reader.tui.typesetting.block_layout import ArticleContent


class ReadingScreen(ListeningActions):
    """Panes around one article of a shelf."""

    BINDINGS: ClassVar[list[BindingType]] = [*READING.bindings, *PANES.bindings, *LIBRARY.bindings]

    def __init__(self, shelf: OpenArticles, *, symbols: Symbols, column: int) -> None:
        """Make the screen for a shelf."""
        super().__init__(shelf, symbols=symbols, column=column)
        self.places = {}
        self.labelled = {}

    def compose(self) -> ComposeResult:
        """The desk with everything on it."""
        yield self.grid

    def on_mount(self) -> None:
        """Show what is there."""
        self.begin()

    def begin(self) -> None:
        """Show the shelf, with the keys in the text."""
        self.show_shelf(self.shelf)
        self.view.focus()

    # Handed down by the app ----------------------------------------------------------------------------------------------

    def show_shelf(self, shelf: OpenArticles, *, place: tuple[int, int] = (0, 0)) -> None:
        """Show another state of the shelf; the text is set anew only if there is another article."""
        before, self.shelf = self.story, shelf
        self.list_stories()
        is_same = self.story.article is before.article and self.story.error is before.error
        if before.is_partial > self.story.is_partial and before.request is self.story.request and self.view.has_content:
            self._complete()
        elif not is_same or not self.view.has_content:
            self._show_article(place)
        self.tell_place()

    def _show_article(self, place: tuple[int, int]) -> None:
        article = self.article
        self.clear_search()
        self.shows_stripped = False
        self.list_passages()
        self.view.show(self.copy() if article.blocks else self._excuse(), at=place)
        self.arrange_panes()

    def _complete(self) -> None:
        """Show who is named and quoted in the text that stands there already."""
        self.list_passages()
        self.view.show(self.copy(), at=None)
        self.arrange_panes()
        if self.wished:
            self.say("")
            self.action_pane(self.wished)

    def _excuse(self) -> ArticleContent:
        """Give what stands in place of the text: nothing while it is waited for, and what was in its way."""
        return ArticleContent(article=Article(), notes=(str(self.story.error),) if self.story.error else ())

    def copy(self) -> ArticleContent:
        """Give the article as it is set."""
        reading = self.story.reading
        dropped = tuple(piece for piece in reading.decisions if not piece.kept) if reading and self.shows_stripped else ()
        return byline.article_content(self.article, self.symbols, dropped=dropped)

    def action_stripped(self) -> None:
        """Show what was stripped from the page, or hide it again."""
        self.shows_stripped = not self.shows_stripped
        copy = self.copy()
        if self.shows_stripped:
            self.say(status.stripped(len(copy.dropped)))
        self.view.show(copy, at=self.view.place)

    def list_stories(self) -> None:
        """List the stories of the shelf."""
        self.lists["entries"].show(pane_rows.stories(self.shelf, self.symbols), at=self.shelf.here)

    def action_escape(self) -> None:
        """Clear the search, then the filter, then the light; then go back to the text."""
        self.take_count()
        self.say("")
        if not (self.clear_search() or self.clear_filter()):
            self.clear_light()
            self.to_text()
        self.entitle_passages()

    def action_back(self) -> None:
        """One level back: to the text, out of zen, out of the app."""
        self.take_count()
        if self.pane is not self.view:
            self.to_text()
        elif self.is_zen:
            self.action_zen()
        else:
            self.app.exit(0)

    def action_undo(self) -> None:
        """Take the last change back."""
        self.post_message(UndoWanted())
