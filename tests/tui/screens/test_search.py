"""The search of the whole library."""

from __future__ import annotations

from reader.tui.screens.search import SearchScreen
from tests.tui.conftest import FrontMaker
from tests.tui.driving import (
    SIZE,
    front,
    press,
    shows,
    text_of,
    until,
)


async def test_search_shows_passages_and_leads_to_a_list_of_all_that_is_found(make_front: FrontMaker) -> None:
    app = make_front()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "/", *"nets")
        await shows(pilot, "1 found, newest first")
        assert isinstance(app.screen, SearchScreen)
        assert "We can mend nets" in text_of(app)
        await press(pilot, *" (", "enter")
        await shows(pilot, "this parenthesis is not closed")
        await press(pilot, "backspace", "backspace", "enter")
        await until(pilot, lambda: app.focused is app.screen.item_list)  # type: ignore[attr-defined]
        await press(pilot, "o")
        await shows(pilot, "1 found, best first")
        await press(pilot, "tab", "tab", "enter")
        await shows(pilot, "Quotes 8")
        assert front(app).browser.listing.scope.title == "Search nets"
        await press(pilot, "h")
        await shows(pilot, "Search nets")
        await press(pilot, "/", "escape")
        await press(pilot, "escape")
        await until(pilot, lambda: front(app).browser.listing.scope.kind == "all")
