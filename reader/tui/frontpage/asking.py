"""What other processes and programs do for the front page: feeds asked, a feed followed, files written, the browser."""

from __future__ import annotations

from pathlib import Path

from textual.timer import Timer

from reader.tui.frontpage.finding import FindingActions
from reader.tui.frontpage.scopes import EVERYTHING, scopes
from reader.tui.messages import LinkFollowed, TextCopied
from reader.tui.wishes import AddWanted, EntryWanted, FeedsWanted, FilesWanted

_FILLED = 1.0
"""Seconds between two looks at what a round of the feeds has brought."""


class AskingActions(FindingActions):
    """What takes its time, and is waited for by nobody."""

    _filling: Timer | None = None
    """Runs until the lists are filled with what has come in; None: nothing has."""

    def fill(self) -> None:
        """List what has come in, at most every second: a round of a thousand feeds would else do nothing but count."""
        if self._filling is None:
            self._filling = self.set_timer(_FILLED, self._fill)

    def _fill(self) -> None:
        self._filling = None
        self.look_up_ids()
        self.recount()

    def action_refresh(self) -> None:
        """Ask the feeds of what the cursor stands on."""
        scope = self.scope_here if self.is_in_feeds else self.scope
        self.take_count()
        if scope is not None and scope.feeds:
            self.post_message(FeedsWanted(scope.feeds))
        else:
            self.action_refresh_all()

    def action_refresh_all(self) -> None:
        """Ask all feeds that are due."""
        self.take_count()
        self.post_message(FeedsWanted(None))

    def show_progress(self, words: str) -> None:
        """Say on the line of state how far somebody is."""
        self.progress = words
        self.tell_place()

    def show_new(self, feed: int | None, entry: int | None) -> None:
        """Go to the feed that is followed now, or to the article that is kept now."""
        if feed is None and entry is None:
            return
        self.list_scopes(scopes(self.clerk.library))
        scope = next((one for one in self.scopes if one.kind == "feed" and one.feeds == (feed,)), EVERYTHING)
        self.sieve = ""
        self.open_scope(scope, at=entry)
        self.list_scopes(self.scopes)
        if self.spot != "text":
            self.to_list("entries")
            self.glimpse()

    def note_kept(self, entry: int) -> None:
        """An entry's page has come and is kept: its row is another, and other entries may have become part of it."""
        self.redraw_entries([entry])
        self.look_up_ids()

    def action_full_text(self) -> None:
        """Show the feed's own text, or the page's again."""
        saved = self.meant
        if saved is None:
            self.say("Only an article of a feed has two texts.")
            return
        is_own = self.opened == saved.id and getattr(self.story.request, "own_text", False)
        self.open_here(own_text=not is_own)

    async def action_export(self) -> None:
        """Ask where to write the entry, or the whole list."""
        if self.meant is None and not self.is_in_feeds:
            await super().action_export()
        else:
            await self.ask("export-entries", "export to folder or FILE.epub: ")

    def answer(self, purpose: str, words: str | None) -> None:
        """Do what the words ask for that were typed."""
        if purpose == "export-entries" and words:
            target = Path(words.strip())
            saved = self.meant
            whole = self.is_in_feeds or target.suffix == ".epub" or saved is None
            self.post_message(FilesWanted(tuple(self.rows.ids) if whole or saved is None else (saved.id,), target))
        elif purpose == "add" and words:
            self.post_message(AddWanted(words.strip()))
        else:
            super().answer(purpose, words)

    def action_browser(self) -> None:
        """Open the entry's page in the browser; it counts as read."""
        saved = self.meant
        if saved is None:
            super().action_browser()
        elif saved.entry.url:
            self.post_message(LinkFollowed(saved.entry.url))
            self.note_opened(saved)
        else:
            self.say("This article has no address.")

    def action_copy_link(self) -> None:
        """Copy the entry's address."""
        saved = self.meant
        if saved is None:
            super().action_copy_link()
        elif saved.entry.url:
            self.post_message(TextCopied(saved.entry.url, "the link"))
        else:
            self.say("This article has no address.")

    async def action_pipe(self) -> None:
        """Ask for a command, if there is a text to give it."""
        if self.spot == "text" or (self.opened is not None and self.opened == self.here_in_list):
            await super().action_pipe()
        else:
            self.say("Open the article first (Enter): its text is given to the command.")

    def action_keep(self) -> None:
        """Keep a page that no feed brought; an entry is kept as soon as it is opened."""
        saved = self.meant
        if saved is None:
            super().action_keep()
        elif saved.has_article:
            self.say("This article is kept already.")
        else:
            self.opened = saved.id
            self.post_message(EntryWanted(saved))
