"""Entries as rows: fetched when they are drawn, with the time as it is told of a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta, timezone

import pytest

from reader.model import Entry, Saved
from reader.tui.library_browser.entry_rows import EntryRows
from reader.tui.theme.symbols import UNICODE

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def saved(identity: int, **more: object) -> Saved:
    entry = Entry(guid=str(identity), url=f"https://courier.example/{identity}", title=f"Story {identity}", published=NOW)
    return Saved(id=identity, entry=entry, **more)  # type: ignore[arg-type]


class Library:
    """Gives entries, and notes which it was asked for."""

    def __init__(self, *entries: Saved) -> None:
        self.entries = {one.id: one for one in entries}
        self.asked: list[tuple[int, ...]] = []

    def fetch(self, ids: Sequence[int]) -> list[Saved]:
        self.asked.append(tuple(ids))
        return [self.entries[one] for one in ids if one in self.entries]


def rows(library: Library, ids: Sequence[int]) -> EntryRows:
    return EntryRows(ids, library.fetch, UNICODE, NOW, UTC)


def test_entries_are_fetched_a_chunk_at_a_time_and_once() -> None:
    library = Library(*(saved(number) for number in range(200)))
    listed = rows(library, list(range(199, -1, -1)))
    assert library.asked == []
    assert listed[70][2] == "Story 129"
    assert listed[71][2] == "Story 128"
    assert [len(ids) for ids in library.asked] == [64]


def test_an_entry_that_is_gone_says_so_and_is_not_asked_for_again() -> None:
    library = Library(saved(1))
    listed = rows(library, (2, 1))
    assert listed[0][2] == "(no longer in the library)"
    assert listed[0] == listed[0]
    assert len(library.asked) == 1


def test_marks_tell_what_is_unread_and_starred() -> None:
    library = Library(saved(2, starred=True), saved(1, read_at=NOW))
    listed = rows(library, (2, 1))
    assert listed[0][0] == UNICODE.unread + UNICODE.starred
    assert listed[1][0] == "  "


@pytest.mark.parametrize(
    ("published", "shown"),
    [
        (NOW - timedelta(hours=3), "09:00"),
        (NOW - timedelta(days=1), "22 Nov"),
        (NOW - timedelta(days=20), " 3 Nov"),
        (NOW - timedelta(days=500), "  2025"),
        (datetime(2026, 11, 23, 1, tzinfo=timezone(timedelta(hours=2))), "22 Nov"),
        (None, ""),
    ],
)
def test_the_time_is_told_by_hour_day_or_year(published: datetime | None, shown: str) -> None:
    one = Saved(id=1, entry=Entry(guid="1", url="https://a.example/", title="A", published=published))
    assert rows(Library(one), (1,))[0][1] == shown


def test_an_entry_without_a_title_is_called_by_its_address() -> None:
    one = Saved(id=1, entry=Entry(guid="1", url="https://a.example/", title=""))
    assert rows(Library(one), (1,))[0][2] == "https://a.example/"


def test_a_place_is_found_in_any_order() -> None:
    library = Library()
    assert rows(library, (9, 7, 4)).place_of(7) == 1
    assert rows(library, (4, 9, 7)).place_of(9) == 1
    assert rows(library, (9, 7, 4)).place_of(5) == -1


def test_what_has_changed_is_fetched_anew_and_what_is_known_follows() -> None:
    library = Library(saved(2), saved(1))
    listed = rows(library, (2, 1))
    assert listed[0][0][0] == UNICODE.unread
    library.entries[2] = saved(2, read_at=NOW)
    assert listed[0][0][0] == UNICODE.unread
    listed.forget([2])
    assert listed[0][0][0] == " "
    assert listed.follow((1,))[0][2] == "Story 1"
    assert len(library.asked) == 2
