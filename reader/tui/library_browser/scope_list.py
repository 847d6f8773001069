"""The list of scopes: everything, unread, starred, saved queries, tags, feeds."""

from __future__ import annotations

from collections.abc import Callable

from reader.library import Library
from reader.tui.library_browser import scopes as scope_rows
from reader.tui.library_browser.scopes import Scope
from reader.tui.state.library_access import LibraryAccess
from reader.tui.state.preview import now
from reader.tui.theme.symbols import Symbols
from reader.tui.widgets.virtual_list import VirtualList


class ScopeList:
    """Shows the scopes with their counts."""

    def __init__(self, pane: VirtualList, library: LibraryAccess, symbols: Symbols) -> None:
        """Begin with nothing in the list."""
        self._pane, self._library, self._symbols = pane, library, symbols
        self.scopes: tuple[Scope, ...] = ()

    def show(self, scopes: tuple[Scope, ...], present: Scope) -> bool:
        """Show the scopes, with the cursor on the present one; say whether it is among them."""
        known = {scope.key: scope.count for scope in self.scopes}
        self.scopes = tuple(
            scope if scope.count is not None else scope_rows.with_count(scope, known.get(scope.key)) for scope in scopes
        )
        here = next((at for at, scope in enumerate(self.scopes) if scope.key == present.key), None)
        self._pane.show([scope_rows.cells(scope, self._symbols) for scope in self.scopes], at=here)
        return here is not None

    def recount(self, then: Callable[[tuple[Scope, ...]], object]) -> None:
        """Count anew, in another thread."""

        def work(library: Library) -> tuple[Scope, ...]:
            return scope_rows.counted(library, scope_rows.scopes(library), now())

        self._library.look_up("scopes", work, then)

    def read(self) -> tuple[Scope, ...]:
        """Return the scopes that there are now, with those counts that cost next to nothing."""
        return scope_rows.scopes(self._library.library)

    @property
    def here(self) -> Scope | None:
        """The scope that the cursor stands on; None: there is none."""
        index = self._pane.index
        return self.scopes[index] if 0 <= index < len(self.scopes) else None

    def count(self, scope: Scope) -> int | None:
        """Return how many entries wait in a scope; None: they have not been counted."""
        return next((one.count for one in self.scopes if one.key == scope.key), scope.count)
