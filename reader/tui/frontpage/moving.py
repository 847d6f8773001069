"""From feeds to entries to the text, and back."""

from __future__ import annotations

from collections.abc import Callable

from textual.timer import Timer

from reader.tui.frontpage.frame import BROWSED
from reader.tui.frontpage.opening import EntryActions
from reader.tui.layout.panes import COLUMNS
from reader.tui.messages import StoryWanted
from reader.tui.widgets.virtual_list import VirtualList
from reader.tui.wishes import GlimpseWanted

_RESTED = 0.06
"""Seconds that the cursor rests on a row before what it stands on is shown: while it runs, nobody looks."""


class MovingActions(EntryActions):
    """Levels: feeds, entries, text."""

    _rest: Timer | None = None
    """Runs while the cursor has not rested for long enough; None: it has never moved."""

    def arrange_panes(self) -> None:
        """Lay out the panes: the lists that are looked through, or what stands around the text."""
        if self.is_zen:
            self.grid.arrange_panes((), is_zen=True)
            return
        if self.spot != "text":
            self.grid.arrange_panes(BROWSED, self.spot if self.is_narrow else "")
            return
        wanted = {name for name in self.lists if self.has_rows(name) and name not in BROWSED} | {"entries"}
        if self.size.width >= COLUMNS:
            wanted.add("feeds")
        self.grid.arrange_panes(wanted, self.sheet if self.is_narrow else "")

    def has_rows(self, name: str) -> bool:
        """Say whether a list has something to show; those of the front page always have."""
        return name in BROWSED or super().has_rows(name)

    def action_pane(self, name: str) -> None:
        """Go to a pane, or back from it."""
        if name not in BROWSED:
            self.spot = "text" if self.has_rows(name) else self.spot
            super().action_pane(name)
        elif self.focused is self.lists[name]:
            self.to_text()
        else:
            self.to_list(name)

    def to_list(self, name: str) -> None:
        """Go to the feeds or to the entries."""
        self.take_count()
        self.spot, self.sheet, self.is_zen = name, "", False
        self.arrange_panes()
        self.set_focus(self.lists[name])
        self.say("")
        self.tell_place()

    def to_text(self) -> None:
        """Go to the text."""
        self.spot = "text"
        super().to_text()
        self.tell_place()

    def action_to_list(self) -> None:
        """From the text back to the entries."""
        self.to_list("entries")

    def action_back(self) -> None:
        """One level back: to the page that led here, to the text, to the entries, to the feeds, out of the app."""
        if self.focused in (self.lists["entries"], self.lists["feeds"]):
            if self.sieve and not self.is_in_feeds:
                self.unfilter()
            elif self.is_in_feeds:
                self.app.exit(0)
            else:
                self.to_list("feeds")
        elif self.pane is not self.view or self.is_zen:
            super().action_back()
        elif self.shelf.here:
            self.post_message(StoryWanted(self.shelf.here - 1))
        else:
            self.to_list("entries")

    def unfilter(self) -> bool:
        """Show the whole scope again; say whether it was filtered."""
        had, self.sieve = bool(self.sieve), ""
        if had:
            self.open_scope(self.scope, at=self.here_in_list)
        return had

    # What the lists tell -------------------------------------------------------------------------------------------------

    def point_row(self, pane: VirtualList, index: int) -> None:
        """Show what the cursor of a list has come to rest on."""
        if pane.id == "feeds":
            self.say(self.scopes[index].problem if 0 <= index < len(self.scopes) else "")
            self.after_rest(self._show_scope)
        elif pane.id == "entries":
            self.say("")
            self.after_rest(self.glimpse)
            self.tell_place()
        else:
            super().point_row(pane, index)

    def after_rest(self, what: Callable[[], None]) -> None:
        """Do something once the cursor has rested for a moment; what was to be done before is not."""
        if self._rest is not None:
            self._rest.stop()
        self._rest = self.set_timer(_RESTED, what)

    def _show_scope(self) -> None:
        scope = self.scope_here
        if scope is not None and scope.key != self.scope.key:
            self.sieve = ""
            self.open_scope(scope)
            self.glimpse()

    def glimpse(self) -> None:
        """Show what the list knows of the entry that the cursor stands on, unless it is open."""
        saved = self.pointed
        if saved is not None and saved.id != self.opened and self.spot != "text":
            self.opened = None
            self.post_message(GlimpseWanted(saved))

    def choose_row(self, pane: VirtualList, index: int) -> None:
        """Go in: from a scope to its entries, from an entry to its text."""
        if pane.id == "feeds":
            self._show_scope()
            self.to_list("entries")
        elif pane.id == "entries":
            self.open_here()
        else:
            super().choose_row(pane, index)

    def leave_list(self, pane: VirtualList) -> None:
        """Go out: from the entries to the feeds, from the other lists to the text."""
        if pane.id == "entries":
            self.to_list("feeds")
        elif pane.id != "feeds":
            super().leave_list(pane)
