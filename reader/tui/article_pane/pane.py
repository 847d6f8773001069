"""The article pane: one article of those that are open, with the panes of its passages around it."""

from __future__ import annotations

from typing import Final, Protocol

from textual import events, on
from textual.app import ComposeResult
from textual.widget import Widget

from reader.model import Article
from reader.newsroom.entry_reading import EntryRequest
from reader.tui.article_pane.bookmarks import Bookmarks
from reader.tui.article_pane.link_hints import WEB, LinkHints
from reader.tui.article_pane.passages import FOLLOWING, PassageSync
from reader.tui.article_pane.prompt_line import PromptLine
from reader.tui.article_pane.search import TextSearch
from reader.tui.article_pane.widgets import PaneWidgets
from reader.tui.layout.panes import REGIONS
from reader.tui.messages import PlaceReached
from reader.tui.state import pane_rows
from reader.tui.state.open_articles import OpenArticle, OpenArticles
from reader.tui.typesetting import byline
from reader.tui.typesetting.block_layout import ArticleContent
from reader.tui.widgets.article_view import ArticleView
from reader.tui.widgets.key_catcher import KeyCatcher
from reader.tui.widgets.motions import MotionPane
from reader.tui.widgets.virtual_list import VirtualList

WAITING: Final = "Reading {} …"
_WITHOUT: Final = {
    "entries": "This is the only article.",
    "outline": "This article has one section only.",
    "people": "Nobody is named in this article.",
    "quotes": "Nobody is quoted in this article.",
}
"""Why there is nothing to go to."""


class PaneOwner(Protocol):
    """Decides for the pane it contains what differs from screen to screen."""

    def arrange_panes(self) -> None:
        """Lay out the panes."""

    def update_titles(self) -> None:
        """Write over the panes what they hold, and on the last row where the reader is."""

    def decorate(self, content: ArticleContent) -> ArticleContent:
        """Return an article as this screen shows it."""


class ArticlePane(Widget):
    """Shows an article and its passages; contains what has state: search, passages, link hints, bookmarks, prompt."""

    def __init__(self, owner: PaneOwner, opened: OpenArticles, widgets: PaneWidgets) -> None:
        """Make the pane for some open articles; it shows them when it is handed them by `show_articles`."""
        super().__init__(id="article-pane")
        self.owner, self.opened, self.widgets, self.symbols = owner, opened, widgets, widgets.symbols
        self.view, self.lists, self.grid, self.status = widgets.view, widgets.lists, widgets.grid, widgets.status
        self.search = TextSearch(widgets.view, owner.update_titles)
        self.passages = PassageSync(widgets)
        self.link_hints = LinkHints(widgets)
        self.bookmarks = Bookmarks(widgets)
        self.prompt = PromptLine(widgets, self.mount)
        self.always: tuple[str, ...] = ()
        """The lists that are there whatever is in them."""
        self.browsed = ""
        """The list that is looked through while no article is read; empty: the article is read."""
        self.overlay = ""
        """The pane that is open under the text, where there is room for the text alone."""
        self.wished = ""
        """The pane that was asked for before there was anything in it."""
        self.is_zen = False
        self.shows_stripped = False
        self.percent = 0

    def compose(self) -> ComposeResult:
        """The grid with all panes."""
        yield self.grid

    @property
    def shown(self) -> OpenArticle:
        """The open article that is shown."""
        return self.opened.stories[self.opened.here]

    @property
    def article(self) -> Article:
        """The article that is shown; an empty one while there is none."""
        return self.shown.article or Article()

    @property
    def address(self) -> str:
        """The page's address, also of one that could not be read; empty: it has none."""
        source = self.shown.request.source
        return self.article.url or (source if source.startswith(WEB) else "")

    @property
    def waits_for(self) -> str:
        """Why there is no text; empty: there is."""
        if error := self.shown.error:
            return f"{error.problem} ({error.advice})" if error.advice else error.problem
        return "" if self.shown.article else WAITING.format(self.shown.title)

    def show_articles(self, opened: OpenArticles, *, place: tuple[int, int] = (0, 0)) -> None:
        """Show another state of the open articles; the text is set anew only if there is another article."""
        before, self.opened = self.shown, opened
        after = self.shown
        if before.is_partial > after.is_partial and before.request is after.request and self.view.has_content:
            self._complete()
        elif after.article is not before.article or after.error is not before.error or not self.view.has_content:
            self.search.clear()
            self.shows_stripped = False
            self._show_content(at=place)
            if not after.is_old and isinstance(after.request, EntryRequest):
                self.search.light_expected(after.request.entry, self.article)
        self.owner.update_titles()

    def show_stripped(self, *, is_shown: bool) -> int:
        """Show what was stripped from the page, or hide it; return of how many pieces."""
        self.shows_stripped = is_shown
        content = self._content()
        self.view.show(content, at=self.view.place)
        return len(content.dropped)

    def _complete(self) -> None:
        """Show who is named and quoted in the text that stands there already."""
        self._show_content(at=None)
        if self.wished:
            self.say("")
            self.open_list(self.wished)

    def _show_content(self, at: tuple[int, int] | None) -> None:
        self.passages.list_passages(self.opened, self.article)
        self.view.show(self._content(), at=at)
        self.owner.arrange_panes()

    def _content(self) -> ArticleContent:
        """Return the article as it is set; while there is none, what was in its way."""
        reading, error = self.shown.reading, self.shown.error
        if not self.article.blocks:
            return ArticleContent(article=Article(), notes=(str(error),) if error else ())
        dropped = tuple(piece for piece in reading.decisions if not piece.kept) if reading and self.shows_stripped else ()
        return self.owner.decorate(byline.article_content(self.article, self.symbols, dropped=dropped))

    @property
    def focused(self) -> ArticleView | VirtualList:
        """The pane in which the keys work."""
        return self.widgets.focused

    @property
    def is_narrow(self) -> bool:
        """There is room for the article alone."""
        return self.widgets.screen.size.width < REGIONS or self.grid.is_linear

    def has_rows(self, name: str) -> bool:
        """Say whether a list has something to show."""
        return name in self.always or pane_rows.has_rows(self.opened, name, len(self.passages.rows.get(name, ())))

    def open_list(self, name: str) -> None:
        """Go to a list beside the text, or back to the text from it."""
        self.take_count()
        self.wished = ""
        if name not in self.lists:
            self.say("This is on the front page: reader without a source opens it.")
        elif self.widgets.screen.focused is self.lists[name]:
            self.to_text()
        elif not self.has_rows(name):
            self.say(_WITHOUT[name])
        elif self.shown.is_partial and name in FOLLOWING and not self.passages.rows[name]:
            self.wished, self.browsed = name, ""
            self.say("Who is named and quoted is still being found …")
        else:
            self.is_zen, self.browsed = False, ""
            if self.is_narrow:
                self.overlay = name
            self.owner.arrange_panes()
            self.widgets.focus(self.lists[name])

    def to_text(self) -> None:
        """Go back to the text."""
        self.browsed = self.overlay = self.wished = ""
        self.widgets.focus(self.view)
        self.owner.arrange_panes()
        self.owner.update_titles()

    def clear_filter(self) -> bool:
        """Show all rows of every list that is filtered by words; say whether one was."""
        filtered = [pane for pane in self.lists.values() if pane.words]
        for pane in filtered:
            pane.filter_rows("")
        return bool(filtered)

    async def ask_filter(self, pane: VirtualList) -> None:
        """Ask for words that the rows of a list are to hold."""

        def give_up(words: str | None) -> None:
            if words is None:
                pane.filter_rows("")

        await self.prompt.ask("filter: ", give_up, words=pane.words, typed=pane.filter_rows)

    def say(self, message: str) -> None:
        """Say something on the line of state, until the next key."""
        self.widgets.say(message)

    def take_count(self, default: int = 1) -> int:
        """Return the count that was typed, and forget it."""
        return self.widgets.take_count(default)

    @on(ArticleView.Moved)
    def _follow_text(self, event: ArticleView.Moved) -> None:
        event.stop()
        self.percent = event.percent
        self.passages.follow_text(event.block)
        self.owner.update_titles()
        self.widgets.post(PlaceReached(event.block, event.offset))

    @on(VirtualList.Pointed, "#outline, #people, #quotes")
    def _show_passage(self, event: VirtualList.Pointed) -> None:
        event.stop()
        self.passages.follow_list(event.pane, event.index)

    @on(VirtualList.Chosen, "#outline, #people, #quotes")
    def _read_passage(self, event: VirtualList.Chosen) -> None:
        event.stop()
        self.passages.follow_list(event.pane, event.index)
        self.to_text()

    @on(VirtualList.Left, "#outline, #people, #quotes")
    def _leave_passages(self) -> None:
        self.to_text()

    @on(MotionPane.Counting)
    def _tell_count(self, event: MotionPane.Counting) -> None:
        self.say(str(event.count))

    @on(KeyCatcher.Caught)
    def _use_letter(self, event: KeyCatcher.Caught) -> None:
        if self.bookmarks.is_waiting:
            self.bookmarks.use(self.opened.here, event.letter or "")
        else:
            self.link_hints.use(event.letter)

    def on_descendant_focus(self, _event: events.DescendantFocus) -> None:
        """Show which pane has the keys."""
        self.grid.point(str(self.focused.id))
        for pane in self.lists.values():
            pane.refresh()
