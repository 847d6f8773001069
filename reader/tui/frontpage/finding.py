"""Filter, search and saved queries: the query language, typed on the line of state."""

from __future__ import annotations

from reader.errors import QueryError
from reader.library import subscriptions
from reader.library.query import parse
from reader.model.text import line
from reader.tui.frontpage.marking import MarkingActions
from reader.tui.frontpage.scopes import Scope
from reader.tui.reading import status
from reader.tui.state.preview import now
from reader.tui.widgets.virtual_list import VirtualList

_NAME = "save as: "


class FindingActions(MarkingActions):
    """What is listed, narrowed down."""

    async def sift(self, pane: VirtualList) -> None:
        """Ask what a list is to be filtered by: the entries by a query, the others by words."""
        if pane.id == "entries":
            await self.ask("query", "filter: ", self.sieve)
        else:
            await super().sift(pane)

    async def action_search(self) -> None:
        """In the text, search it; in the lists, search all that is kept."""
        if self.spot == "text":
            await super().action_search()
        else:
            await self.search_library()

    async def search_library(self) -> None:
        """Open the search of the whole library."""
        from reader.tui.screens.search import SearchScreen  # noqa: PLC0415 -- seldom needed

        words = self.scope.text if self.scope.kind == "search" else ""
        screen = SearchScreen(words, self.clerk, self.symbols, self.theme_styles)
        self.take_count()
        await self.app.push_screen(screen, self.show_found)

    def show_found(self, found: tuple[Scope, int] | None) -> None:
        """List what a search, a person's page or the news led to, and open the entry that was chosen there."""
        if found is None:
            return
        scope, entry = found
        self.sieve = ""
        self.show_ids((entry,), at=entry)
        self.scope = scope
        self.look_up_ids()
        self.lists["feeds"].point(0, tell=False)
        self.open_here()

    def hear(self, purpose: str, words: str) -> None:
        """Filter while it is typed; what cannot be read yet waits for more."""
        if purpose == "query":
            try:
                parse(words, now())
            except QueryError:
                return
            self.filter_by(words)
        else:
            super().hear(purpose, words)

    def answer(self, purpose: str, words: str | None) -> None:
        """Do what the words ask for that were typed."""
        if purpose == "query":
            self._filter_done(words)
        elif purpose == "tag-entry" and words:
            self.tag(words)
        elif purpose == "save" and words:
            self._save(line(words))
        else:
            super().answer(purpose, words)

    def filter_by(self, words: str) -> None:
        """List only what a query selects too."""
        if words.strip() != self.sieve:
            self.sieve = words.strip()
            self.open_scope(self.scope, at=self.here_in_list)

    def _filter_done(self, words: str | None) -> None:
        try:
            parse(words or "", now())
        except QueryError as error:
            self.say(status.pointed_at(error))
        else:
            self.filter_by(words or "")
            self.glimpse()

    async def action_save_query(self) -> None:
        """Ask for a name to save under what is filtered or searched."""
        if not self._saveable():
            self.say("Filter or search first: what is listed then is saved.")
        else:
            await self.ask("save", _NAME)

    def _saveable(self) -> str:
        """Give what is listed as one query that can be typed; empty if it is no more than a row of the front page."""
        scope = self.scope
        of = {
            "unread": "unread",
            "starred": "starred",
            "tag": f'tag:"{scope.title}"',
            "feed": f'feed:"{scope.title}"',
            "folder": f'feed:"{scope.title}"',
            "person": f'person:"{scope.title}"',
        }.get(scope.kind, scope.text)
        if not self.sieve:
            return of if scope.kind in ("search", "person") else ""
        parts = (f"({part})" if " or " in f" {part} ".lower() else part for part in (of, self.sieve) if part)
        return " ".join(parts)

    def _save(self, name: str) -> None:
        query = self._saveable()

        def then(_: None) -> None:
            self.recount()
            self.say(f"Saved: {name} ({query})")

        self.clerk.write(lambda library: subscriptions.save_query(library, name, query), then)

    def action_escape(self) -> None:
        """Clear the search in the text, then the filter, then what was searched for; then go back."""
        if self.spot == "text":
            super().action_escape()
        elif not self.clear_filter() and not self.unfilter() and self.scope.kind in ("search", "person"):
            self._to_first_scope()
        self.take_count()
        self.say("")

    def _to_first_scope(self) -> None:
        entry = self.here_in_list
        self.open_scope(self.scopes[0], at=entry)
        self.lists["feeds"].point(0, tell=False)
