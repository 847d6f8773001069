"""The front page of `reader pick`: what is opened is chosen, and ends the app."""

from __future__ import annotations

from reader.tui.frontpage import scopes
from reader.tui.frontpage.scopes import EVERYTHING, Scope
from reader.tui.frontpage.screen import FrontPage
from reader.tui.library_app import LibraryApp
from reader.tui.state.preview import EMPTY
from reader.tui.widgets.virtual_list import VirtualList


class PickPage(FrontPage):
    """Begins with what a query selects."""

    wanted = ""
    """The query, as it was typed; empty: everything."""
    picked: int | None = None
    """Id of the entry that was chosen; None: none was."""

    def open_up(self) -> None:
        """List what there is to choose from."""
        self.list_scopes(scopes.scopes(self.clerk.library))
        chosen = Scope(kind="search", title=f"Pick: {self.wanted}", text=self.wanted) if self.wanted else EVERYTHING
        self.open_scope(chosen)

    def choose_row(self, pane: VirtualList, index: int) -> None:
        """Choose an entry."""
        if pane.id != "entries":
            super().choose_row(pane, index)
        elif self.here_in_list is not None:
            self.picked = self.here_in_list
            self.app.exit(0)


class PickApp(LibraryApp):
    """The app in which one entry is chosen."""

    def make_front(self) -> PickPage:
        """Make the front page."""
        return PickPage(EMPTY, clerk=self.clerk, symbols=self.symbols, column=self.settings.width)
