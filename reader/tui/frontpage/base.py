"""What all parts of the front page share: its lists, the scope that is open, and what they show of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import ClassVar

from reader.errors import QueryError, ReaderError
from reader.library import Library, entries, search
from reader.library.query import All, parse
from reader.model import Saved
from reader.tui.frontpage import scopes as rows_of
from reader.tui.frontpage.frame import front
from reader.tui.frontpage.rows import EntryRows
from reader.tui.frontpage.scopes import EVERYTHING, UNREAD, Scope
from reader.tui.layout.columns import Column
from reader.tui.reading.screen import ReadingScreen
from reader.tui.state.library_access import LibraryAccess
from reader.tui.state.open_articles import OpenArticles
from reader.tui.state.pane_rows import COLUMNS
from reader.tui.state.preview import now
from reader.tui.theme.symbols import Symbols

_FIRST = 128
"""Entries that are shown at once; all others follow from another thread."""


class FrontBase(ReadingScreen):
    """The lists of the front page."""

    LISTS: ClassVar[Mapping[str, tuple[Column, ...]]] = {
        "feeds": (Column("mark", 1), Column(), Column("mark", 9, is_right=True)),
        **COLUMNS,
        "entries": (Column("mark", 2), Column("aside", 6), Column(), Column("aside", 24, least=60)),
    }

    def __init__(self, shelf: OpenArticles, *, clerk: LibraryAccess, symbols: Symbols, column: int) -> None:
        """Make the screen, empty as yet."""
        super().__init__(shelf, symbols=symbols, column=column)
        self.clerk = clerk
        self.grid.planner = front
        self.scope: Scope = UNREAD
        """What is listed."""
        self.sieve = ""
        """The query that it is filtered by; empty: by none."""
        self.scopes: tuple[Scope, ...] = ()
        self.rows = EntryRows((), self._fetch, symbols, now())
        self.spot = "entries"
        """Where the reader is: `feeds`, `entries` or `text`."""
        self.opened: int | None = None
        """Id of the entry whose text is shown; None: a glimpse, or another page."""
        self.progress = ""
        """How far the feeds have been asked; empty: nobody is asking."""

    # What is listed ------------------------------------------------------------------------------------------------------

    def open_up(self) -> None:
        """List what the library holds, for the first time: what is unread, or else everything."""
        self.list_scopes(rows_of.scopes(self.clerk.library))
        if self.scopes[1].count == 0:
            self.scope = EVERYTHING
        self.open_scope(self.scope)

    def list_scopes(self, scopes: tuple[Scope, ...]) -> None:
        """Show the rows of the front page, with the cursor on the one that is open."""
        known = {scope.key: scope.count for scope in self.scopes}
        self.scopes = tuple(
            scope if scope.count is not None else rows_of.with_count(scope, known.get(scope.key)) for scope in scopes
        )
        here = next((at for at, scope in enumerate(self.scopes) if scope.key == self.scope.key), None)
        self.lists["feeds"].show([rows_of.cells(scope, self.symbols) for scope in self.scopes], at=here)
        if here is None and self.scope.kind not in ("search", "person"):  # it has been taken away
            self.open_scope(self.scope_here or EVERYTHING)
        self.tell_place()

    def recount(self) -> None:
        """Count anew, in another thread."""

        def work(library: Library) -> tuple[Scope, ...]:
            return rows_of.counted(library, rows_of.scopes(library), now())

        self.clerk.look_up("scopes", work, self.list_scopes)

    def selection(self) -> All:
        """Give the query of what is listed, filter and all.

        Raises:
            QueryError: it was typed, and cannot be read.
        """
        wanted = self.scope.query(now())
        return All((*wanted.terms, *parse(self.sieve, now()).terms)) if self.sieve else wanted

    def open_scope(self, scope: Scope, *, at: int | None = None) -> None:
        """List the entries of a scope: the first of them at once, the others as soon as they are found.

        Args:
            scope: what to list.
            at: id of the entry to stand on; None: the first.
        """
        self.scope = scope
        try:
            first = search.entries(self.clerk.library, self.selection(), limit=_FIRST)
        except ReaderError as error:
            self.say(str(error))
            first = ()
        self.show_ids(tuple(saved.id for saved in first), at=at)
        self.look_up_ids()
        self.tell_place()

    def look_up_ids(self) -> None:
        """Find all entries of the scope; what has been read in this visit stays where it is."""
        try:
            query, stay = self.selection(), tuple(self.rows.ids)
        except QueryError:
            return
        scope, sieve = self.scope, self.sieve

        def work(library: Library) -> tuple[int, ...]:
            found = search.ids(library, query)
            gone = tuple(set(stay).difference(found))
            kept = [one.id for one in entries.several(library, gone) if one.read_at is not None] if gone else []
            return tuple(sorted((*found, *kept), reverse=True)) if kept else found

        def then(ids: tuple[int, ...]) -> None:
            if (scope.key, sieve) == (self.scope.key, self.sieve):
                self.show_ids(ids, at=self.here_in_list)
                self.tell_place()

        self.clerk.look_up("entries", work, then)

    def show_ids(self, ids: Sequence[int], *, at: int | None = None) -> None:
        """List some entries, with the cursor on one of them."""
        if tuple(ids) == tuple(self.rows.ids) and at == self.here_in_list:
            return
        self.rows = self.rows.follow(ids)
        place = self.rows.place_of(at) if at is not None else 0
        self.lists["entries"].show(self.rows, at=max(place, 0) if place >= 0 else None)

    @property
    def here_in_list(self) -> int | None:
        """The id of the entry that the cursor stands on; None: there is none."""
        index = self.lists["entries"].index
        return self.rows.ids[index] if 0 <= index < len(self.rows.ids) else None

    @property
    def pointed(self) -> Saved | None:
        """The entry that the cursor stands on; None: there is none."""
        return self.rows.saved(self.lists["entries"].index)

    @property
    def scope_here(self) -> Scope | None:
        """The scope that the cursor of the feeds stands on; None: there is none."""
        index = self.lists["feeds"].index
        return self.scopes[index] if 0 <= index < len(self.scopes) else None

    @property
    def is_in_feeds(self) -> bool:
        """The keys work in the list of feeds."""
        return self.focused is self.lists["feeds"]

    def redraw_entries(self, changed: Iterable[int] | None = None) -> None:
        """Draw entries anew that have changed; None: all of them."""
        self.rows.forget(changed)
        self.lists["entries"].forget_rows()

    def _fetch(self, ids: Sequence[int]) -> Iterable[Saved]:
        try:
            return entries.several(self.clerk.library, ids)
        except ReaderError as error:
            self.say(str(error))
            return ()
