"""The rows of the front page: what each selects, and how it is drawn."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from reader.library import Library, search
from reader.tui.library_browser.scopes import EVERYTHING, STARRED, UNREAD, Scope, cells, counted, scopes, with_count
from reader.tui.theme.symbols import UNICODE

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def by_title(path: Path) -> dict[str, Scope]:
    with Library(path) as library:
        return {scope.title: scope for scope in counted(library, scopes(library), NOW)}


def test_rows_stand_in_their_order_and_feeds_without_a_folder_first(path: Path) -> None:
    titles = list(by_title(path))
    assert titles == ["All", "Unread", "Starred", "storms", "culture", "sea", "Solvay Herald", "Local", "Brackwater Courier"]


def test_each_selects_what_it_is_called(path: Path) -> None:
    found = by_title(path)
    with Library(path) as library:
        counts = {title: search.count(library, scope.query(NOW)) for title, scope in found.items()}
    assert counts["All"] == counts["Unread"] == 6
    assert counts["Starred"] == 0
    assert counts["storms"] == 2
    assert counts["culture"] == 1
    assert counts["Local"] == counts["Brackwater Courier"]


def test_counts_are_of_what_is_unread_and_of_everything_in_all(path: Path) -> None:
    found = by_title(path)
    assert (found["All"].count, found["Unread"].count, found["storms"].count) == (6, 6, 2)
    assert found["Local"].count == found["Brackwater Courier"].count


def test_a_scope_is_known_by_what_it_selects_whatever_is_counted() -> None:
    assert with_count(UNREAD, 5).key == UNREAD.key
    assert len({EVERYTHING.key, UNREAD.key, STARRED.key, Scope(kind="tag", title="All").key}) == 4


def test_rows_have_a_sign_for_their_kind_and_nothing_for_no_count() -> None:
    assert cells(with_count(UNREAD, 1200), UNICODE) == (UNICODE.unread, "Unread", "1,200")
    assert cells(STARRED, UNICODE) == (UNICODE.starred, "Starred", "")
    assert cells(Scope(kind="feed", title="Herald", problem="gone", folder="Local"), UNICODE) == ("!", "  Herald", "")
    assert cells(Scope(kind="feed", title="Herald"), UNICODE)[0] == ""
