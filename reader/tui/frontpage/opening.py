"""From an entry to its text, and from one entry to the next, read or unread."""

from __future__ import annotations

from reader.library import Library, search
from reader.library.query import All, Flag
from reader.newsroom.entry_reading import EntryRequest
from reader.tui.frontpage.base import FrontBase
from reader.tui.wishes import EntryWanted


class EntryActions(FrontBase):
    """Opens entries."""

    def open_here(self, *, own_text: bool = False) -> None:
        """Open the entry that the cursor stands on."""
        saved = self.pointed
        if saved is None:
            self.say("There is nothing to open.")
            return
        wish = self.story.request
        is_open = self.opened == saved.id and not self.shelf.here and not self.story.is_old
        self.opened = saved.id
        self.to_text()
        if not (is_open and isinstance(wish, EntryRequest) and wish.own_text is own_text):
            self.post_message(EntryWanted(saved, own_text))

    def go_to(self, identity: int | None) -> None:
        """Put the cursor on an entry; where a text is open, open that one."""
        place = self.rows.place_of(identity) if identity is not None else -1
        if place < 0:
            self.say("Nothing is left unread.")
            return
        self.lists["entries"].point(place, tell=self.spot != "text")
        if self.spot == "text":
            self.open_here()

    def action_article(self, step: int) -> None:
        """Open the next article of the list, or the one before."""
        pane = self.lists["entries"]
        target = pane.index + step * self.take_count()
        if 0 <= target < len(self.rows):
            pane.point(target, tell=False)
            self.open_here()
        else:
            self.say("There is no article " + ("below" if step > 0 else "above") + " this one.")

    def to_unread(self, step: int) -> None:
        """Go to the next unread entry, round the end."""
        self.take_count()
        query, here = All((*self.selection().terms, Flag("unread"))), self.here_in_list

        def work(library: Library) -> int | None:
            return search.beside(library, query, here or 0, step)

        self.clerk.look_up("unread", work, self.go_to)
