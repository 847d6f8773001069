"""The entries of a scope: what is listed, and where the cursor stands."""

from __future__ import annotations

import pytest

from tests.tui.conftest import FrontMaker
from tests.tui.driving import front, press, shows, until


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((), "Bridge closes for the winter"),
        (("j", "j"), "Museum returns carved door"),
        (("G",), "Town votes on the new quay"),
    ],
    ids=["the first", "one in the middle", "the last"],
)
async def test_the_cursor_goes_to_the_entry_behind_one_that_is_deleted_and_at_the_end_to_the_one_before(
    make_front: FrontMaker, before: tuple[str, ...], after: str
) -> None:
    app = make_front()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, *before, "X")
        await shows(pilot, "Deleted")
        await until(pilot, lambda: len(front(app).browser.listing.rows) == 5)
        pointed = front(app).browser.listing.pointed
        assert pointed is not None
        assert pointed.entry.title == after


async def test_an_entry_that_is_read_stays_in_the_list_until_the_scope_is_opened_anew(make_front: FrontMaker) -> None:
    app = make_front()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "N")
        await shows(pilot, "Marked read.")
        front(app).browser.read_anew()
        await shows(pilot, "Unread 5")
        assert len(front(app).browser.listing.rows) == 6
        await press(pilot, "h", "k", "j")
        await until(pilot, lambda: len(front(app).browser.listing.rows) == 5)


async def test_a_filter_that_cannot_be_read_lists_what_was_listed(make_front: FrontMaker) -> None:
    app = make_front()
    async with app.run_test(size=(120, 40)) as pilot:
        await press(pilot, "F", *"storm")
        await until(pilot, lambda: len(front(app).browser.listing.rows) == 2)
        await press(pilot, *" (")
        assert len(front(app).browser.listing.rows) == 2
        await press(pilot, "escape")
        assert front(app).browser.listing.filter == ""
