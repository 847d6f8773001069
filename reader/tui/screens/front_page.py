"""The front page: the library looked through, and the article that is read; `reader pick` has an entry chosen here."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen

from reader.tui import screens
from reader.tui.commands import finding
from reader.tui.commands.front_page_commands import front_page_commands
from reader.tui.keys.actions import FRONT, LIBRARY, PANES, READING
from reader.tui.library_browser.browser import LibraryBrowser
from reader.tui.library_browser.scopes import EVERYTHING, Scope
from reader.tui.messages import EntryWanted, NothingListed, PreviewWanted
from reader.tui.services.entry_reader import EntryReader
from reader.tui.state.library_access import LibraryAccess
from reader.tui.state.open_articles import OpenArticles
from reader.tui.theme.symbols import Symbols
from reader.tui.widgets.virtual_list import VirtualList


class FrontPage(Screen[None]):
    """Feeds, entries, and the article that is read."""

    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[BindingType]] = [*READING.bindings, *PANES.bindings, *LIBRARY.bindings, *FRONT.bindings]

    def __init__(
        self,
        library: LibraryAccess,
        entries: EntryReader,
        *,
        symbols: Symbols,
        text_width: int,
        wanted: str | None = None,
    ) -> None:
        """Make the front page of a library.

        Args:
            library: the app's.
            entries: opens its entries.
            symbols: the signs to use.
            text_width: columns of text.
            wanted: the query that selects what one entry is chosen from, and empty for everything; None: nothing is chosen.
        """
        super().__init__()
        self.browser = LibraryBrowser(self, library, self._open_search, symbols=symbols, text_width=text_width)
        self.pane = self.browser.pane
        self.commands = front_page_commands(self.browser)
        self.picked: int | None = None
        """Id of the entry that was chosen; None: none was."""
        self.browser.is_picking = wanted is not None
        self._library, self._entries, self._wanted = library, entries, wanted

    def compose(self) -> ComposeResult:
        """The article pane, with the lists of the library in its grid."""
        yield self.pane

    def on_mount(self) -> None:
        """Show the library, with the keys in the entries; with none to show, in the feeds."""
        browser = self.browser
        browser.show_scopes(browser.scopes.read())
        if self._wanted:
            browser.open_scope(Scope(kind="search", title=f"Pick: {self._wanted}", text=self._wanted))
        else:
            nothing_new = browser.scopes.count(browser.listing.scope) == 0
            browser.open_scope(EVERYTHING if nothing_new or self._wanted is not None else browser.listing.scope)
        self.show_articles(self.pane.opened)
        browser.to_list("entries" if browser.listing.rows.ids else "feeds")
        browser.preview()
        browser.recount()

    def show_articles(self, opened: OpenArticles, *, place: tuple[int, int] = (0, 0)) -> None:
        """Show another state of the open articles, with a passage of the one that is shown on top."""
        self.pane.show_articles(opened, place=place)

    def show_progress(self, words: str, entries: int) -> None:
        """Say how far a job is, and list what it has brought."""
        self.browser.show_progress(words)
        if entries:
            self.browser.fill()

    def on_resize(self, _event: events.Resize) -> None:
        """Lay out the panes for another size."""
        self.browser.arrange_panes()
        self.call_after_refresh(self.browser.update_titles)

    async def _open_search(self, words: str) -> None:
        """Open the search of the whole library, with some words to begin with."""

        def follow(found: screens.Found | None) -> None:
            if found is not None:
                self.browser.show_found(*found)

        await self.app.push_screen(
            screens.SearchScreen(words, self._library, self.pane.symbols, self.pane.view.theme_styles), follow
        )

    @on(EntryWanted)
    def _read_entry(self, event: EntryWanted) -> None:
        self._entries.open(event.saved, own_text=event.own_text)
        self.browser.note_opened(event.saved)

    @on(PreviewWanted)
    def _preview_entry(self, event: PreviewWanted) -> None:
        self._entries.preview(event.saved)

    @on(NothingListed)
    def _explain(self, event: NothingListed) -> None:
        self._entries.explain(event.why)

    @on(VirtualList.Pointed, "#feeds")
    def _point_at_scope(self) -> None:
        scope = self.browser.scopes.here
        self.pane.say(scope.problem if scope else "")
        self.browser.delays.after_rest(self.browser.show_scope_here)

    @on(VirtualList.Pointed, "#entries")
    def _point_at_entry(self) -> None:
        self.pane.say("")
        self.browser.delays.after_rest(self.browser.preview)
        self.browser.update_titles()

    @on(VirtualList.Chosen, "#feeds")
    def _open_scope(self) -> None:
        self.browser.show_scope_here()
        self.browser.to_list("entries")

    @on(VirtualList.Chosen, "#entries")
    def _open_entry(self) -> None:
        if self._wanted is None:
            self.browser.open_here()
        elif self.browser.listing.here is not None:
            self.picked = self.browser.listing.here
            self.app.exit(0)

    @on(VirtualList.Left, "#entries")
    def _leave_entries(self) -> None:
        self.browser.to_list("feeds")

    @on(VirtualList.FilterWanted)
    async def _ask_filter(self, event: VirtualList.FilterWanted) -> None:
        if event.pane.id == "entries":
            await finding.ask_filter(self.browser)
        else:
            await self.pane.ask_filter(event.pane)
