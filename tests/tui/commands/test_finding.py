"""Filter, search and saved queries."""

from __future__ import annotations

from pathlib import Path

from tests.tui.conftest import FrontMaker
from tests.tui.driving import (
    SIZE,
    front,
    press,
    shows,
    text_of,
    until,
)


async def test_a_filter_is_a_query_and_is_kept_under_a_name(make_front: FrontMaker, path: Path) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "S")
        await shows(pilot, "Filter or search first")
        await press(pilot, "F", *"storm", "enter")
        await until(pilot, lambda: len(front(app).browser.listing.rows) == 2)
        assert "Unread 6 · storm" in text_of(app)
        await press(pilot, "S", *"bad weather", "enter")
        await shows(pilot, "Saved: bad weather (unread storm)")
        await shows(pilot, "/ bad weather")
        await press(pilot, "escape")
        await until(pilot, lambda: len(front(app).browser.listing.rows) == 6)
        await press(pilot, "F", *"feeed:courier", "enter")
        shown = await shows(pilot, ">feeed:courier<")
        assert "did you mean feed:?" in shown
        await press(pilot, "f", "g", "j", "j", "j")
        await shows(pilot, "bad weather 2")
        await press(pilot, "X")
        await shows(pilot, "Forgotten: bad weather.")
        await press(pilot, "U")
        await shows(pilot, "Taken back: forget bad weather.")
