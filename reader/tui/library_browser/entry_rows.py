"""Entries as rows of a list: ids, of which only those that are drawn are ever fetched."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, tzinfo
from typing import Final, overload

from reader.model import Saved
from reader.tui.theme.symbols import Symbols
from reader.tui.typesetting.byline import MONTHS

_CHUNK: Final = 64
_GONE: Final = ("", "", "(no longer in the library)", "")

Row = tuple[str, str, str, str]


class EntryRows(Sequence[Row]):
    """Rows of marks, time, title and feeds, newest first."""

    def __init__(
        self,
        ids: Sequence[int],
        fetch: Callable[[Sequence[int]], Iterable[Saved]],
        symbols: Symbols,
        now: datetime,
        zone: tzinfo | None = None,
    ) -> None:
        """Take the ids in their order.

        Args:
            ids: of the entries.
            fetch: gives entries by their ids; what is gone it leaves out.
            symbols: the signs to use.
            now: what is of today is shown by the hour.
            zone: the reader's own; None: that of the machine.
        """
        self.ids = ids
        self._fetch, self._symbols, self._zone = fetch, symbols, zone
        self._today = now.astimezone(zone).date()
        self._kept: dict[int, Saved] = {}
        self._tried: set[int] = set()

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self.ids)

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...

    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        """Return a row."""
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        saved = self.saved(index)
        if saved is None:
            return _GONE
        unread = self._symbols.unread if saved.read_at is None else " "
        starred = self._symbols.starred if saved.starred else " "
        title = saved.entry.title or saved.entry.url or "(without a title)"
        return unread + starred, self._when(saved.entry.published), title, ", ".join(saved.feeds)

    def __iter__(self) -> Iterator[Row]:
        """Return all rows."""
        return (self[at] for at in range(len(self)))

    def saved(self, index: int) -> Saved | None:
        """Return an entry; None: it is not there any more, or there is no such row."""
        if not 0 <= index < len(self.ids):
            return None
        identity = self.ids[index]
        if identity not in self._kept and identity not in self._tried:
            start = index - index % _CHUNK
            wanted = [one for one in self.ids[start : start + _CHUNK] if one not in self._kept]
            self._tried.update(wanted)
            self._kept |= {one.id: one for one in self._fetch(wanted)}
        return self._kept.get(identity)

    def place_of(self, identity: int) -> int:
        """Return the row of an entry; -1: it has none."""
        near = bisect_left(self.ids, -identity, key=lambda one: -one)  # newest first is the order of falling ids
        if near < len(self.ids) and self.ids[near] == identity:
            return near
        return self.ids.index(identity) if identity in self.ids else -1

    def forget(self, changed: Iterable[int] | None = None) -> None:
        """Fetch some entries anew when they are drawn next; None: all of them."""
        if changed is None:
            self._kept.clear()
            self._tried.clear()
            return
        for identity in changed:
            self._kept.pop(identity, None)
            self._tried.discard(identity)

    def follow(self, ids: Sequence[int]) -> EntryRows:
        """Return rows of other entries, with what is known of them already."""
        rows = EntryRows.__new__(EntryRows)
        rows.__dict__.update(self.__dict__)
        rows.ids = ids
        return rows

    def _when(self, published: datetime | None) -> str:
        if published is None:
            return ""
        local = published.astimezone(self._zone)
        if local.date() == self._today:
            return f"{local:%H:%M}"
        return f"{local.day:2} {MONTHS[local.month - 1]}" if local.year == self._today.year else f"{local.year:>6}"
