"""The library looked through: scopes, entries and the article pane together, and the levels between them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from textual.screen import Screen

from reader.library import actions
from reader.model import Saved
from reader.newsroom.entry_reading import EntryRequest
from reader.tui.article_pane.pane import ArticlePane
from reader.tui.article_pane.widgets import PaneWidgets
from reader.tui.layout.columns import Column
from reader.tui.layout.front_page import BROWSED, front
from reader.tui.layout.panes import COLUMNS
from reader.tui.library_browser.delays import Delays
from reader.tui.library_browser.empty_list import why_empty
from reader.tui.library_browser.listing import EntryListing
from reader.tui.library_browser.scope_list import ScopeList
from reader.tui.library_browser.scopes import EVERYTHING, Scope
from reader.tui.library_browser.titles import update_titles
from reader.tui.messages import EntryWanted, NothingListed, PreviewWanted
from reader.tui.state import pane_rows
from reader.tui.state.library_access import LibraryAccess
from reader.tui.state.preview import EMPTY, now, with_entry
from reader.tui.theme.symbols import Symbols
from reader.tui.typesetting import byline
from reader.tui.typesetting.block_layout import ArticleContent

_LISTS: Final[Mapping[str, tuple[Column, ...]]] = {
    "feeds": (Column("mark", 1), Column(), Column("mark", 9, is_right=True)),
    **pane_rows.COLUMNS,
    "entries": (Column("mark", 2), Column("aside", 6), Column(), Column("aside", 24, least=60)),
}


class LibraryBrowser:
    """Owns the lists of the library and the article pane beside them."""

    def __init__(
        self,
        screen: Screen[None],
        library: LibraryAccess,
        open_search: Callable[[str], Awaitable[None]],
        *,
        symbols: Symbols,
        text_width: int,
    ) -> None:
        """Begin with nothing listed; `open_search` opens the search of the whole library, with some words to begin with."""
        self.library, self.open_search = library, open_search
        self._screen = screen
        widgets = PaneWidgets(screen, _LISTS, symbols=symbols, text_width=text_width)
        widgets.grid.planner = front
        self.pane = ArticlePane(self, EMPTY, widgets)
        self.pane.always, self.pane.browsed = BROWSED, "entries"
        self.scopes = ScopeList(widgets.lists["feeds"], library, symbols)
        self.listing = EntryListing(widgets.lists["entries"], library, symbols, say=widgets.say, changed=self._tell_listed)
        self.opened: int | None = None
        """Id of the entry whose text is shown; None: a preview, or another page."""
        self.progress = ""
        """How far the feeds have been asked; empty: nobody is asking."""
        self.delays = Delays(screen)
        self.is_picking = False
        """One entry is chosen from the list: going back from it ends the app."""

    def open_scope(self, scope: Scope, *, at: int | None = None) -> None:
        """List the whole of a scope, with the cursor on an entry; None: on the first."""
        self.listing.filter = ""
        self.listing.open(scope, at=at)

    def show_scopes(self, scopes: tuple[Scope, ...]) -> None:
        """Show the scopes; if the open one has been taken away, list the one that stands in its place."""
        present = self.listing.scope
        if not self.scopes.show(scopes, present) and present.kind not in ("search", "person"):
            self.listing.open(self.scopes.here or EVERYTHING)
        self.update_titles()

    def _tell_listed(self) -> None:
        """Write over the list what it holds; if that is nothing, say why where the article would stand."""
        self.update_titles()
        if not self.listing.rows.ids and self.pane.browsed:
            has_feeds = any(scope.kind == "feed" for scope in self.scopes.scopes)
            self.opened = None
            self.pane.widgets.post(NothingListed(why_empty(self.listing.scope, self.listing.filter, has_feeds=has_feeds)))
        elif not self.pane.shown.request.source:  # where it stood why there was nothing
            self.preview()

    def recount(self) -> None:
        """Count anew, in another thread."""
        self.scopes.recount(self.show_scopes)

    def read_anew(self) -> None:
        """List and count everything anew: something has come or gone."""
        self.listing.redraw()
        self.listing.look_up_all()
        self.recount()

    def fill(self) -> None:
        """List and count what has come in, but not more often than every second."""
        self.delays.once_a_second(self.read_anew)

    def show_progress(self, words: str) -> None:
        """Say on the line of state how far somebody is; empty: nobody is busy."""
        if words and not self.progress:
            self.pane.say("")  # what was said before would hide it
        self.progress = words
        self.update_titles()

    def show_new(self, feed: int | None, entry: int | None) -> None:
        """Go to the feed that is followed now, or to the article that is kept now."""
        if feed is None and entry is None:
            return
        self.show_scopes(self.scopes.read())
        scope = next((one for one in self.scopes.scopes if one.kind == "feed" and one.feeds == (feed,)), EVERYTHING)
        self.open_scope(scope, at=entry)
        self.show_scopes(self.scopes.scopes)
        if self.pane.browsed:
            self.to_list("entries")
            self.preview()

    def show_found(self, scope: Scope, entry: int, words: tuple[str, ...] = ()) -> None:
        """List what a search, a person's page or the news led to, and open the entry that was chosen there.

        The words it was found by are lit in it.
        """
        self.pane.search.expect(entry, words)
        self.listing.filter = ""
        self.listing.show_ids((entry,), at=entry)
        self.listing.scope = scope
        self.listing.look_up_all()
        self.pane.lists["feeds"].point(0, tell=False)
        self.open_here()

    @property
    def meant(self) -> Saved | None:
        """The entry that an action is about; None: the cursor is on a feed, or on a page that is no entry."""
        saved, request = self.listing.pointed, self.pane.shown.request
        if self.is_in_feeds or saved is None:
            return None
        if self.pane.browsed or (self.opened is not None and not self.pane.opened.here):
            return saved
        return saved if isinstance(request, EntryRequest) and request.entry == saved.id else None

    @property
    def is_on_page(self) -> bool:
        """An article is read that is no entry: a page that a link has led to."""
        return not self.pane.browsed and not self.is_in_feeds and self.meant is None

    def open_here(self, *, own_text: bool = False) -> None:
        """Open the entry that the cursor stands on."""
        saved, pane = self.listing.pointed, self.pane
        if saved is None:
            pane.say("There is nothing to open.")
            return
        request = pane.shown.request
        is_open = self.opened == saved.id and not pane.opened.here and not pane.shown.is_old
        self.opened = saved.id
        pane.to_text()
        if not (is_open and isinstance(request, EntryRequest) and request.own_text is own_text):
            pane.widgets.post(EntryWanted(saved, own_text))

    def preview(self) -> None:
        """Show what the list knows of the entry that the cursor stands on, unless it is open."""
        saved = self.listing.pointed
        if saved is not None and saved.id != self.opened and self.pane.browsed:
            self.opened = None
            self.pane.widgets.post(PreviewWanted(saved))

    def note_opened(self, saved: Saved) -> None:
        """Mark an entry as read because it is open."""

        def then(changed: bool) -> None:  # noqa: FBT001 -- what the library says
            if changed:
                self.listing.redraw([saved.id])
                self.recount()

        if saved.read_at is None:
            self.library.write(lambda library: actions.open_up(library, saved.id, now()), then)

    def note_kept(self, entry: int) -> None:
        """Draw an entry anew whose page has been kept; other entries may have become part of it."""
        self.listing.redraw([entry])
        self.listing.look_up_all()

    @property
    def is_in_feeds(self) -> bool:
        """The keys work in the list of feeds."""
        return self._screen.focused is self.pane.lists["feeds"]

    def to_list(self, name: str) -> None:
        """Go to the feeds or to the entries."""
        pane = self.pane
        pane.take_count()
        pane.browsed, pane.overlay, pane.is_zen = name, "", False
        self.arrange_panes()
        pane.widgets.focus(pane.lists[name])
        pane.say("")
        self.update_titles()

    def open_list(self, name: str) -> None:
        """Go to a list, or back to the text from it."""
        if name not in BROWSED:
            self.pane.open_list(name)
        elif self._screen.focused is self.pane.lists[name]:
            self.pane.to_text()
        else:
            self.to_list(name)

    def show_scope_here(self) -> None:
        """List the scope that the cursor of the feeds stands on."""
        scope = self.scopes.here
        if scope is not None and scope.key != self.listing.scope.key:
            self.open_scope(scope)
            self.preview()

    def arrange_panes(self) -> None:
        """Lay out the panes: the lists that are looked through, or what stands around the text."""
        pane = self.pane
        if pane.is_zen:
            pane.grid.arrange_panes((), is_zen=True)
        elif pane.browsed:
            pane.grid.arrange_panes(BROWSED, pane.browsed if pane.is_narrow else "")
        else:
            wanted = {name for name in pane.lists if pane.has_rows(name) and name not in BROWSED} | {"entries"}
            if self._screen.size.width >= COLUMNS:
                wanted.add("feeds")
            pane.grid.arrange_panes(wanted, pane.overlay if pane.is_narrow else "")

    def decorate(self, content: ArticleContent) -> ArticleContent:
        """Return an article as it is set; of an entry that is not open, with what the list knows of it."""
        saved = self.listing.pointed
        if self.pane.browsed and not self.listing.rows.ids:
            return content._replace(byline="")
        if saved is None or self.pane.shown.request.source != f"entry:{saved.id}":
            return content
        if self.opened is not None and not self.pane.shown.is_old:
            return content._replace(byline=byline.byline(with_entry(content.article, saved), self.pane.symbols))
        published = saved.entry.published
        tags = " ".join(f"#{tag}" for tag in saved.tags)
        parts = (", ".join(saved.entry.byline), ", ".join(saved.feeds), byline.day(published) if published else "", tags)
        return content._replace(byline=f" {self.pane.symbols.dot} ".join(part for part in parts if part))

    def update_titles(self) -> None:
        """Write over each pane what it holds, and below them where the reader is."""
        is_open = self.opened is not None
        update_titles(self.pane, self.listing, self.scopes, is_entry_open=is_open, progress=self.progress)
