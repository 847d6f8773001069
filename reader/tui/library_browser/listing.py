"""The entries of the scope that is open: found in another thread, filtered, and fetched as they are drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from reader.errors import QueryError, ReaderError
from reader.library import Library, entries, search
from reader.library.query import All, parse
from reader.model import Saved
from reader.tui.library_browser.entry_rows import EntryRows
from reader.tui.library_browser.scopes import UNREAD, Scope
from reader.tui.state.library_access import LibraryAccess
from reader.tui.state.preview import now
from reader.tui.theme.symbols import Symbols
from reader.tui.widgets.virtual_list import VirtualList

_FIRST: Final = 128
"""Entries that are shown at once; all others follow from another thread."""


class EntryListing:
    """What is listed: a scope, narrowed down by a filter."""

    def __init__(
        self,
        pane: VirtualList,
        library: LibraryAccess,
        symbols: Symbols,
        *,
        say: Callable[[str], None],
        changed: Callable[[], None],
    ) -> None:
        """Begin with nothing in the list; `say` is told what goes wrong, `changed` that something else is listed."""
        self._pane, self._library, self._say, self._changed = pane, library, say, changed
        self.scope: Scope = UNREAD
        self.filter = ""
        """The query that it is filtered by; empty: by none."""
        self.rows = EntryRows((), self._fetch, symbols, now())

    def selection(self) -> All:
        """Return the query of what is listed, filter and all.

        Raises:
            QueryError: it was typed, and cannot be read.
        """
        wanted = self.scope.query(now())
        return All((*wanted.terms, *parse(self.filter, now(), live=True).terms)) if self.filter else wanted

    def open(self, scope: Scope, *, at: int | None = None) -> None:
        """List the entries of a scope: the first of them at once, the others as soon as they are found.

        Args:
            scope: what to list.
            at: id of the entry to stand on; None: the first.
        """
        self.scope = scope
        try:
            first = search.entries(self._library.library, self.selection(), limit=_FIRST)
        except ReaderError as error:
            self._say(str(error))
            first = ()
        self.show_ids(tuple(saved.id for saved in first), at=at)
        self.look_up_all()
        self._changed()

    def look_up_all(self) -> None:
        """Find all entries of the scope; what has been read in this visit stays where it is."""
        try:
            query, stay = self.selection(), tuple(self.rows.ids)
        except QueryError:
            return
        scope, words = self.scope, self.filter

        def work(library: Library) -> tuple[int, ...]:
            found = search.ids(library, query)
            gone = tuple(set(stay).difference(found))
            kept = [one.id for one in entries.several(library, gone) if one.read_at is not None] if gone else []
            return tuple(sorted((*found, *kept), reverse=True)) if kept else found

        def then(ids: tuple[int, ...]) -> None:
            if (scope.key, words) == (self.scope.key, self.filter):
                self.show_ids(ids, at=self.here)
                self._changed()

        self._library.look_up("entries", work, then)

    def show_ids(self, ids: Sequence[int], *, at: int | None = None) -> None:
        """List some entries, with the cursor on one of them."""
        if tuple(ids) == tuple(self.rows.ids) and at == self.here:
            return
        self.rows = self.rows.follow(ids)
        place = self.rows.place_of(at) if at is not None else 0
        self._pane.show(self.rows, at=max(place, 0) if place >= 0 else None)

    def filter_by(self, words: str) -> bool:
        """List only what a query selects too, or the whole scope (empty); say whether that changes anything."""
        changes = words.strip() != self.filter
        if changes:
            self.filter = words.strip()
            self.open(self.scope, at=self.here)
        return changes

    @property
    def here(self) -> int | None:
        """The id of the entry that the cursor stands on; None: there is none."""
        index = self._pane.index
        return self.rows.ids[index] if 0 <= index < len(self.rows.ids) else None

    @property
    def pointed(self) -> Saved | None:
        """The entry that the cursor stands on; None: there is none."""
        return self.rows.saved(self._pane.index)

    def take_out(self, entry: int) -> None:
        """List an entry no longer: the cursor goes to the one behind it, or at the end to the one before."""
        place, ids = self.rows.place_of(entry), self.rows.ids
        beside = next((ids[at] for at in (place + 1, place - 1) if 0 <= at < len(ids)), None)
        self.show_ids([one for one in ids if one != entry], at=beside)

    def redraw(self, changed: Iterable[int] | None = None) -> None:
        """Draw entries anew that have changed; None: all of them."""
        self.rows.forget(changed)
        self._pane.forget_rows()

    def _fetch(self, ids: Sequence[int]) -> Iterable[Saved]:
        try:
            return entries.several(self._library.library, ids)
        except ReaderError as error:
            self._say(str(error))
            return ()
